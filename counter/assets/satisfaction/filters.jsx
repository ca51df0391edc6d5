import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { changed, questionPath } from "../staff/question.js";
import { Select } from "../staff/select.jsx";
import { endOfYear, quickSpans } from "./words.js";

const FILES = [
  { format: "pdf", words: () => t("Laporan PDF"), told: () => t("Unduh laporan lengkap dengan lampiran") },
  { format: "poster", words: () => t("Poster"), told: () => t("Unduh poster satu halaman untuk diumumkan") },
  { format: "xlsx", words: () => "XLSX", told: () => t("Unduh buku kerja dengan grafik") },
  { format: "csv", words: () => "CSV", told: () => t("Unduh jawaban tanpa nama, untuk pst skm") },
];

function Instruments({ view, onView }) {
  const choices = [["skm", t("SKM, 9 unsur")], ["skd", t("SKD, 16 rincian")]];
  return (
    <div class="quick" role="group" aria-label={t("Survei")}>
      {choices.map(([code, words]) => <button key={code} type="button" aria-pressed={view === code} onClick={() => onView(code)}>{words}</button>)}
    </div>
  );
}

export function Filters({ asked, go, onExplain }) {
  const { view = "skm", ...question } = asked;
  const services = page.office.services.map(({ code, name }) => [code, `${code} ${inOurWords(name)}`]);
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Kepuasan masyarakat")}</h1>
        <button type="button" class="button button--link" onClick={onExplain}><Icon name="help" />{t("Bagaimana dihitung")}</button>
        <span class="filters__gap" />
        {FILES.map(({ format, words, told }) => (
          <a key={format} class="button" href={questionPath("satisfaction", question, { format })} download title={told()}><Icon name="down" />{words()}</a>
        ))}
      </div>
      <Instruments view={view} onView={(code) => go(changed(asked, { view: code === "skm" ? undefined : code }))} />
      <Dates asked={asked} spans={quickSpans()} latest={endOfYear()} change={(days) => go(changed(asked, days))} />
      <Select title={t("Layanan")} value={asked.service} choices={services} onChoose={(service) => go(changed(asked, { service }))} />
    </div>
  );
}
