import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { draftOf, isChanged } from "./book.js";
import { Met } from "./met.jsx";
import { Record, Unsaved } from "./parts.jsx";
import { useRecord } from "./record.js";
import { isKept } from "./visit.js";

const needChanged = (draft) => Boolean(draft) && JSON.stringify(draft.values) !== JSON.stringify(draft.before);

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

// What is being written: a need of data, the guest book, or both. A visit that is new begins with its book.
function useDrafts(visit) {
  const [need, setNeed] = useState(null);
  const [book, setBook] = useState(() => (isKept(visit) ? null : draftOf({ answers: {}, consents: {} })));
  const unsaved = needChanged(need) || isChanged(book);
  const [warned, warn] = useState(false);
  useEffect(() => { if (!unsaved) warn(false); }, [unsaved]);
  // Whether the panel may go: it may not while something in it would be lost.
  const mayLeave = () => {
    if (unsaved) warn(true);
    return !unsaved;
  };
  return { need, setNeed, book, setBook, unsaved, warned, mayLeave };
}

function Head({ visit, id, title, onClose }) {
  return (
    <header class="record__head">
      <h2 id={id} ref={title} tabIndex={-1}>
        {visit.ticket ? <>{t("Catatan kunjungan")} <TicketNumber number={visit.ticket.number} as="span" /></> : t("Kunjungan tanpa nomor")}
      </h2>
      <button type="button" class="button" onClick={onClose}><Icon name="close" />{t("Tutup")} <kbd>Esc</kbd></button>
      <p>{serviceName(visit.service)}. {isKept(visit) && t("Pembukaan ini tercatat.")}</p>
    </header>
  );
}

// Beside the work, never over it: calling, starting and finishing go on while it is open.
// `about` is what the screen knows of the visit: {guest_book, record, isGone, guest}. `guard` asks whether it may go.
export function RecordPanel({ visit, about, guard, onKept, onClose }) {
  const at = useRecord(visit);
  const drafts = useDrafts(visit);
  const id = useId();
  const { unsaved } = drafts;
  const gone = about.isGone;
  const close = () => drafts.mayLeave() && onClose();
  const title = usePanel(close);
  guard.current = drafts.mayLeave;
  useEffect(() => () => { guard.current = null; }, []);
  useEffect(() => { if (gone && !unsaved) onClose(); }, [gone, unsaved]);
  const parts = { visit, about, at, drafts, onKept, onClose };
  return (
    <div class="card record" role="dialog" aria-labelledby={id}>
      <Head {...{ visit, id, title }} onClose={close} />
      {about.guest && <Met {...about.guest} />}
      <Trouble words={at.trouble ?? (drafts.warned ? t("Isian belum disimpan. Simpan, atau tekan Batal.") : null)} />
      {at.trouble && <button type="button" class="button record__again" onClick={at.again}><Icon name="recall" />{t("Coba lagi")}</button>}
      {at.record && (gone ? unsaved && <Unsaved {...parts} /> : <Record {...parts} />)}
    </div>
  );
}
