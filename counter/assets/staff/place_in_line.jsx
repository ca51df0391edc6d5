// What an officer is asked for somebody who came, above all for a place in line, and what is told when it is taken.
import { isNumbered } from "@shared/order.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Choice } from "./choice.jsx";
import { Dialog, DialogFoot } from "./dialog.jsx";
import { serviceName } from "./names.js";

export function ServiceChoice({ services, chosen, onChoose }) {
  return (
    <fieldset class="choices choices--two">
      <legend>{t("Layanan")}</legend>
      {services.map(({ code, name }) => <Choice key={code} group="service" value={code} chosen={chosen} onChoose={onChoose} letter={code} title={inOurWords(name)} />)}
    </fieldset>
  );
}

export function PriorityTick({ on, onTick }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{t("Didahulukan (prioritas)")}<small>{t("Tanpa menanyakan atau mencatat sebabnya")}</small></span>
    </label>
  );
}

export function TakeButton({ disabled, onTake }) {
  return <button type="button" class="button button--primary" disabled={disabled} onClick={onTake}><Icon name="ticket" />{isNumbered ? t("Terbitkan nomor") : t("Masukkan ke antrean")}</button>;
}

export function PlaceTaken({ ticket, children, onClose }) {
  return (
    <Dialog title={isNumbered ? t("Nomor sudah terbit") : t("Sudah masuk antrean")} lead={serviceName(ticket.service)} onClose={onClose}>
      {isNumbered && <div class="taken" role="status"><TicketNumber number={ticket.number} /></div>}
      <p class="soft" role={isNumbered ? undefined : "status"}>{ticket.ahead > 0 ? t("Di depannya: %(count)s orang.", { count: ticket.ahead }) : t("Tidak ada orang di depannya.")} {children}</p>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}
