import { useEffect, useRef } from "preact/hooks";
import { inOurWords, t } from "@shared/words.js";
import { Field } from "../guestbook/field.jsx";

const COMMENT_LENGTH = 500;

// The heading of a new step takes the focus, so that a screen reader says what is asked.
export function Ask({ title, class: extra = "", takesFocus = true, children }) {
  const heading = useRef();
  useEffect(() => { if (takesFocus) heading.current.focus({ preventScroll: true }); }, []);
  return (
    <div class={`ask ${extra}`}>
      <h1 ref={heading} id="question" class="question" tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}

// Dots count the steps of the scale; none is in a better colour than another.
function Grade({ words, place, of, checked, onTouch }) {
  return (
    <button class="choice grade" type="button" role="radio" aria-checked={String(checked)} onClick={onTouch}>
      <span>{words}</span>
      <span class="grade__dots" aria-hidden="true">
        {Array.from({ length: of }, (_, dot) => <i key={dot} class={dot <= place ? "is-on" : ""} />)}
      </span>
    </button>
  );
}

function Grades({ step, value, onTouch }) {
  return step.options.map((option, place) => (
    <Grade key={place} words={inOurWords(option)} place={place} of={step.options.length}
      checked={value === step.lowest + place} onTouch={onTouch(step.lowest + place)} />
  ));
}

function Scale({ step, value, onTouch }) {
  const scores = Array.from({ length: step.highest - step.lowest + 1 }, (_, place) => step.lowest + place);
  return scores.map((score) => (
    <button key={score} class="choice score" type="button" role="radio" aria-checked={String(value === score)} onClick={onTouch(score)}>{score}</button>
  ));
}

const known = () => <p class="hint">{t("Sudah Anda jawab. Isi lagi hanya bila ingin mengganti.")}</p>;

export function Question({ rating, settled }) {
  const { step, value } = rating;
  const isScale = step.kind === "scale";
  const Answers = isScale ? Scale : Grades;
  const range = { lowest: step.lowest, highest: step.highest };
  return (
    <Ask title={inOurWords(step.question)}>
      {step.note && <p class="hint">{inOurWords(step.note)}</p>}
      {isScale && <p id="scale" class="hint">{t("Nilai %(lowest)s (sangat tidak puas) sampai %(highest)s (sangat puas).", range)}</p>}
      {rating.isKnown && known()}
      <div class={`choices ${isScale ? "scale" : "grades"}`} role="radiogroup" aria-labelledby="question" aria-describedby={isScale ? "scale" : undefined}>
        <Answers step={step} value={value} onTouch={(score) => settled(() => rating.choose(score))} />
      </div>
    </Ask>
  );
}

export function Comment({ rating }) {
  return (
    <Ask title={t("Ada yang ingin Anda sampaikan?")} class="ask--comment" takesFocus={false}>
      <p id="hint" class="hint">{t("Boleh kosong. Mohon jangan menulis nama, NIK, atau nomor telepon.")}</p>
      {rating.isKnown && known()}
      <Field keys="words" most={COMMENT_LENGTH} value={rating.value} first problem={rating.problem}
        aria-labelledby="question" aria-describedby="hint" onValue={rating.type} />
      <Problem rating={rating} />
    </Ask>
  );
}

export function Problem({ rating }) {
  return rating.problem && <p id="problem" class="problem" role="alert">{rating.problem.detail}</p>;
}
