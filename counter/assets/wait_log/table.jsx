import { useContext } from "preact/hooks";
import { clockTimeExact, zoneLetters } from "@shared/clock.js";
import { Icon, Ribbon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { deskName, serviceName } from "../staff/names.js";
import { ask } from "./log.js";
import { Question, useVisitLink } from "./narrow.jsx";
import { count, shortDay } from "../staff/days.js";
import { exclusionWords, inMinutes, length, reasonWords } from "./words.js";

const PAGE_LENGTH = 20;
const moment = (iso) => (iso ? clockTimeExact(iso) : "–");

function Number({ row }) {
  const link = useVisitLink();
  return (
    <a class="log__number" {...link(row)} title={t("Buka jurnal kunjungan ini")}>
      <TicketNumber number={row.number} as="b" />{row.leg > 1 && <small> {t("bagian %(leg)s", { leg: row.leg })}</small>}
    </a>
  );
}

function Clocked({ row, limit }) {
  return (
    <span class="log__clock">
      <Ribbon elapsed={row.clock_seconds} limit={limit} size="small" width={126} verdict={row.verdict} />
      <b>{length(row.clock_seconds)}</b>
    </span>
  );
}

// Two lines at most; the rest of a long name is read in its title.
function Name({ words }) {
  return <span class="log__name" title={words}>{words}</span>;
}

// Why it was late or not judged, and why its times are not counted.
function Why({ row }) {
  const missing = row.verdict === "missed" && !row.reason;
  const words = missing ? t("Belum diisi") : reasonWords(row.reason);
  return (
    <span class="log__reason">
      {[words, row.exclusion && exclusionWords(row.exclusion)].filter(Boolean).join(", ")}
      {!words && row.priority && t("Prioritas")}
    </span>
  );
}

function clockColumn(limit) {
  const title = t("Jam, batas %(minutes)s menit", { minutes: inMinutes(limit) });
  return { name: "clock_seconds", sorts: true, title, right: true, show: (row) => <Clocked row={row} limit={limit} /> };
}

const columns = (limit, severalDays) => [
  severalDays && { name: "day", title: t("Tanggal"), show: (row) => shortDay(row.day) },
  { name: "number", sorts: true, title: t("Nomor"), head: true, show: (row) => <Number row={row} /> },
  { name: "service", sorts: true, title: t("Layanan"), show: (row) => <Name words={serviceName(row.service)} /> },
  { name: "counter", sorts: true, title: t("Meja"), show: (row) => <Name words={row.counter ? deskName(row.counter) : "–"} /> },
  { name: "officer", sorts: true, title: t("Petugas"), show: (row) => <Name words={row.officer ?? "–"} /> },
  { name: "issued_at", sorts: true, title: t("Terbit"), right: true, show: (row) => moment(row.issued_at) },
  { name: "clock_started_at", title: t("Jam mulai"), right: true, show: (row) => moment(row.clock_started_at) },
  { name: "first_called_at", title: t("Panggilan 1"), right: true, show: (row) => moment(row.first_called_at) },
  { name: "started_at", title: t("Mulai layani"), right: true, show: (row) => moment(row.started_at) },
  { name: "finished_at", title: t("Selesai"), right: true, show: (row) => moment(row.finished_at) },
  limit && clockColumn(limit),
  { name: "wait_seconds", sorts: true, title: t("Tunggu total"), right: true, show: (row) => length(row.wait_seconds) },
  { name: "service_seconds", sorts: true, title: t("Lama layanan"), right: true, show: (row) => length(row.service_seconds) },
  { name: "verdict", sorts: true, title: t("Hasil"), show: (row) => <Verdict verdict={row.verdict} /> },
  { name: "reason", sorts: true, title: t("Alasan"), show: (row) => <Why row={row} /> },
].filter(Boolean);

const isDown = (asked) => String(asked.down ?? true) === "true";

function Heading({ column }) {
  const { asked, go } = useContext(Question);
  const mine = (asked.sort ?? "issued_at") === column.name;
  const look = column.right ? "right" : undefined;
  if (!column.sorts) return <th scope="col" class={look}><span>{column.title}</span></th>;
  const down = mine ? !isDown(asked) : Boolean(column.right);
  return (
    <th scope="col" class={look} aria-sort={mine ? (isDown(asked) ? "descending" : "ascending") : undefined}>
      <button type="button" onClick={() => go(ask(asked, { sort: column.name, down }))}>
        {column.title}{mine && <Icon name="chevron-down" class={isDown(asked) ? "" : "turned"} />}
      </button>
    </th>
  );
}

function Pager({ log }) {
  const { asked, go } = useContext(Question);
  const { pages, total } = log;
  const at = Math.min(log.page, pages);
  const first = (at - 1) * PAGE_LENGTH + 1;
  const turn = (page) => go({ ...asked, page });
  return (
    <footer class="log__foot">
      <p>{t("%(first)s sampai %(last)s dari %(count)s kunjungan", { first: count(first), last: count(Math.min(first + PAGE_LENGTH - 1, total)), count: count(total) })}</p>
      <p class="soft">{t("Waktu %(zone)s.", { zone: zoneLetters })}</p>
      {pages > 1 && (
        <nav aria-label={t("Halaman")}>
          <button type="button" class="button" disabled={at <= 1} onClick={() => turn(at - 1)}>{t("Sebelumnya")}</button>
          <b>{count(at)} / {count(pages)}</b>
          <button type="button" class="button" disabled={at >= pages} onClick={() => turn(at + 1)}>{t("Berikutnya")}</button>
        </nav>
      )}
    </footer>
  );
}

function Row({ row, all }) {
  const { asked } = useContext(Question);
  const link = useVisitLink();
  const place = `${row.ticket}.${row.leg}`;
  return (
    <tr class={asked.visit === place ? "log__open" : undefined} onClick={link(row).onClick}>
      {all.map(({ name, head, right, show }) => {
        const Cell = head ? "th" : "td";
        return <Cell key={name} scope={head ? "row" : undefined} class={right ? "right" : undefined}>{show(row)}</Cell>;
      })}
    </tr>
  );
}

export function LogTable({ log, severalDays }) {
  if (log.total === 0) return <div class="calm"><h3>{t("Tidak ada kunjungan")}</h3><p class="soft">{t("Pilih tanggal lain, atau hapus saringan.")}</p></div>;
  const all = columns(log.limit_seconds, severalDays);
  return (
    <>
      <div class="log__scroll" tabIndex={0} role="region" aria-label={t("Tabel kunjungan")}>
        <table>
          <thead><tr>{all.map((column) => <Heading key={column.name} column={column} />)}</tr></thead>
          <tbody>{log.rows.map((row) => <Row key={`${row.ticket}.${row.leg}`} row={row} all={all} />)}</tbody>
        </table>
      </div>
      <Pager log={log} />
    </>
  );
}
