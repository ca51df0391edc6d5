import { clockTime, clockTimeExact, duration, zoneLetters } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { GuestBookLine } from "../record/guest_book_line.jsx";
import { phaseOf } from "../staff/clocks.js";
import { serviceName } from "../staff/names.js";
import { counterPath } from "../staff/work.js";
import { someOf } from "../staff/words.js";
import { callHeard } from "./state.js";
import { languageName, reasonLine } from "./words.js";

const secondsSince = (iso, now) => Math.max(0, (now - Date.parse(iso)) / 1000);

function here(iso, now) {
  const minutes = Math.floor(secondsSince(iso, now) / 60);
  const time = `${clockTime(iso)} ${zoneLetters}`;
  return minutes ? t("%(time)s, sudah %(minutes)s menit di sini", { time, minutes }) : t("%(time)s, baru saja", { time });
}

function Facts({ facts }) {
  return (
    <dl class="facts">
      {facts.filter(Boolean).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

// Who comes next, shown before the call.
export function NextCard({ entry, now }) {
  const { ticket } = entry;
  return (
    <section class="card visitor visitor--next" aria-label={t("Berikutnya")}>
      <div class="visitor__number"><p class="label">{t("Berikutnya")}</p><TicketNumber number={ticket.number} /></div>
      <Facts facts={[
        [t("Layanan"), serviceName(ticket.service)],
        [t("Mengapa giliran ini"), reasonLine(entry.reason)],
        [t("Nomor terbit"), here(ticket.issued_at, now)],
        entry.language && [t("Bahasa pengguna"), languageName(entry.language)],
      ]} />
    </section>
  );
}

// What the board did with the last call.
function Heard({ heard }) {
  if (!page.office.calls_on_board) return <p class="heard"><span><Icon name="users" />{t("Jemput pengguna di ruang tunggu")}</span></p>;
  if (heard.silent) return <p class="heard heard--silent" role="status"><Icon name="warning" />{t("Layar tidak menjawab, panggil langsung")}</p>;
  return (
    <p class="heard">
      {heard.shownAt
        ? <span><Icon name="screen" />{t("Tampil %(time)s", { time: clockTimeExact(heard.shownAt) })}</span>
        : <span class="heard__wait"><Icon name="screen" />{t("Menunggu layar")}</span>}
      {heard.soundedAt && <span><Icon name="sound" />{t("Terdengar %(time)s", { time: clockTimeExact(heard.soundedAt) })}</span>}
      {heard.mute && <span class="heard__mute"><Icon name="muted" />{t("Suara papan mati, panggil langsung")}</span>}
    </p>
  );
}

function Stopwatch({ ticket, now }) {
  return (
    <div class="stopwatch">
      <p class="label">{t("Lama layanan, tidak dibatasi")}</p>
      <p role="timer">{duration(secondsSince(ticket.started_at, now))}</p>
    </div>
  );
}

function clockResult({ clock }, limit) {
  if (!clock?.verdict) return null;
  const late = Math.max(0, (clock.seconds ?? 0) - limit);
  return [t("Jam sampai dilayani"), <>{clock.seconds !== null && `${duration(clock.seconds)} `}<Verdict verdict={clock.verdict} late={late} /></>];
}

// The visitor who has been called or is being served here.
export function VisitorCard({ queue, desk, now, printable, onPrint, busy, isOpen, onRecord }) {
  const { ticket } = desk;
  const serving = phaseOf(desk) === "serving";
  return (
    <section class={serving ? "card visitor visitor--serving" : "card visitor"} aria-label={ticket.number}>
      <div class="visitor__number"><TicketNumber number={ticket.number} /></div>
      <div class="visitor__who">
        <p class="visitor__service">{serviceName(ticket.service)}</p>
        <p class="visitor__chips">
          {desk.priority && <span class="chip chip--priority">{t("Prioritas")}</span>}
          {desk.passed?.length > 0 && <span class="chip">{t("Mendahului %(numbers)s", { numbers: someOf(desk.passed) })}</span>}
          {desk.request && <a class="chip" href={counterPath(`requests#${desk.request.id}`)}><Icon name="talk" />{t("Permintaan %(number)s", { number: desk.request.number })}</a>}
          {desk.language && <span class="chip">{languageName(desk.language)}</span>}
          {printable && (
            <button type="button" class="button button--link" aria-disabled={busy} onClick={() => onPrint(ticket)}>
              <Icon name="printer" />{t("Cetak ulang nomor")}
            </button>
          )}
        </p>
        {!serving && <p class="visitor__issued">{t("Nomor terbit %(when)s", { when: here(ticket.issued_at, now) })}</p>}
      </div>
      {serving ? <Stopwatch ticket={ticket} now={now} /> : <Heard heard={callHeard(queue, desk, now)} />}
      {serving && (
        <Facts facts={[
          [t("Nomor terbit"), clockTimeExact(ticket.issued_at)],
          ticket.first_called_at && [t("Panggilan pertama"), clockTimeExact(ticket.first_called_at)],
          [t("Mulai dilayani"), clockTimeExact(ticket.started_at)],
          clockResult(desk, queue.limit_seconds),
        ]} />
      )}
      <GuestBookLine {...{ desk, isOpen, onRecord }} />
    </section>
  );
}
