import { clockTime } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { counterPath } from "../staff/work.js";
import { percent } from "../staff/days.js";
import { reasonWords } from "../wait_log/words.js";
import { leftOut } from "./state.js";

// Who is not counted, and why.
function LeftOut({ summary }) {
  const reasons = leftOut(summary);
  if (!reasons.length) return null;
  const count = reasons.reduce((sum, [, many]) => sum + many, 0);
  const why = reasons.map(([reason, many]) => `${reasonWords(reason).toLowerCase()} ${many}`).join(", ");
  return <span class="today-card__out">{t("Tidak dihitung: %(count)s (%(why)s).", { count, why })}</span>;
}

// The day's figure so far, with how many it counts and how many it leaves out.
export function TodayCard({ office, now }) {
  const { summary, unexplained } = office;
  return (
    <section class="card today-card">
      <h2>{t("Hari ini sampai %(time)s", { time: clockTime(now) })}</h2>
      {summary.judged
        ? <p class="today-card__share"><b>{percent(summary.kept_share)}</b> {t("% tepat")}</p>
        : <p class="today-card__share today-card__share--none">{t("Belum ada yang dihitung")}</p>}
      <p class="today-card__count">
        {summary.judged > 0 && <span>{t("Tepat %(kept)s dari %(judged)s yang dihitung.", { kept: summary.kept, judged: summary.judged })} </span>}
        {summary.called_in_time > 0 && <span>{t("Tepat panggil: %(count)s.", { count: summary.called_in_time })} </span>}
        <LeftOut summary={summary} />
      </p>
      {unexplained.length > 0 && (
        <a class="today-card__asked" href={counterPath("wait-log?verdict=missed&reason=unexplained")}>
          <Icon name="stop-sign" />{unexplained.length === 1 ? t("1 alasan belum diisi") : t("%(count)s alasan belum diisi", { count: unexplained.length })}
        </a>
      )}
    </section>
  );
}
