import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count } from "../staff/days.js";
import { filePath } from "../staff/question.js";

const reasons = () => ({
  nothing_written: t("tidak ada isian"),
  group: t("rombongan"),
  dtsen: t("layanan DTSEN"),
  reception: t("tamu kantor"),
  other_service: t("pengaduan dan layanan lain"),
  restricted: t("pemakaian data dibatasi"),
});

function LeftOut({ why }) {
  const words = reasons();
  const lines = Object.entries(why).sort((a, b) => b[1] - a[1]);
  if (!lines.length) return null;
  return (
    <div class="skd__out">
      <h3>{t("Tidak ikut dalam berkas")}</h3>
      <ul>{lines.map(([code, visits]) => <li key={code}><b>{count(visits)}</b> {words[code] ?? code}</li>)}</ul>
    </div>
  );
}

// The respondent file: without names at once, with names only through a dialog that asks why.
export function Skd({ recap, asked, onNames }) {
  const { respondents, needs, agreed, left_out: why } = recap.respondents;
  const file = (more) => filePath("recap/respondents", asked, more);
  return (
    <section class="card skd" aria-labelledby="skd">
      <div class="skd__what">
        <h2 id="skd">{t("Berkas responden SKD")}</h2>
        <p class="skd__counts"><b>{count(respondents)}</b> {t("responden")} <b>{count(needs)}</b> {t("kebutuhan")}</p>
        <p class="soft">{t("Kolom dan kode Blok I dan Blok III, tanpa nama, kontak, dan kata-kata.")}</p>
      </div>
      <LeftOut why={why} />
      <div class="skd__files">
        {recap.tells_people ? (
          <p class="skd__row">
            <a class="button button--primary" href={file({ format: "xlsx" })} download><Icon name="down" />{t("XLSX, kedua blok")}</a>
            <a class="button" href={file({ format: "csv", part: "respondents" })} download><Icon name="down" />{t("CSV responden")}</a>
            <a class="button" href={file({ format: "csv", part: "needs" })} download><Icon name="down" />{t("CSV kebutuhan")}</a>
          </p>
        ) : <p class="skd__row soft">{t("Berkas tanpa identitas hanya untuk bulan, triwulan, atau tahun penuh.")}</p>}
        <p class="skd__row">
          <button type="button" class="button" disabled={!agreed} aria-haspopup="dialog" onClick={onNames}><Icon name="lock" />{t("Berkas dengan nama…")}</button>
          <span class="soft">{t("%(count)s menyetujui survei.", { count: count(agreed) })}</span>
        </p>
      </div>
    </section>
  );
}
