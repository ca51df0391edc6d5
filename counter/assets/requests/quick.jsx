// A message from anywhere, pasted and kept; and a telephone call in one press.
import { useRef, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { channelWords } from "../request_log/words.js";
import { useStaysIn } from "../console/desk.js";
import { Trouble } from "../staff/dialog.jsx";
import { momentOf, Time } from "../staff/time_field.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { fromWhatsApp } from "./pasted.js";
import { channelIcon } from "./words.js";

const MOST = { text: 20_000, name: 120, phone: 40, email: 254 };
const nothing = { text: "", name: "", phone: "", email: "", service: "", language: "id", rang: "" };
// A call has buttons of its own, and what is written on our own form comes by itself.
const PASTED = (channel) => !["telephone", "web_form"].includes(channel);

function Channel({ channel, chosen, onChoose }) {
  return (
    <label class={chosen === channel ? "pick pick--on" : "pick"}>
      <input type="radio" name="channel" value={channel} checked={chosen === channel} onChange={() => onChoose(channel)} />
      <Icon name={channelIcon(channel)} />{channelWords(channel)}
    </label>
  );
}

// What the standard promises comes first; whatever else people use is one press further.
function Channels({ chosen, onChoose }) {
  const { promised, others } = page.channels;
  const rest = others.filter(PASTED);
  const [more, show] = useState(false);
  return (
    <fieldset class="picks">
      <legend class="sr-only">{t("Saluran")}</legend>
      {promised.filter(PASTED).map((channel) => <Channel key={channel} {...{ channel, chosen, onChoose }} />)}
      {rest.length > 0 && !more && <button type="button" class="button button--link" aria-expanded="false" onClick={() => show(true)}><Icon name="plus" />{t("Kanal lain")}</button>}
      {more && rest.map((channel) => <Channel key={channel} {...{ channel, chosen, onChoose }} />)}
    </fieldset>
  );
}

function Calls({ busy, opened, onCall, onMore }) {
  const outcomes = [["served", "check", t("Dilayani")], ["missed", "no-show", t("Tak terjawab")], ["promised", "clock", t("Dijanjikan")]];
  return (
    <div class="calls" role="group" aria-label={t("Catat telepon")}>
      <p><Icon name="call" />{t("Telepon")}</p>
      {outcomes.map(([outcome, icon, words]) => (
        <button key={outcome} type="button" class="button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && onCall(outcome)}><Icon name={icon} />{words}</button>
      ))}
      {!opened && <button type="button" class="button button--link" aria-expanded="false" onClick={onMore}>{t("Rincian")}<Icon name="chevron-down" /></button>}
    </div>
  );
}

function Who({ said, put }) {
  const field = (name, words, more = {}) => (
    <label>{words}<input class="input" autoComplete="off" maxLength={MOST[name]} value={said[name]} onInput={(event) => put({ [name]: event.currentTarget.value })} {...more} /></label>
  );
  return (
    <div class="quick-who">
      {field("phone", t("Nomor HP"), { inputMode: "tel" })}
      {field("email", t("E-mail"), { inputMode: "email" })}
      {field("name", t("Nama"))}
      <Time words={t("Telepon berdering pukul")} required={false} placeholder={t("sekarang")} value={said.rang} onChange={(rang) => put({ rang })} />
      <label>{t("Layanan")}
        <select class="input" value={said.service} onChange={(event) => put({ service: event.currentTarget.value })}>
          <option value="">{t("Belum jelas")}</option>
          {page.office.services.filter((one) => one.has_line).map(({ code, name }) => <option key={code} value={code}>{inOurWords(name)}</option>)}
        </select>
      </label>
      <label>{t("Bahasa")}
        <select class="input" value={said.language} onChange={(event) => put({ language: event.currentTarget.value })}>
          <option value="id">Indonesia</option><option value="en">English</option>
        </select>
      </label>
    </div>
  );
}

const written = ({ rang, ...said }) => Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
// A call that was found on the telephone's display rang earlier today.
const rangAt = ({ rang }) => (rang ? { called_at: momentOf(rang) } : {});

// What is typed stays until it is kept.
function useQuick(onKept) {
  const [said, say] = useState(nothing);
  const [channel, choose] = useState(() => page.channels.promised.find(PASTED) ?? "whatsapp");
  const [wide, widen] = useState(false);
  const [done, tell] = useState(null);
  const { ask, busy, notice } = useSending();
  const put = (change) => say((now) => ({ ...now, ...change }));
  async function keep(path, body) {
    const answer = await ask(counterPath(path), { ...written(said), ...body });
    if (!answer?.ok) return;
    say(nothing);
    widen(false);
    tell(answer.data.number);
    onKept(answer.data);
  }
  function paste(event) {
    const found = !said.text.trim() && fromWhatsApp(event.clipboardData.getData("text"));
    if (!found) return;
    event.preventDefault();
    put(found);
    choose("whatsapp");
  }
  return { said, put, channel, choose, done, busy, notice, keep, paste, wide, widen };
}

export function Quick({ onKept, readAgain }) {
  const { said, put, channel, choose, done, busy, notice, keep, paste, wide, widen } = useQuick(onKept);
  const form = useRef(null);
  const empty = !said.text.trim();
  const opened = wide || Boolean(said.text || said.phone || said.name || said.email);
  useStaysIn(opened, readAgain);
  function save(event) {
    event.preventDefault();
    if (!empty) keep("requests", { channel, text: said.text });
  }
  const pressed = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.current.requestSubmit();
  return (
    <form class={opened ? "card quick-bar quick-bar--open" : "card quick-bar"} ref={form} onSubmit={save} onKeyDown={pressed} aria-label={t("Catat permintaan")}>
      <textarea class="input quick-text" rows={opened ? 3 : 1} maxLength={MOST.text} aria-label={t("Pesan pengguna")} placeholder={t("Tempel pesan dari WhatsApp, e-mail, atau kanal lain")}
        value={said.text} onInput={(event) => put({ text: event.currentTarget.value })} onPaste={paste} />
      {opened && <Who said={said} put={put} />}
      <div class="quick-foot">
        {opened && <Channels chosen={channel} onChoose={choose} />}
        {opened && <button type="submit" class="button button--primary quick-save" disabled={empty} aria-disabled={busy ? "true" : undefined}><Icon name="check" />{t("Simpan")} <kbd>Ctrl Enter</kbd></button>}
        <Calls {...{ busy, opened }} onMore={() => widen(true)} onCall={(outcome) => form.current.reportValidity() && keep("requests/calls", { outcome, ...rangAt(said) })} />
      </div>
      <Trouble words={notice?.words} />
      <p class="sr-only" role="status">{done && t("Tercatat: %(number)s", { number: done })}</p>
    </form>
  );
}
