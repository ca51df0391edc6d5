// What the published standard promises to whoever asks online, word for word, and what it wants of them.
import { language, t } from "@shared/words.js";
import { daysWords, startWords } from "./words.js";

function Nothing() {
  return <p>{t("Standar pelayanan kantor ini tidak menjanjikan waktu untuk permintaan lewat formulir. Permintaan Anda tetap dicatat dan dijawab.")}</p>;
}

export function Promised({ promise, requirements }) {
  return (
    <section class="paper promised">
      <h2>{t("Janji kami")}</h2>
      {promise ? <><blockquote lang="id">{promise.sentence}</blockquote><p>{language.value !== "id" && daysWords(promise)} {startWords(promise)}</p></> : <Nothing />}
      {requirements.length > 0 && (
        <details>
          <summary>{t("Persyaratan menurut standar")}</summary>
          <ol lang="id">{requirements.map((line, place) => <li key={place}>{line}</li>)}</ol>
        </details>
      )}
    </section>
  );
}
