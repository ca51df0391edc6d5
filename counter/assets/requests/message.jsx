// One message of a thread, and what is left to do where the program cannot send it by itself.
import { useEffect, useRef } from "preact/hooks";
import { sizeWords } from "@shared/attached.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useCopy } from "../record/copying.js";
import { counterPath } from "../staff/work.js";
import { missingWords, problemWords } from "./troubles.js";
import { deliveryWords, exactMoment, kindWords } from "./words.js";

// A file that the channel has only named so far is on its way, or an officer asks for it once more.
function Missing({ message, file, may, work }) {
  const { position, missing } = file;
  const path = `messages/${message.position}/files/${position}/fetch`;
  const name = file.name || t("Berkas");
  if (missing === "waits") return <p class="soft" role="status"><Icon name="clock" />{t("%(name)s sedang diambil", { name })}</p>;
  return (
    <p class="said-missing">
      <span><Icon name="warning" /><span><b>{t("%(name)s tidak dapat diambil.", { name })}</b> {missingWords(missing)}</span></span>
      {may && missing !== "unreadable" && <button type="button" class="button" aria-disabled={work.busy ? "true" : undefined} onClick={() => !work.busy && work.verb(path)}><Icon name="recall" />{t("Coba ambil lagi")}</button>}
    </p>
  );
}

function Files({ request, message, may, work }) {
  if (!message.files.length && !message.files_left_out) return null;
  return (
    <ul class="said-files">
      {message.files.map((file) => (
        <li key={file.position}>
          {file.missing
            ? <Missing {...{ message, file, may, work }} />
            : <a class="button" href={counterPath(`requests/${request}/messages/${message.position}/files/${file.position}`)} download><Icon name="down" />{file.name || t("Berkas")} <small>{sizeWords(file.size)}</small></a>}
        </li>
      ))}
      {message.files_left_out > 0 && <li><p class="soft">{t("%(count)s berkas terlalu besar atau terlalu banyak, tidak disimpan.", { count: message.files_left_out })}</p></li>}
    </ul>
  );
}

function Copy({ text, words }) {
  const [state, copy] = useCopy(text);
  useEffect(() => { if (state === "by hand" && words.current) getSelection().selectAllChildren(words.current); }, [state]);
  return (
    <>
      <button type="button" class="button" onClick={copy}><Icon name="copy" />{state === "copied" ? t("Tersalin") : t("Salin")}</button>
      <span role="status" class={state === "by hand" ? undefined : "sr-only"}>{state === "by hand" ? t("Tekan Ctrl+C") : state === "copied" && t("Tersalin")}</span>
    </>
  );
}

// In the officer's own browser, by their own press: no number and no word passes through an address of ours.
function SendByHand({ message, words, may, work }) {
  if (!["by_hand", "failed"].includes(message.delivery) || !message.text) return null;
  const { links, files } = message;
  const names = files.map(({ name }) => name).join(", ");
  return (
    <div class="by-hand">
      {files.length > 0 && <p class="by-hand__files"><Icon name="clip" /><span>{t("Simpan berkasnya, lalu lampirkan sendiri: %(names)s", { names })}</span></p>}
      {links.map((link, place) => (
        <a key={link} class="button button--primary" href={link} target="_blank" rel="noopener noreferrer"><Icon name="talk" />{links.length > 1 ? t("Buka WhatsApp, bagian %(place)s", { place: place + 1 }) : t("Buka WhatsApp")}</a>
      ))}
      <Copy text={message.text} words={words} />
      {may && <button type="button" class="button" aria-disabled={work.busy ? "true" : undefined} onClick={() => !work.busy && work.verb("sent", { message: message.position })}><Icon name="check" />{t("Sudah saya kirim")}</button>}
    </div>
  );
}

export function Message({ request, message, may, work }) {
  const words = useRef(null);
  const ours = message.side !== "user";
  const waits = ["by_hand", "failed"].includes(message.delivery);
  const head = [ours ? message.by ?? t("Program") : t("Pengguna"), kindWords(message.kind), exactMoment(message.at)];
  return (
    <li class={`said-line said-line--${message.side}${waits ? " said-line--waits" : ""}`}>
      <p class="said-head"><b>{head.filter(Boolean).join(", ")}</b>{ours && <span class={`sent sent--${message.delivery}`}>{deliveryWords(message)}</span>}</p>
      {message.subject && <p class="said-subject">{message.subject}</p>}
      {message.text ? <p class="said-text" ref={words}>{message.text}</p> : <p class="soft">{message.text === null ? t("Isi sudah dihapus.") : t("Tanpa catatan.")}</p>}
      {message.cut && <p class="soft">{t("Pesan ini sangat panjang dan disimpan sampai 20.000 huruf.")}</p>}
      <Files {...{ request, message, may, work }} />
      {ours && message.problem && <p class="said-problem"><Icon name="warning" />{problemWords(message.problem)}</p>}
      <SendByHand {...{ message, words, may, work }} />
    </li>
  );
}
