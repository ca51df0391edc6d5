// What the standard asks of the user, ticked line by line; its form; and the ends of a request.
import { useEffect, useState } from "preact/hooks";
import { ServerLost, newKey } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Drop, hasRole } from "../staff/menu.jsx";
import { Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal, send } from "../staff/work.js";
import { closeReasons } from "./words.js";

const COMPLETES = ["received", "waiting", "reopened"];
const press = (work, name, body) => () => !work.busy && work.verb(name, body);
const waits = (work) => (work.busy ? "true" : undefined);

// Lines are ticked as fast as somebody reads: each press goes out at once, and none is lost behind the one before.
function useTicks(thread, readAgain) {
  const [pressed, setPressed] = useState({});
  const [trouble, setTrouble] = useState(null);
  const lines = thread.requirements_list.map((line, place) => ({ ...line, met: pressed[place] ?? line.met }));
  const confirmed = ([place, met]) => thread.requirements_list[place].met === met;
  useEffect(() => setPressed((now) => Object.fromEntries(Object.entries(now).filter((one) => !confirmed(one)))), [thread]);
  async function tick(places, met) {
    const change = Object.fromEntries(places.map((place) => [place, met]));
    setPressed((now) => ({ ...now, ...change }));
    setTrouble(null);
    try {
      const answers = await Promise.all(places.map((requirement) => send(counterPath(`requests/${thread.id}/tick`), { requirement, met }, newKey())));
      const refused = answers.find(({ ok }) => !ok);
      if (refused) setTrouble(refusal(refused));
      await readAgain();
      if (refused) setPressed({});
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setPressed({});
      setTrouble(t("Server tidak menjawab. Coba lagi."));
    }
  }
  return { lines, tick, trouble };
}

export function Requirements({ thread, may, work, readAgain }) {
  const { lines, tick, trouble } = useTicks(thread, readAgain);
  const open = lines.map((line, place) => (line.met ? null : place)).filter((place) => place !== null);
  const writes = may && !thread.ended_at;
  if (!lines.length) return null;
  return (
    <details class="asked-of">
      <summary><Icon name={open.length ? "list" : "check"} /><span>{t("Persyaratan standar")}</span><b>{t("%(met)s dari %(all)s", { met: lines.length - open.length, all: lines.length })}</b><Icon name="chevron-down" /></summary>
      <ul lang="id">
        {lines.map((line, place) => (
          <li key={place}><label class="tick"><input type="checkbox" checked={line.met} disabled={!writes} onChange={() => tick([place], !line.met)} /><span>{line.text ?? t("Persyaratan %(place)s", { place: place + 1 })}</span></label></li>
        ))}
      </ul>
      <Trouble words={trouble} />
      {writes && (
        <div class="asked-of__acts">
          {open.length > 0 && <button type="button" class="button" onClick={() => tick(open, true)}>{t("Centang semua")}</button>}
          {COMPLETES.includes(thread.state) && <button type="button" class="button" disabled={thread.ticked < lines.length} aria-disabled={waits(work)} onClick={press(work, "complete")}><Icon name="check" />{t("Jelas dan lengkap")}</button>}
        </div>
      )}
    </details>
  );
}

// A standard may begin its clock when its form is filled in (Kepulauan Riau).
export function Form({ thread, may, work }) {
  if (!thread.form || thread.ended_at) return null;
  const { sent, filled } = thread.form;
  return (
    <div class="form-line">
      <Icon name="form" /><p>{filled ? t("Formulir sudah diisi.") : sent ? t("Formulir sudah dikirim, belum diisi.") : t("Formulir belum dikirim.")}</p>
      {may && !sent && <button type="button" class="button" aria-disabled={waits(work)} onClick={press(work, "send-form")}>{t("Formulir dikirim")}</button>}
      {may && !filled && <button type="button" class="button" aria-disabled={waits(work)} onClick={press(work, "form-filled")}>{t("Formulir diisi")}</button>}
    </div>
  );
}

export function Close({ thread, work }) {
  const told = (name) => thread.steps.some(({ move }) => move === name);
  const fits = { answered: thread.information_at, nothing_more: told("reopen") && told("answer") };
  const reasons = closeReasons().filter(([reason]) => !(reason in fits) || fits[reason]);
  return (
    <Drop look="close-menu" face={<><Icon name="close" />{t("Tutup permintaan")}</>}>
      {reasons.map(([reason, words]) => <button key={reason} type="button" onClick={press(work, "close", { reason })}>{words}</button>)}
    </Drop>
  );
}

// On request of whoever asked; only a manager, and only after a second press.
export function Erase({ thread, work }) {
  const [sure, ask] = useState(false);
  if (!hasRole("manager") || !thread.messages.some(({ text }) => text)) return null;
  return (
    <div class="erase-line">
      {sure
        ? <><p>{t("Isi, berkas, nama, dan kontak dihapus selamanya. Nomor dan waktunya tetap.")}</p>
            <button type="button" class="button button--danger" aria-disabled={waits(work)} onClick={press(work, "erase")}><Icon name="close" />{t("Hapus selamanya")}</button>
            <button type="button" class="button" onClick={() => ask(false)}>{t("Batal")}</button></>
        : <button type="button" class="button button--link" onClick={() => ask(true)}><Icon name="lock" />{t("Hapus isi atas permintaan pengguna")}</button>}
      <Trouble words={work.notice?.words} />
    </div>
  );
}
