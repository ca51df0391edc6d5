// The visitor's own data: what can be asked, until when it is answered, and what was agreed to. Never the data themselves.
import { useEffect, useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { page, post, read, ServerLost } from "@shared/page.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { PrivacySheet } from "../guestbook/privacy.jsx";
import { EraseSheet } from "./erase_sheet.jsx";
import { Page } from "./frame.jsx";
import { Asked, kinds } from "./asked.jsx";

const HELD = ["used", "restricted"];

const storedWords = (stored) => ({
  nothing: t("Tidak ada data pribadi yang tersimpan untuk kunjungan ini."),
  used: t("Isian buku tamu Anda tersimpan dan dipakai untuk melayani Anda."),
  restricted: t("Pemakaian data Anda sedang dibatasi. Data hanya disimpan."),
  erased: t("Data pribadi Anda sudah dihapus. Tempat Anda di antrean tetap."),
})[stored];

export function MyDataLink({ onData }) {
  return <button class="button button--quiet" type="button" onClick={onData}>{t("Data pribadi saya")}</button>;
}

function useMyData(ticket) {
  const [mine, setMine] = useState(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const at = `${page.root}/kiosk/tickets/${ticket.token}`;
  async function tell(work) {
    setBusy(true);
    setTrouble(null);
    try {
      const answer = await work();
      if (!answer.ok) setTrouble(answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi."));
      const found = await read(`${at}/my-data`);
      if (found.ok) setMine(found.data);
      setBusy(false);
      return answer.ok;
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Belum terkirim karena sambungan terputus. Silakan coba lagi."));
      setBusy(false);
      return false;
    }
  }
  const again = () => tell(() => ({ ok: true }));
  useEffect(() => { again(); }, []);
  const ask = (kind) => tell(() => post(`${at}/rights`, { kind }));
  async function takeBack(purposes) {
    for (const purpose of purposes) {
      if (!(await tell(() => post(`${at}/consents/${purpose}/withdraw`)))) return false;
    }
    return true;
  }
  return { mine, busy, trouble, ask, takeBack, again };
}

function Consents({ consents, busy, onTakeBack }) {
  const [said, say] = useState(null);
  const taken = async (purposes) => (await onTakeBack(purposes)) && say(t("Persetujuan ditarik, berlaku seketika."));
  return (
    <section class="paper my-data__part">
      <h2>{t("Persetujuan")}</h2>
      {consents.map(({ purpose, text, given }) => (
        <div key={purpose} class="my-data__consent">
          <p>{inOurWords(text)}</p>
          {given && <button class="button" type="button" disabled={busy} onClick={() => taken([purpose])}><Icon name="undo" />{t("Tarik persetujuan ini")}</button>}
          {given === null && <p class="kicker">{t("tidak diberikan pada kunjungan ini")}</p>}
          {given === false && <p class="kicker">{t("sudah ditarik")}</p>}
        </div>
      ))}
      <button class="button button--quiet" type="button" disabled={busy} onClick={() => taken(consents.map(({ purpose }) => purpose))}>{t("Tarik semua, juga dari kunjungan lalu")}</button>
      <p role="status">{said && <><Icon name="check" /> {said}</>}</p>
    </section>
  );
}

function Requests({ mine, busy, onAsk, onErase }) {
  const offered = kinds().filter(({ kind }) => HELD.includes(mine.stored) || mine.requests.some((request) => request.kind === kind));
  return (
    <section class="my-data__part" aria-label={t("Permintaan")}>
      {offered.map(({ kind, icon, words, what }) => (
        <article key={kind} class="paper my-data__right">
          <h2><Icon name={icon} />{words}</h2>
          <p>{what}</p>
          <Asked requests={mine.requests.filter((request) => request.kind === kind)} />
          {HELD.includes(mine.stored) && !mine.requests.some((request) => request.kind === kind && !request.done_at) && (
            <button class="button" type="button" disabled={busy} aria-haspopup={kind === "erase" ? "dialog" : undefined}
              onClick={() => (kind === "erase" ? onErase() : onAsk(kind))}>{t("Minta")}<span class="sr-only"> {words}</span></button>
          )}
        </article>
      ))}
    </section>
  );
}

export function MyData({ ticket, onClose }) {
  const { mine, busy, trouble, ask, takeBack, again } = useMyData(ticket);
  const [over, open] = useState(null);
  useEffect(() => scrollTo(0, 0), []);
  const foot = (
    <>
      {trouble && <p class="problem" role="alert">{trouble}</p>}
      {trouble && !mine && <button class="button" type="button" disabled={busy} onClick={again}>{t("Coba lagi")}</button>}
      <button class="button button--primary" type="button" onClick={onClose}><Icon name="back" />{t("Kembali")}</button>
    </>
  );
  return (
    <>
      <div inert={over !== null}>
        <Page class="my-data" foot={foot}>
          <div class="my-data__head">
            <h1>{t("Data pribadi saya")}</h1>
            {isNumbered && <p class="kicker">{t("Nomor Anda")} <TicketNumber number={ticket.number} as="span" /></p>}
            {mine && <p role="status">{storedWords(mine.stored)}</p>}
            <button class="read-more" type="button" aria-haspopup="dialog" onClick={() => open("privacy")}>{t("Baca cara kami menjaga data Anda")}</button>
          </div>
          {mine && mine.stored !== "nothing" && <Requests mine={mine} busy={busy} onAsk={ask} onErase={() => open("erase")} />}
          {mine && HELD.includes(mine.stored) && <Consents consents={mine.consents} busy={busy} onTakeBack={takeBack} />}
        </Page>
      </div>
      {over === "privacy" && <PrivacySheet onClose={() => open(null)} />}
      {over === "erase" && <EraseSheet busy={busy} onErase={async () => { await ask("erase"); open(null); }} onStay={() => open(null)} />}
    </>
  );
}
