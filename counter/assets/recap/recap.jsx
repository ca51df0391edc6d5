import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { count, span } from "../staff/days.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { changed, filePath, questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Names } from "./names.jsx";
import { Skd } from "./skd.jsx";
import { today, usualSpans } from "./spans.js";
import { Table } from "./table.jsx";
import { Tabs } from "./tabs.jsx";

const sections = () => [
  { title: t("Kunjungan"), tables: ["service", "month", "state", "number", "channel", "means"] },
  { title: t("Kebutuhan data"), tables: ["obtained", "level", "period", "sources", "dtsen_result"] },
  { title: t("Pengguna"), tables: ["sex", "age_band", "schooling", "occupation", "use", "institution_kind", "institution", "groups", "dtsen_kind"] },
];

function Head({ asked, go }) {
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Rekapitulasi")}</h1>
        <Tabs here="recap" />
        <span class="filters__gap" />
        {["xlsx", "csv"].map((format) => (
          <a key={format} class="button" href={filePath("recap", asked, { format })} download><Icon name="down" />{format.toUpperCase()}</a>
        ))}
        <button type="button" class="button" onClick={() => print()}><Icon name="printer" />{t("Cetak")}</button>
      </div>
      <Dates asked={asked} spans={usualSpans()} latest={today()} change={(days) => go(changed(asked, days))} />
    </div>
  );
}

function Figures({ recap }) {
  const needs = recap.tables.find(({ name }) => name === "obtained");
  const figures = [
    [t("Kunjungan"), recap.visits], [t("Mengisi buku tamu"), recap.entries], [t("Kebutuhan data"), needs.counted + needs.left_out],
    [t("Kunjungan rombongan"), recap.groups], [t("Tamu kantor"), recap.receptions],
  ];
  return (
    <dl class="totals">
      {figures.map(([name, figure]) => <div key={name} class="card"><dt>{name}</dt><dd>{count(figure)}</dd></div>)}
    </dl>
  );
}

function Tables({ recap }) {
  const named = Object.fromEntries(recap.tables.map((table) => [table.name, table]));
  return sections().map(({ title, tables }) => {
    const there = tables.filter((name) => named[name]);
    return there.length > 0 && (
      <section key={title} class="recap__part">
        <h2>{title}</h2>
        <div class="recap__tables">{there.map((name) => <Table key={name} table={named[name]} />)}</div>
      </section>
    );
  });
}

function Nothing() {
  return (
    <section class="card recap__calm">
      <Icon name="calendar" />
      <h2>{t("Tidak ada kunjungan dalam periode ini")}</h2>
      <p>{t("Pilih periode lain di atas.")}</p>
    </section>
  );
}

function Body({ recap, asked, slow, onNames, saved }) {
  return (
    <div class={slow ? "recap__figures recap__figures--old" : "recap__figures"}>
      <p class="recap__period">{page.office.name}, {span(recap.from, recap.to)}</p>
      {recap.visits === 0 ? <Nothing /> : (
        <>
          <Figures recap={recap} />
          <ul class="recap__remarks">{recap.remarks.map((words) => <li key={words}><Icon name="info" />{words}</li>)}</ul>
          <p class="recap__saved" role="status">{saved && <><Icon name="check" />{saved}</>}</p>
          <Skd recap={recap} asked={asked} onNames={onNames} />
          <Tables recap={recap} />
        </>
      )}
    </div>
  );
}

export function Recap() {
  const [asked, go] = useQuestion("recap", ["from", "to"]);
  const { told: recap, slow, trouble, again } = useAnswer(questionPath("recap", asked, { format: "json" }));
  const [isOpen, open] = useState(false);
  const [saved, say] = useState(null);
  const close = (name) => { open(false); if (name) say(t("%(name)s diunduh, dan pembukaannya tercatat.", { name })); };
  return (
    <ManagerPage here="recap" title={t("Rekapitulasi")}>
      <main class="recap" aria-busy={slow}>
        <Head asked={asked} go={go} />
        <Trouble words={trouble} />
        {trouble && <p><button type="button" class="button" onClick={again}><Icon name="recall" />{t("Coba lagi")}</button></p>}
        <Body {...{ recap, asked, slow, saved }} onNames={() => open(true)} />
      </main>
      {isOpen && <Names recap={recap} asked={asked} onClose={close} />}
    </ManagerPage>
  );
}
