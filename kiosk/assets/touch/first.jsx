// The guest book before a place in line, or of a guest who needs none: what follows is the number, or nothing.
import { useEffect, useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { page, post } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { useForm } from "../guestbook/form.js";
import { Bar, Foot } from "./frame.jsx";
import { GuestBook } from "./guestbook.jsx";
import { Heading } from "./heading.jsx";
import { Thanks } from "./thanks.jsx";

const serviceOf = (code) => page.office.services.find((service) => service.code === code);
export const hasLine = (code) => serviceOf(code)?.has_line ?? true;

// Whoever goes away before the end leaves nothing behind.
export const drop = ({ key }) => post(`${page.root}/kiosk/guestbook/drop`, {}, { key }).catch(() => {});

function ahead(code) {
  if (!hasLine(code)) return t("Lalu petugas menemui Anda. Tidak perlu nomor.");
  return isNumbered ? t("Lalu nomor antrean Anda terbit.") : t("Lalu silakan duduk, petugas memanggil Anda.");
}

function About({ code }) {
  return (
    <aside class="strip strip--first">
      <div><p>{t("Buku tamu")}</p><strong>{inOurWords(serviceOf(code)?.name ?? code)}</strong></div>
      <div><p>{ahead(code)}</p></div>
    </aside>
  );
}

function OnTheWay({ lostAt, printer }) {
  return (
    <main class="screen message">
      <Bar />
      <section class="screen__main">
        <div class="message__head">
          <div class="sign sign--soon"><Icon name="plug" /></div>
          <div class="message__words"><Heading>{t("Mohon tunggu sebentar")}</Heading><p class="say">{t("Sambungan terputus. Isian Anda disimpan begitu tersambung lagi.")}</p></div>
        </div>
      </section>
      <div class="screen__foot"><Foot lostAt={lostAt} printer={printer} /></div>
    </main>
  );
}

// The last answer is safe: the place in line is taken, or the guest is announced, also one who wrote nothing. Until then
// nothing is claimed; that the line is cut is said only when it is.
function AtTheEnd({ entry, visit, lostAt, printer, onPlace, onDone }) {
  const guest = !hasLine(visit.service);
  const [isAnnounced, setAnnounced] = useState(!guest);
  const written = isAnnounced && entry.unsaved === 0;
  useEffect(() => { if (guest) { entry.announce(); setAnnounced(true); } }, []);
  useEffect(() => { if (written && !guest) onPlace(visit); }, [written]);
  if (written && guest) return <Thanks entry={entry} guest={inOurWords(serviceOf(visit.service)?.name)} lostAt={lostAt} printer={printer} onDone={onDone} />;
  return entry.isCut && !written ? <OnTheWay lostAt={lostAt} printer={printer} /> : null;
}

export function BookFirst({ visit, larger, lostAt, printer, onLeave, onPlace, onDone }) {
  const form = useForm(serviceOf(visit.service)?.form ?? "skd");
  if (!form) return lostAt ? <OnTheWay lostAt={lostAt} printer={printer} /> : null;
  return (
    <GuestBook form={form} visit={visit} about={<About code={visit.service} />} larger={larger} lostAt={lostAt} printer={printer} onLeave={onLeave}
      end={(entry) => <AtTheEnd {...{ entry, visit, lostAt, printer, onPlace, onDone }} />} />
  );
}
