// A complaint at the kiosk: anonymous unless the visitor wants to be answered, and gone from the screen with them.
import { page } from "@shared/page.js";
import { Icon, Timeline } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useComplaint } from "../complaint/complaint.js";
import { Channels, Code, Next } from "../complaint/made.jsx";
import { Actions, Cut, Progress, Question } from "../complaint/questions.jsx";
import { Typing } from "../guestbook/field.jsx";
import { useSettled } from "../settled.js";
import { Bar, Foot, Notice } from "./frame.jsx";
import { Heading } from "./heading.jsx";
import { useCountdown } from "./idle.js";
import { Keyboard, useTyping } from "./keyboard.jsx";
import { Strip } from "./strip.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question
const TO_PHOTOGRAPH = 60; // seconds until the screen goes home

export function ComplaintButton({ onComplain }) {
  return (
    <button class="button button--start complaint-button" type="button" onClick={onComplain}>
      <Icon name="megaphone" />
      <span>{t("Tulis pengaduan")}</span>
    </button>
  );
}

function About() {
  return (
    <aside class="strip strip--complaint">
      <div><p>{t("Pengaduan, saran, dan masukan")}</p><strong>{t("Boleh tanpa nama")}</strong></div>
    </aside>
  );
}

function Step({ complaint, typing, onLeave }) {
  const settled = useSettled(SECOND_TAP);
  const enter = () => complaint.said.text.trim() && complaint.go("send");
  return (
    <section class="book__main">
      <Progress at={complaint.at} />
      <Typing.Provider value={typing}><Question complaint={complaint} settled={settled} onEnter={enter} /></Typing.Provider>
      <Cut complaint={complaint} />
      <Actions complaint={complaint} settled={settled} onLeave={onLeave} />
    </section>
  );
}

function Follow() {
  return (
    <div class="take">
      <img class="qr" src={`${page.root}/kiosk/complaints/follow/qr.svg`} alt={t("Kode QR halaman untuk mengikuti pengaduan")} />
      <div>
        <h2>{t("Ikuti dengan ponsel Anda")}</h2>
        <p class="hint">{t("Arahkan kamera ke kode ini, lalu ketik kode pengaduan. Dengan kode itu Anda juga dapat meminta isinya dihapus.")}</p>
      </div>
    </div>
  );
}

function Made({ complaint, lostAt, printer, onDone }) {
  const [left, again] = useCountdown(TO_PHOTOGRAPH, onDone);
  const settled = useSettled(1500);
  return (
    <main class="screen done made" onPointerDown={again}>
      <Bar />
      <section class="screen__main">
        <Notice icon="camera" tone="soon" title={t("Foto layar ini.")}>{t("Kode ini tidak dapat ditampilkan lagi. Siapa pun yang memegangnya dapat mengikuti pengaduan ini.")}</Notice>
        <div class="shot shot--framed">
          <div class="paper" role="status">
            <Heading class="kicker">{t("Pengaduan Anda diterima")}</Heading>
            <Code code={complaint.code}>{t("Kode pengaduan")}</Code>
            <Next complaint={complaint} />
          </div>
          <Follow />
        </div>
        <Channels />
      </section>
      <div class="screen__foot">
        <div class="actions"><button class="button button--wide" type="button" onClick={settled(onDone)}><Icon name="check" />{t("Sudah saya foto")}</button></div>
        <Timeline left={left / TO_PHOTOGRAPH} />
        <Foot lostAt={lostAt} printer={printer}>
          <span class="foot__count">{t("Kembali ke awal dalam %(seconds)s detik", { seconds: Math.ceil(left) })}</span>
        </Foot>
      </div>
    </main>
  );
}

export function Complaint({ ticket, larger, lostAt, printer, onLeave, onDone }) {
  const complaint = useComplaint({ ticket });
  const [typing, active, rest] = useTyping();
  if (complaint.made) return <Made complaint={complaint.made} {...{ lostAt, printer, onDone }} />;
  const looks = Object.entries({ typing: active, larger, contact: complaint.at === "contact" }).filter(([, on]) => on).map(([look]) => `book--${look}`).join(" ");
  return (
    <main class={`screen book complaint ${looks}`}>
      <Bar />
      {ticket ? <Strip ticket={ticket} /> : <About />}
      <Step key={complaint.at} complaint={complaint} typing={typing} onLeave={onLeave} />
      {active
        ? <Keyboard active={active} onRest={complaint.at === "contact" && rest} />
        : <div class="screen__foot"><Foot lostAt={lostAt} printer={printer} /></div>}
    </main>
  );
}
