import { TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Behind, useVisitLink } from "./narrow.jsx";
import { count, percent, shortDay } from "../staff/days.js";
import { exclusionWords, inMinutes, length, reasonWords } from "./words.js";

const HOUR = 3600; // seconds

function Card({ title, value, unit, children, good = false }) {
  return (
    <section class={good ? "card figure figure--good" : "card figure"}>
      <h2>{title}</h2>
      <p class="figure__value">{value}{unit && value !== "–" && <small> {unit}</small>}</p>
      <div class="figure__note">{children}</div>
    </section>
  );
}

function ShareCard({ summary, limit }) {
  if (!limit && summary.judged === 0) return <Card title={t("Tepat")} value="–"><p>{t("Tidak ada janji waktu tunggu pada rentang ini.")}</p></Card>;
  const title = limit ? t("Tepat, mulai dilayani dalam %(minutes)s menit", { minutes: inMinutes(limit) }) : t("Tepat");
  const { kept, judged, visits, called_in_time: late, not_judged: without } = summary;
  const apart = [late > 0 && t("%(count)s tepat panggil", { count: late }), without > 0 && t("%(count)s tidak dinilai", { count: without })].filter(Boolean);
  return (
    <Card good title={title} unit="%"
      value={summary.kept_share === null ? "–" : percent(summary.kept_share)}>
      <p>{judged === 0 ? t("Belum ada kunjungan yang dinilai.") : t("%(kept)s dari %(judged)s dinilai.", { kept: count(kept), judged: count(judged) })}</p>
      {apart.length > 0 && <p>{t("%(count)s tidak: %(what)s.", { count: count(visits - judged), what: apart.join(", ") })}</p>}
    </Card>
  );
}

// A clock's figure with its count, and the whole wait since the number was issued beside it.
function TimeCard({ title, clock, wait, summary, children }) {
  return (
    <Card title={title} value={length(clock)} unit={clock >= HOUR ? t("jam") : t("menit")}>
      {children}
      {wait !== null && <p>{t("Sejak nomor terbit %(time)s.", { time: length(wait) })}</p>}
      <p>{t("%(timed)s dihitung, %(left)s tidak.", { timed: count(summary.timed), left: count(summary.visits - summary.timed) })}</p>
    </Card>
  );
}

function Longest({ visit }) {
  const link = useVisitLink();
  return (
    <p><a class="behind" {...link(visit)}><TicketNumber number={visit.number} as="b" />, {shortDay(visit.day)}</a></p>
  );
}

const VERDICTS = ["kept", "called_in_time", "missed", "not_judged"];

const mostFirst = (counts) => Object.entries(counts).sort(([, one], [, other]) => other - one);

// A short list of reasons, each with its count and the visits behind it.
function Counted({ counts, words, narrowing }) {
  return mostFirst(counts).map(([code, number], place) => (
    <span key={code}>{place > 0 && ", "}<Behind narrowing={narrowing(code)}>{words(code).toLowerCase()} {count(number)}</Behind></span>
  ));
}

function VisitsCard({ summary }) {
  const { not_judged_for: reasons, exclusions, expected, expected_true: came } = summary;
  const some = (counts) => Object.keys(counts).length > 0;
  return (
    <section class="card figure figure--visits">
      <h2>{t("Semua kunjungan, %(count)s", { count: count(summary.visits) })}</h2>
      <ul class="figure__verdicts">
        {VERDICTS.map((verdict) => (
          <li key={verdict}><Behind class="behind behind--verdict" narrowing={{ verdict }}><Verdict verdict={verdict} /> <b>{count(summary[verdict])}</b></Behind></li>
        ))}
      </ul>
      <div class="figure__note">
        {some(reasons) && <p>{t("Tidak dinilai:")} <Counted counts={reasons} words={reasonWords} narrowing={(reason) => ({ verdict: "not_judged", reason })} />.</p>}
        {some(exclusions) && <p>{t("Waktunya tidak dihitung:")} <Counted counts={exclusions} words={exclusionWords} narrowing={(exclusion) => ({ exclusion })} />.</p>}
        {expected > 0 && <p>{t("Perkiraan tunggu benar untuk %(came)s dari %(expected)s.", { came: count(came), expected: count(expected) })}</p>}
      </div>
    </section>
  );
}

function ReasonsCard({ summary }) {
  const { missed, unexplained, missed_for: reasons } = summary;
  const most = Math.max(1, ...Object.values(reasons));
  return (
    <section class="card figure figure--reasons">
      <h2>{missed > 0 ? t("Alasan lewat, %(filled)s dari %(missed)s terisi", { filled: count(missed - unexplained), missed: count(missed) }) : t("Alasan lewat")}</h2>
      {missed === 0 && <p class="figure__note">{t("Tidak ada yang lewat.")}</p>}
      <ul class="reasons">
        {mostFirst(reasons).map(([reason, number]) => (
          <li key={reason}>
            <Behind class="reasons__bar" narrowing={{ verdict: "missed", reason }}>
              <span>{reasonWords(reason)}</span>
              <i class={reason === "unexplained" ? "reasons__open" : undefined} style={{ "--share": String(number / most) }} aria-hidden="true" />
              <b>{count(number)}</b>
            </Behind>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Cards({ log: { summary, longest, limit_seconds: limit } }) {
  return (
    <div class="figures">
      <ShareCard summary={summary} limit={limit} />
      <TimeCard title={t("Median jam")} clock={summary.clock_median} wait={summary.wait_median} summary={summary} />
      <TimeCard title={t("Sembilan dari sepuluh")} clock={summary.clock_p90} wait={summary.wait_p90} summary={summary} />
      <TimeCard title={t("Terpanjang")} clock={summary.clock_max} wait={longest?.wait_seconds ?? null} summary={summary}>
        {longest && <Longest visit={longest} />}
      </TimeCard>
      <VisitsCard summary={summary} />
      <ReasonsCard summary={summary} />
    </div>
  );
}
