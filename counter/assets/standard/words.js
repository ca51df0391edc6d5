// The machine-readable side of a promise, in the words of a clerk.
import { t } from "@shared/words.js";

const channels = () => ({
  whatsapp: "WhatsApp", email: t("E-mail"), telephone: t("Telepon"), pst_online: "pst.bps.go.id", halopst: "HaloPST", web_form: t("Formulir web"), zoom: "Zoom",
});
const starts = () => ({
  received: t("sejak diterima"), clear_and_complete: t("sejak jelas dan lengkap"), form_filled: t("sejak formulir terisi"),
});
const ends = () => ({ first_answer: t("sampai jawaban pertama"), information_given: t("sampai informasi diberikan") });
const units = () => ({ hours: t("jam"), days: t("hari"), working_days: t("hari kerja") });
const closers = () => ({ officer: t("ditutup petugas"), program: t("ditutup otomatis") });

export const channelNames = ({ channels: names }) => names.map((name) => channels()[name]).join(", ");

export function within({ working_days: days, start, end }) {
  if (days === null) return t("langsung dilayani");
  return [t("%(days)s hari kerja", { days }), starts()[start], ends()[end]].join(", ");
}

export const silent = ({ quantity, unit, closes }) => [t("diam %(quantity)s %(unit)s", { quantity, unit: units()[unit] }), closers()[closes]].join(", ");

export const doers = () => ({ ours: t("program"), elsewhere: t("situs lain"), people: t("orang") });
