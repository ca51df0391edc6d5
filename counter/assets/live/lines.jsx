import { duration } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Ribbon, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { MiniClock } from "../staff/mini_clock.jsx";
import { lineOf } from "./state.js";

function Line({ service, office, now }) {
  const { count, near, longest, next } = lineOf(office, service.code, now);
  return (
    <li class={`card line${near ? ` line--${near.clock.tone}` : ""}`}>
      <h3>{inOurWords(service.name)}</h3>
      <p class="line__count"><span class="letter" aria-hidden="true">{service.code}</span><b>{count}</b> {t("menunggu")}</p>
      <div class="line__clock">
        <MiniClock clock={near?.clock} rest={count ? t("jam belum berjalan") : t("kosong")} />
        {!near && office.limit_seconds && <Ribbon elapsed={null} limit={office.limit_seconds} width={126} />}
      </div>
      <dl>
        <div><dt>{t("Terlama")}</dt><dd>{longest === null ? "–" : duration(longest)}</dd></div>
        <div><dt>{t("Berikutnya")}</dt><dd>{next ? <TicketNumber number={next} as="span" /> : "–"}</dd></div>
      </dl>
    </li>
  );
}

// A card for each service: who waits, the nearest clock, who is next.
export function Lines({ office, now }) {
  return (
    <section aria-label={t("Antrean tiap layanan")}>
      <ul class="lines">{page.office.services.filter(({ has_line: line }) => line).map((service) => <Line key={service.code} {...{ service, office, now }} />)}</ul>
    </section>
  );
}
