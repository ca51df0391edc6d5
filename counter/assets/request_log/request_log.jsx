import { clockTime, officeDay, serverNow, zoneLetters } from "@shared/clock.js";
import { Icon, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { count, moved, percent, shortDay } from "../staff/days.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { changed, filePath, questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Select } from "../staff/select.jsx";
import { CHANNELS, VERDICTS, channelWords, daysWords, reasonWords, stateWords, verdictWords } from "./words.js";

const today = () => officeDay(serverNow());
const spans = () => [[t("30 hari"), 30], [t("90 hari"), 90], [t("Setahun"), 366]].map(([name, days]) => ({ name, from: moved(today(), -days), to: today() }));
const moment = (when) => (when ? `${shortDay(officeDay(when))}, ${clockTime(when)}` : "–");

function Filters({ asked, go }) {
  const field = (name) => ({ value: asked[name], onChoose: (value) => go(changed(asked, { [name]: value })) });
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Log permintaan")}</h1>
        <span class="filters__gap" />
        {["xlsx", "csv"].map((format) => (
          <a key={format} class="button" href={filePath("request-log", asked, { format })} download title={t("Unduh baris yang tampil, tanpa isi dan tanpa kontak")}><Icon name="down" />{format.toUpperCase()}</a>
        ))}
      </div>
      <Dates asked={asked} spans={spans()} latest={today()} change={(days) => go(changed(asked, days))} />
      <Select title={t("Saluran")} choices={CHANNELS.map((channel) => [channel, channelWords(channel)])} {...field("channel")} />
      <Select title={t("Putusan")} choices={VERDICTS.map((verdict) => [verdict, verdictWords(verdict)])} {...field("verdict")} />
    </div>
  );
}

const promiseOf = (log, channel) => log.promises.find(({ channels }) => channels.includes(channel));

function promised(promise) {
  if (!promise) return t("Standar tidak menjanjikan waktu");
  return promise.working_days === null ? t("Langsung dilayani") : t("Janji: %(days)s hari kerja", { days: promise.working_days });
}

// A reason inside a sentence begins small.
const within = (words) => words.charAt(0).toLowerCase() + words.slice(1);

function Days({ line }) {
  if (line.at_once || line.days_median === null) return null;
  if (line.days_max === 0) return <li>{t("Yang dijawab: semua pada hari yang sama")}</li>;
  return <li>{t("Median %(middle)s, P90 %(most)s, terlama %(longest)s", { middle: daysWords(line.days_median), most: daysWords(line.days_p90), longest: daysWords(line.days_max) })}</li>;
}

function NotJudged({ reasons }) {
  return Object.entries(reasons).map(([reason, many]) => <li key={reason}>{t("Tidak dinilai: %(count)s", { count: count(many) })} <span class="soft">({within(reasonWords(reason))})</span></li>);
}

function Channel({ line, promise }) {
  return (
    <section class="card channel" aria-label={channelWords(line.channel)}>
      <h2>{channelWords(line.channel)}</h2>
      <p class="soft">{promised(promise)}</p>
      <p class="channel__share">{line.kept_share === null ? "–" : <><b>{percent(line.kept_share)}</b> %</>} <span>{t("tepat waktu, %(kept)s dari %(judged)s yang dinilai", { kept: count(line.kept), judged: count(line.judged) })}</span></p>
      <ul class="channel__rest">
        <li>{t("Diterima: %(count)s", { count: count(line.received) })}</li>
        {line.missed > 0 && <li class="channel__late"><Icon name="stop-sign" />{t("Lewat: %(count)s", { count: count(line.missed) })}</li>}
        {line.runs > 0 && <li>{t("Masih berjalan: %(count)s", { count: count(line.runs) })}</li>}
        <NotJudged reasons={line.not_judged} />
        <Days line={line} />
      </ul>
    </section>
  );
}

const judged = new Set(["kept", "missed", "not_judged"]);

function Row({ row }) {
  return (
    <tr>
      <th scope="row">{row.number}</th>
      <td>{channelWords(row.channel)}</td>
      <td>{stateWords(row.state)}</td>
      <td>{moment(row.received_at)}</td>
      <td>{moment(row.due_at)}</td>
      <td>{moment(row.first_answer_at)}</td>
      <td>{moment(row.information_at)}</td>
      <td>{daysWords(row.days)}</td>
      <td>{judged.has(row.verdict) ? <Verdict verdict={row.verdict} /> : <span class="soft">{verdictWords(row.verdict)}</span>}{row.reason && <small>{reasonWords(row.reason)}</small>}</td>
      <td>{row.officer ?? "–"}</td>
    </tr>
  );
}

function Rows({ rows }) {
  const heads = [t("Nomor"), t("Saluran"), t("Keadaan"), t("Diterima"), t("Paling lambat"), t("Jawaban pertama"), t("Informasi diberikan"), t("Lama"), t("Putusan"), t("Petugas")];
  if (!rows.length) return <div class="calm"><Icon name="check" /><h2>{t("Tidak ada permintaan")}</h2><p class="soft">{t("Pilih tanggal lain, atau hapus saringan.")}</p></div>;
  return (
    <div class="requests__scroll" tabIndex={0} role="region" aria-label={t("Daftar permintaan")}>
      <table>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
      </table>
    </div>
  );
}

export function RequestLog() {
  const [asked, go] = useQuestion("request-log", ["from", "to"]);
  const { told: log, slow, trouble } = useAnswer(questionPath("request-log", asked, { format: "json" }));
  return (
    <ManagerPage here="request-log" title={t("Log permintaan")}>
      <main class="requests" aria-busy={slow}>
        <Filters asked={asked} go={go} />
        <Trouble words={trouble} />
        <div class={slow ? "requests__old" : ""}>
          {log.channels.length > 0 && <div class="requests__channels">{log.channels.map((line) => <Channel key={line.channel} line={line} promise={promiseOf(log, line.channel)} />)}</div>}
          <section class="card"><Rows rows={log.rows} />
            <footer class="requests__foot"><p>{t("Hari kerja kantor ini; hari diterima tidak dihitung. Pertanyaan tertulis yang pertama menghentikan jam sampai pengguna menjawab. Waktu %(zone)s.", { zone: zoneLetters })}</p></footer>
          </section>
        </div>
      </main>
    </ManagerPage>
  );
}
