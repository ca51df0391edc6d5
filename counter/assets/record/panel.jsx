import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { Answers } from "./answers.jsx";
import { CopySheet } from "./copy_sheet.jsx";
import { Needs } from "./needs.jsx";
import { useRecord } from "./record.js";

const changed = (draft) => Boolean(draft) && JSON.stringify(draft.values) !== JSON.stringify(draft.before);

// The focus goes to the panel and back; Esc closes it, unless a window over the page wants the key.
function usePanel(close) {
  const title = useRef(null);
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    const opener = document.activeElement;
    title.current.focus({ preventScroll: innerWidth > 1100 });
    const pressed = (event) => event.key === "Escape" && !document.querySelector("dialog[open], details.menu[open]") && latest.current();
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("keydown", pressed);
      opener?.focus({ preventScroll: true });
    };
  }, []);
  return title;
}

function Who({ answers }) {
  return (
    <div class="record__who">
      {answers.name && <p class="record__name">{answers.name}</p>}
      {answers.purpose && <p class="record__purpose">{answers.purpose}</p>}
    </div>
  );
}

function Tabs({ tabs, chosen, onChoose }) {
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

const tabsOf = (desk, { needs }) => [
  { name: "answers", words: t("Isian pengguna") },
  ...(desk.records_needs ? [{ name: "needs", words: t("Kebutuhan data"), count: needs.length }] : []),
  { name: "sheet", words: t("Lembar salin") },
];

// A visitor who writes on while they sit here; each look is one that is written down, so the officer asks for it.
function NewAnswers({ book, seen, onAgain }) {
  if ((book?.answered ?? 0) <= seen) return null;
  return <button type="button" class="button record__again" onClick={onAgain}><Icon name="recall" />{t("Ada isian baru. Baca lagi")}</button>;
}

function Record({ ticket, desk, at, draft, setDraft }) {
  const { record, again, setNeeds } = at;
  const [tab, choose] = useState("answers");
  const [revealed, reveal] = useState(false);
  const shared = { record, revealed, onReveal: () => reveal(true) };
  return (
    <>
      <Who answers={record.answers} />
      <Tabs tabs={tabsOf(desk, record)} chosen={tab} onChoose={choose} />
      <div class="record__body" tabIndex={0} role="region" aria-label={t("Catatan kunjungan")}>
        <NewAnswers book={desk.guest_book} seen={Object.keys(record.answers).length} onAgain={again} />
        <section hidden={tab !== "answers"}><Answers {...shared} missing={desk.guest_book?.missing} /></section>
        <section hidden={tab !== "needs"}><Needs {...{ ticket, record, setNeeds, draft, setDraft }} /></section>
        <section hidden={tab !== "sheet"}><CopySheet {...shared} /></section>
      </div>
    </>
  );
}

// What is left of the panel when its visitor has gone: only the need that was being written.
function Unsaved({ ticket, at, draft, setDraft }) {
  const { record, setNeeds } = at;
  return (
    <div class="record__body" tabIndex={0} role="region" aria-label={t("Catatan kunjungan")}>
      <p class="record__note"><Icon name="info" />{t("%(number)s tidak lagi di meja ini. Simpan atau batalkan isian ini.", { number: ticket.number })}</p>
      <Needs {...{ ticket, record, setNeeds, draft, setDraft }} />
    </div>
  );
}

// Beside the work, never over it: calling, starting and finishing go on while it is open.
export function RecordPanel({ ticket, desk, onClose }) {
  const at = useRecord(ticket);
  const [draft, setDraft] = useState(null);
  const [warned, warn] = useState(false);
  const id = useId();
  const unsaved = changed(draft);
  const gone = desk.ticket?.id !== ticket.id;
  const title = usePanel(() => (unsaved ? warn(true) : onClose()));
  useEffect(() => { if (!unsaved) warn(false); }, [unsaved]);
  useEffect(() => { if (gone && !unsaved) onClose(); }, [gone, unsaved]);
  const parts = { ticket, at, draft, setDraft };
  return (
    <div class="card record" role="dialog" aria-labelledby={id}>
      <header class="record__head">
        <h2 id={id} ref={title} tabIndex={-1}>{t("Catatan kunjungan")} <TicketNumber number={ticket.number} as="span" /></h2>
        <button type="button" class="button" onClick={() => (unsaved ? warn(true) : onClose())}><Icon name="close" />{t("Tutup")} <kbd>Esc</kbd></button>
        <p>{serviceName(ticket.service)}. {t("Pembukaan ini tercatat.")}</p>
      </header>
      <Trouble words={at.trouble ?? (warned ? t("Isian kebutuhan belum disimpan. Simpan, atau tekan Batal.") : null)} />
      {at.trouble && <button type="button" class="button record__again" onClick={at.again}><Icon name="recall" />{t("Coba lagi")}</button>}
      {at.record && (gone ? unsaved && <Unsaved {...parts} /> : <Record {...parts} desk={desk} />)}
    </div>
  );
}
