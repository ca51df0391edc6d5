// What was written on both sides, oldest first.
import { t } from "@shared/words.js";
import { sizeWords } from "@shared/attached.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { momentWords } from "./words.js";

const heads = { ask: () => t("Pertanyaan kami"), answer: () => t("Jawaban kami"), answer_part: () => t("Jawaban sementara"), appoint: () => t("Janji temu"), move_meeting: () => t("Janji temu dipindahkan"), cancel_meeting: () => t("Janji temu dibatalkan") };

function whose({ side, kind }) {
  if (side === "user") return t("Anda");
  if (side === "program") return t("Pesan otomatis");
  return heads[kind]?.() ?? page.office.name;
}

function Saved({ file, place }) {
  const name = file.name || t("Berkas");
  if (file.missing) return <p class="said-by__file">{name} <small>{file.missing === "waits" ? t("sedang diambil") : t("tidak dapat diambil")}</small></p>;
  return <a class="said-by__file said-by__save" href={`${place}/files/${file.position}`} download><Icon name="down" /><span>{name}</span> <small>{sizeWords(file.size)}</small></a>;
}

export function Thread({ thread, address }) {
  return (
    <section class="thread" aria-label={t("Percakapan")}>
      {thread.map((message) => (
        <article key={message.position} class={`said-by said-by--${message.side}`}>
          <p class="said-by__head"><b>{whose(message)}</b> <span>{momentWords(message.at)}</span></p>
          {message.text && <p class="said-by__text">{message.text}</p>}
          {message.files.map((file) => <Saved key={file.position} file={file} place={`${address}/messages/${message.position}`} />)}
          {message.cut && <p class="said-by__file">{t("Selebihnya terlalu panjang dan tidak disimpan.")}</p>}
        </article>
      ))}
    </section>
  );
}
