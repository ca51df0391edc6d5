import { Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { length, percent, reasonWords } from "./words.js";

function Card({ title, value, unit, children, good = false }) {
  return (
    <section class={good ? "card figure figure--good" : "card figure"}>
      <h2>{title}</h2>
      <p class="figure__value">{value}{unit && value !== "–" && <small> {unit}</small>}</p>
      <p class="figure__note">{children}</p>
    </section>
  );
}

function ShareCard({ summary, minutes }) {
  const apart = [
    summary.called_in_time > 0 && t("tepat panggil %(count)s", { count: summary.called_in_time }),
    summary.not_judged > 0 && t("tidak dinilai %(count)s", { count: summary.not_judged }),
  ].filter(Boolean);
  return (
    <Card good title={t("Tepat, mulai dilayani dalam %(minutes)s menit", { minutes })} unit="%"
      value={summary.kept_share === null ? "–" : percent(summary.kept_share)}>
      {t("%(kept)s dari %(judged)s dihitung.", { kept: summary.kept, judged: summary.judged })}
      {apart.length > 0 && ` ${t("Di luar hitungan: %(what)s.", { what: apart.join(", ") })}`}
    </Card>
  );
}

function TimeCard({ title, clock, wait }) {
  return (
    <Card title={title} value={length(clock)} unit={t("menit")}>
      {t("Sejak nomor terbit: %(time)s", { time: length(wait) })}
    </Card>
  );
}

const verdicts = ["kept", "called_in_time", "missed", "not_judged"];

// Why visits were not judged, counted from the rows that are shown.
function leftOut(rows) {
  const counts = new Map();
  for (const row of rows) {
    if (row.verdict === "not_judged" && row.reason) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${reasonWords(reason).toLowerCase()} ${count}`).join(", ");
}

export function Cards({ log, minutes }) {
  const { rows, summary } = log;
  const served = rows.filter((row) => row.started_at).length;
  const reasons = leftOut(rows);
  return (
    <div class="figures">
      <ShareCard summary={summary} minutes={minutes} />
      <TimeCard title={t("Median jam")} clock={summary.clock_median} wait={summary.wait_median} />
      <TimeCard title={t("Sembilan dari sepuluh, paling lama")} clock={summary.clock_p90} wait={summary.wait_p90} />
      <TimeCard title={t("Terpanjang")} clock={summary.clock_max} wait={summary.wait_max} />
      <section class="card figure">
        <h2>{t("Semua kunjungan, %(count)s", { count: rows.length })}</h2>
        <ul class="figure__verdicts">
          {verdicts.map((verdict) => <li key={verdict}><Verdict verdict={verdict} /> <b>{summary[verdict]}</b></li>)}
        </ul>
        <p class="figure__note">
          {t("Dilayani %(count)s.", { count: served })}{" "}
          {summary.excluded > 0 && `${t("Waktunya tidak dihitung (tidak ditutup, dikoreksi, tidak masuk akal): %(count)s.", { count: summary.excluded })} `}
          {reasons && t("Tidak dinilai: %(reasons)s.", { reasons })}
        </p>
      </section>
    </div>
  );
}
