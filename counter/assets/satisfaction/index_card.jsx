import { inOurWords, t } from "@shared/words.js";
import { count } from "../staff/days.js";
import { GRADES, decimal } from "./words.js";

const LEAST = 25, MOST = 100;
const along = (index) => `${((index - LEAST) / (MOST - LEAST)) * 100}%`;
const ends = (place) => GRADES[place + 1]?.from ?? MOST;

// The four bands to scale, and where the index stands among them.
function Bands({ index, grade }) {
  return (
    <div class="bands" aria-hidden="true">
      <span class="bands__mark" style={{ "--at": along(Number(index)) }}><b>{decimal(index)}</b></span>
      {GRADES.map(({ letter, from, words }, place) => (
        <span key={letter} class={letter === grade ? "bands__band bands__band--here" : "bands__band"} style={{ "--wide": ends(place) - from }}>
          <b>{letter}</b><small>{decimal(place === 0 ? "25" : from.toFixed(2))}</small><em>{words()}</em>
        </span>
      ))}
    </div>
  );
}

// How many questionnaires the index counts, and how many it leaves out and why.
export function counted({ returned, respondents, complete }) {
  const left = returned - respondents;
  const said = { count: count(respondents), left: count(left), complete: count(complete) };
  return [
    left > 0 ? t("%(count)s dihitung, %(left)s tidak: tanpa satu jawaban pun.", said) : t("%(count)s dihitung, tidak ada yang ditinggalkan.", said),
    complete < respondents && t("%(complete)s menjawab kesembilan unsur; yang lain dihitung pada unsur yang dijawab.", said),
  ].filter(Boolean).join(" ");
}

const named = (skm, codes) => codes.map((code) => `${code} ${inOurWords(skm.unsur[code].name)} (${decimal(skm.unsur[code].nrr)})`).join(", ");

export function IndexCard({ skm, sample }) {
  const name = sample.provisional ? t("Indeks kepuasan (IKM), sementara") : t("Indeks kepuasan (IKM)");
  return (
    <section class="card index" aria-label={name}>
      <h2>{name}</h2>
      <div class="index__row">
        <p class="index__value">{decimal(skm.index)}</p>
        {skm.grade && <p class="index__grade"><b>{skm.grade}</b><span>{t("Mutu")}<br />{inOurWords(skm.performance)}</span></p>}
        <div class="index__notes">
          <p>{counted(skm)}</p>
          {skm.index && <p>{t("Pembobot dibulatkan 0,11: %(index)s, mutu %(grade)s.", { index: decimal(skm.index_rounded_weight), grade: skm.grade_rounded_weight })}</p>}
        </div>
      </div>
      {skm.index
        ? <Bands index={skm.index} grade={skm.grade} />
        : <p class="index__none">{skm.told ? t("Ada unsur yang belum dijawab siapa pun, jadi indeks belum dapat dihitung.") : t("Angka ditampilkan mulai lima jawaban, agar tidak seorang pun dikenali.")}</p>}
      {skm.index && (
        <dl class="index__ends">
          <div><dt>{t("Terendah")}</dt><dd>{named(skm, skm.lowest)}</dd></div>
          <div><dt>{t("Tertinggi")}</dt><dd>{named(skm, skm.highest)}</dd></div>
        </dl>
      )}
    </section>
  );
}
