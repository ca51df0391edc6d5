import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { ALONE, MANY } from "./steps.js";

function Choice({ role, checked, children, onTouch }) {
  return (
    <button class={`choice choice--${role}`} type="button" role={role} aria-checked={String(checked)} onClick={onTouch}>
      <span class="choice__mark"><Icon name="check" /></span>
      <span>{children}</span>
    </button>
  );
}

const long = (options) => `choices ${options.length > 4 ? "choices--several" : ""} ${options.length > 6 ? "choices--many" : ""}`;

export function OneOf({ step, value, settled, onChoose }) {
  const options = step.kind === "group" ? groups() : step.options.map(({ code, text }) => ({ code, words: inOurWords(text) }));
  return (
    <div class={long(options)} role="radiogroup" aria-labelledby="question">
      {options.map(({ code, words }) => <Choice key={code} role="radio" checked={value === code} onTouch={settled(() => onChoose(code))}>{words}</Choice>)}
    </div>
  );
}

const groups = () => [{ code: ALONE, words: t("Sendiri") }, { code: MANY, words: t("Rombongan") }];

export function SomeOf({ step, value = [], settled, onValue }) {
  const toggle = (code) => onValue(value.includes(code) ? value.filter((other) => other !== code) : [...value, code]);
  return (
    <div class={long(step.options)} role="group" aria-labelledby="question">
      {step.options.map(({ code, text }) => (
        <Choice key={code} role="checkbox" checked={value.includes(code)} onTouch={settled(() => toggle(code))}>{inOurWords(text)}</Choice>
      ))}
    </div>
  );
}

// Never ticked beforehand (UU 27/2022 Pasal 22).
export function Consents({ texts, consents, onAgree }) {
  return (
    <div class="choices consents" role="group" aria-label={t("Persetujuan, boleh kosong")}>
      {texts.map(({ purpose, text }) => (
        <Choice key={purpose} role="checkbox" checked={Boolean(consents[purpose])} onTouch={() => onAgree(purpose, !consents[purpose])}>{inOurWords(text)}</Choice>
      ))}
    </div>
  );
}
