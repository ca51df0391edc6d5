import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count } from "../staff/days.js";

const Name = ({ one }) => <span class="pair__name"><b>{one.name}</b><small>{t("%(count)s kunjungan", { count: count(one.all) })}</small></span>;

// Likely the same, side by side. The rarer name goes into the more frequent one, unless the manager turns them round.
export function Alike({ pairs, busy, onMerge }) {
  if (!pairs.length) return null;
  return (
    <section class="card alike" aria-labelledby="alike">
      <h2 id="alike">{t("Mungkin instansi yang sama")}</h2>
      <p class="soft">{t("Program hanya menyarankan. Gabungkan bila memang sama; setiap penggabungan dapat diurungkan.")}</p>
      <ul>
        {pairs.map(([one, into]) => (
          <li key={`${one.id} ${into.id}`} class="pair">
            <Name one={one} /><Icon name="arrow-right" /><Name one={into} />
            <span class="pair__acts">
              <button type="button" class="button" disabled={busy} onClick={() => onMerge(one, into)}><Icon name="transfer" />{t("Gabungkan")}<span class="sr-only"> {t("%(one)s ke %(into)s", { one: one.name, into: into.name })}</span></button>
              <button type="button" class="button button--link" disabled={busy} onClick={() => onMerge(into, one)}>{t("Sebaliknya")}<span class="sr-only"> {t("%(one)s ke %(into)s", { one: into.name, into: one.name })}</span></button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
