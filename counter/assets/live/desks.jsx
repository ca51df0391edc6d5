import { duration } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { at, seconds } from "../staff/clocks.js";
import { MiniClock } from "../staff/mini_clock.jsx";
import { deskName, serviceName } from "../staff/names.js";
import { reasonWords } from "../wait_log/words.js";
import { doingOf } from "./state.js";
import { doingWords, sinceWords } from "./words.js";

const lettersOf = (number) => page.office.counters.find((one) => one.counter === number)?.services ?? [];

function Doing({ kind, silent }) {
  const { words, icon, look } = doingWords(kind);
  return (
    <>
      <span class={`doing doing--${look}`}><Icon name={icon} />{words}</span>
      {silent && <small class="desks__care"><Icon name="help" />{t("tanpa tekan tombol %(minutes)s menit", { minutes: Math.floor(silent / 60) })}</small>}
    </>
  );
}

function Who({ desk, near }) {
  if (desk.ticket) return <><TicketNumber number={desk.ticket.number} as="b" /><small>{serviceName(desk.ticket.service)}</small></>;
  return <><b>–</b>{near && <small>{t("%(number)s menunggu", { number: near.entry.ticket.number })}</small>}</>;
}

// The clock of whoever this counter should start, or the verdict on whom it serves.
function ClockHere({ desk, near, office }) {
  if (near?.clock) return <MiniClock clock={near.clock} width={140} />;
  if (!desk.clock) return <span class="soft">–</span>;
  const late = Math.max(0, (desk.clock.seconds ?? 0) - office.limit_seconds);
  const why = desk.clock.reason ? reasonWords(desk.clock.reason) : t("alasan belum diisi");
  return <><Verdict verdict={desk.clock.verdict} late={late} />{desk.clock.verdict === "missed" && <small>{why}</small>}</>;
}

function Row({ desk, office, now }) {
  const { kind, since, near, silent } = doingOf(desk, office, now);
  return (
    <tr class={kind === "due" ? `desks__row--${near.clock.tone}` : undefined}>
      <th scope="row"><span class="desks__name" title={deskName(desk.counter)}>{deskName(desk.counter)}</span><span class="desks__letters">{lettersOf(desk.counter).map((code) => <i class="letter" key={code}>{code}</i>)}</span></th>
      <td>{desk.officer ? <span class="desks__officer" title={desk.officer.name}>{desk.officer.name}</span> : <span class="soft">–</span>}</td>
      <td><Doing kind={kind} silent={silent} /></td>
      <td class="desks__who"><Who desk={desk} near={near} /></td>
      <td class="desks__long">{since ? <b>{duration(seconds(at(since), now))}</b> : <b>–</b>}<small>{sinceWords(kind, since)}</small></td>
      <td class="desks__clock"><ClockHere {...{ desk, near, office }} /></td>
      <td class="desks__done">{desk.served_today}</td>
    </tr>
  );
}

// A row for each counter: who sits there, what they do, for how long, and how the day went.
export function Desks({ office, now }) {
  const minutes = Math.round((office.limit_seconds ?? 0) / 60);
  return (
    <section class="card desks" tabIndex={0} aria-label={t("Meja")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("Meja")}</th><th scope="col">{t("Petugas")}</th><th scope="col">{t("Keadaan")}</th><th scope="col">{t("Nomor")}</th>
            <th scope="col" class="desks__long">{t("Lama")}</th><th scope="col">{minutes ? t("Jam %(minutes)s menit", { minutes }) : t("Jam")}</th>
            <th scope="col" class="desks__done">{t("Selesai hari ini")}</th>
          </tr>
        </thead>
        <tbody>{office.counters.map((desk) => <Row key={desk.counter} {...{ desk, office, now }} />)}</tbody>
      </table>
    </section>
  );
}
