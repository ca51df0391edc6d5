import { clockTime, zoneLetters } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { deskOf, Live, Page, serviceOf } from "./frame.jsx";
import { MyDataLink } from "./my_data.jsx";
import { RatingCard } from "./rating.jsx";

const timed = (iso) => ({ time: clockTime(iso), zone: zoneLetters });

export function Called({ ticket, line, onLeave }) {
  return (
    <Page class="called" foot={(
      <>
        <Live line={line} />
        <button class="button button--quiet" type="button" onClick={onLeave}>{t("Saya tidak jadi")}</button>
      </>
    )}>
      <div class="called__words" role="alert">
        <h1>{t("Giliran Anda")}</h1>
        {isNumbered && <TicketNumber number={ticket.number} />}
        <div class="go go--ring">
          <p>{t("Silakan menuju")}</p>
          <strong>{deskOf(ticket)}</strong>
          <p>{inOurWords(serviceOf(ticket))}</p>
        </div>
      </div>
      <p class="called__at">
        {t("Dipanggil pukul %(time)s %(zone)s", timed(ticket.called_at ?? ticket.first_called_at))}
      </p>
    </Page>
  );
}

export function Serving({ ticket, line, rating, onData }) {
  return (
    <Page class="serving" foot={<><Live line={line} /><MyDataLink onData={onData} /></>}>
      <article class="paper">
        <p class="kicker">{t("Sedang dilayani")}</p>
        {isNumbered && <TicketNumber number={ticket.number} />}
        <h1 class="service">{inOurWords(serviceOf(ticket))}</h1>
        <dl class="rows">
          <div><dt>{t("Meja Anda")}</dt><dd>{deskOf(ticket)}</dd></div>
          <div><dt>{isNumbered ? t("Ambil nomor") : t("Terdaftar")}</dt><dd>{clockTime(ticket.issued_at)}</dd></div>
          <div><dt>{t("Mulai dilayani")}</dt><dd>{clockTime(ticket.started_at)}</dd></div>
        </dl>
      </article>
      <p class="kicker">{t("Lama konsultasi tidak dibatasi. Silakan bertanya sampai jelas.")}</p>
      <RatingCard rating={rating} />
    </Page>
  );
}
