import { clockTimeExact } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { phaseOf } from "../staff/clocks.js";
import { mayMiss, primaryVerb } from "./state.js";

const primaryFace = () => ({
  "call-next": { words: t("Panggil berikutnya"), icon: "megaphone" },
  start: { words: t("Mulai layani"), icon: "play" },
  finish: { words: t("Selesai"), icon: "check" },
});

function recallNote(desk) {
  if (phaseOf(desk) !== "called") return null;
  return desk.called <= 3 ? t("%(count)s dari 3", { count: desk.called }) : t("sudah %(count)s kali", { count: desk.called });
}

function missNote(desk, now) {
  if (phaseOf(desk) !== "called") return null;
  const { open, callsLeft, opens } = mayMiss(desk, now);
  if (open) return null;
  if (opens && now < opens) return t("bisa %(time)s", { time: clockTimeExact(opens) });
  return callsLeft ? t("panggil %(count)s kali lagi", { count: callsLeft }) : null;
}

function Act({ icon, words, note, hint, mark, open, busy, onPress }) {
  return (
    <button type="button" class="button act" disabled={!open} aria-disabled={open && busy ? "true" : undefined}
      aria-keyshortcuts={mark} onClick={onPress}>
      <Icon name={icon} />
      <span>{words}{note && <small>{note}</small>}{hint && <span class="sr-only">{hint}</span>}</span>
      {mark && <kbd aria-hidden="true">{mark}</kbd>}
    </button>
  );
}

// One primary button whose meaning follows the state, and the rest beside it.
export function Actions({ desk, may, busy, settled, now, keysOn, press }) {
  const verb = primaryVerb(desk);
  const { words, icon } = primaryFace()[verb];
  const waits = may[verb] && (busy || !settled);
  const mark = (key) => (keysOn ? key : null);
  return (
    <section class="actions" aria-label={t("Tindakan")}>
      <button type="button" class="button button--primary primary" disabled={!may[verb]} aria-disabled={waits ? "true" : undefined}
        aria-keyshortcuts={mark("Space")} data-verb={verb} onClick={press.primary}>
        <Icon name={icon} />{words}{keysOn && <kbd aria-hidden="true">{t("Spasi")}</kbd>}
      </button>
      <div class="actions__rest">
        <Act icon="recall" words={t("Panggil ulang")} note={recallNote(desk)} mark={mark("R")} open={may.recall} busy={busy} onPress={press.recall} />
        <Act icon="no-show" words={t("Tidak hadir")} note={missNote(desk, now)} mark={mark("N")} open={may["no-show"]} busy={busy} onPress={press.miss} />
        <Act icon="hold" words={t("Tunda")} mark={mark("H")} open={may.hold} busy={busy} onPress={press.hold} />
        <Act icon="transfer" words={t("Alihkan")} mark={mark("T")} open={may.transfer} busy={busy} onPress={press.transfer} />
        <Act icon="undo" words={t("Kembalikan")} mark={mark("B")} open={may["put-back"]} busy={busy} onPress={press.putBack} />
        <Act icon="ticket" words={isNumbered ? t("Ambilkan nomor") : t("Masukkan ke antrean")} open busy={busy} onPress={press.takeNumber} />
      </div>
    </section>
  );
}
