// The standard in force as a manager must know it. It is a reviewed file: nothing is changed here.
import { longDate } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { useValue } from "@shared/signal.js";
import { ManagerPage } from "../staff/manager_page.jsx";
import { channelNames, doers, silent, within } from "./words.js";

const dated = (day) => longDate(`${day}T12:00:00`, language.value);

const papers = ["A3", "A2", "A4"];

function Posters() {
  return (
    <nav class="standard__posters" aria-label={t("Poster standar (PDF)")}>
      <span aria-hidden="true"><Icon name="printer" />{t("Poster standar (PDF)")}</span>
      {papers.map((paper) => <a key={paper} class="button" href={`${page.root}/kiosk/standards/poster.pdf?paper=${paper.toLowerCase()}&lang=${language.value}`}>{paper}</a>)}
    </nav>
  );
}

function Head({ standard }) {
  return (
    <header class="standard__head">
      <h1>{t("Standar pelayanan")}</h1>
      <p><b lang="id">{standard.title}</b></p>
      <p>{standard.decree ? t("No. SK %(decree)s", { decree: standard.decree }) : <span class="standard__lack"><Icon name="warning" />{t("Nomor SK kosong dalam dokumen")}</span>} {t("Berlaku sejak %(day)s", { day: dated(standard.valid_from) })}</p>
      <Posters />
      <a class="button" href={`${page.root}/display/standard`}><Icon name="screen" />{t("Di layar kedua")}</a>
      <a class="button" href={`${page.root}/kiosk/standards`}><Icon name="list" />{t("Seperti yang dibaca pengguna")}</a>
    </header>
  );
}

function Promise({ sentence, reading, channel }) {
  return <li><p lang="id">“{sentence}”</p><p><b>{channel}</b> <span class="chip">{reading}</span></p></li>;
}

function Promises({ standard }) {
  const { walk_in: walkIn, requests, silence } = standard;
  return (
    <section class="card" aria-labelledby="promises">
      <h2 id="promises">{t("Janji, dan cara program membacanya")}</h2>
      <ul class="standard__promises">
        {walkIn && <Promise sentence={walkIn.sentence} channel={t("Kunjungan langsung")} reading={t("paling lama %(minutes)s menit menunggu", { minutes: walkIn.limit_seconds / 60 })} />}
        {requests.map((promise) => <Promise key={promise.sentence} sentence={promise.sentence} channel={channelNames(promise)} reading={within(promise)} />)}
        {silence && <Promise sentence={silence.sentence} channel={t("Bila pengguna diam")} reading={silent(silence)} />}
      </ul>
    </section>
  );
}

function Components({ components }) {
  const lacking = components.filter(({ published }) => !published).length;
  const unpublished = components.filter(({ published, delivery }) => delivery && !published).length;
  return (
    <section class="card" aria-labelledby="components">
      <h2 id="components">{t("Komponen menurut UU 25/2009 Pasal 21")}</h2>
      <p class={unpublished ? "standard__lack" : "soft"}>{unpublished ? t("%(count)s yang wajib diterbitkan tidak ada.", { count: unpublished }) : t("Yang wajib diterbitkan semuanya ada.")}</p>
      <p class="soft">{lacking ? t("%(lacking)s dari %(all)s tidak ada dalam teks yang diterbitkan.", { lacking, all: components.length }) : t("Semua ada dalam teks yang diterbitkan.")}</p>
      <ul class="standard__components">
        {components.map(({ name, published, delivery }) => (
          <li key={name.id} class={published ? "" : "is-missing"}>
            <Icon name={published ? "check" : "warning"} /><span>{inOurWords(name)}<small>{delivery ? t("penyampaian, wajib diterbitkan") : t("pengelolaan")}</small></span>
            <b>{published ? t("ada") : t("tidak ada")}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ steps }) {
  return (
    <section class="card" aria-labelledby="steps">
      <h2 id="steps">{t("Langkah, dan siapa yang melakukannya")}</h2>
      <ol class="standard__steps">
        {steps.map(({ way, text, doer, link }) => (
          <li key={way + text}>
            <span lang="id">{text}{link && <small>{link}</small>}</span>
            <span class={`chip ${doer === "ours" ? "chip--good" : ""}`}>{doers()[doer]}</span>
            <span class="chip">{way === "walk_in" ? t("langsung") : t("daring")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Readings({ readings }) {
  return (
    <section class="card" aria-labelledby="readings">
      <h2 id="readings">{t("Yang tidak jelas dalam teks, dan bacaan yang dipilih")}</h2>
      <dl class="standard__readings">
        {readings.map(({ question, chosen, why }) => (
          <div key={question} lang="id"><dt>{question}</dt><dd><b>{chosen}</b></dd><dd class="soft">{why}</dd></div>
        ))}
      </dl>
    </section>
  );
}

export function Standard() {
  useValue(language);
  const standard = page.snapshot;
  return (
    <ManagerPage here="standard" title={t("Standar pelayanan")}>
      <main class="standard">
        <Head standard={standard} />
        <div class="standard__grid">
          <div><Promises standard={standard} /><Readings readings={standard.readings} /></div>
          <div><Components components={standard.components} /><Steps steps={standard.steps} /></div>
        </div>
      </main>
    </ManagerPage>
  );
}
