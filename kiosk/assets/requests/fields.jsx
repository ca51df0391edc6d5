// Fields of the form. Nothing is completed or remembered by the browser.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

const typed = (onValue) => (event) => onValue(event.currentTarget.value);
const plain = { autocomplete: "off", autocorrect: "off", spellcheck: false };
const wrong = (problem) => ({ "aria-invalid": problem ? "true" : undefined, "aria-errormessage": problem ? "problem" : undefined });

// Beside the field that it is about, which is where the eye is.
export const Problem = ({ words }) => words && <p id="problem" class="problem" role="alert">{words}</p>;

export function Said({ id, label, hint, most, rows = 4, value, onValue, problem }) {
  return (
    <div class="line">
      <label for={id}>{label}</label>
      {hint && <p id={`${id}-hint`} class="hint">{hint}</p>}
      <textarea id={id} class="field" rows={rows} maxLength={most} value={value} required aria-describedby={hint ? `${id}-hint` : undefined} {...plain} {...wrong(problem)} onInput={typed(onValue)} />
      <Problem words={problem} />
    </div>
  );
}

export function Line({ id, label, note, most, mode = "text", required, value, onValue, problem }) {
  return (
    <div class="line">
      <label for={id}>{label} {note && <small>{note}</small>}</label>
      <input id={id} class="field" inputMode={mode} maxLength={most} value={value} required={required} autocapitalize={mode === "text" ? "words" : "none"} {...plain} {...wrong(problem)} onInput={typed(onValue)} />
      <Problem words={problem} />
    </div>
  );
}

const kinds = {
  email: { most: 254, mode: "email", label: () => t("Alamat e-mail") },
  phone: { most: 40, mode: "tel", label: () => t("Nomor HP atau WhatsApp") },
};

// The contacts that the standard's requirements want, one of each group; none of a minor.
export function Contacts({ groups, said, of, onMinor }) {
  const all = groups.flatMap((group) => group.map((kind) => ({ kind, isAlone: group.length === 1 })));
  if (!all.length) return null;
  return (
    <>
      {!said.minor && all.map(({ kind, isAlone }) => (
        <Line key={kind} id={kind} label={kinds[kind].label()} note={isAlone ? t("wajib menurut standar") : t("salah satu cukup")}
          most={kinds[kind].most} mode={kinds[kind].mode} required={isAlone} {...of(kind)} />
      ))}
      <button class="choice choice--checkbox" type="button" role="checkbox" aria-checked={String(said.minor)} onClick={onMinor}>
        <span class="choice__mark"><Icon name="check" /></span>
        <span>{t("Saya belum 18 tahun")}<small>{t("Nomor HP dan e-mail tidak diminta. Jawabannya Anda baca di halaman permintaan.")}</small></span>
      </button>
    </>
  );
}
