import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dialog, DialogFoot } from "../staff/dialog.jsx";
import { ServiceChoice } from "../staff/place_in_line.jsx";

// What somebody who telephones, writes or visits the house came about. The form stands beside the work afterwards.
export function NewVisit({ onChosen, onClose }) {
  const { services } = page.office;
  const [service, choose] = useState(services.length === 1 ? services[0].code : null);
  function go(event) {
    event.preventDefault();
    onChosen(service);
  }
  return (
    <Dialog wide title={t("Catat kunjungan tanpa nomor")} lead={t("Untuk telepon, WhatsApp, e-mail, surat, dan tamu kantor.")} onClose={onClose}>
      <form class="new-visit" onSubmit={go}>
        <ServiceChoice services={services} chosen={service} onChoose={choose} />
        <DialogFoot note={t("Tanpa nomor, tanpa giliran: jam tunggu tidak berjalan.")}>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={!service}><Icon name="form" />{t("Lanjut ke isian")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
