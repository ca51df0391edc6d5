// Whoever comes to an appointment takes a place in line like everybody else.
import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { isNumbered } from "@shared/order.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { counterPath, useSending } from "../staff/work.js";

function Taken({ ticket, onClose }) {
  return (
    <Dialog title={isNumbered ? t("Nomor sudah terbit") : t("Sudah masuk antrean")} lead={serviceName(ticket.service)} onClose={onClose}>
      {isNumbered && <div class="taken" role="status"><TicketNumber number={ticket.number} /></div>}
      <p class="soft" role={isNumbered ? undefined : "status"}>{ticket.ahead > 0 ? t("Di depannya: %(count)s orang.", { count: ticket.ahead }) : t("Tidak ada orang di depannya.")} {t("Buku tamu diisi pengguna seperti biasa: nama dan kontak permintaan tidak ikut disalin.")}</p>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}

export function Arrival({ thread, readAgain, onClose }) {
  const services = page.office.services.filter((one) => one.has_line);
  const known = services.some(({ code }) => code === thread.service) ? thread.service : null;
  const [service, choose] = useState(known ?? (services.length === 1 ? services[0].code : null));
  const [priority, setPriority] = useState(false);
  const [ticket, setTicket] = useState(null);
  const { ask, busy, notice } = useSending();
  async function take() {
    const answer = await ask(counterPath(`requests/${thread.id}/arrive`), { service, priority }, { moment: thread.events });
    if (answer?.ok) setTicket(answer.data);
  }
  async function met() {
    const answer = await ask(counterPath(`requests/${thread.id}/appointment/keep`), {}, { moment: thread.events });
    if (answer?.ok) done();
  }
  const done = () => {
    onClose();
    readAgain();
  };
  if (ticket) return <Taken ticket={ticket} onClose={done} />;
  return (
    <Dialog wide title={t("Pengguna %(number)s sudah datang", { number: thread.number })} lead={t("Ia mendapat giliran seperti semua orang; janji temu tidak mendahului siapa pun.")} onClose={onClose}>
      <fieldset class="choices choices--two">
        <legend>{t("Layanan")}</legend>
        {services.map(({ code, name }) => <Choice key={code} group="service" value={code} chosen={service} onChoose={choose} letter={code} title={inOurWords(name)} />)}
      </fieldset>
      <label class="tick">
        <input type="checkbox" checked={priority} onChange={(event) => setPriority(event.currentTarget.checked)} />
        <span>{t("Didahulukan (prioritas)")}<small>{t("Tanpa menanyakan atau mencatat sebabnya")}</small></span>
      </label>
      <Trouble words={notice?.words} />
      <DialogFoot>
        <button type="button" class="button button--link" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && met()}>{t("Sudah punya giliran sendiri")}</button>
        <button type="button" class="button button--primary" disabled={!service || busy} onClick={take}><Icon name="ticket" />{isNumbered ? t("Terbitkan nomor") : t("Masukkan ke antrean")}</button>
      </DialogFoot>
    </Dialog>
  );
}
