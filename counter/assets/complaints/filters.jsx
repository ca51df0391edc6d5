import { officeDay, serverNow } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { count, moved } from "../staff/days.js";
import { changed, questionPath } from "../staff/question.js";
import { Select } from "../staff/select.jsx";
import { KINDS, STATES, TOLD_TO_STAFF, channelWords, kindWords, stateWords } from "./words.js";

const YEAR = 366;

const spans = () => {
  const to = officeDay(serverNow());
  return [[t("30 hari"), 30], [t("90 hari"), 90], [t("Setahun"), YEAR]].map(([name, days]) => ({ name, from: moved(to, -days), to }));
};

// How many stand where in the whole period; a press shows those.
function Counts({ register, asked, go }) {
  const toggle = (change, on) => go(changed(asked, on ? change : Object.fromEntries(Object.keys(change).map((name) => [name, null]))));
  const only = asked.late === "true";
  return (
    <div class="counts" role="group" aria-label={t("Jumlah menurut keadaan dalam periode ini")}>
      <button type="button" class="count" aria-pressed={!asked.state && !only} onClick={() => go(changed(asked, { state: null, late: null }))}><b>{count(register.total)}</b>{t("Semua")}</button>
      {STATES.map((state) => (
        <button key={state} type="button" class="count" aria-pressed={asked.state === state} onClick={() => toggle({ state }, asked.state !== state)}><b>{count(register.counts[state] ?? 0)}</b>{stateWords(state)}</button>
      ))}
      <button type="button" class="count count--late" aria-pressed={only} onClick={() => toggle({ late: "true" }, !only)}>{register.late > 0 && <Icon name="stop-sign" />}<b>{count(register.late)}</b>{t("Lewat batas")}</button>
    </div>
  );
}

export function Filters({ register, asked, go, onWrite }) {
  const field = (name) => ({ value: asked[name], onChoose: (value) => go(changed(asked, { [name]: value })) });
  const channels = ["kiosk", "phone", ...TOLD_TO_STAFF];
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Pengaduan")}</h1>
        <span class="filters__gap" />
        <button type="button" class="button button--primary" aria-haspopup="dialog" onClick={onWrite}><Icon name="plus" />{t("Catat pengaduan")}</button>
        {["xlsx", "csv"].map((format) => (
          <a key={format} class="button" href={questionPath("complaints", asked, { format })} download title={t("Unduh baris yang tampil, tanpa isi dan tanpa kode")}><Icon name="down" />{format.toUpperCase()}</a>
        ))}
      </div>
      <Dates asked={asked} spans={spans()} latest={officeDay(serverNow())} change={(days) => go(changed(asked, days))} />
      <Select title={t("Jenis")} choices={KINDS.map((kind) => [kind, kindWords(kind)])} {...field("kind")} />
      <Select title={t("Saluran")} choices={channels.map((channel) => [channel, channelWords(channel)])} {...field("channel")} />
      <Counts register={register} asked={asked} go={go} />
    </div>
  );
}
