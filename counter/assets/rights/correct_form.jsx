// What a visitor asks to have put right, written with them; empty takes an answer away.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { Field } from "../record/fields.jsx";
import { plain } from "../record/forms.js";

const NUMBERS = ["birth_year", "count"];
const isSame = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const isEmpty = (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

// A year is typed as one, and a phone number as people write it.
const shown = (item) => ({ ...item, kind: item.kind === "birth_year" ? "year" : item.kind });
const asTyped = (item, value) => (item.kind === "phone" && value ? plain(item, value) : value);

function toSend(items, before, now) {
  const changed = items.filter(({ name }) => !isSame(before[name], now[name]));
  const written = (kind, value) => {
    if (isEmpty(value)) return null;
    return NUMBERS.includes(kind) ? Number(value) : value;
  };
  return Object.fromEntries(changed.map(({ name, kind }) => [name, written(kind, typeof now[name] === "string" ? now[name].trim() : now[name])]));
}

const isAsked = ({ follows }, values) => !follows || [values[follows.item]].flat().includes(follows.code);

export function Correct({ ticket, number, answers, asks, onCorrected, onClose }) {
  const { ask, busy, notice } = useSending();
  const before = Object.fromEntries(asks.items.map((item) => [item.name, asTyped(item, answers[item.name])]));
  const [values, setValues] = useState(before);
  const said = asks.items.filter(({ name }) => !isEmpty(answers[name]));
  const others = asks.items.filter((item) => !said.includes(item) && isAsked(item, values));
  const change = (name) => (value) => setValues((known) => ({ ...known, [name]: value }));
  const field = (item) => <Field key={item.name} item={shown(item)} value={values[item.name] ?? undefined} onChange={change(item.name)} />;
  const changes = toSend(asks.items, before, values);
  const count = Object.keys(changes).length;
  async function save(event) {
    event.preventDefault();
    const answer = await ask(counterPath(`tickets/${ticket}/rights/correct`), { answers: changes });
    if (answer?.ok) onCorrected(answer.data.changed);
  }
  return (
    <Dialog wide title={t("Perbaiki data %(number)s", { number })} onClose={onClose}
      lead={t("Ubah bersama pemilik data. Yang dikosongkan akan dihapus. Perubahan tercatat atas nama Anda, tanpa isinya.")}>
      <form class="correct" onSubmit={save}>
        <div class="correct__fields" tabIndex={0} role="region" aria-label={t("Isian buku tamu")}>
          {said.map(field)}
          <details open={!said.length}><summary>{t("Isian lain")}</summary><div class="correct__others">{others.map(field)}</div></details>
        </div>
        <Trouble words={notice?.words} />
        <DialogFoot note={count ? t("%(count)s isian berubah", { count }) : t("Tanpa perubahan, permintaan tetap dicatat selesai.")}>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={busy}><Icon name="check" />{count ? t("Simpan perbaikan") : t("Selesai, sudah benar")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
