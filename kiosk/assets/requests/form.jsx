// The short form. What is typed stands only in this page's memory; a refusal, a lost answer or a lost line takes none of it.
import { useEffect, useRef, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { PrivacySheet } from "../guestbook/privacy.jsx";
import { Page } from "../phone/frame.jsx";
import { useSending } from "../sending.js";
import { Contacts, Line, Problem, Said } from "./fields.jsx";
import { Promised } from "./promise.jsx";

const { form } = page;
const nothing = { text: "", service: "", name: "", email: "", phone: "", minor: false, website: "" };
const FIELDS = ["text", "name", "email", "phone"];
const asked = new Set(form.contacts.flat());

// Only what was filled in is sent; a minor leaves no contact.
function bodyOf(said) {
  const given = Object.entries(said).filter(([name, value]) => value && !(said.minor && asked.has(name)));
  return { ...Object.fromEntries(given), text: said.text, language: language.value };
}

function Service({ value, onValue }) {
  return (
    <div class="line">
      <label for="service">{t("Layanan")} <small>{t("boleh kosong")}</small></label>
      <select id="service" class="field" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t("Belum tahu")}</option>
        {form.services.map(({ code, name }) => <option key={code} value={code}>{inOurWords(name)}</option>)}
      </select>
    </div>
  );
}

// People never see it, and no reader speaks it; whoever fills it in is a machine.
function Trap({ value, onValue }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="website">Website</label>
      <input id="website" name="website" tabIndex={-1} autocomplete="off" value={value} onInput={(event) => onValue(event.currentTarget.value)} />
    </div>
  );
}

function Notice({ onRead }) {
  return (
    <div class="data-notice">
      <p>{inOurWords(form.notice)}</p>
      <button class="read-more" type="button" aria-haspopup="dialog" onClick={onRead}>{t("Baca selengkapnya")}</button>
    </div>
  );
}

function useForm(onReceived) {
  const [said, setSaid] = useState(nothing);
  const [problem, setProblem] = useState(null);
  const refused = (answer) => {
    setProblem({ item: answer?.item, words: answer?.detail ?? t("Belum berhasil. Silakan coba lagi.") });
    if (answer?.code === "hidden_field_filled") setSaid((now) => ({ ...now, website: "" }));
  };
  const [state, post] = useSending("requests", onReceived, refused);
  const say = (name) => (value) => {
    setProblem((now) => (now?.item === name ? null : now));
    setSaid((now) => ({ ...now, [name]: value }));
  };
  const send = () => { setProblem(null); post(bodyOf(said)); };
  return { said, say, problem, send, ...state };
}

export function Form({ onReceived }) {
  const { said, say, problem, send, busy, isCut } = useForm(onReceived);
  const [reading, read] = useState(false);
  const place = useRef();
  useEffect(() => { document.title = [t("Ajukan permintaan"), page.office.name].join(" · "); }, [language.value]);
  useEffect(() => { if (problem?.item) place.current.querySelector(`#${problem.item}`)?.focus(); }, [problem]);
  const submit = (event) => { event.preventDefault(); send(); };
  const of = (name) => ({ value: said[name], onValue: say(name), problem: problem?.item === name && problem.words });
  return (
    <>
      <div inert={reading}>
        <Page class="requests">
          <h1>{t("Ajukan permintaan")}</h1>
          <Promised {...form} />
          <form ref={place} class="paper requests__form" noValidate onSubmit={submit}>
            <Said id="text" most={form.most} {...of("text")} label={t("Apa yang Anda butuhkan?")} hint={t("Data apa, wilayah mana, tahun berapa. Jangan menulis NIK.")} rows={6} />
            <Service value={said.service} onValue={say("service")} />
            <Line id="name" label={t("Nama atau nama panggilan")} note={t("boleh kosong")} most={120} {...of("name")} />
            <Contacts groups={form.contacts} said={said} of={of} onMinor={() => say("minor")(!said.minor)} />
            <Trap value={said.website} onValue={say("website")} />
            <Notice onRead={() => read(true)} />
            {!FIELDS.includes(problem?.item) && <Problem words={problem?.words} />}
            {isCut && <p class="unsaved" role="status">{t("Sambungan terputus. Permintaan Anda dikirim begitu tersambung lagi. Jangan tutup halaman ini.")}</p>}
            <button class="button button--primary" type="submit" disabled={busy}><Icon name="arrow-right" />{busy ? t("Mengirim…") : t("Kirim permintaan")}</button>
          </form>
        </Page>
      </div>
      {reading && <PrivacySheet onClose={() => read(false)} />}
    </>
  );
}
