import { clockTimeExact } from "@shared/clock.js";
import { Icon, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { deskName } from "../../staff/names.js";
import { length, readingWords } from "../words.js";

const freed = {
  finished: (number) => t("%(number)s selesai", { number }),
  held: (number) => t("%(number)s ditunda", { number }),
  transferred: (number) => t("%(number)s dialihkan", { number }),
  opened: () => t("meja dibuka"),
};

function turn({ at, counter, free_since: since, freed: how, number }) {
  const words = { counter: deskName(counter), how: freed[how](number), since: clockTimeExact(since) };
  return since === at
    ? t("Giliran tiba dan %(counter)s bebas, %(how)s", words)
    : t("Giliran tiba dan ada meja bebas: %(counter)s sejak %(since)s, %(how)s", words);
}

const words = {
  registered: () => t("Nomor terbit"),
  opened: () => t("Jam layanan dibuka"),
  resumed: ({ emergency }) => (emergency ? t("Jam berjalan kembali sesudah keadaan darurat") : t("Jam layanan dibuka kembali sesudah istirahat")),
  turn,
  deemed: () => t("Belum ada meja dibuka: satu meja dianggap bebas"),
  started: ({ counter }) => t("Dilayani di %(counter)s sebelum gilirannya", { counter: deskName(counter) }),
  out_of_hours: ({ counter }) => t("Di luar jam layanan jam tidak mulai sendiri: dilayani di %(counter)s", { counter: deskName(counter) }),
  reading: () => t("Menurut janji kantor ini"),
};

export function Why({ beginnings }) {
  if (beginnings.length === 0) return <section class="visit__why"><h3>{t("Jam tidak pernah berjalan")}</h3></section>;
  const decisive = beginnings.find(({ decides }) => decides);
  return (
    <section class="visit__why">
      <h3>{t("Mengapa jam mulai %(time)s", { time: clockTimeExact(decisive.at) })}</h3>
      <ul>
        {beginnings.map((event) => (
          <li key={event.what} class={event.decides ? "decides" : undefined}>
            <span>{words[event.what](event)}</span>
            <time dateTime={event.at}>{clockTimeExact(event.at)}</time>
            <span class="decides__word">{event.decides && <><Icon name="check" />{t("paling akhir, dipakai")}</>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Readings({ readings }) {
  return (
    <section class="visit__readings">
      <h3>{t("Menurut bacaan lain")}</h3>
      <dl>
        {readings.map(({ reading, clock_seconds: seconds, verdict }) => (
          <div key={reading}><dt>{readingWords(reading)}</dt><dd><b>{length(seconds)}</b> <Verdict verdict={verdict} /></dd></div>
        ))}
      </dl>
    </section>
  );
}
