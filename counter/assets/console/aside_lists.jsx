import { clockTime, duration } from "@shared/clock.js";
import { Icon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { clockOf } from "../staff/clocks.js";
import { MiniClock } from "../staff/mini_clock.jsx";
import { deskName } from "../staff/names.js";

// A list that unfolds at the foot; one is open at a time.
export function Fold({ icon, title, entries, children }) {
  if (!entries?.length) return null;
  return (
    <details class="fold" name="aside-lists">
      <summary><Icon name={icon} /><span>{title}</span><b>{entries.length}</b><Icon name="chevron-down" /></summary>
      <ul>{entries.map(children)}</ul>
    </details>
  );
}

function Line({ number, note, clock, button, open, busy, onPress }) {
  return (
    <li>
      <TicketNumber number={number} as="b" />
      <small>{note}{clock && <MiniClock clock={clock} />}</small>
      <button type="button" class="button" disabled={!open} aria-disabled={open && busy ? "true" : undefined} onClick={onPress}>
        {button}<span class="sr-only"> {number}</span>
      </button>
    </li>
  );
}

const returnNote = (entry, now) =>
  now < Date.parse(entry.until)
    ? t("%(time)s, ke depan bila kembali sampai %(until)s", { time: clockTime(entry.at), until: clockTime(entry.until) })
    : t("%(time)s, kembali ke urutan belakang", { time: clockTime(entry.at) });

// Held visitors and those who may come back into the line.
export function AsideLists({ queue, free, busy, now, onCall, onReinstate }) {
  const back = (entry) => (
    <Line key={entry.ticket.id} number={entry.ticket.number} note={returnNote(entry, now)} button={t("Antrekan lagi")} open busy={busy}
      onPress={() => onReinstate(entry.ticket)} />
  );
  return (
    <>
      <Fold icon="hold" title={t("Ditunda")} entries={queue.on_hold}>
        {(entry) => (
          <Line clock={clockOf(entry.clock_started_at, queue, now)} key={entry.ticket.id} number={entry.ticket.number} button={t("Panggil")} open={free} busy={busy} onPress={() => onCall(entry.ticket)}
            note={t("sejak %(time)s, %(desk)s", { time: clockTime(entry.held_at), desk: deskName(entry.held_by_counter) })} />
        )}
      </Fold>
      <Fold icon="no-show" title={t("Tidak hadir, dapat dikembalikan")} entries={queue.missed}>{back}</Fold>
      <Fold icon="sign-out" title={t("Pergi, dapat dikembalikan")} entries={queue.left?.filter((entry) => now < Date.parse(entry.until))}>{back}</Fold>
    </>
  );
}

// The last visits of all counters, shown while nobody waits.
export function LastFinished({ rows }) {
  if (!rows?.length) return null;
  return (
    <section class="finished">
      <h3>{t("Selesai terakhir, semua meja")}</h3>
      <table>
        <thead><tr><th scope="col">{t("Nomor")}</th><th scope="col">{t("Selesai")}</th><th scope="col">{t("Jam")}</th><th scope="col">{t("Hasil")}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row"><TicketNumber number={row.number} as="b" /></th>
              <td>{row.finished_at ? clockTime(row.finished_at) : "–"}</td>
              <td>{row.clock_seconds === null ? "–" : duration(row.clock_seconds)}</td>
              <td><Verdict verdict={row.verdict} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const countedVerdicts = ["kept", "called_in_time", "missed", "not_judged"];

export function Today({ desk, children }) {
  const verdicts = countedVerdicts.filter((verdict) => desk.verdicts?.[verdict]);
  return (
    <footer class="today">
      <span>{t("Hari ini di meja ini")} <b>{desk.served_today ?? 0}</b></span>
      <span class="today__verdicts">
        {verdicts.map((verdict) => <span key={verdict}><Verdict verdict={verdict} /> <b>{desk.verdicts[verdict]}</b></span>)}
      </span>
      {children}
    </footer>
  );
}
