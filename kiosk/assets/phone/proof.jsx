// The visitor's own proof: the four times of the visit, and the minutes against the published limit.
import { clockTime, zoneLetters } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";
import { ComplainLink } from "./complain.jsx";
import { deskOf, Notice, Page } from "./frame.jsx";
import { MyDataLink } from "./my_data.jsx";
import { RatingCard } from "./rating.jsx";

const ROOM_BEYOND = 1.16; // the track ends at the limit, a late bar may go on to the edge of the card
// Where the bar's own words would run into the words of the limit, or over the edge of the card.
const NO_ROOM = 0.68;
const AT_EDGE = 0.25;

function minutesOf(seconds) {
  if (seconds < 60) return t("kurang dari 1 menit");
  return t("%(minutes)s menit", { minutes: Math.floor(seconds / 60) });
}

function Judgement({ clock, limit }) {
  const time = minutesOf(clock.seconds);
  if (clock.verdict === "kept") return <Notice icon="check" tone="kept" title={t("Janji kami ditepati")}>{t("Anda dilayani %(time)s setelah giliran Anda tiba.", { time })}</Notice>;
  if (clock.verdict === "called_in_time") return <Notice icon="bell" tone="kept" title={t("Anda dipanggil tepat waktu")}>{t("Pelayanan dimulai %(time)s setelah giliran Anda tiba.", { time })}</Notice>;
  return <Notice icon="stop-sign" tone="missed" title={t("Mohon maaf, kami terlambat")}>{t("Anda dilayani %(time)s setelah giliran Anda tiba. Batasnya %(limit)s menit.", { time, limit })}</Notice>;
}

function Bullet({ clock, limit }) {
  const share = clock.seconds / (limit * 60);
  const late = clock.verdict === "missed";
  const time = minutesOf(clock.seconds);
  return (
    <div class={`bullet ${late ? "bullet--late" : ""}`} role="img" aria-label={t("%(time)s dari paling lama %(limit)s menit", { time, limit })}>
      <div class="bullet__track">
        <span class="bullet__bar" style={{ "--share": String(Math.min(share, ROOM_BEYOND)) }} />
        <span class="bullet__limit" />
      </div>
      <p class="bullet__words" aria-hidden="true">
        {share < NO_ROOM && <span class={`bullet__here ${share < AT_EDGE ? "bullet__here--edge" : ""}`} style={{ "--share": String(share) }}>{time}</span>}
        <span class="bullet__end">{t("batas %(limit)s menit", { limit })}</span>
      </p>
    </div>
  );
}

function Times({ ticket }) {
  const rows = [
    [isNumbered ? t("Ambil nomor") : t("Terdaftar"), ticket.issued_at],
    [t("Giliran Anda tiba"), ticket.clock?.started_at],
    [ticket.counter ? t("Mulai dilayani, %(desk)s", { desk: deskOf(ticket) }) : t("Mulai dilayani"), ticket.started_at],
    [t("Selesai"), ticket.finished_at],
  ];
  return (
    <dl class="rows">
      {rows.filter(([, at]) => at).map(([words, at]) => <div key={words}><dt>{words}</dt><dd>{clockTime(at)}</dd></div>)}
    </dl>
  );
}

export function Served({ ticket, rating, onData, onComplain }) {
  const limit = page.office.promise?.minutes;
  const judged = limit && ticket.clock && ticket.clock.verdict !== "not_judged";
  const ended = { number: ticket.number, time: clockTime(ticket.finished_at), zone: zoneLetters };
  return (
    <Page class="served">
      <div class="served__head">
        <h1>{t("Terima kasih")}</h1>
        <p class="kicker">{isNumbered ? t("Kunjungan %(number)s selesai pukul %(time)s %(zone)s.", ended) : t("Kunjungan Anda selesai pukul %(time)s %(zone)s.", ended)}</p>
      </div>
      <article class="paper">
        {judged && <Judgement clock={ticket.clock} limit={limit} />}
        {judged && <Bullet clock={ticket.clock} limit={limit} />}
        <Times ticket={ticket} />
      </article>
      <RatingCard rating={rating} />
      <a class="button" href={`${page.root}/kiosk/standards`}>{t("Standar pelayanan")}</a>
      <MyDataLink onData={onData} />
      <ComplainLink onComplain={onComplain} />
    </Page>
  );
}
