import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { clockTime } from "@shared/clock.js";
import { language, t } from "@shared/words.js";
import { counterName, ems, serviceName } from "./names.js";

function Where({ call, children }) {
  const name = counterName(call.counter);
  return (
    <p class="stage__where" style={{ "--ems": ems(name) }}>
      <Icon name="arrow-right" /><span>{name}</span>{children}
    </p>
  );
}

const Number = ({ call }) => <div class="stage__number" style={{ "--ems": ems(call.number) }}><TicketNumber number={call.number} /></div>;

export function LastCall({ call, lost }) {
  return (
    <section class={lost ? "stage stage--lost" : "stage"} aria-label={t("Panggilan terakhir")}>
      <p class="stage__say">{lost ? t("Panggilan terakhir yang diterima, pukul %(time)s", { time: clockTime(call.at) }) : t("Nomor antrean")}</p>
      <Number call={call} />
      <Where call={call} />
      <p class="stage__for">{serviceName(call.service)}</p>
    </section>
  );
}

// `key` begins the pulse anew when the same number is called once more.
export function CallNow({ call, next }) {
  return (
    <section class={next.length ? "stage stage--now stage--busy" : "stage stage--now"} key={call.seq} role="status" aria-label={t("Dipanggil sekarang")}>
      <p class="stage__say"><Icon name="sound" />{said(call)}</p>
      <Number call={call} />
      <Where call={call}><small class="stage__for">{serviceName(call.service)}</small></Where>
      {next.length > 0 && <p class="stage__next">{t("Lalu:")}{next.slice(0, 2).map((one) => (
        <span key={one.seq}><TicketNumber number={one.number} as="b" /><Icon name="arrow-right" />{counterName(one.counter)}</span>
      ))}</p>}
    </section>
  );
}

// Said in English too for the visitor who took the ticket in English, whatever the board speaks.
function said(call) {
  const ours = call.nth > 1 ? t("Panggilan ke-%(nth)s: nomor antrean", { nth: call.nth }) : t("Dipanggil sekarang: nomor antrean");
  return call.language === "en" && language.value !== "en" ? <>{ours} <span lang="en">Now calling</span></> : ours;
}

export function Calm() {
  return (
    <section class="stage stage--calm">
      <p class="stage__say">{t("Selamat datang")}</p>
      <p class="stage__welcome">{t("Silakan ambil nomor antrean")}</p>
      <p class="stage__for">{t("Belum ada nomor yang dipanggil hari ini. Nomor Anda akan muncul di sini dan disebutkan.")}</p>
    </section>
  );
}
