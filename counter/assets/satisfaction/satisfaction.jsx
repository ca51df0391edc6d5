import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Characteristics } from "./characteristics.jsx";
import { Comments } from "./comments.jsx";
import { HowCounted } from "./definition.jsx";
import { Filters } from "./filters.jsx";
import { IndexCard } from "./index_card.jsx";
import { Plan } from "./plan.jsx";
import { PlanDialog } from "./plan_dialog.jsx";
import { SampleCard } from "./sample_card.jsx";
import { Skd } from "./skd.jsx";
import { TrendCard } from "./trend_card.jsx";
import { UnsurCard } from "./unsur.jsx";

function Aside({ told, onOpen }) {
  return <div class="satisfaction__aside"><Plan told={told} onOpen={onOpen} /><Comments told={told} /></div>;
}

function Skm({ told, service, onOpen }) {
  const nobody = told.skm.respondents === 0;
  return (
    <>
      <div class="satisfaction__top">
        {nobody
          ? <section class="card nobody"><Icon name="talk" /><h2>{t("Belum ada penilaian pada periode ini")}</h2><p>{t("Pengunjung menilai dari halaman nomornya di ponsel, sampai tujuh hari sesudah dilayani.")}</p></section>
          : <IndexCard skm={told.skm} sample={told.sample} />}
        <SampleCard told={told} service={service} />
        <TrendCard told={told} />
      </div>
      <div class={nobody ? "satisfaction__main satisfaction__main--alone" : "satisfaction__main"}>
        {told.skm.told && <div class="satisfaction__figures"><UnsurCard skm={told.skm} /><Characteristics told={told} /></div>}
        {!told.skm.told && !nobody && (
          <section class="card nobody"><Icon name="lock" /><h2>{t("Nilai per unsur muncul mulai lima jawaban")}</h2><p>{t("Di kantor yang kecil, angka dari kurang lima orang dapat menunjuk orangnya.")}</p></section>
        )}
        <Aside told={told} onOpen={onOpen} />
      </div>
    </>
  );
}

function Body({ told, asked, onOpen }) {
  if (asked.view === "skd") return <Skd told={told} aside={<Aside told={told} onOpen={onOpen} />} />;
  return <Skm told={told} service={asked.service} onOpen={onOpen} />;
}

export function Satisfaction() {
  const [asked, go] = useQuestion("satisfaction", ["from", "to", "service"]);
  const { view, ...question } = asked;
  const { told, slow, trouble, again } = useAnswer(questionPath("satisfaction", question, { format: "json" }));
  const [dialog, open] = useState(null);
  const close = () => open(null);
  const done = () => { close(); again(); };
  return (
    <ManagerPage here="satisfaction" title={t("Kepuasan")}>
      <main class="satisfaction" aria-busy={slow}>
        <Filters asked={asked} go={go} onExplain={() => open({ name: "definition" })} />
        <Trouble words={trouble} />
        {trouble && <p><button type="button" class="button" onClick={again}><Icon name="recall" />{t("Coba lagi")}</button></p>}
        <div class={slow ? "satisfaction__told satisfaction__told--old" : "satisfaction__told"}>
          <Body told={told} asked={asked} onOpen={(line) => open({ name: "plan", line })} />
        </div>
      </main>
      {dialog?.name === "definition" && <HowCounted onClose={close} />}
      {dialog?.name === "plan" && <PlanDialog line={dialog.line} told={told} onDone={done} onClose={close} />}
    </ManagerPage>
  );
}
