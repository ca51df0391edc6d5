// Number, state and promise of a request, in words.
import { useValue } from "@shared/signal.js";
import { Icon } from "@shared/pieces.jsx";
import { language, t } from "@shared/words.js";
import { Notice } from "../phone/frame.jsx";
import { dayWords, daysWords, leftOutWords, momentWords, startWords, stateWords } from "./words.js";

function LeftOut({ request }) {
  if (!request.left_out.length) return null;
  return (
    <details class="left-out">
      <summary>{t("%(count)s hari tidak dihitung", { count: request.left_out.length })}</summary>
      <ul>{request.left_out.map((one) => <li key={one.day}>{leftOutWords(one)}</li>)}</ul>
    </details>
  );
}

function Due({ request }) {
  const { end } = request.promise;
  return (
    <div class="due">
      <p class="kicker">{end === "information_given" ? t("Informasi diberikan paling lambat") : t("Dijawab paling lambat")}</p>
      <p class="due__day">{dayWords(request.due_day)}</p>
      <p class="soft">{daysWords(request.promise)} {startWords(request.promise)}</p>
      <LeftOut request={request} />
      {request.unsure_years.length > 0 && <p class="soft">{t("Cuti bersama tahun %(year)s belum ditetapkan; tanggal ini dapat bergeser.", { year: request.unsure_years.join(", ") })}</p>}
    </div>
  );
}

function Verdict({ request }) {
  const { verdict, promise, due_day: day } = request;
  const answered = request.promise?.end === "information_given" ? request.information_at : request.answered_at;
  if (!promise) return <p class="soft">{t("Standar pelayanan kantor ini tidak menjanjikan waktu untuk saluran ini. Permintaan Anda tetap dijawab.")}</p>;
  if (verdict === "stands") return <Notice icon="hold" tone="soon">{t("Hitungan hari berhenti sampai Anda menjawab pertanyaan kami.")}</Notice>;
  if (verdict === "not_started") return <Notice icon="hold" tone="soon">{request.awaits_form ? t("Hari dihitung sejak Anda mengisi formulir di bawah ini.") : t("Hari dihitung sejak Anda menjawab pertanyaan kami.")}</Notice>;
  if (verdict === "kept" && answered) return <Notice icon="check" tone="kept" title={t("Dijawab %(when)s", { when: momentWords(answered) })}>{day ? t("Janji kami: paling lambat %(day)s.", { day: dayWords(day) }) : ""}</Notice>;
  if (verdict === "missed") return <Notice icon="stop-sign" tone="missed" title={t("Kami terlambat. Mohon maaf.")}>{day ? t("Janji kami: paling lambat %(day)s.", { day: dayWords(day) }) : ""}</Notice>;
  if (verdict === "running" && day) return <Due request={request} />;
  return null;
}

function Door({ request }) {
  if (request.state === "waiting" && request.closes_at) return <p class="soft">{t("Tanpa jawaban, permintaan ditutup %(when)s.", { when: momentWords(request.closes_at) })}</p>;
  if (request.state === "answered" && request.closes_at) return <p class="soft">{t("Bila sudah cukup, Anda tidak perlu berbuat apa-apa: permintaan ditutup %(when)s.", { when: momentWords(request.closes_at) })}</p>;
  return null;
}

export function Standing({ request }) {
  useValue(language);
  return (
    <article class="paper request-standing">
      <p class="kicker">{t("Nomor permintaan")}</p>
      <p class="request-standing__number">{request.number}</p>
      <div role="status"><h1>{stateWords(request)}</h1></div>
      <Verdict request={request} />
      {request.appointment_at && <p class="request-standing__when"><Icon name="calendar" />{t("Janji temu: %(when)s", { when: momentWords(request.appointment_at) })}</p>}
      <Door request={request} />
      <p class="soft">{t("Diterima %(when)s", { when: momentWords(request.received_at) })}</p>
    </article>
  );
}
