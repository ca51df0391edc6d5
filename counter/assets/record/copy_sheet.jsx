import { useEffect, useRef } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { useCopy } from "./copying.js";
import { isContact, masked } from "./forms.js";

function contactOf({ answers, asks }, value) {
  return asks.items.find((item) => isContact(item) && value && answers[item.name] === value);
}

// A button's own words are not spoken when they change, so the news stands beside it.
function Copied({ state, what }) {
  return <span class="sr-only" role="status">{state === "copied" && t("%(what)s tersalin", { what })}</span>;
}

function Line({ name, value, hidden, onReveal }) {
  const [state, copy] = useCopy(value);
  const text = useRef(null);
  useEffect(() => {
    if (state !== "by hand") return;
    if (hidden) onReveal();
    else getSelection().selectAllChildren(text.current);
  }, [state, hidden]);
  return (
    <li>
      <span class="sheet__name">{name}</span>
      <span class="sheet__value" ref={text}>{hidden || value}</span>
      {value && <button type="button" class="button" onClick={copy}>{state === "copied" ? t("Tersalin") : t("Salin")}<span class="sr-only"> {name}</span></button>}
      <Copied state={state} what={name} />
      {state === "by hand" && <small role="status">{t("Tekan Ctrl+C")}</small>}
    </li>
  );
}

function AllByHand({ text }) {
  const field = useRef(null);
  useEffect(() => { field.current.select(); }, []);
  return (
    <label class="sheet__all">
      {t("Tekan Ctrl+C")}
      <textarea class="input input--text" ref={field} rows="4" readOnly value={text} />
    </label>
  );
}

// The entry in the order of the national registration, to be copied instead of typed again.
export function CopySheet({ record, revealed, onReveal, onAgain }) {
  if (!record.copy_sheet) return <Older onAgain={onAgain} />;
  return <Sheet {...{ record, revealed, onReveal }} />;
}

// What was just written is in no sheet yet. To make one is another look at personal data, so the officer asks for it.
function Older({ onAgain }) {
  return (
    <>
      <p class="record__note"><Icon name="info" />{t("Isian baru saja disimpan. Lembar salin dibuat dari isian terbaru, dan pembukaannya tercatat.")}</p>
      <button type="button" class="button" onClick={onAgain}><Icon name="paper" />{t("Buat lembar salin")}</button>
    </>
  );
}

function Sheet({ record, revealed, onReveal }) {
  const lines = record.copy_sheet.map(({ label, value }) => ({ name: inOurWords(label), value, contact: contactOf(record, value) }));
  const whole = lines.map(({ name, value }) => `${name}\t${value}`).join("\n");
  const [state, copy] = useCopy(whole);
  return (
    <>
      <div class="sheet__head">
        <p class="soft">{t("Urutan isian pendaftaran nasional.")}</p>
        <button type="button" class="button" onClick={copy}><Icon name="paper" />{state === "copied" ? t("Tersalin") : t("Salin semua")}</button>
        <Copied state={state} what={t("Semua")} />
      </div>
      {state === "by hand" && <AllByHand text={whole} />}
      <ol class="sheet">
        {lines.map(({ name, value, contact }) => (
          <Line key={name} {...{ name, value, onReveal }} hidden={contact && !revealed && masked(contact, value)} />
        ))}
      </ol>
    </>
  );
}
