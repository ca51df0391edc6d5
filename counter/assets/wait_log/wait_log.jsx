import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { Cards } from "./cards.jsx";
import { Days } from "./charts/days.jsx";
import { Hours } from "./charts/hours.jsx";
import { Minutes } from "./charts/minutes.jsx";
import { Services } from "./charts/services.jsx";
import { ListHead } from "./chips.jsx";
import { HowCounted } from "./definition.jsx";
import { Emergencies } from "./emergencies.jsx";
import { Filters } from "./filters.jsx";
import { useLog, useQuestion } from "./log.js";
import { Question } from "./narrow.jsx";
import { Rehearsals } from "./rehearsals.jsx";
import { LogTable } from "./table.jsx";
import { VisitPanel } from "./visit/panel.jsx";

function Charts({ log }) {
  const { days, minutes, hours, worst_hour: worst, services } = log.charts;
  const limit = log.limit_seconds;
  return (
    <div class="charts">
      <Days days={days} />
      <Minutes minutes={minutes} summary={log.summary} limit={limit} />
      <Hours hours={hours} worst={worst} />
      <Services services={services} limit={limit} />
    </div>
  );
}

function Log({ question, log, slow, trouble, again, onExplain }) {
  const { asked, go } = question;
  return (
    <main class="log-page" aria-busy={slow}>
      <Filters log={log} asked={asked} go={go} onExplain={onExplain} />
      <Trouble words={trouble} />
      {trouble && <p><button type="button" class="button" onClick={again}><Icon name="recall" />{t("Coba lagi")}</button></p>}
      <div class={slow ? "log-page__figures log-page__figures--old" : "log-page__figures"}>
        <Cards log={log} />
        {log.summary.visits > 0 && <Charts log={log} />}
        <Rehearsals alone={log.rehearsal} leftOut={log.rehearsals_left_out} />
        <Emergencies list={log.emergencies} />
        <section class="card log" aria-label={t("Daftar kunjungan")}>
          <ListHead log={log} asked={asked} go={go} />
          <LogTable log={log} severalDays={asked.from !== asked.to} />
        </section>
      </div>
    </main>
  );
}

// A click on a mark leads the eye to the list once its rows have come.
function useShowList(log) {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const list = document.getElementById("daftar");
    list.scrollIntoView({ block: "start" });
    list.focus({ preventScroll: true });
  }, [log]);
  return () => { wanted.current = true; };
}

export function WaitLog() {
  const [asked, go] = useQuestion();
  const [isExplained, explain] = useState(false);
  const { log, slow, trouble, again } = useLog(asked);
  const showList = useShowList(log);
  const { visit, ...without } = asked;
  // An address may name a page that the list no longer has.
  useEffect(() => { if (log.page > log.pages) go({ ...asked, page: log.pages }, "replaceState"); }, [log]);
  return (
    <Question.Provider value={{ asked, go, showList }}>
      <ManagerPage here="wait-log" title={t("Waktu tunggu")}>
        <Log question={{ asked, go }} log={log} slow={slow} trouble={trouble} again={again} onExplain={() => explain(true)} />
        {isExplained && <HowCounted log={log} asked={asked} onClose={() => explain(false)} />}
        {visit && <VisitPanel key={visit} place={visit} onClose={() => go(without)} onSaid={again} />}
      </ManagerPage>
    </Question.Provider>
  );
}
