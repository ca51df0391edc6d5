import { inOurWords, t } from "@shared/words.js";
import { count } from "../staff/days.js";

function Trait({ one, respondents }) {
  const most = Math.max(1, ...one.groups.map((group) => group.count), one.together);
  return (
    <div class="trait">
      <h3>{inOurWords(one.title)}</h3>
      <dl>
        {one.groups.map((group) => (
          <div key={group.label.id}><dt>{inOurWords(group.label)}</dt><dd><i style={{ "--share": group.count / most }} aria-hidden="true" /><b>{count(group.count)}</b></dd></div>
        ))}
        {one.together > 0 && (
          <div class="trait__together"><dt>{one.together === respondents ? t("Tidak dibedakan") : t("Tidak diisi atau tidak dibedakan")}</dt><dd><i style={{ "--share": one.together / most }} aria-hidden="true" /><b>{count(one.together)}</b></dd></div>
        )}
      </dl>
    </div>
  );
}

export function Characteristics({ told }) {
  const { respondents } = told.skm;
  return (
    <section class="card traits" aria-label={t("Karakteristik responden")}>
      <header><h2>{t("Karakteristik responden SKM")}</h2><p>{t("%(count)s responden", { count: count(respondents) })}</p></header>
      <div class="traits__row">{told.characteristics.map((one) => <Trait key={one.name} one={one} respondents={respondents} />)}</div>
      <p class="source">{t("Kelompok di bawah lima orang tidak dibedakan, agar tidak seorang pun dikenali.")}</p>
    </section>
  );
}
