import { clockTime, longDate, officeDay, useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Clock, Icon } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { bandOf, until } from "./day.js";
import { Bar, Foot, LanguageSwitch, Marked, RateButton, StandardsLink } from "./frame.jsx";
import { Heading } from "./heading.jsx";

const SOON = 3 * 3600_000; // nearer than this the visitor is told how long

// Each reason with its sign, its heading and what it means for the visitor.
const reasons = {
  before_opening: () => ["sun", t("Belum buka"), t("Selamat datang. Nomor antrean dapat diambil menjelang jam buka.")],
  after_closing: () => ["moon", t("Sudah tutup"), t("Pelayanan hari ini sudah selesai. Terima kasih.")],
  break: (name) => [/jumat/i.test(name) ? "mosque" : "cup", name || t("Istirahat"), t("Nomor yang sudah Anda ambil **tetap berlaku**, dan waktu istirahat tidak dihitung sebagai waktu tunggu.")],
  weekend: () => ["calendar", t("Tutup akhir pekan"), t("Hari ini tidak ada pelayanan langsung.")],
  holiday: (name) => ["calendar", name || t("Hari libur"), t("Hari ini tidak ada pelayanan langsung.")],
  closure: (name) => ["door", name || t("Tutup sementara"), t("Mohon maaf, hari ini pelayanan langsung ditutup.")],
  quota: () => ["ticket", t("Nomor hari ini sudah habis"), t("Mohon maaf. Nomor yang sudah diambil tetap dilayani hari ini.")],
};

function Band({ hours, now }) {
  const band = bandOf(hours, now);
  return (
    <div class="day" role="img" aria-label={t("Jam pelayanan hari ini: %(hours)s", { hours: hours.map((span) => span.join("–").replaceAll(":", ".")).join(", ") })}>
      <div class="day__track">
        <div class="day__bar">
          {band.pauses.map(({ from, to }) => <span key={from} class="day__break" style={{ "--from": String(from), "--to": String(to) }} />)}
        </div>
        {band.now !== null && <span class={`day__now ${band.now < 0.12 ? "day__now--start" : ""} ${band.now > 0.88 ? "day__now--end" : ""}`} style={{ "--at": String(band.now) }}><b>{t("sekarang %(time)s", { time: clockTime(now) })}</b></span>}
      </div>
      <div class="day__marks">{band.marks.map(({ at, text }) => <span key={text} style={{ "--at": String(at) }}>{text}</span>)}</div>
    </div>
  );
}

function Left({ opens, now }) {
  if (Date.parse(opens) - now > SOON) return null;
  const [hours, minutes] = until(opens, now);
  const words = hours ? t("%(hours)s jam %(minutes)s menit", { hours, minutes }) : t("%(minutes)s menit", { minutes });
  return <><Marked>{t("Masih **%(time)s** lagi.", { time: words })}</Marked> </>;
}

function Again({ reason, opens, now }) {
  const today = officeDay(opens) === officeDay(now);
  const word = reason === "before_opening" && today ? t("buka pukul") : t("buka kembali");
  return (
    <div class="again">
      <span class="again__words">{word}{!today && <strong>{longDate(opens, language.value)}</strong>}</span>
      <Clock at={opens} />
    </div>
  );
}

// Nobody answers the telephone of a closed office; the website is always open.
function Otherwise({ reason }) {
  const { website, phone } = page.office;
  const answered = phone && ["break", "quota"].includes(reason);
  if (!website && !answered) return null;
  return (
    <div class="take take--words">
      <Icon name={answered ? "phone" : "language"} />
      <div>
        <h2>{t("Tidak sempat menunggu?")}</h2>
        <p class="hint"><Marked>{answered ? t("Hubungi kami di **%(phone)s**", { phone }) : t("Data dan publikasi tersedia di **%(website)s**", { website })}</Marked></p>
      </div>
    </div>
  );
}

export function Closed({ snapshot, lostAt, onRate }) {
  const now = useNow(15_000);
  const settled = useSettled();
  const { reason, name, opens_at: opens } = snapshot.closed;
  const [icon, heading, meaning] = (reasons[reason] ?? reasons.closure)(inOurWords(name));
  const showBand = snapshot.hours?.length > 0;
  return (
    <main class="screen message closed">
      <Bar><p class="date">{longDate(now, language.value)}</p></Bar>
      <section class="screen__main">
        <div class="message__head">
          <div class="sign"><Icon name={icon} /></div>
          <div class="message__words">
            <Heading>{heading}</Heading>
            {opens && <Again reason={reason} opens={opens} now={now} />}
          </div>
        </div>
        <div class="message__body">
          {showBand && <Band hours={snapshot.hours} now={now} />}
          <p class="say">{opens && <Left opens={opens} now={now} />}<Marked>{meaning}</Marked></p>
          <Otherwise reason={reason} />
        </div>
      </section>
      <div class="screen__foot">
        <div class="actions"><LanguageSwitch /><StandardsLink /></div>
        {showBand && <RateButton onRate={settled(onRate)} />}
        <Foot lostAt={lostAt} printer={snapshot.printer} />
      </div>
    </main>
  );
}
