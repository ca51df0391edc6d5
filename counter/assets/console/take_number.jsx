import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { useSending } from "../staff/work.js";
import { serviceName } from "../staff/names.js";
import { languageName } from "./words.js";

function Taken({ ticket, printer, onClose }) {
  const paper = printer?.state === "ready"
    ? t("Kertas nomornya sedang dicetak.")
    : t("Tidak ada kertas: sebutkan atau tuliskan nomor ini untuk pengguna.");
  return (
    <Dialog title={t("Nomor sudah terbit")} lead={serviceName(ticket.service)} onClose={onClose}>
      <div class="taken" role="status"><TicketNumber number={ticket.number} /></div>
      <p class="soft">{ticket.ahead > 0 && t("Di depannya: %(count)s orang.", { count: ticket.ahead })} {paper}</p>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}

// A number for a visitor who cannot or will not use the kiosk.
export function TakeNumber({ printer, onClose }) {
  const services = page.office.services.filter((one) => one.has_line);
  const [service, choose] = useState(services.length === 1 ? services[0].code : null);
  const [language, speak] = useState("id");
  const [priority, setPriority] = useState(false);
  const [ticket, setTicket] = useState(null);
  const { ask, busy, notice } = useSending();
  async function take() {
    const answer = await ask(`${page.root}/kiosk/tickets`, { service, language, priority });
    if (answer?.ok) setTicket(answer.data);
  }
  if (ticket) return <Taken ticket={ticket} printer={printer} onClose={onClose} />;
  return (
    <Dialog wide title={t("Ambilkan nomor")} lead={t("Untuk pengguna yang tidak memakai kios.")} onClose={onClose}>
      <fieldset class="choices choices--two">
        <legend>{t("Layanan")}</legend>
        {services.map(({ code, name }) => <Choice key={code} group="service" value={code} chosen={service} onChoose={choose} letter={code} title={inOurWords(name)} />)}
      </fieldset>
      <fieldset class="choices choices--two">
        <legend>{t("Bahasa panggilan")}</legend>
        {["id", "en"].map((code) => <Choice key={code} group="language" value={code} chosen={language} onChoose={speak} title={languageName(code)} />)}
      </fieldset>
      <label class="tick">
        <input type="checkbox" checked={priority} onChange={(event) => setPriority(event.currentTarget.checked)} />
        <span>{t("Didahulukan (prioritas)")}<small>{t("Tanpa menanyakan atau mencatat sebabnya")}</small></span>
      </label>
      <Trouble words={notice?.words} />
      <DialogFoot>
        <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
        <button type="button" class="button button--primary" disabled={!service || busy} onClick={take}><Icon name="ticket" />{t("Terbitkan nomor")}</button>
      </DialogFoot>
    </Dialog>
  );
}
