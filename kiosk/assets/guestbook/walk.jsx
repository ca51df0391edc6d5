// The way through the form: how far, back, past a question, and on.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { isComplete, placeOf } from "./steps.js";

export function Progress({ entry, children }) {
  const { number, of } = placeOf(entry.steps, entry.step);
  const look = (place) => (place < number ? "is-done" : place === number ? "is-now" : "");
  return (
    <div class="progress">
      <div class="progress__top"><p>{t("Pertanyaan %(number)s dari %(of)s", { number, of })}</p>{children}</div>
      <ol class="progress__line" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => <li key={place} class={look(place + 1)} />)}
      </ol>
    </div>
  );
}

const TOUCHED = ["code", "group"]; // one touch goes on by itself

function onwards(step) {
  if (step.kind === "contact") return t("Simpan");
  return step.kind === "minor" ? t("Selesai") : t("Lanjut");
}

export function Actions({ entry, settled, onLeave }) {
  const { step, values, busy } = entry;
  const complete = isComplete(step, values);
  const mayGoOn = !TOUCHED.includes(step.kind) || complete;
  return (
    <div class={`actions actions--${step.kind}`}>
      <button class="button back" type="button" disabled={busy} onClick={settled(entry.isFirst ? onLeave : entry.back)}><Icon name="back" />{t("Kembali")}</button>
      {!step.required && step.kind !== "minor" && <button class="button" type="button" disabled={busy} onClick={settled(entry.skip)}>{t("Lewati")}</button>}
      {mayGoOn && <button class="button button--primary" type="button" disabled={busy || !complete} onClick={settled(TOUCHED.includes(step.kind) ? entry.forth : entry.confirm)}>{onwards(step)}</button>}
    </div>
  );
}

// Nothing is lost while the server is away, and nobody believes that it is there.
export function Waiting({ entry }) {
  return entry.isCut && <p class="unsaved" role="status">{t("Sambungan terputus. Isian Anda disimpan begitu tersambung lagi.")}</p>;
}
