import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { deskName, deskNames, serviceName } from "../staff/names.js";
import { someOf } from "../staff/words.js";

const waitingOf = (queue, code) => queue.waiting.filter((entry) => entry.ticket.service === code);
const desksOf = (code) => page.office.counters.filter((desk) => desk.services.includes(code)).map((desk) => desk.counter);

function targets(ticket, counter) {
  return {
    services: page.office.services.filter((service) => service.code !== ticket.service && desksOf(service.code).length),
    desks: page.office.counters.filter((desk) => desk.counter !== counter && desk.services.includes(ticket.service)),
  };
}

function whoIsThere(queue, number) {
  const officer = queue.counters.find((desk) => desk.counter === number)?.officer;
  return officer ? officer.name : t("belum ada petugas");
}

// What the new wait will mean for the visitor.
function Outlook({ queue, service }) {
  const ahead = waitingOf(queue, service).map((entry) => entry.ticket.number);
  return (
    <p class="hint">
      <Icon name="clock" />
      <span>
        {t("Jam yang baru mulai saat giliran tiba dan ada meja bebas, paling awal saat Anda menekan Alihkan.")}{" "}
        {ahead.length ? t("Di depannya: %(numbers)s.", { numbers: someOf(ahead) }) : t("Tidak ada yang menunggu di depannya.")}
      </span>
    </p>
  );
}

// Sends the visitor on to another service, or to another counter, with the same number.
export function Transfer({ queue, ticket, counter, busy, trouble, onTransfer, onClose }) {
  const [target, choose] = useState(null);
  const { services, desks } = targets(ticket, counter);
  const [kind, value] = target?.split(":") ?? [];
  const words = kind === "service" ? serviceName(value) : kind && deskName(Number(value));
  const body = kind === "service" ? { service: value } : { counter: Number(value) };
  return (
    <Dialog wide title={t("Alihkan %(number)s", { number: ticket.number })} onClose={onClose}
      lead={t("Nomor tetap %(number)s. Pengguna tidak mengambil nomor baru.", { number: ticket.number })}>
      {services.length > 0 && (
        <fieldset class="choices choices--two">
          <legend>{t("Ke layanan")}</legend>
          {services.map(({ code, name }) => (
            <Choice key={code} group="target" value={`service:${code}`} chosen={target} onChoose={choose} letter={code} title={inOurWords(name)}
              note={t("%(desks)s, menunggu %(count)s", { desks: deskNames(desksOf(code)), count: waitingOf(queue, code).length })} />
          ))}
        </fieldset>
      )}
      {desks.length > 0 && (
        <fieldset class="choices choices--two">
          <legend>{t("Ke meja lain, layanan tetap")}</legend>
          {desks.map(({ counter: number }) => (
            <Choice key={number} group="target" value={`counter:${number}`} chosen={target} onChoose={choose} title={deskName(number)} note={whoIsThere(queue, number)} />
          ))}
        </fieldset>
      )}
      {kind && <Outlook queue={queue} service={kind === "service" ? value : ticket.service} />}
      <Trouble words={trouble} />
      <DialogFoot note={t("Dapat diurungkan 20 detik, tercatat di jurnal")}>
        <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
        <button type="button" class="button button--primary" disabled={!target || busy} onClick={() => onTransfer(body)}>
          <Icon name="transfer" />{words ? t("Alihkan ke %(target)s", { target: words }) : t("Alihkan")}
        </button>
      </DialogFoot>
    </Dialog>
  );
}
