import { useState } from "preact/hooks";
import { t } from "@shared/words.js";
import { count } from "../staff/days.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";

const MOST_SHOWN = 8;

// Where an institution belongs, looked for by a part of its name.
export function Merge({ one, among, busy, trouble, onMerge, onClose }) {
  const [part, write] = useState("");
  const [into, choose] = useState(null);
  const wanted = part.trim().toLocaleLowerCase();
  const found = among.filter(({ id, name }) => id !== one.id && name.toLocaleLowerCase().includes(wanted)).slice(0, MOST_SHOWN);
  return (
    <Dialog title={t("Gabungkan instansi")} lead={t("Kunjungan dari %(name)s dihitung untuk instansi yang dipilih, juga yang lama.", { name: one.name })} onClose={onClose}>
      <div class="names">
        <label class="names__text">{t("Cari instansi")}<input class="input" autoFocus value={part} onInput={(event) => { write(event.currentTarget.value); choose(null); }} /></label>
        <fieldset class="names__choice">
          <legend class="sr-only">{t("Digabungkan ke")}</legend>
          {found.map((other) => (
            <label key={other.id}><input type="radio" name="into" checked={into?.id === other.id} onChange={() => choose(other)} />{other.name} <small class="soft">{count(other.all)}</small></label>
          ))}
          {found.length === 0 && <p class="soft">{t("Tidak ada instansi lain dengan nama itu.")}</p>}
        </fieldset>
      </div>
      <Trouble words={trouble} />
      <DialogFoot note={t("Dapat diurungkan.")}>
        <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
        <button type="button" class="button button--primary" disabled={busy || !into} onClick={() => onMerge(one, into)}>{t("Gabungkan")}</button>
      </DialogFoot>
    </Dialog>
  );
}
