// What stands in the panel: the visitor, the tabs, the answers or their form, the needs, the copy sheet.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Answers } from "./answers.jsx";
import { draftOf, itemsOf } from "./book.js";
import { BookForm } from "./book_form.jsx";
import { CopySheet } from "./copy_sheet.jsx";
import { Needs } from "./needs.jsx";
import { Returning } from "./returning.jsx";
import { formOf, isKept, writing } from "./visit.js";

function Who({ answers }) {
  return (
    <div class="record__who">
      {answers.name && <p class="record__name">{answers.name}</p>}
      {answers.purpose && <p class="record__purpose">{answers.purpose}</p>}
    </div>
  );
}

function Tabs({ tabs, chosen, onChoose }) {
  if (tabs.length < 2) return null;
  return (
    <div class="record__tabs" role="group" aria-label={t("Bagian catatan")}>
      {tabs.map(({ name, words, count }) => (
        <button key={name} type="button" aria-pressed={chosen === name} onClick={() => onChoose(name)}>
          {words}{count > 0 && <b>{count}</b>}
        </button>
      ))}
    </div>
  );
}

// A guest of the house is in no national registration; a visit that is not written down yet has only its answers.
function tabsOf(visit, about, { needs }) {
  const answers = { name: "answers", words: t("Isian pengguna") };
  if (!isKept(visit) || formOf(visit) === "reception") return [answers];
  const has = about.record || needs.length > 0;
  const words = about.record === "dtsen" ? t("Hasil DTSEN") : t("Kebutuhan data");
  return [answers, ...(has ? [{ name: "needs", words, count: needs.length }] : []), { name: "sheet", words: t("Lembar salin") }];
}

// A visitor who writes on while they sit here; each look is one that is written down, so the officer asks for it.
function NewAnswers({ book, seen, onAgain }) {
  if ((book?.answered ?? 0) <= seen) return null;
  return <button type="button" class="button record__again" onClick={onAgain}><Icon name="recall" />{t("Ada isian baru. Baca lagi")}</button>;
}

// The form of the visit, for what the visitor says aloud.
function Book({ visit, at, drafts, onKept, onClose }) {
  const { record, setBook } = at;
  const { path, more, key } = writing(visit);
  const isNew = !isKept(visit);
  function saved(news, answer) {
    setBook(news, answer);
    drafts.setBook(null);
    onKept(answer.entry);
  }
  return (
    <BookForm key={visit.key} items={itemsOf(record.asks, formOf(visit), record.answers)} asks={record.asks} draft={drafts.book} onChange={drafts.setBook}
      {...{ path, more, isNew }} sameKey={key} onSaved={saved} onLeave={isNew ? onClose : () => drafts.setBook(null)} saves={isNew ? t("Catat kunjungan") : undefined} />
  );
}

const theNeeds = ({ visit, about, at, drafts }) => (
  <Needs visit={visit} record={at.record} setNeeds={at.setNeeds} draft={drafts.need} setDraft={drafts.setNeed} kind={about.record} />
);

export function Record(parts) {
  const { visit, about, at, drafts } = parts;
  const { record, again } = at;
  const [chosen, choose] = useState("answers");
  const [revealed, reveal] = useState(false);
  const tabs = tabsOf(visit, about, record);
  const tab = tabs.some(({ name }) => name === chosen) ? chosen : "answers";
  const shared = { record, revealed, onReveal: () => reveal(true) };
  const isFilling = tab === "answers" && drafts.book;
  return (
    <>
      {!isFilling && <Who answers={record.answers} />}
      <Tabs tabs={tabs} chosen={tab} onChoose={choose} />
      <div class="record__body" tabIndex={0} role="region" aria-label={t("Catatan kunjungan")}>
        {!drafts.book && <NewAnswers book={about.guest_book} seen={Object.keys(record.answers).length} onAgain={again} />}
        <section hidden={tab !== "answers"}>
          {visit.ticket && !drafts.book && <Returning ticket={visit.ticket} record={record} onJoined={again} />}
          {drafts.book ? <Book {...parts} /> : <Answers {...shared} missing={about.guest_book?.missing ?? record.missing} onFill={() => drafts.setBook(draftOf(record))} />}
        </section>
        <section hidden={tab !== "needs"}>{theNeeds(parts)}</section>
        <section hidden={tab !== "sheet"}><CopySheet {...shared} onAgain={again} /></section>
      </div>
    </>
  );
}

// What is left of the panel when its visitor has gone: only what was being written.
export function Unsaved(parts) {
  const { visit, drafts } = parts;
  return (
    <div class="record__body" tabIndex={0} role="region" aria-label={t("Catatan kunjungan")}>
      <p class="record__note"><Icon name="info" />{t("%(number)s tidak lagi di meja ini. Simpan atau batalkan isian ini.", { number: visit.ticket.number })}</p>
      {drafts.book && <Book {...parts} />}
      {drafts.need && theNeeds(parts)}
    </div>
  );
}
