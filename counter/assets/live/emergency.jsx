import { useState } from "preact/hooks";
import { clockTime, serverNow } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { momentOf, Time } from "../staff/time_field.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { emergencyReason, emergencyReasons } from "../staff/words.js";

// Documents a power cut or the like: every clock stands still in it, and the journal says who said so.
export function EmergencyForm({ onClose }) {
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState(() => clockTime(serverNow()));
  const [reason, choose] = useState(null);
  const [text, setText] = useState("");
  const { ask, busy, notice } = useSending();
  async function declare(event) {
    event.preventDefault();
    const said = text.trim();
    const body = { from: momentOf(from), until: momentOf(until), reason, ...(said && { text: said }) };
    const answer = await ask(counterPath("emergencies"), body);
    if (answer?.ok) onClose();
  }
  return (
    <Dialog wide title={t("Catat keadaan darurat")} onClose={onClose}
      lead={t("Catat yang sudah lewat: paling akhir sampai sekarang. Selama itu jam semua pengguna dianggap berhenti. Catatan ini atas nama Anda, tampil di jurnal, dan tidak dapat dihapus.")}>
      <form class="form" onSubmit={declare}>
        <div class="times">
          <Time words={t("Dari pukul")} value={from} onChange={setFrom} />
          <Time words={t("Sampai pukul")} value={until} onChange={setUntil} />
        </div>
        <fieldset class="choices choices--two">
          <legend>{t("Sebab")}</legend>
          {emergencyReasons().map(({ code, words }) => <Choice key={code} group="emergency" value={code} chosen={reason} onChoose={choose} title={words} />)}
        </fieldset>
        <label>
          {t("Keterangan, bila perlu")}
          <textarea class="input input--text" rows={2} maxLength={500} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <Trouble words={notice?.words} />
        <DialogFoot note={t("Hanya untuk hari ini. Bila masih berlangsung, catat lagi sesudahnya.")}>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={busy || !reason || !from || !until}><Icon name="warning" />{t("Catat")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

// Today's emergencies, each with who documented it.
export function Emergencies({ list }) {
  if (!list.length) return null;
  return (
    <section class="card emergencies">
      <h2>{t("Keadaan darurat hari ini")}</h2>
      <ul>
        {list.map((one) => (
          <li key={one.at}>
            <Icon name="warning" /><b>{clockTime(one.from)}–{clockTime(one.until)}</b><span>{emergencyReason(one.reason)}</span>
            <small>{one.by ? t("dicatat %(name)s, %(time)s", { name: one.by.name, time: clockTime(one.at) }) : clockTime(one.at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
