import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { Icon, TicketNumber, Timeline } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Where } from "./follow.jsx";
import { Bar, Foot, Notice } from "./frame.jsx";
import { Heading } from "./heading.jsx";
import { useCountdown } from "./idle.js";

const SECONDS = 20; // until the screen goes home

function outcome({ isCut, unsaved, answered }, guest) {
  if (isCut) return ["plug", "soon", t("Belum tersimpan."), t("Sambungan terputus. Layar ini terus mencoba. Petugas dapat membantu mengisinya nanti.")];
  if (guest) return ["check", "kept", t("Terima kasih."), t("Petugas sudah tahu Anda datang dan akan menemui Anda.")];
  if (!unsaved && !answered.length) return ["form", "", t("Terima kasih."), t("Buku tamu boleh diisi nanti, di ponsel Anda atau bersama petugas.")];
  return ["check", "kept", t("Terima kasih."), t("Buku tamu Anda tersimpan.")];
}

function Place({ ticket, guest, bookIsFilled }) {
  const service = page.office.services.find(({ code }) => code === ticket?.service);
  return (
    <div class="message__body">
      <div class="paper thanks__number">
        {ticket && isNumbered && <><p class="kicker">{t("Nomor antrean Anda")}</p><TicketNumber number={ticket.number} /></>}
        <p class="service">{guest ?? inOurWords(service?.name ?? ticket.service)}</p>
      </div>
      {guest ? <Notice icon="chair" tone="plain" title={t("Silakan duduk di ruang tunggu PST.")}>{t("Anda tidak perlu nomor antrean.")}</Notice> : <Where bookIsFilled={bookIsFilled} />}
    </div>
  );
}

// `guest`: what somebody came for who needs no place in line.
export function Thanks({ entry, ticket, guest, lostAt, printer, onDone }) {
  const [left, again] = useCountdown(SECONDS, onDone);
  const settled = useSettled();
  const [icon, tone, heading, words] = outcome(entry, guest);
  return (
    <main class="screen message thanks" onPointerDown={again}>
      <Bar />
      <section class="screen__main">
        <div class="message__head" role="status">
          <div class={`sign sign--${tone}`}><Icon name={icon} /></div>
          <div class="message__words"><Heading>{heading}</Heading><p class="say">{words}</p></div>
        </div>
        <Place ticket={ticket} guest={guest} bookIsFilled={entry.answered.length > 0} />
      </section>
      <div class="screen__foot">
        <div class="actions"><button class="button button--wide button--tall" type="button" onClick={settled(onDone)}>{t("Selesai")}</button></div>
        <Timeline left={left / SECONDS} />
        <Foot lostAt={lostAt} printer={printer}>
          <span class="foot__count">{t("Kembali ke awal dalam %(seconds)s detik", { seconds: Math.ceil(left) })}</span>
        </Foot>
      </div>
    </main>
  );
}
