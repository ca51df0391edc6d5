// A complaint that somebody tells or sends to staff.
import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { longDay } from "../staff/days.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { useSending } from "../staff/work.js";
import { KINDS, TOLD_TO_STAFF, channelWords, kindWords } from "./words.js";

const MOST = { text: 2000, name: 120, contact: 254 };
const nothing = { kind: "complaint", channel: "officer", text: "", name: "", contact: "" };

function Written({ complaint, onClose }) {
  return (
    <Dialog title={t("Pengaduan tercatat")} lead={t("Sebutkan atau tuliskan kode ini untuk pengadu.")} onClose={onClose}>
      <p class="complaint-code" role="status">{complaint.code}</p>
      <dl class="opened__clocks">
        <div><dt>{t("Jawaban pertama paling lambat")}</dt><dd>{longDay(complaint.first_answer_due)}</dd></div>
        <div><dt>{t("Selesai paling lambat")}</dt><dd>{longDay(complaint.settled_due)}</dd></div>
      </dl>
      <DialogFoot note={t("Dengan kode itu pengadu dapat mengikuti pengaduannya dan meminta isinya dihapus.")}><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}

export function WriteComplaint({ onWritten = () => {}, onClose }) {
  const [said, say] = useState(nothing);
  const [complaint, setComplaint] = useState(null);
  const { ask, busy, notice } = useSending();
  const put = (name) => (value) => say((now) => ({ ...now, [name]: value }));
  const typed = (name) => ({ value: said[name], maxLength: MOST[name], onInput: (event) => put(name)(event.currentTarget.value) });
  async function write(event) {
    event.preventDefault();
    const given = Object.entries(said).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    const answer = await ask(`${page.root}/kiosk/complaints`, Object.fromEntries(given));
    if (!answer?.ok) return;
    setComplaint(answer.data);
    onWritten();
  }
  if (complaint) return <Written complaint={complaint} onClose={onClose} />;
  return (
    <Dialog wide title={t("Catat pengaduan")} lead={t("Untuk yang menyampaikannya langsung, lewat telepon, surat, atau e-mail. Nama hanya bila ia mau.")} onClose={onClose}>
      <form class="form write-form" onSubmit={write}>
        <fieldset class="choices choices--two">
          <legend>{t("Disampaikan lewat")}</legend>
          {TOLD_TO_STAFF.map((channel) => <Choice key={channel} group="channel" value={channel} chosen={said.channel} onChoose={put("channel")} title={channelWords(channel)} />)}
        </fieldset>
        <label>{t("Jenis")}<select class="input" value={said.kind} onChange={(event) => put("kind")(event.currentTarget.value)}>{KINDS.map((kind) => <option key={kind} value={kind}>{kindWords(kind)}</option>)}</select></label>
        <label>{t("Isi, dengan kata-katanya sendiri")}<textarea class="input" rows={4} required {...typed("text")} /></label>
        <div class="write-form__who">
          <label>{t("Nama, bila ia mau")}<input class="input" autoComplete="off" {...typed("name")} /></label>
          <label>{t("Kontak, bila ia mau dijawab")}<input class="input" autoComplete="off" {...typed("contact")} /></label>
        </div>
        <Trouble words={notice?.words} />
        <DialogFoot>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={busy || !said.text.trim()}><Icon name="check" />{t("Simpan pengaduan")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
