import { useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { moved } from "../staff/days.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { stateWords } from "./words.js";

const STATES = ["planned", "running", "done"];
const A_MONTH = 30; // days

// A line that is lost cannot be brought back, so it asks once more.
function Drop({ busy, onDrop }) {
  const [sure, ask] = useState(false);
  if (sure) return <button type="button" class="button button--danger button--asked" disabled={busy} onClick={onDrop}>{t("Hapus baris ini selamanya")}</button>;
  return <button type="button" class="button button--danger" onClick={() => ask(true)}>{t("Hapus")}</button>;
}

function Fields({ said, write, unsur }) {
  const field = (name) => ({ value: said[name], onInput: (event) => write({ ...said, [name]: event.currentTarget.value }) });
  return (
    <>
      <label>{t("Unsur")}
        <select class="input" {...field("unsur")}>{Object.entries(unsur).map(([code, one]) => <option key={code} value={code}>{code} {inOurWords(one.name)}</option>)}</select>
      </label>
      <label>{t("Tindakan atau program")}<textarea class="input plan__words" required maxLength={300} rows={3} {...field("programme")} /></label>
      <div class="plan__pair">
        <label>{t("Batas waktu")}<input class="input" type="date" required {...field("due")} /></label>
        <label>{t("Penanggung jawab")}<input class="input" required maxLength={80} autoComplete="off" {...field("in_charge")} /></label>
      </div>
      <label>{t("Keadaan")}
        <select class="input" {...field("state")}>{STATES.map((state) => <option key={state} value={state}>{stateWords(state)}</option>)}</select>
      </label>
    </>
  );
}

export function PlanDialog({ line, told, onDone, onClose }) {
  const { id, day, ...known } = line;
  const lowest = told.skm.lowest[0] ?? "U1";
  const [said, write] = useState({ unsur: lowest, programme: "", due: moved(officeDay(serverNow()), A_MONTH), in_charge: "", state: "planned", ...known });
  const { ask, busy, notice } = useSending();
  const send = async (path, body) => { if ((await ask(counterPath(path), body, { moment: line }))?.ok) onDone(); };
  const save = (event) => {
    event.preventDefault();
    if (id) send(`follow-ups/${id}`, said);
    else send("follow-ups", { ...said, period_ends: told.to });
  };
  return (
    <Dialog title={id ? t("Ubah tindak lanjut") : t("Tindak lanjut baru")} lead={t("Tulis tindakannya, jangan nama pengunjung.")} onClose={onClose}>
      <form class="form" onSubmit={save}>
        <Fields said={said} write={write} unsur={told.skm.unsur} />
        <Trouble words={notice?.words} />
        <DialogFoot note={id && <Drop busy={busy} onDrop={() => send(`follow-ups/${id}/drop`, {})} />}>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={busy}><Icon name="check" />{t("Simpan")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
