import { t } from "@shared/words.js";
import { count } from "../staff/days.js";

const FIRST = 6;

export function Comments({ told }) {
  const { comments, comments_told: shown } = told;
  return (
    <section class="card comments" aria-label={t("Saran dan masukan")}>
      <header><h2>{t("Saran dan masukan")}</h2><p>{t("%(count)s tulisan, tanpa nama", { count: count(comments.length) })}</p></header>
      {comments.length === 0 && <p class="comments__none">{shown ? t("Belum ada tulisan pada periode ini.") : t("Ditampilkan mulai lima kuesioner yang masuk.")}</p>}
      <ul>{comments.slice(0, FIRST).map((words, place) => <li key={place}>{words}</li>)}</ul>
      {comments.length > FIRST && (
        <details>
          <summary>{t("%(count)s tulisan lagi", { count: count(comments.length - FIRST) })}</summary>
          <ul>{comments.slice(FIRST).map((words, place) => <li key={place}>{words}</li>)}</ul>
        </details>
      )}
      {comments.length > 0 && <p class="source">{t("Urutan acak. Tidak terhubung dengan kunjungan, waktu, atau nilai.")}</p>}
    </section>
  );
}
