// A complaint on the visitor's own phone. A call comes first: what was written until then waits behind it.
import { useEffect, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useComplaint } from "../complaint/complaint.js";
import { Channels, Code, Next } from "../complaint/made.jsx";
import { Actions, Cut, Progress, Question } from "../complaint/questions.jsx";
import { useSettled } from "../settled.js";
import { Notice, Page } from "./frame.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question
const CALLS_AWAY = ["called", "serving"];

export function useVisitComplaint(ticket) {
  const [wanted, want] = useState(false);
  const complaint = useComplaint({ ticket, isOpen: wanted });
  const close = () => { want(false); complaint.reset(); };
  return { ...complaint, isOpen: wanted && !CALLS_AWAY.includes(ticket.state), open: () => want(true), close };
}

export function ComplainLink({ onComplain }) {
  return <button class="button button--quiet" type="button" onClick={onComplain}>{t("Tulis pengaduan atau saran")}</button>;
}

function Step({ complaint }) {
  const settled = useSettled(SECOND_TAP);
  useEffect(() => scrollTo(0, 0), []);
  const enter = () => complaint.said.text.trim() && complaint.go("send");
  return (
    <Page class="book complain" foot={<><Cut complaint={complaint} /><Actions complaint={complaint} settled={settled} onLeave={complaint.close} /></>}>
      <Progress at={complaint.at} />
      <Question complaint={complaint} settled={settled} onEnter={enter} />
    </Page>
  );
}

function Made({ made, onClose }) {
  useEffect(() => scrollTo(0, 0), []);
  return (
    <Page class="complain" foot={<button class="button button--primary" type="button" onClick={onClose}><Icon name="check" />{t("Sudah saya simpan")}</button>}>
      <Notice icon="camera" tone="soon" title={t("Simpan kode ini.")}>{t("Ambil tangkapan layar, atau catat. Kode ini tidak dapat ditampilkan lagi.")}</Notice>
      <article class="paper made" role="status">
        <h1>{t("Pengaduan Anda diterima")}</h1>
        <Code code={made.code}>{t("Kode pengaduan")}</Code>
        <Next complaint={made} />
      </article>
      <a class="button" href={`${page.root}/kiosk/complaints/follow`}>{t("Ikuti pengaduan")}</a>
      <div class="paper"><Channels /></div>
    </Page>
  );
}

export function Complain({ complaint }) {
  return complaint.made ? <Made made={complaint.made} onClose={complaint.close} /> : <Step key={complaint.at} complaint={complaint} />;
}
