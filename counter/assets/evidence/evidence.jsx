// The evidence pack of an inspection: a period, what the pack will hold, and one button that saves it.
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { useValue } from "@shared/signal.js";
import { language, t } from "@shared/words.js";
import { Dates } from "../staff/dates.jsx";
import { longDay, span } from "../staff/days.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { changed, filePath, questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Contents, Nobody } from "./contents.jsx";
import { Proof } from "./proof.jsx";
import { today, usualSpans } from "./spans.js";

function Head({ asked, go, trouble }) {
  return (
    <div class="filters">
      <div class="filters__head">
        <h1>{t("Berkas bukti")}</h1>
        <span class="filters__gap" />
        {!trouble && <a class="button button--primary" href={filePath("evidence", asked, { format: "zip" })} download><Icon name="down" />{t("Simpan berkas bukti (ZIP)")}</a>}
      </div>
      <Dates asked={asked} spans={usualSpans()} latest={today()} change={(days) => go(changed(asked, days))} />
    </div>
  );
}

function Remarks({ pack }) {
  const rehearsed = pack.rehearsals_left_out;
  const said = [
    pack.to >= today() && t("Hari ini belum selesai: jam yang masih berjalan dinilai sampai saat berkas dibuat."),
    pack.promises.length > 1 && t("Janji berubah dalam periode ini; keduanya ada dalam berkas dengan masa berlakunya."),
    rehearsed.length > 0 && t("Hari latihan tidak dihitung: %(days)s.", { days: rehearsed.map(longDay).join("; ") }),
    pack.rows === 0 && t("Tidak ada kejadian yang dicatat dalam periode ini. Berkas hanya memuat standar dan tabel kosong."),
  ].filter(Boolean);
  return said.length > 0 && <ul class="evidence__remarks">{said.map((words) => <li key={words}><Icon name="info" />{words}</li>)}</ul>;
}

export function Evidence() {
  useValue(language);
  const [asked, go] = useQuestion("evidence", ["from", "to"]);
  const { told: pack, slow, trouble, again } = useAnswer(questionPath("evidence", asked, { format: "json" }));
  return (
    <ManagerPage here="evidence" title={t("Berkas bukti")}>
      <main class="evidence" aria-busy={slow}>
        <Head {...{ asked, go, trouble }} />
        <Trouble words={trouble} />
        {trouble && <p><button type="button" class="button" onClick={again}><Icon name="recall" />{t("Coba lagi")}</button></p>}
        <div class={slow ? "evidence__body evidence__body--old" : "evidence__body"}>
          <p class="evidence__period">{page.office.name}, {span(pack.from, pack.to)}. {t("Untuk Ombudsman, inspektorat, atau siapa pun yang memeriksa: satu berkas ZIP dengan PDF dan CSV.")}</p>
          <Remarks pack={pack} />
          <div class="evidence__grid">
            <Contents pack={pack} />
            <div><Nobody /><Proof pack={pack} /></div>
          </div>
        </div>
      </main>
    </ManagerPage>
  );
}
