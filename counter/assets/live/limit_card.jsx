import { clockTime, clockTimeExact } from "@shared/clock.js";
import { Icon, Ribbon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { mayRemind, reminderOf, resting } from "../staff/clocks.js";
import { Sentence } from "../staff/mini_clock.jsx";
import { deskName } from "../staff/names.js";
import { exactTime, figure, toneIcon, toneWord } from "../staff/words.js";
import { nearestLimit, nobodyAtWork } from "./state.js";
import { closedWords } from "./words.js";

function headOf({ entry, free, calling }) {
  const { number } = entry.ticket;
  if (calling) return t("Batas terdekat: %(number)s, dipanggil ke %(desk)s", { number, desk: deskName(calling.counter) });
  if (free) return t("Batas terdekat: %(number)s, %(desk)s bebas", { number, desk: deskName(free.counter) });
  if (entry.held) return t("Batas terdekat: %(number)s, sedang ditunda", { number });
  return t("Batas terdekat: %(number)s", { number });
}

function Remind({ desk, ticket, office, now, busy, onRemind }) {
  const reminder = reminderOf(office, desk.counter, ticket.id);
  return (
    <div class="limit__remind">
      {reminder && (
        <p role="status"><Icon name="check" />{t("%(name)s sudah diingatkan %(time)s.", { name: desk.officer?.name || deskName(desk.counter), time: clockTimeExact(reminder.at) })}</p>
      )}
      {mayRemind(reminder, now) && (
        <button type="button" class="button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && onRemind(desk.counter, ticket)}>
          <Icon name="bell" />{t("Ingatkan %(desk)s", { desk: deskName(desk.counter) })}
        </button>
      )}
    </div>
  );
}

// Why no clock runs just now: every calm state has its own words.
function calmWords(office, now) {
  const waiting = office.waiting.length;
  const rest = resting(office, now);
  if (!office.limit_seconds) return { icon: "info", head: t("Tanpa batas waktu"), words: t("Standar layanan kantor ini tidak menetapkan batas waktu tunggu.") };
  if (!office.opening.open) return { icon: "moon", head: t("Kantor tutup"), words: closedWords(office.opening) };
  if (rest) {
    const { pause } = office.opening;
    const words = { count: waiting, time: clockTime(rest.until) };
    return { icon: pause ? "cup" : "hold", head: pause ? inOurWords(pause) : t("Semua jam berhenti"), words: t("Menunggu: %(count)s. Jam berjalan lagi pukul %(time)s.", words) };
  }
  if (nobodyAtWork(office)) {
    const words = waiting ? t("Menunggu: %(count)s. Minta petugas membuka meja.", { count: waiting }) : t("Tidak ada yang menunggu.");
    return { icon: "desk", head: t("Belum ada petugas di meja mana pun"), words };
  }
  if (waiting) return { icon: "clock", head: t("Tidak ada jam yang berjalan"), words: t("Menunggu: %(count)s. Jam mulai saat ada meja yang bebas.", { count: waiting }) };
  return { icon: "check", head: t("Tidak ada yang menunggu"), words: t("Jam pengguna berikutnya mulai saat nomornya terbit.") };
}

function Calm({ office, now }) {
  const { icon, head, words } = calmWords(office, now);
  return (
    <section class="clock clock--rest limit limit--calm" data-clock="rest">
      <h2 class="clock__head"><Icon name={icon} />{head}</h2>
      <p class="clock__sentence">{words}</p>
      {office.limit_seconds && <div class="clock__ribbon"><Ribbon elapsed={null} limit={office.limit_seconds} size="large" width={360} /></div>}
    </section>
  );
}

// The limit that is nearest in the whole office, and what the manager can do about it.
export function LimitCard({ office, now, busy, onRemind }) {
  const near = nearestLimit(office, now);
  if (!near) return <Calm {...{ office, now }} />;
  const { clock, entry, free, calling } = near;
  const deadline = exactTime(clock.deadline);
  const asked = free ?? calling;
  return (
    <section class={`clock clock--${clock.tone} limit`} data-clock={clock.tone}>
      <h2 class="clock__head"><Icon name={toneIcon(clock.tone)} />{headOf(near)}</h2>
      <p class="clock__figure" role="timer"><b>{figure(clock)}</b> <span>{toneWord(clock.tone)}</span></p>
      <div class="limit__side">
        <div class="clock__ribbon"><Ribbon elapsed={clock.elapsed} limit={clock.limit} size="large" width={360} /></div>
        <Sentence class="clock__sentence" words={t("Paling lambat mulai dilayani %(time)s.", { time: deadline })} strong={deadline} />
      </div>
      {asked && <Remind desk={asked} ticket={entry.ticket} {...{ office, now, busy, onRemind }} />}
      {!asked && nobodyAtWork(office) && <p class="limit__remind"><Icon name="warning" />{t("Belum ada petugas di meja mana pun")}</p>}
    </section>
  );
}
