// The whole privacy text over the form: whoever reads it loses neither their place nor what they wrote.
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { page, readSnapshot } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";

export const ReadPrivacy = createContext(null);

export function ReadMore() {
  const read = useContext(ReadPrivacy);
  return read && <button class="read-more" type="button" aria-haspopup="dialog" onClick={read}>{t("Baca selengkapnya")}</button>;
}

function Parts({ parts }) {
  return parts.map(({ letter, heading, lines }) => (
    <section key={letter} class="privacy-sheet__part">
      <h3>{inOurWords(heading)}</h3>
      <ul>{lines.map((line) => <li key={line.id}>{inOurWords(line)}</li>)}</ul>
    </section>
  ));
}

export function PrivacySheet({ onClose }) {
  const [parts, setParts] = useState(null);
  const [lost, setLost] = useState(false);
  const title = useRef();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    title.current.focus({ preventScroll: true });
    readSnapshot(`${page.root}/kiosk/privacy`).then((found) => setParts(found.parts), () => setLost(true));
    const escape = (event) => event.key === "Escape" && onClose();
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("keydown", escape);
      setTimeout(() => opener?.focus?.({ preventScroll: true }));
    };
  }, []);
  return (
    <div class="privacy-sheet" role="dialog" aria-modal="true" aria-labelledby="privacy">
      <div class="privacy-sheet__text" tabIndex={0} role="region" aria-labelledby="privacy">
        <h2 id="privacy" ref={title} tabIndex={-1}>{t("Data pribadi Anda")}</h2>
        {parts && <Parts parts={parts} />}
        {lost && <p role="alert">{t("Belum dapat dimuat. Tutup, lalu coba lagi.")}</p>}
      </div>
      <button class="button button--primary" type="button" onClick={onClose}><Icon name="back" />{t("Kembali ke isian")}</button>
    </div>
  );
}
