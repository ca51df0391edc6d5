import { clockTimeExact } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { at, seconds } from "../staff/clocks.js";
import { printerReason } from "../staff/words.js";
import { SEEN_LATELY } from "./state.js";

const signs = () => ({
  good: { icon: "check", words: t("Baik") },
  care: { icon: "warning", words: t("Perhatian") },
});

function Device({ icon, name, note, good, care }) {
  const { icon: sign, words } = signs()[good ? "good" : "care"];
  return (
    <li>
      <Icon name={icon} /><span class="devices__name">{name}</span><span class="devices__note">{note}</span>
      <b class={good ? "sign-good" : "sign-care"}><Icon name={sign} />{words}</b>
      {care && <span class="devices__care">{care}</span>}
    </li>
  );
}

function ago(seenAt, now) {
  const gone = Math.max(0, Math.floor(seconds(at(seenAt), now)));
  if (gone > SEEN_LATELY) return t("terakhir terlihat %(time)s", { time: clockTimeExact(seenAt) });
  return gone < 60 ? t("terlihat baru saja") : t("terlihat %(minutes)s menit lalu", { minutes: Math.floor(gone / 60) });
}

function Paired({ device, now }) {
  const kiosk = device.role === "kiosk";
  const good = seconds(at(device.seen_at), now) <= SEEN_LATELY;
  return <Device icon={kiosk ? "ticket" : "screen"} name={kiosk ? t("Kios %(name)s", device) : t("Papan %(name)s", device)} note={ago(device.seen_at, now)} good={good} />;
}

function Sound({ boards, heardAt }) {
  const note = heardAt ? t("terdengar %(time)s", { time: clockTimeExact(heardAt) }) : t("belum ada panggilan hari ini");
  if (!boards.connected) return <Device icon="sound" name={t("Suara papan")} note={t("tidak ada papan tersambung")} good={false} />;
  if (!boards.sounding) return <Device icon="muted" name={t("Suara papan")} note={t("aktifkan suara di papan")} good={false} />;
  return <Device icon="sound" name={t("Suara papan")} note={note} good />;
}

const backupCare = () => ({
  none_yet: t("belum ada: jalankan pst backup di server"),
  too_old: t("terlalu lama: biarkan server menyala, atau jalankan pst backup"),
  no_code: t("tanpa kode pemulihan: jalankan pst backup sekali, catat kodenya"),
  keys_stale: t("salinan kunci tertinggal: pasang disk cadangan"),
  disk_full: t("gagal, disk penuh: kosongkan ruang"),
  folder_gone: t("gagal, folder tidak ada: pasang disk cadangan"),
  folder_refused: t("gagal, folder tidak dapat ditulisi: periksa izinnya"),
  disk_damaged: t("gagal, disk cadangan rusak: ganti disknya"),
  other_installation: t("gagal, folder milik pemasangan lain: pilih folder lain"),
  database: t("gagal, basis data tidak terbaca: jalankan pst fsck"),
  other: t("gagal: jalankan pst backup di server"),
});

function age(goodAt, now) {
  const hours = Math.floor(seconds(at(goodAt), now) / 3600);
  if (hours < 1) return t("baru saja");
  return hours < 48 ? t("%(hours)s jam lalu", { hours }) : t("%(days)s hari lalu", { days: Math.floor(hours / 24) });
}

// The last backup that was read back; what to do about it stands on a line of its own.
function Backup({ backup, now }) {
  const note = backup.good_at ? age(backup.good_at, now) : "";
  const care = backup.care && (backupCare()[backup.care] ?? backupCare().other);
  return <Device icon="box" name={t("Cadangan")} note={note} good={!care} care={care} />;
}

function Printer({ printer }) {
  if (printer.state === "none") return null;
  if (printer.state === "trouble") return <Device icon="printer" name={t("Pencetak tiket")} note={printerReason(printer.reason)} good={false} />;
  return <Device icon="printer" name={t("Pencetak tiket")} note={printer.paper_low ? t("kertas menipis") : t("siap")} good={!printer.paper_low} />;
}

// Everything that the office depends on, each with when it was last seen.
export function Devices({ office, now, lostAt }) {
  return (
    <section class="card devices">
      <h2>{t("Perangkat")}</h2>
      <ul>
        {office.devices.length === 0 && <li><Icon name="plug" /><span class="devices__name">{t("Belum ada kios atau papan yang diterima.")}</span></li>}
        {office.devices.map((device) => <Paired key={`${device.role}${device.name}`} {...{ device, now }} />)}
        <Printer printer={office.printer} />
        <Sound boards={office.boards} heardAt={office.heard_at} />
        <Device icon="server" name={t("Server")} note={lostAt ? t("terputus sejak %(time)s", { time: clockTimeExact(lostAt) }) : t("tersambung")} good={!lostAt} />
        <Device icon="clock" name={t("Jam server")} note={office.clock_suspect ? t("tanggal atau jam perlu diperiksa") : t("tidak bergeser")} good={!office.clock_suspect} />
        <Backup backup={office.backup} now={now} />
      </ul>
    </section>
  );
}
