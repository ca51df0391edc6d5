import { serverNow } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { Icon, Interval, People, PlaceInLine, TicketNumber } from "@shared/pieces.jsx";
import { useValue } from "@shared/signal.js";
import { inOurWords, t } from "@shared/words.js";
import { asTimes, inMinutes } from "../estimate.js";
import { soundReady, trySound } from "./attention.js";
import { BookCard } from "./book_card.jsx";
import { Earlier } from "./earlier.jsx";
import { ComplainLink } from "./complain.jsx";
import { Live, Notice, Page, serviceOf } from "./frame.jsx";
import { MyDataLink } from "./my_data.jsx";

const NEAR = 1; // this many ahead: time to come back

function Ahead({ ahead }) {
  return (
    <div class="ahead__row">
      <div>
        {ahead === 0
          ? <strong class="big-fact">{t("Anda berikutnya")}</strong>
          : <strong class="big-fact">{ahead === 1 ? t("1 orang") : t("%(count)s orang", { count: ahead })}</strong>}
        <p class="kicker">{ahead === 0 ? t("tidak ada orang di depan Anda") : t("di depan Anda")}</p>
      </div>
      <People count={ahead} you />
    </div>
  );
}

function Estimate({ estimate }) {
  if (!estimate) return <div><strong class="big-fact">{t("Belum cukup data")}</strong><p class="kicker">{t("untuk memperkirakan waktu tunggu")}</p></div>;
  const minutes = inMinutes(estimate);
  return (
    <>
      <div>
        <strong class="big-fact">{t("%(from)s–%(to)s menit", minutes)}</strong>
        <p class="kicker">{t("perkiraan, sekitar %(from)s–%(to)s %(zone)s", asTimes(estimate, serverNow()))}</p>
      </div>
      <Interval {...minutes} ticks={3} />
    </>
  );
}

function Sound() {
  if (useValue(soundReady)) return null;
  return (
    <button class="button button--primary" type="button" onClick={trySound}>
      <Icon name="sound" />{t("Coba bunyi panggilan")}
    </button>
  );
}

function Advice({ soon }) {
  const ready = useValue(soundReady);
  if (soon) return <Notice icon="bell" tone="soon" title={t("Giliran Anda hampir tiba")}>{t("Silakan kembali ke ruang tunggu PST.")}</Notice>;
  return (
    <Notice icon="bell">
      {ready ? t("Biarkan halaman ini terbuka. Ponsel berbunyi saat giliran Anda.") : t("Biarkan halaman ini terbuka, lalu coba bunyinya. Panggilan di layar ruang tunggu tetap yang utama.")}
    </Notice>
  );
}

function Place({ ticket }) {
  if (isNumbered) return <><p class="kicker">{t("Nomor antrean Anda")}</p><TicketNumber number={ticket.number} /></>;
  if (typeof ticket.ahead !== "number") return <p class="kicker">{t("Anda sudah terdaftar")}</p>;
  return <><p class="kicker">{t("Anda urutan")}</p><PlaceInLine ahead={ticket.ahead} /></>;
}

export function Waiting({ ticket, line, answered, onLeave, onFill, onAnswered, onData, onAgain, onComplain }) {
  const soon = ticket.state === "waiting" && ticket.ahead !== null && ticket.ahead <= NEAR;
  const foot = (
    <>
      <Live line={line} />
      <Sound />
      <div class="foot-row">
        <button class="button button--quiet" type="button" onClick={onLeave}>{t("Keluar dari antrean")}</button>
        <MyDataLink onData={onData} />
      </div>
    </>
  );
  return (
    <Page class={`wait ${line.lostAt ? "wait--stale" : ""}`} foot={foot}>
      {soon && <div role="status"><Advice soon /></div>}
      {ticket.state === "on_hold" && <Notice icon="hold" title={t("Ditunda sebentar")}>{t("Petugas akan memanggil Anda lagi.")}</Notice>}
      <Earlier ticket={ticket} answered={answered} onAnswered={onAnswered} />
      <article class="paper">
        <Place ticket={ticket} />
        <h1 class="service">{inOurWords(serviceOf(ticket))}</h1>
        {ticket.ahead !== null && ticket.ahead !== undefined && (
          <div class="ahead"><Ahead ahead={ticket.ahead} /><Estimate estimate={ticket.estimate} /></div>
        )}
      </article>
      {!soon && <Advice />}
      <BookCard ticket={ticket} answered={answered} onFill={onFill} onAgain={onAgain} />
      <ComplainLink onComplain={onComplain} />
    </Page>
  );
}
