import { officeDay, serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { deskName } from "../staff/names.js";
import { ask, logPath } from "./log.js";
import { breachReasons, quickSpans, reasonWords, verdictWords } from "./words.js";

const VERDICTS = ["kept", "called_in_time", "missed", "not_judged"];
const JUDGED = ["overtaken_by_priority", "left_before_service", "no_show", "cancelled", "transferred", "expired", "unexplained"];

function Field({ name, children }) {
  return <label class="field"><small>{name}</small>{children}</label>;
}

function Select({ name, title, asked, go, choices }) {
  return (
    <Field name={title}>
      <select value={asked[name] ?? ""} onChange={(event) => go(ask(asked, { [name]: event.currentTarget.value }))}>
        <option value="">{t("Semua")}</option>
        {choices.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
      </select>
    </Field>
  );
}

function Days({ asked, go }) {
  const today = officeDay(serverNow());
  // Days of the list lie within the span; another span makes them meaningless.
  const change = (days) => go(ask(asked, { since: undefined, until: undefined, ...days }));
  const day = (name, least, most) => (
    <input type="date" value={asked[name]} min={least} max={most} required
      onChange={(event) => event.currentTarget.value && event.currentTarget.value !== asked[name] && change({ [name]: event.currentTarget.value })} />
  );
  return (
    <>
      <div class="quick" role="group" aria-label={t("Rentang tanggal")}>
        {quickSpans().map(({ name, from, to }) => (
          <button key={name} type="button" aria-pressed={asked.from === from && asked.to === to} onClick={() => change({ from, to })}>{name}</button>
        ))}
      </div>
      <Field name={t("Dari")}>{day("from", undefined, asked.to)}</Field>
      <Field name={t("Sampai")}>{day("to", asked.from, today)}</Field>
    </>
  );
}

export function Filters({ log, asked, go, onExplain }) {
  const { visit, page: at, ...question } = asked;
  const mine = { asked, go };
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Catatan waktu tunggu")}</h1>
        <button type="button" class="button button--link" onClick={onExplain}><Icon name="help" />{t("Bagaimana dihitung")}</button>
        <span class="filters__gap" />
        {["xlsx", "csv", "pdf"].map((format) => (
          <a key={format} class="button" href={logPath(question, { format })} download title={t("Unduh kunjungan yang tampil di daftar")}><Icon name="down" />{format.toUpperCase()}</a>
        ))}
      </div>
      <Days {...mine} />
      <Select {...mine} name="service" title={t("Layanan")} choices={page.office.services.map(({ code, name }) => [code, `${code} ${inOurWords(name)}`])} />
      <Select {...mine} name="counter" title={t("Meja")} choices={page.office.counters.map(({ counter }) => [counter, deskName(counter)])} />
      <Select {...mine} name="officer" title={t("Petugas")} choices={log.officers.map(({ id, name }) => [id, name])} />
      <Select {...mine} name="verdict" title={t("Hasil")} choices={VERDICTS.map((code) => [code, verdictWords(code)])} />
      <Select {...mine} name="reason" title={t("Alasan")} choices={[...Object.entries(breachReasons()), ...JUDGED.map((code) => [code, reasonWords(code)])]} />
    </div>
  );
}
