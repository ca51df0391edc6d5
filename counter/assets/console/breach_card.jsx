import { duration } from "@shared/clock.js";
import { Icon, Ribbon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { breachReasons } from "../staff/words.js";

function whatHappened({ number, clock_seconds: seconds, ending }) {
  const parts = { number, time: duration(seconds) };
  if (ending === "left_before_service") return t("%(number)s pergi setelah menunggu %(time)s. Apa sebabnya?", parts);
  if (ending === "no_show") return t("%(number)s baru dipanggil setelah %(time)s dan tidak hadir. Apa sebabnya?", parts);
  if (ending) return t("%(number)s tidak dilayani setelah %(time)s. Apa sebabnya?", parts);
  return t("%(number)s mulai dilayani setelah %(time)s. Apa sebabnya?", parts);
}

// Asks why a visit began late, in one tap; it never stands in the way of the work.
export function BreachCard({ breaches, limit, keysOn, busy, onReason }) {
  const { asked: breach, place, count, settled, later } = breaches;
  const resting = busy || !settled;
  return (
    <section class="clock clock--missed breach" data-clock="missed" aria-label={t("Alasan keterlambatan")}>
      <p class="clock__figure"><Icon name="stop-sign" /><b>+{duration(breach.late_seconds)}</b> <span>{t("lewat")}</span></p>
      <div class="breach__words">
        <h1>{whatHappened(breach)}</h1>
        <p>{t("Satu ketukan, layanan jalan terus. Jam dan hasil tidak berubah.")}</p>
      </div>
      {count > 1 && <p class="breach__place">{t("%(place)s dari %(count)s", { place, count })}</p>}
      <div class="clock__ribbon"><Ribbon elapsed={breach.clock_seconds} limit={limit} size="large" width={820} labels={false} /></div>
      <div class="breach__reasons">
        {breachReasons().map(({ code, words, icon }, key) => (
          <button key={code} type="button" class="button" aria-disabled={resting ? "true" : undefined} aria-keyshortcuts={keysOn ? String(key + 1) : undefined}
            onClick={() => onReason(breach, code)}>
            <Icon name={icon} /><span>{words}</span>{keysOn && <kbd aria-hidden="true">{key + 1}</kbd>}
          </button>
        ))}
        <button type="button" class="button button--link" aria-disabled={settled ? undefined : "true"} onClick={() => settled && later(breach)}>{t("Nanti")}</button>
      </div>
    </section>
  );
}

// A reason that was put aside waits here.
export function BreachChip({ count, onOpen }) {
  return (
    <button type="button" class="button breach-chip" onClick={onOpen}>
      <Icon name="stop-sign" />{count === 1 ? t("1 alasan belum diisi") : t("%(count)s alasan belum diisi", { count })}
    </button>
  );
}
