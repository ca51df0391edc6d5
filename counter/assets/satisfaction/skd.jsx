import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { count } from "../staff/days.js";
import { Quadrants } from "./quadrants.jsx";
import { decimal, quadrantWords } from "./words.js";

const at = (mean) => `${((mean - 1) / 9) * 100}%`;
// JSON sorts codes as words: S1, S10, S11, S2.
const inOrder = (statements) => Object.entries(statements).sort(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)));
const signed = (gap) => (gap === null ? "–" : gap.startsWith("-") ? `−${decimal(gap.slice(1))}` : `+${decimal(gap)}`);

function Figure({ title, value, children }) {
  return <section class="card skd-figure"><h2>{title}</h2><p class="skd-figure__value">{value}</p><p class="skd-figure__note">{children}</p></section>;
}

function Figures({ skd }) {
  const n = t("%(count)s responden.", { count: count(skd.respondents) });
  return (
    <div class="skd-figures">
      <Figure title={t("Kepuasan, 10 sampai 100")} value={decimal(skd.index)}>{t("Rata-rata enam belas rincian × 10, dengan cara IKK.")} {n}</Figure>
      {skd.importance_asked && <Figure title={t("Kepuasan tertimbang kepentingan")} value={decimal(skd.index_by_importance)}>{t("Setiap rincian ditimbang dengan rata-rata kepentingannya.")} {n}</Figure>}
      <Figure title={t("Persepsi anti korupsi (IPAK), 1 sampai 10")} value={decimal(skd.corruption_perception)}>{t("Rata-rata rincian 12 sampai 16.")} {n}</Figure>
      <Figure title={t("Penilaian keseluruhan, 1 sampai 10")} value={decimal(skd.overall)}>{t("Satu pertanyaan tersendiri.")} {n}</Figure>
    </div>
  );
}

function Row({ number, one, asked }) {
  return (
    <tr class={one.quadrant === "improve" ? "unsur--low" : undefined}>
      <th scope="row"><b>{number}</b> {inOurWords(one.question)}</th>
      <td class="unsur__line">
        <span class="lollipop lollipop--ten" style={{ "--at": one.satisfaction ? at(Number(one.satisfaction)) : "0%", "--matters": one.importance ? at(Number(one.importance)) : "0%" }} aria-hidden="true">
          {one.satisfaction && <i />}{one.importance && <em />}
        </span>
      </td>
      <td class="number"><b>{decimal(one.satisfaction)}</b></td>
      {asked && <td class="number">{decimal(one.importance)}</td>}
      {asked && <td class="number"><b>{signed(one.gap)}</b></td>}
      {asked && <td>{quadrantWords(one.quadrant)}</td>}
      <td class="number">{count(one.answers)}</td>
      <td class="number">{count(one.left_out)}</td>
    </tr>
  );
}

function Statements({ skd }) {
  const asked = skd.importance_asked;
  return (
    <section class="card unsur" aria-label={t("Enam belas rincian")}>
      <header><h2>{t("Enam belas rincian, skala 1 sampai 10")}</h2></header>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={t("Nilai per rincian")}>
        <table class="unsur__statements">
          <thead>
            <tr>
              <th scope="col">{t("Rincian")}</th><th scope="col" class="unsur__scale"><span>1</span><span>10</span></th><th scope="col" class="number">{t("Kepuasan")}</th>
              {asked && <><th scope="col" class="number">{t("Kepentingan")}</th><th scope="col" class="number">{t("Kesenjangan")}</th><th scope="col">{t("Kuadran")}</th></>}
              <th scope="col" class="number">{t("Dihitung")}</th><th scope="col" class="number">{t("Tidak menjawab")}</th>
            </tr>
          </thead>
          <tbody>{inOrder(skd.statements).map(([code, one]) => <Row key={code} number={code.slice(1)} one={one} asked={asked} />)}</tbody>
        </table>
      </div>
      <p class="source">{asked
        ? t("Titik: kepuasan. Belah ketupat: kepentingan. Kesenjangan dihitung dari yang menjawab keduanya.")
        : t("Titik: rata-rata kepuasan. Kepentingan tidak ditanyakan dalam versi ini, jadi tidak ada kesenjangan.")}</p>
    </section>
  );
}

function Version({ version, skd }) {
  if (skd.index === null && skd.respondents < 5) {
    return <section class="card nobody"><Icon name="lock" /><h2>{t("%(count)s jawaban SKD", { count: count(skd.respondents) })}</h2><p>{t("Angka ditampilkan mulai lima jawaban, agar tidak seorang pun dikenali.")}</p></section>;
  }
  return (
    <div class="skd">
      <p class="skd__version">{t("Kuesioner SKD %(year)s", { year: version.split("-")[1] })}</p>
      <Figures skd={skd} />
      <Statements skd={skd} />
      {skd.lines && <Quadrants skd={skd} />}
    </div>
  );
}

export function Skd({ told, aside }) {
  const versions = Object.entries(told.skd).reverse();
  return (
    <>
      <p class="skd__apart"><Icon name="info" />{t("SKD dan SKM adalah dua survei yang berbeda. Nilainya tidak pernah diubah dari yang satu ke yang lain.")}</p>
      <div class="satisfaction__main satisfaction__main--wide">
        <div class="satisfaction__figures">
          {versions.map(([version, skd]) => <Version key={version} version={version} skd={skd} />)}
          {versions.length === 0 && <section class="card nobody"><Icon name="talk" /><h2>{t("Belum ada jawaban SKD pada periode ini")}</h2><p>{t("SKD ditawarkan sesudah SKM, di halaman nomor pengunjung.")}</p></section>}
        </div>
        {aside}
      </div>
    </>
  );
}
