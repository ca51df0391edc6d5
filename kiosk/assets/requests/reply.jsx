// Writing once more: it answers our question, fills in the form that the standard wants, or takes a closed request up again.
import { useRef, useState } from "preact/hooks";
import { serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { patienceFor, useAttaching } from "@shared/attached.js";
import { AttachButton, Attached, Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Notice } from "../phone/frame.jsx";
import { useSending } from "../sending.js";
import { Said } from "./fields.jsx";
import { dayWords } from "./words.js";

function wordsFor({ state, awaits_form: awaitsForm, reopens_until: until }) {
  if (until) return [t("Balas untuk membuka kembali"), t("Sampai %(day)s. Nomor dan riwayatnya tetap.", { day: dayWords(until.slice(0, 10)) })];
  if (awaitsForm) return [t("Isi formulir permintaan"), t("Data apa, wilayah mana, tahun berapa. Jangan menulis NIK.")];
  if (state === "waiting") return [t("Jawaban Anda"), t("Hitungan hari berjalan lagi begitu Anda menjawab.")];
  return [t("Tulis pesan"), t("Menambah keterangan, atau bertanya lagi. Jangan menulis NIK.")];
}

export function Reply({ request, onWritten }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState(null);
  const hear = useRef();
  const [state, send] = useSending(`requests/${request.token}/messages`, (told) => hear.current.written(told), (answer) => hear.current.refused(answer));
  const attached = useAttaching(request.token, { busy: state.busy });
  hear.current = {
    written: (told) => { setText(""); attached.clear(); onWritten(told); },
    refused: (answer) => (answer?.item === "files" ? attached.setFault : setProblem)(answer?.detail ?? t("Belum berhasil. Silakan coba lagi.")),
  };
  if (request.reopens_until && Date.parse(request.reopens_until) < serverNow()) {
    return <Notice icon="info">{t("Permintaan ini sudah lama ditutup.")} <a href={`${page.root}/kiosk/requests`}>{t("Ajukan permintaan baru")}</a></Notice>;
  }
  const [label, hint] = wordsFor(request);
  async function submit(event) {
    event.preventDefault();
    setProblem(null);
    const files = await attached.read();
    if (files) send({ text, files }, patienceFor(files));
  }
  return (
    <form class={`paper requests__form${attached.isOver ? " drops" : ""}`} noValidate onSubmit={submit} onPaste={attached.paste}>
      <Said id="text" label={label} hint={hint} most={page.form.most} value={text} onValue={setText} problem={problem} />
      <Attached attached={attached} busy={state.busy} />
      <AttachButton add={attached.add} busy={state.busy} />
      {state.isCut && <p class="unsaved" role="status">{t("Sambungan terputus. Pesan Anda dikirim begitu tersambung lagi. Jangan tutup halaman ini.")}</p>}
      <button class={`button ${request.state === "waiting" ? "button--primary" : ""}`} type="submit" disabled={state.busy || !(text.trim() || attached.files.length)}><Icon name="arrow-right" />{state.busy ? t("Mengirim…") : t("Kirim pesan")}</button>
    </form>
  );
}
