// Somebody who has been here before says so first, so that little is left to ask. These three are answers of this visit.
import { useState } from "preact/hooks";
import { page, post, ServerLost } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { Notice } from "../guestbook/contact.jsx";
import { Field } from "../guestbook/field.jsx";
import { formOf, useForm } from "../guestbook/form.js";
import { PrivacySheet, ReadPrivacy } from "../guestbook/privacy.jsx";
import { Earlier } from "./earlier.jsx";
import { Page } from "./frame.jsx";

const FIELDS = [{ name: "name", keys: "words", most: 120 }, { name: "birth_year", keys: "digits", most: 4 }, { name: "contact", keys: "words", most: 120 }];
const askOf = (form, name) => (name === "contact" ? t("Nomor HP atau e-mail") : inOurWords(form.items.find((item) => item.name === name)?.ask));

const said = ({ name, birth_year: year, contact }) => ({
  name: name.trim(), birth_year: Number(year), [contact.includes("@") ? "email" : "phone"]: contact.trim(),
});

function useAgain(ticket, form, onAnswered) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const [written, setWritten] = useState(null);
  async function find(values) {
    if (Number(values.birth_year) >= form.minors_born_since) {
      return setTrouble(t("Karena Anda mungkin belum berusia 18 tahun, kami tidak menyimpan kontak. Silakan isi seperti biasa."));
    }
    setBusy(true);
    setTrouble(null);
    try {
      const body = { ticket: ticket.token, form: form.form, channel: "phone", language: language.value, answers: said(values) };
      const answer = await post(`${page.root}/kiosk/guestbook`, body);
      if (answer.ok) {
        setWritten(answer.data.answered);
        onAnswered(answer.data.answered);
      } else setTrouble(answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi."));
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Belum terkirim karena sambungan terputus. Silakan coba lagi."));
    }
    return setBusy(false);
  }
  return { busy, trouble, written, find };
}

export function Again({ ticket, onAnswered, onClose }) {
  const form = useForm(formOf(ticket));
  const [values, setValues] = useState({ name: "", birth_year: "", contact: "" });
  const [reading, setReading] = useState(false);
  const { busy, trouble, written, find } = useAgain(ticket, form, onAnswered);
  const isReady = FIELDS.every(({ name }) => values[name].trim()) && values.birth_year.length === 4;
  const submit = (event) => { event.preventDefault(); if (isReady && !busy) find(values); };
  const back = <button class="button" type="button" onClick={onClose}><Icon name="back" />{t("Kembali")}</button>;
  const foot = written ? back : (
    <div class="foot-row">{back}<button class="button button--primary" type="submit" form="again" disabled={!isReady || busy}>{t("Cari jawaban saya")}</button></div>
  );
  if (!form) return <Page foot={back}><p role="status">{t("Memuat pertanyaan…")}</p></Page>;
  return (
    <ReadPrivacy.Provider value={() => setReading(true)}>
      <div inert={reading}>
        <Page class="again" foot={foot}>
          <h1>{t("Pernah ke sini?")}</h1>
          {written
            ? <Earlier ticket={ticket} answered={written} onAnswered={onAnswered} saysNo />
            : (
              <form id="again" class="contacts" onSubmit={submit}>
                <p class="hint">{t("Tulis nama, tahun lahir, dan kontak yang sama seperti waktu itu.")}</p>
                {FIELDS.map(({ name, keys, most }) => (
                  <div key={name} class="contacts__one">
                    <label for={`again-${name}`}>{askOf(form, name)}</label>
                    <Field id={`again-${name}`} keys={keys} most={most} value={values[name]} onValue={(value) => setValues((now) => ({ ...now, [name]: value }))} />
                  </div>
                ))}
                <Notice form={form} />
                {trouble && <p class="problem" role="alert">{trouble}</p>}
              </form>
            )}
        </Page>
      </div>
      {reading && <PrivacySheet onClose={() => setReading(false)} />}
    </ReadPrivacy.Provider>
  );
}
