import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Field, Name } from "./fields.jsx";
import { label, masked } from "./forms.js";

// A contact that is known already stays masked until somebody wants to change it.
export function Contact({ item, value, before, onChange, fault }) {
  const [open, setOpen] = useState(false);
  if (!before || open || value !== before) return <Field {...{ item, value, onChange, fault }} />;
  return (
    <div class={`need-field need-field--${item.kind}`}>
      <p class="need-field__name"><Name item={item} /></p>
      <p class="answers__masked">
        <b>{masked(item, before)}</b>
        <button type="button" class="button button--link" onClick={() => setOpen(true)}>{t("Ubah")}<span class="sr-only"> {label(item)}</span></button>
      </p>
    </div>
  );
}

// UU 27/2022 Pasal 25: the fields go away, and the officer can say why.
export function MinorNote() {
  return <p class="record__note"><Icon name="info" />{t("Mungkin di bawah 18 tahun: nomor HP dan e-mail tidak ditanyakan dan tidak disimpan.")}</p>;
}

// Never ticked beforehand, and never by the officer's own guess (UU 27/2022 Pasal 22).
export function Consents({ asks, draft, onAgree }) {
  return (
    <fieldset class="agreed">
      <legend>{t("Centang hanya bila pengguna sendiri menyatakan setuju.")}</legend>
      {asks.consents.map(({ purpose, text }) => (
        <label key={purpose} class="tick">
          <input type="checkbox" checked={Boolean(draft.consents[purpose])} onChange={(event) => onAgree(purpose, event.currentTarget.checked)} />
          <span>{inOurWords(text)}</span>
        </label>
      ))}
    </fieldset>
  );
}
