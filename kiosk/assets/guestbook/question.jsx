import { useEffect, useRef } from "preact/hooks";
import { inOurWords, t } from "@shared/words.js";
import { OneOf, SomeOf } from "./choice.jsx";
import { Contact, Notice, Problem } from "./contact.jsx";
import { Field } from "./field.jsx";
import { Heads } from "./heads.jsx";
import { isComplete, itemsOf } from "./steps.js";

const YEAR = 4; // digits

const headings = {
  company: () => t("Datang sendiri atau rombongan?"),
  heads: () => t("Berapa orang dalam rombongan?"),
  contact: () => t("Kontak, kalau Anda mau"),
  minor: () => t("Sampai di sini sudah cukup"),
};
const hints = {
  name: () => t("Nama panggilan pun boleh. Nama tidak tampil di layar umum dan tidak disebut lewat pengeras suara."),
  purpose: () => t("Data atau layanan apa yang Anda cari? Beberapa kata sudah cukup."),
  birth_year: () => t("Empat angka, misalnya 1990."),
  means: () => t("Boleh lebih dari satu."),
  minor: () => t("Karena Anda mungkin belum berusia 18 tahun, kami tidak meminta nomor HP dan e-mail. Itu untuk melindungi Anda."),
};

function Answer({ entry, settled }) {
  const { step, values } = entry;
  const value = values[step.name];
  const type = (typed) => entry.type(step.name, typed);
  const enter = () => isComplete(step, values) && !entry.busy && entry.confirm();
  if (step.kind === "minor") return null;
  if (step.kind === "contact") return <Contact entry={entry} />;
  if (step.kind === "heads") return <Heads step={step} values={values} onType={entry.type} onEnter={enter} />;
  if (step.kind === "codes") return <SomeOf step={step} value={value} settled={settled} onValue={type} />;
  if (["code", "group"].includes(step.kind)) return <OneOf step={step} value={value} settled={settled} onChoose={entry.choose} />;
  const year = step.kind === "birth_year";
  return (
    <Field keys={year ? "digits" : "words"} most={year ? YEAR : step.most} value={value} first problem={entry.problem}
      aria-labelledby="question" aria-describedby={hints[step.name] ? "hint" : undefined} onValue={type} onEnter={enter} />
  );
}

// The heading takes the focus where no field does, so that a screen reader says what is asked.
function useFocus(step) {
  const heading = useRef();
  useEffect(() => {
    if (!["words", "birth_year", "heads"].includes(step.kind)) heading.current.focus({ preventScroll: true });
  }, []);
  return heading;
}

// `known`: what was answered elsewhere. It is never shown again, so the visitor is told that it is there.
export function Question({ entry, settled, known = [] }) {
  const { step, steps, form, values } = entry;
  const heading = useFocus(step);
  const hint = hints[step.name]?.();
  const isHere = [step.name, ...itemsOf(step)].some((name) => name in values);
  const isKnown = !isHere && itemsOf(step).some((name) => known.includes(name));
  const showsNotice = step === steps[0] || step.kind === "contact";
  return (
    <div class={`ask ask--${step.kind} ${showsNotice ? "ask--noticed" : ""}`}>
      <div class="ask__head">
        <h1 ref={heading} id="question" class="question" tabIndex={-1}>{headings[step.name]?.() ?? inOurWords(step.ask)}</h1>
        {hint && <p id="hint" class="hint">{hint}</p>}
        {isKnown && <p class="hint">{t("Sudah Anda jawab. Isi lagi hanya bila ingin mengganti.")}</p>}
      </div>
      {showsNotice && <Notice form={form} />}
      <Answer entry={entry} settled={settled} />
      {step.kind !== "contact" && <Problem entry={entry} />}
    </div>
  );
}
