// The way through a rating: what is shown at each step, and the buttons below it.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Progress } from "../guestbook/walk.jsx";
import { End, Opening } from "./ends.jsx";
import { Comment, Question } from "./question.jsx";
import { isQuestion, questionsOf } from "./steps.js";

const surveys = { skm: () => t("Survei Kepuasan"), skd: () => t("Survei Kebutuhan Data") };

// `children`: whose visit it is, above the opening.
export function Step({ rating, settled, children }) {
  const { step, path } = rating;
  if (step.kind === "opening") return <Opening rating={rating}>{children}</Opening>;
  if (step.kind === "comment") return <Comment rating={rating} />;
  if (step.kind === "end") return <End rating={rating} settled={settled} />;
  return (
    <>
      <Progress entry={{ steps: questionsOf(path, step.instrument), step }}><span class="progress__survey">{surveys[step.instrument]()}</span></Progress>
      <Question rating={rating} settled={settled} />
    </>
  );
}

function Buttons({ children }) {
  return <div class="actions">{children}</div>;
}

function TakeBack({ rating, settled, onDone }) {
  const [sure, setSure] = useState(false);
  if (rating.isTakenBack || !rating.begun.length) {
    return (
      <Buttons>
        {rating.isTakenBack && <button class="button" type="button" onClick={settled(rating.begin)}>{t("Nilai lagi")}</button>}
        <button class="button button--primary" type="button" onClick={settled(onDone)}>{t("Selesai")}</button>
      </Buttons>
    );
  }
  if (sure) {
    return (
      <Buttons>
        <button class="button" type="button" disabled={rating.busy} onClick={() => setSure(false)}>{t("Tidak jadi")}</button>
        <button class="button" type="button" disabled={rating.busy} onClick={rating.takeBack}>{t("Ya, tarik kembali")}</button>
      </Buttons>
    );
  }
  return (
    <Buttons>
      <button class="button" type="button" disabled={rating.unsaved > 0} onClick={settled(() => setSure(true))}>{t("Tarik kembali penilaian")}</button>
      <button class="button button--primary" type="button" onClick={settled(onDone)}>{t("Selesai")}</button>
    </Buttons>
  );
}

function Writing({ rating, settled }) {
  const text = rating.value?.trim() ?? "";
  return (
    <Buttons>
      <button class="button back" type="button" disabled={rating.busy} onClick={settled(rating.back)}><Icon name="back" />{t("Kembali")}</button>
      <button class="button" type="button" disabled={rating.busy} onClick={settled(rating.forth)}>{t("Lewati")}</button>
      <button class="button button--primary" type="button" disabled={rating.busy || !text} onClick={settled(() => rating.write(text))}>{t("Kirim")}</button>
    </Buttons>
  );
}

export function Actions({ rating, settled, onLeave, onDone }) {
  const { step } = rating;
  if (step.kind === "opening") {
    return (
      <Buttons>
        <button class="button back" type="button" onClick={settled(onLeave)}><Icon name="back" />{t("Kembali")}</button>
        <button class="button button--primary" type="button" onClick={settled(rating.begin)}>{rating.begun.length ? t("Lanjutkan") : t("Mulai")}</button>
      </Buttons>
    );
  }
  if (step.kind === "end") return <TakeBack rating={rating} settled={settled} onDone={onDone} />;
  if (!isQuestion(step)) return <Writing rating={rating} settled={settled} />;
  const isAnswered = rating.value !== undefined || rating.isKnown;
  return (
    <Buttons>
      <button class="button back" type="button" onClick={settled(rating.back)}><Icon name="back" />{t("Kembali")}</button>
      <button class="button stop" type="button" onClick={settled(rating.stop)}>{t("Cukup")}</button>
      <button class={`button ${isAnswered ? "button--primary" : ""}`} type="button" onClick={settled(rating.forth)}>{isAnswered ? t("Lanjut") : t("Lewati")}</button>
    </Buttons>
  );
}
