import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { deskNames, serviceName } from "../staff/names.js";
import { reasonWords } from "./words.js";

const reasons = () => [
  { code: "visitor_asked", words: t("Pengguna meminta meja ini") },
  { code: "officer_skill", words: t("Perlu keahlian petugas ini") },
  { code: "urgent", words: t("Mendesak") },
];

// Why this visitor cannot be called from here just now; null when they can.
function hindrance({ entry, counter, desk }) {
  if (desk.ticket) return t("Selesaikan dulu %(number)s di meja ini.", { number: desk.ticket.number });
  if (!entry.counters.includes(counter)) return t("Layanan ini dilayani di %(desks)s.", { desks: deskNames(entry.counters) });
  return null;
}

// A press on a waiting visitor: call them before their turn, print again, or take them out of the line.
export function SpecialCall({ entry, first, counter, desk, busy, trouble, printable, onCall, onPrint, onCancel, onClose }) {
  const { ticket } = entry;
  const [reason, choose] = useState(null);
  const [sure, setSure] = useState(false);
  const hindered = hindrance({ entry, counter, desk });
  const why = entry.reason ? Object.values(reasonWords(entry.reason)) : [];
  const lead = [serviceName(ticket.service), ...why].filter(Boolean).join(", ");
  const ready = !busy && (first || reason);
  return (
    <Dialog title={t("Panggil khusus %(number)s", { number: ticket.number })} lead={lead} onClose={onClose}>
      {hindered && <p class="hint"><Icon name="info" />{hindered}</p>}
      {!hindered && first && <p class="hint"><Icon name="info" />{t("Nomor ini memang giliran berikutnya.")}</p>}
      {!hindered && !first && (
        <fieldset class="choices">
          <legend>{t("Alasan mendahulukan, tercatat di jurnal")}</legend>
          {reasons().map(({ code, words }) => <Choice key={code} group="reason" value={code} chosen={reason} onChoose={choose} title={words} />)}
        </fieldset>
      )}
      <Trouble words={trouble} />
      {entry.reason && (
        <p class="dialog__aside">
          {printable && <button type="button" class="button" disabled={busy} onClick={() => onPrint(ticket)}><Icon name="printer" />{t("Cetak ulang nomor")}</button>}
          <button type="button" class="button button--danger" disabled={busy} onClick={() => (sure ? onCancel(ticket) : setSure(true))}>
            <Icon name="close" />{sure ? t("Ya, batalkan %(number)s", { number: ticket.number }) : t("Batalkan nomor")}
          </button>
        </p>
      )}
      <DialogFoot>
        <button type="button" class="button" onClick={onClose}>{t("Tutup")}</button>
        {!hindered && (
          <button type="button" class="button button--primary" disabled={!ready} onClick={() => onCall(ticket, first ? null : reason)}>
            <Icon name="megaphone" />{t("Panggil %(number)s", { number: ticket.number })}
          </button>
        )}
      </DialogFoot>
    </Dialog>
  );
}
