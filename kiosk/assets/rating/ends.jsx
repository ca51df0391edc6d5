// Before the first question and after the last one.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Ask, Problem } from "./question.jsx";
import { countOf } from "./steps.js";

function Kept({ request }) {
  const words = request
    ? t("Jawaban disimpan tanpa nama dan tanpa nomor permintaan %(number)s.", { number: request })
    : t("Jawaban disimpan tanpa nama dan tanpa nomor antrean Anda.");
  return <p class="hush"><Icon name="lock" />{words}</p>;
}

// Never ticked beforehand, and only where there is something to leave out.
function Anonymous({ rating }) {
  return (
    <button class="choice choice--checkbox" type="button" role="checkbox" aria-checked={String(rating.isAnonymous)} onClick={() => rating.hide(!rating.isAnonymous)}>
      <span class="choice__mark"><Icon name="check" /></span>
      <span>{t("Anonim")}<small>{t("Jenis kelamin, umur, pendidikan, dan pekerjaan dari buku tamu juga tidak ikut dicatat.")}</small></span>
    </button>
  );
}

export function Opening({ rating, children }) {
  const { of } = countOf(rating.path, rating.answered, "skm");
  return (
    <Ask title={t("Bagaimana pelayanan kami?")} class="ask--opening">
      {children}
      <p class="hint">{t("%(count)s pertanyaan, sekitar satu menit. Setiap pertanyaan boleh dilewati, dan Anda boleh berhenti kapan saja.", { count: of })}</p>
      {rating.asked.traits && <Anonymous rating={rating} />}
      <Kept request={rating.request} />
      <Problem rating={rating} />
    </Ask>
  );
}

function outcome({ isTakenBack, isCut, unsaved, begun, request }) {
  if (isTakenBack) return [t("Penilaian ditarik kembali"), t("Tidak ada jawaban Anda yang tersimpan.")];
  if (isCut) return [t("Belum tersimpan semua"), t("Sambungan terputus. Halaman ini terus mencoba.")];
  if (unsaved) return [t("Terima kasih"), t("Menyimpan…")];
  if (begun.length && request) return [t("Terima kasih"), t("Penilaian Anda tersimpan, tanpa nama dan tanpa nomor permintaan %(number)s.", { number: request })];
  if (begun.length) return [t("Terima kasih"), t("Penilaian Anda tersimpan, tanpa nama dan tanpa nomor antrean.")];
  return [t("Terima kasih"), t("Tidak ada jawaban yang disimpan.")];
}

function Offer({ rating, settled }) {
  const { count, of } = countOf(rating.path, rating.answered, "skd");
  return (
    <section class="offer">
      <h2>{t("Masih ada tiga menit?")}</h2>
      <p>{t("Survei Kebutuhan Data BPS: %(count)s pertanyaan dengan nilai 1 sampai 10. Tidak wajib.", { count: of })}</p>
      <button class="button" type="button" disabled={rating.busy} onClick={settled(rating.beginLong)}>{count ? t("Lanjutkan survei") : t("Isi survei")}<Icon name="chevron-right" /></button>
    </section>
  );
}

export function End({ rating, settled }) {
  const [heading, words] = outcome(rating);
  const long = countOf(rating.path, rating.answered, "skd");
  const offers = !rating.isTakenBack && long.count < long.of && !rating.isLast;
  return (
    <Ask title={heading} class="ask--end">
      <p class="said" role="status">{words}</p>
      {offers && <Offer rating={rating} settled={settled} />}
      <Problem rating={rating} />
    </Ask>
  );
}
