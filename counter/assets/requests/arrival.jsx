// Whoever comes to an appointment takes a place in line like everybody else.
import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { PlaceTaken, PriorityTick, ServiceChoice, TakeButton } from "../staff/place_in_line.jsx";
import { counterPath, useSending } from "../staff/work.js";

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
  if (ticket) return <PlaceTaken ticket={ticket} onClose={done}>{t("Buku tamu diisi pengguna seperti biasa: nama dan kontak permintaan tidak ikut disalin.")}</PlaceTaken>;
  return (
    <Dialog wide title={t("Pengguna %(number)s sudah datang", { number: thread.number })} lead={t("Ia mendapat giliran seperti semua orang; janji temu tidak mendahului siapa pun.")} onClose={onClose}>
      <ServiceChoice services={services} chosen={service} onChoose={choose} />
      <PriorityTick on={priority} onTick={setPriority} />
      <Trouble words={notice?.words} />
      <DialogFoot>
        <button type="button" class="button button--link" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && met()}>{t("Sudah punya giliran sendiri")}</button>
        <TakeButton disabled={!service || busy} onTake={take} />
      </DialogFoot>
    </Dialog>
  );
}
