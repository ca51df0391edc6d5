// The hours of today, and what the calendar makes of them: a closure, a holiday, Ramadan.
import { clockTime } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

const closedWords = ({ reason, name }) => ({
  weekend: t("Hari ini tidak ada layanan: akhir pekan."),
  holiday: t("Hari ini tidak ada layanan: %(name)s.", { name }),
  closure: t("Kantor tutup hari ini: %(name)s.", { name }),
}[reason]);

const span = ({ opens, closes }) => `${opens.replace(":", ".")}–${closes.replace(":", ".")}`;

export function DayHours({ opening }) {
  const { today, usual, season } = opening;
  if (!today) return <p class="live__hours live__hours--other"><Icon name="calendar" />{closedWords(opening)}{page.rehearsal && <b>{t("Latihan: jam buka diabaikan")}</b>}</p>;
  const words = t("Jam layanan hari ini %(span)s.", { span: span(today) });
  const why = season && t("%(season)s; biasanya %(span)s.", { season, span: usual ? span(usual) : t("tutup") });
  return <p class={`live__hours${season ? " live__hours--other" : ""}`}><Icon name="calendar" />{words}{why && <b>{why}</b>}</p>;
}
