// What was written on both sides, oldest first.
import { t } from "@shared/words.js";
import { page } from "@shared/page.js";
import { momentWords } from "./words.js";

const heads = { ask: () => t("Pertanyaan kami"), answer: () => t("Jawaban kami"), answer_part: () => t("Jawaban sementara"), appoint: () => t("Janji temu") };

function whose({ side, kind }) {
  if (side === "user") return t("Anda");
  if (side === "program") return t("Pesan otomatis");
  return heads[kind]?.() ?? page.office.name;
}

export function Thread({ thread }) {
  return (
    <section class="thread" aria-label={t("Percakapan")}>
      {thread.map((message) => (
        <article key={message.position} class={`said-by said-by--${message.side}`}>
          <p class="said-by__head"><b>{whose(message)}</b> <span>{momentWords(message.at)}</span></p>
          <p class="said-by__text">{message.text}</p>
          {message.files.map((file) => <p key={file.position} class="said-by__file">{file.name}</p>)}
          {message.cut && <p class="said-by__file">{t("Selebihnya terlalu panjang dan tidak disimpan.")}</p>}
        </article>
      ))}
    </section>
  );
}
