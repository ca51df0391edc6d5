import { officeDay, serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { deskName } from "../staff/names.js";
import { Select } from "../staff/select.jsx";
import { ask, logFile } from "./log.js";
import { breachReasons, quickSpans, reasonWords, verdictWords } from "./words.js";

const VERDICTS = ["kept", "called_in_time", "missed", "not_judged"];
const JUDGED = ["overtaken_by_priority", "left_before_service", "no_show", "cancelled", "transferred", "expired", "unexplained"];

// The reasons that people give and the judge sees, and any other that these days or the question know.
function reasonCodes({ not_judged_for: without, missed_for: missed }, chosen) {
  const more = [...Object.keys(missed), ...Object.keys(without), chosen].filter(Boolean);
  return [...new Set([...Object.keys(breachReasons()), ...JUDGED, ...more])];
}

export function Filters({ log, asked, go, onExplain }) {
  const { visit, page: at, ...question } = asked;
  const field = (name) => ({ value: asked[name], onChoose: (value) => go(ask(asked, { [name]: value })) });
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Catatan waktu tunggu")}</h1>
        <button type="button" class="button button--link" onClick={onExplain}><Icon name="help" />{t("Bagaimana dihitung")}</button>
        <span class="filters__gap" />
        {["xlsx", "csv", "pdf"].map((format) => (
          <a key={format} class="button" href={logFile(question, format)} download title={t("Unduh kunjungan yang tampil di daftar")}><Icon name="down" />{format.toUpperCase()}</a>
        ))}
      </div>
      {/* Days of the list lie within the span; another span makes them meaningless. */}
      <Dates asked={asked} spans={quickSpans()} latest={officeDay(serverNow())} change={(days) => go(ask(asked, { since: undefined, until: undefined, ...days }))} />
      <Select {...field("service")} title={t("Layanan")} choices={page.office.services.map(({ code, name }) => [code, `${code} ${inOurWords(name)}`])} />
      <Select {...field("counter")} title={t("Meja")} choices={page.office.counters.map(({ counter }) => [counter, deskName(counter)])} />
      <Select {...field("officer")} title={t("Petugas")} choices={log.officers.map(({ id, name }) => [id, name])} />
      <Select {...field("verdict")} title={t("Hasil")} choices={VERDICTS.map((code) => [code, verdictWords(code)])} />
      <Select {...field("reason")} title={t("Alasan")} choices={reasonCodes(log.summary, asked.reason).map((code) => [code, reasonWords(code)])} />
    </div>
  );
}
