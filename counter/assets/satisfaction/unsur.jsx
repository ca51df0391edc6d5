import { inOurWords, t } from "@shared/words.js";
import { count } from "../staff/days.js";
import { NRR_LIMIT_B, decimal } from "./words.js";

const at = (nrr) => `${((nrr - 1) / 3) * 100}%`;
const WIDE_ENOUGH = 8; // percent of the bar in which its figure fits

// How many of a hundred gave each answer; the figure stands where it fits.
function Spread({ counts, answers }) {
  const shares = counts.map((number) => (number / answers) * 100);
  const told = counts.map((number, place) => t("%(count)s menjawab %(answer)s", { count: count(number), answer: place + 1 })).join(", ");
  return (
    <div class="spread" role="img" aria-label={told} title={told}>
      {shares.map((share, place) => share > 0 && <i key={place} class={`spread__${place + 1}`} style={{ "--wide": share }}>{share >= WIDE_ENOUGH ? Math.round(share) : ""}</i>)}
    </div>
  );
}

function Mark({ lowest, highest }) {
  if (lowest) return <span class="unsur__mark unsur__mark--low">{t("terendah")}</span>;
  return highest ? <span class="unsur__mark">{t("tertinggi")}</span> : null;
}

function Row({ code, one, lowest, highest }) {
  return (
    <tr class={lowest ? "unsur--low" : undefined}>
      <th scope="row"><b>{code}</b> {inOurWords(one.name)} <Mark lowest={lowest} highest={highest} /></th>
      <td class="unsur__line"><span class="lollipop" style={{ "--at": one.nrr ? at(Number(one.nrr)) : "0%" }} aria-hidden="true">{one.nrr && <i />}</span></td>
      <td class="number"><b>{decimal(one.nrr)}</b></td>
      <td class="unsur__spread">{one.answers > 0 ? <Spread counts={one.counts} answers={one.answers} /> : "–"}</td>
      <td class="number">{count(one.answers)}</td>
      <td class="number">{count(one.left_out)}</td>
    </tr>
  );
}

export function UnsurCard({ skm }) {
  const tie = skm.lowest.length === 9;
  return (
    <section class="card unsur" aria-label={t("Nilai rata-rata per unsur")}>
      <header><h2>{t("Nilai rata-rata (NRR) per unsur, skala 1 sampai 4")}</h2></header>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={t("Nilai per unsur")}>
        <table style={{ "--limit": at(NRR_LIMIT_B) }}>
          <thead>
            <tr>
              <th scope="col">{t("Unsur")}</th>
              <th scope="col" class="unsur__scale"><span>1</span><span>2</span><span>3</span><span>4</span></th>
              <th scope="col" class="number">NRR</th>
              <th scope="col">{t("Sebaran jawaban 1 sampai 4, persen")}</th>
              <th scope="col" class="number">{t("Dihitung")}</th>
              <th scope="col" class="number">{t("Tidak menjawab")}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(skm.unsur).map(([code, one]) => (
              <Row key={code} code={code} one={one} lowest={!tie && skm.lowest.includes(code)} highest={!tie && skm.highest.includes(code)} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="source">{t("Garis putus: batas mutu B, NRR %(limit)s. Permenpan RB 14/2017, bobot tepat 1/9; jawaban disimpan menurut kode unsur.", { limit: decimal("3.0644") })}</p>
    </section>
  );
}
