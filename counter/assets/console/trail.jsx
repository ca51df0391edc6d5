import { clockTimeExact } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { phaseOf } from "../staff/clocks.js";
import { deskName } from "../staff/names.js";

function undoable({ move, number }) {
  if (move === "call") return t("%(number)s dipanggil", { number });
  if (move === "miss") return t("%(number)s ditandai tidak hadir", { number });
  return move === "transfer" ? t("%(number)s dialihkan", { number }) : null;
}

// The last thing that happened at this counter.
function lastEvent(desk, undo) {
  const { ticket } = desk;
  const phase = phaseOf(desk);
  if (phase === "serving") return t("%(number)s mulai dilayani %(time)s", { number: ticket.number, time: clockTimeExact(ticket.started_at) });
  if (phase === "called") {
    return t("%(number)s dipanggil ke %(desk)s, %(time)s", {
      number: ticket.number, desk: deskName(desk.counter), time: clockTimeExact(ticket.first_called_at ?? desk.since),
    });
  }
  const said = undo && undoable(undo);
  if (said) return said;
  if (desk.last_finished && desk.free_since) {
    return t("%(number)s selesai %(time)s", { number: desk.last_finished, time: clockTimeExact(desk.free_since) });
  }
  return t("Belum ada nomor di meja ini hari ini");
}

// One line at the foot: what just happened, or what went wrong, and the way back for 20 seconds.
export function Trail({ desk, undo, notice, busy, keysOn, onUndo }) {
  return (
    <div class={notice && !notice.calm ? "trail trail--notice" : "trail"}>
      <p role="status">{notice ? <><Icon name={notice.calm ? "check" : "warning"} />{notice.words}</> : lastEvent(desk, undo)}</p>
      {undo && (
        <button type="button" class="button button--link" aria-disabled={busy ? "true" : undefined} onClick={onUndo}>
          <Icon name="undo" />{t("Urungkan, %(seconds)s detik lagi", { seconds: undo.left })}{keysOn && <kbd aria-hidden="true">U</kbd>}
        </button>
      )}
    </div>
  );
}
