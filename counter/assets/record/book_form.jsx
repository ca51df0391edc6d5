import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { useSending } from "../staff/work.js";
import { Company } from "./company.jsx";
import { faultAt, isChanged, mayBeMinor, newsIn, partsOf } from "./book.js";
import { Contact, Consents, MinorNote } from "./contact.jsx";
import { Field } from "./fields.jsx";

const MOST_WITHOUT_HEADINGS = 8; // questions; a short form needs no parts

const headings = () => ({
  visit: t("Keperluan"), person: t("Pengguna"), work: t("Pekerjaan dan instansi"), use: t("Pemanfaatan dan sarana"),
  contact: t("Kontak"), origin: t("Asal"),
});

// Enter goes on to the next question as Tab does, so that a row of short answers is typed without the mouse.
function keyed(event) {
  if (event.key !== "Enter" || event.isComposing) return;
  const form = event.currentTarget;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (!event.shiftKey && event.target.matches("input:not([type=checkbox]), textarea")) {
    event.preventDefault();
    const stops = [...form.querySelectorAll("input, textarea, button:not([tabindex='-1'])")].filter((one) => !one.disabled);
    stops[stops.indexOf(event.target) + 1]?.focus();
  }
}

function Question({ item, draft, put, fault }) {
  const told = { fault: fault?.item === item.name ? fault.words : null };
  if (item.name === "group") return <Company values={draft.values} onValues={put} {...told} />;
  const Asked = item.kind === "phone" || item.kind === "email" ? Contact : Field;
  return <Asked item={item} value={draft.values[item.name]} before={draft.before[item.name]} onChange={(value) => put({ [item.name]: value })} {...told} />;
}

function Part({ part, named, asks, draft, put, fault, onAgree }) {
  const id = useId();
  const minor = part.name === "contact" && mayBeMinor(draft.values, asks);
  return (
    <div class={`book-part book-part--${part.name} ${named ? "book-part--named" : ""}`} role="group" aria-labelledby={named ? id : undefined} aria-label={named ? undefined : headings()[part.name]}>
      {named && <h3 id={id} class="book-part__name">{headings()[part.name]}</h3>}
      {minor ? <MinorNote /> : part.items.map((item) => <Question key={item.name} {...{ item, draft, put, fault }} />)}
      {part.name === "contact" && !minor && onAgree && <Consents {...{ asks, draft, onAgree }} />}
    </div>
  );
}

function Notice({ asks }) {
  return (
    <details class="book-notice">
      <summary><Icon name="info" />{t("Pemberitahuan data, bacakan bila ditanya")}</summary>
      <p>{inOurWords(asks.notice)}</p>
    </details>
  );
}

// The whole form of a visit, filled in by staff for the visitor. `path`, `more` and `sameKey` say where the answers go;
// `items` which questions are asked; `withConsents` whether they may be agreed to here.
export function BookForm({ path, more, sameKey, items, asks, draft, onChange, onSaved, onLeave, isNew = false, withConsents = true, saves }) {
  const { ask, busy, notice } = useSending();
  const frame = useRef(null);
  useEffect(() => { frame.current.querySelector("input, textarea, .pick")?.focus({ preventScroll: true }); }, []);
  const { values } = draft;
  const parts = partsOf(items, values);
  const known = parts.flatMap((part) => part.items.map(({ name }) => name));
  const at = faultAt(notice);
  const fault = known.includes(at) ? { item: at, words: notice.words } : null;
  const put = (some) => onChange({ ...draft, values: { ...values, ...some } });
  const onAgree = withConsents && ((purpose, agreed) => onChange({ ...draft, consents: { ...draft.consents, [purpose]: agreed } }));
  async function save(event) {
    event.preventDefault();
    const news = newsIn(draft, items, asks);
    onChange({ ...draft, sent: [...new Set([...draft.sent, ...Object.keys(news.answers), ...Object.keys(news.consents)])] });
    const answer = await ask(path, { ...more, ...news, language: language.value }, { key: sameKey });
    if (answer?.ok) onSaved(news, answer.data);
  }
  return (
    <form ref={frame} class="book-form" onSubmit={save} onKeyDown={keyed} aria-label={t("Isian pengguna")}>
      <Notice asks={asks} />
      {parts.map((part, place) => (
        <Part key={`${part.name}${place}`} named={items.length > MOST_WITHOUT_HEADINGS} {...{ part, asks, draft, put, fault, onAgree }} />
      ))}
      <div class="book-form__foot">
        <Trouble words={fault ? null : notice?.words} />
        <p class="soft">{t("Tab atau Enter ke isian berikut. Panah atau angka memilih. Ctrl+Enter menyimpan.")}</p>
        <button type="button" class="button" onClick={onLeave}>{t("Batal")}</button>
        <button type="submit" class="button button--primary" disabled={busy || !(isNew || isChanged(draft))}><Icon name="check" />{saves ?? t("Simpan isian")}</button>
      </div>
    </form>
  );
}
