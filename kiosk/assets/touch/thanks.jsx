import { page } from "@shared/page.js";
import { Icon, TicketNumber, Timeline } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Where } from "./follow.jsx";
import { Bar, Foot } from "./frame.jsx";
import { Heading } from "./heading.jsx";
import { useCountdown } from "./idle.js";

const SECONDS = 20; // until the screen goes home

function outcome({ isCut, unsaved, answered }) {
  if (isCut) return ["plug", "soon", t("Belum tersimpan."), t("Sambungan terputus. Layar ini terus mencoba. Petugas dapat membantu mengisinya nanti.")];
  if (!unsaved && !answered.length) return ["form", "", t("Terima kasih."), t("Buku tamu boleh diisi nanti, di ponsel Anda atau bersama petugas.")];
  return ["check", "kept", t("Terima kasih."), t("Buku tamu Anda tersimpan.")];
}

export function Thanks({ entry, ticket, lostAt, printer, onDone }) {
  const [left, again] = useCountdown(SECONDS, onDone);
  const settled = useSettled();
  const [icon, tone, heading, words] = outcome(entry);
  const service = page.office.services.find(({ code }) => code === ticket.service);
  return (
    <main class="screen message thanks" onPointerDown={again}>
      <Bar />
      <section class="screen__main">
        <div class="message__head" role="status">
          <div class={`sign sign--${tone}`}><Icon name={icon} /></div>
          <div class="message__words"><Heading>{heading}</Heading><p class="say">{words}</p></div>
        </div>
        <div class="message__body">
          <div class="paper thanks__number">
            <p class="kicker">{t("Nomor antrean Anda")}</p>
            <TicketNumber number={ticket.number} />
            <p class="service">{inOurWords(service?.name ?? ticket.service)}</p>
          </div>
          <Where bookIsFilled={entry.answered.length > 0} />
        </div>
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
