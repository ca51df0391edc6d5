import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { isNumbered } from "@shared/order.js";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { useSending } from "../staff/work.js";
import { PlaceTaken, PriorityTick, ServiceChoice, TakeButton } from "../staff/place_in_line.jsx";
import { languageName } from "./words.js";

function paperWords(printer) {
  if (printer?.state === "ready") return isNumbered ? t("Kertas nomornya sedang dicetak.") : t("Kertasnya sedang dicetak.");
  return isNumbered && t("Tidak ada kertas: sebutkan atau tuliskan nomor ini untuk pengguna.");
}

// A place in line for a visitor who cannot or will not use the kiosk.
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
  if (ticket) return <PlaceTaken ticket={ticket} onClose={onClose}>{paperWords(printer)}</PlaceTaken>;
  return (
    <Dialog wide title={isNumbered ? t("Ambilkan nomor") : t("Masukkan ke antrean")} lead={t("Untuk pengguna yang tidak memakai kios.")} onClose={onClose}>
      <ServiceChoice services={services} chosen={service} onChoose={choose} />
      <fieldset class="choices choices--two">
        <legend>{t("Bahasa panggilan")}</legend>
        {["id", "en"].map((code) => <Choice key={code} group="language" value={code} chosen={language} onChoose={speak} title={languageName(code)} />)}
      </fieldset>
      <PriorityTick on={priority} onTick={setPriority} />
      <Trouble words={notice?.words} />
      <DialogFoot>
        <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
        <TakeButton disabled={!service || busy} onTake={take} />
      </DialogFoot>
    </Dialog>
  );
}
