// What a complaint is asked, one thing at a time: what kind, what happened, and how it is sent.
import { useEffect, useRef } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Field } from "../guestbook/field.jsx";
import { STEPS } from "./complaint.js";

const MOST_NAME = 120;
const MOST_CONTACT = 254;

export function Progress({ at, children }) {
  const number = at === "contact" ? STEPS.length : STEPS.indexOf(at) + 1;
  const look = (place) => (place < number ? "is-done" : place === number ? "is-now" : "");
  return (
    <div class="progress">
      <div class="progress__top"><p>{t("Langkah %(number)s dari %(of)s", { number, of: STEPS.length })}</p>{children}</div>
      <ol class="progress__line" aria-hidden="true">{STEPS.map((name, place) => <li key={name} class={look(place + 1)} />)}</ol>
    </div>
  );
}

function Choice({ role, checked, words, note, onTouch }) {
  return (
    <button class={`choice choice--${role}`} type="button" role={role} aria-checked={String(checked)} onClick={onTouch}>
      <span class="choice__mark"><Icon name="check" /></span>
      <span>{words}{note && <small>{note}</small>}</span>
    </button>
  );
}

const limits = ({ first_answer_days: answer, settled_days: settled }) =>
  t("Paling lama dijawab %(answer)s, selesai %(settled)s hari kerja", { answer, settled });

function Kind({ complaint, settled }) {
  const { terms, said, choose } = complaint;
  if (!terms) return <p class="hint" role="status">{t("Memuat pertanyaan…")}</p>;
  return (
    <div class="choices kinds" role="radiogroup" aria-labelledby="question">
      {terms.kinds.map((one) => (
        <Choice key={one.kind} role="radio" checked={said.kind === one.kind} words={inOurWords(one.name)} note={limits(one)} onTouch={settled(() => choose(one.kind))} />
      ))}
    </div>
  );
}

function Words({ complaint, onEnter }) {
  const { said, say, terms, problem } = complaint;
  return (
    <Field keys="words" most={terms.most} value={said.text} first rows={6} problem={problem} aria-labelledby="question" aria-describedby="hint"
      onValue={(text) => say({ text })} onEnter={onEnter} />
  );
}

function Review({ complaint, settled }) {
  const { terms, said, say, ticket } = complaint;
  const kind = terms.kinds.find((one) => one.kind === said.kind);
  return (
    <>
      <blockquote class="review" tabIndex={0} aria-label={t("Yang Anda tulis")}><b>{inOurWords(kind.name)}</b>{said.text}</blockquote>
      {ticket && (
        <Choice role="checkbox" checked={said.linked} words={isNumbered ? t("Terkait kunjungan saya, %(number)s", { number: ticket.number }) : t("Terkait kunjungan saya")}
          note={t("Petugas dapat melihat layanan, meja, dan waktu kunjungan itu")} onTouch={settled(() => say({ linked: !said.linked }))} />
      )}
    </>
  );
}

function Contact({ complaint }) {
  const { said, say, problem } = complaint;
  return (
    <div class="contacts">
      <div class="contacts__one"><label for="name">{t("Nama atau nama panggilan")}</label><Field id="name" keys="words" most={MOST_NAME} value={said.name} first problem={problem} onValue={(name) => say({ name })} /></div>
      <div class="contacts__one"><label for="contact">{t("Nomor HP atau e-mail")}</label><Field id="contact" keys="email" most={MOST_CONTACT} value={said.contact} problem={problem} onValue={(contact) => say({ contact })} /></div>
    </div>
  );
}

const headings = {
  kind: () => t("Apa yang ingin Anda sampaikan?"),
  text: () => t("Ceritakan apa yang terjadi"),
  send: () => t("Kirim tanpa nama?"),
  contact: () => t("Ke mana kami menjawab?"),
};
const hints = {
  kind: () => t("Tidak perlu nomor antrean, dan tidak perlu menyebut nama."),
  text: () => t("Kapan, di mana, dan apa yang Anda harapkan. Jangan menulis NIK."),
  send: () => t("Tanpa nama, kami tidak dapat menghubungi Anda. Kemajuannya tetap dapat Anda lihat dengan kode."),
  contact: () => t("Hanya dibaca petugas yang menangani pengaduan ini. Boleh diisi salah satu."),
};
const bodies = { kind: Kind, text: Words, send: Review, contact: Contact };

export function Question({ complaint, settled, onEnter }) {
  const { at, problem } = complaint;
  const heading = useRef();
  // Where no field takes the focus, the heading does: a screen reader says what is asked.
  useEffect(() => { if (["kind", "send"].includes(at)) heading.current.focus({ preventScroll: true }); }, []);
  const Body = bodies[at];
  return (
    <div class={`ask ask--complaint ask--${at}`}>
      <div class="ask__head">
        <h1 ref={heading} id="question" class="question" tabIndex={-1}>{headings[at]()}</h1>
        <p id="hint" class="hint">{hints[at]()}</p>
      </div>
      <Body complaint={complaint} settled={settled} onEnter={onEnter} />
      {problem && <p id="problem" class="problem" role="alert">{problem}</p>}
    </div>
  );
}

// Back and on; sending is always a touch of its own.
export function Actions({ complaint, settled, onLeave }) {
  const { at, said, busy, go, send } = complaint;
  const before = { kind: onLeave, text: () => go("kind"), send: () => go("text"), contact: () => go("send") };
  const isNamed = Boolean(said.name.trim() || said.contact.trim());
  const button = (words, act, more = {}) => <button class={`button ${more.look ?? ""}`} type="button" disabled={busy || more.disabled} onClick={settled(act)}>{words}</button>;
  return (
    <div class={`actions actions--${at}`}>
      <button class="button back" type="button" disabled={busy} onClick={settled(before[at])}><Icon name="back" />{t("Kembali")}</button>
      {at === "kind" && said.kind && button(t("Lanjut"), () => go("text"), { look: "button--primary" })}
      {at === "text" && button(t("Lanjut"), () => go("send"), { look: "button--primary", disabled: !said.text.trim() })}
      {at === "send" && button(t("Sebutkan nama"), () => go("contact"))}
      {at === "send" && button(busy ? t("Mengirim…") : t("Kirim tanpa nama"), () => send(false), { look: "button--primary" })}
      {at === "contact" && button(busy ? t("Mengirim…") : isNamed ? t("Kirim") : t("Kirim tanpa nama"), () => send(true), { look: "button--primary" })}
    </div>
  );
}

export function Cut({ complaint }) {
  return complaint.isCut && <p class="unsaved" role="status">{t("Sambungan terputus. Pengaduan Anda dikirim begitu tersambung lagi.")}</p>;
}
