import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { clockTime } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
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

// An office without numbers calls by what the visitor came for; a name is never shown.
function Who({ call }) {
  const name = serviceName(call.service);
  if (isNumbered) return <div class="stage__number" style={{ "--ems": ems(call.number) }}><TicketNumber number={call.number} /></div>;
  return <div class="stage__number stage__number--words" style={{ "--ems": ems(name) }}><strong>{name}</strong></div>;
}

const ForWhat = ({ call, as: Tag = "p" }) => isNumbered && <Tag class="stage__for">{serviceName(call.service)}</Tag>;

export function LastCall({ call, lost }) {
  return (
    <section class={lost ? "stage stage--lost" : "stage"} aria-label={t("Panggilan terakhir")}>
      <p class="stage__say">{lost ? t("Panggilan terakhir yang diterima, pukul %(time)s", { time: clockTime(call.at) }) : heading()}</p>
      <Who call={call} />
      <Where call={call} />
      <ForWhat call={call} />
    </section>
  );
}

// `key` begins the pulse anew when the same number is called once more.
export function CallNow({ call, next }) {
  return (
    <section class={next.length ? "stage stage--now stage--busy" : "stage stage--now"} key={call.seq} role="status" aria-label={t("Dipanggil sekarang")}>
      <p class="stage__say"><Icon name="sound" />{said(call)}</p>
      <Who call={call} />
      <Where call={call}><ForWhat call={call} as="small" /></Where>
      {next.length > 0 && <p class="stage__next">{t("Lalu:")}{next.slice(0, 2).map((one) => (
        <span key={one.seq}>{isNumbered ? <TicketNumber number={one.number} as="b" /> : <b>{serviceName(one.service)}</b>}<Icon name="arrow-right" />{counterName(one.counter)}</span>
      ))}</p>}
    </section>
  );
}

const heading = () => (isNumbered ? t("Nomor antrean") : t("Pengguna berikutnya"));

function calling(nth) {
  if (!isNumbered) return nth > 1 ? t("Panggilan ke-%(nth)s: pengguna berikutnya", { nth }) : t("Dipanggil sekarang: pengguna berikutnya");
  return nth > 1 ? t("Panggilan ke-%(nth)s: nomor antrean", { nth }) : t("Dipanggil sekarang: nomor antrean");
}

// Said in English too for the visitor who took the ticket in English, whatever the board speaks.
function said(call) {
  const ours = calling(call.nth);
  return call.language === "en" && language.value !== "en" ? <>{ours} <span lang="en">Now calling</span></> : ours;
}

export function Calm() {
  if (!page.office.counters.length) return <NoDesk />;
  return (
    <section class="stage stage--calm">
      <p class="stage__say">{t("Selamat datang")}</p>
      <p class="stage__welcome">{isNumbered ? t("Silakan ambil nomor antrean") : t("Silakan mengisi buku tamu")}</p>
      <p class="stage__for">{isNumbered ? t("Belum ada nomor yang dipanggil hari ini. Nomor Anda akan muncul di sini dan disebutkan.") : t("Di sini tidak perlu nomor. Petugas memanggil Anda sesuai urutan datang.")}</p>
    </section>
  );
}

function NoDesk() {
  return (
    <section class="stage stage--calm">
      <p class="stage__say">{t("Selamat datang")}</p>
      <p class="stage__for">{t("Kantor ini melayani lewat saluran lain, tidak dengan kunjungan langsung.")}</p>
    </section>
  );
}
