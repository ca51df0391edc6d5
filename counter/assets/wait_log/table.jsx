import { useState } from "preact/hooks";
import { clockTimeExact, zoneLetters } from "@shared/clock.js";
import { Icon, Ribbon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { deskName, serviceName } from "../staff/names.js";
import { PAGE_LENGTH, sorted } from "./log.js";
import { length, reasonWords, shortDate } from "./words.js";

const moment = (iso) => (iso ? clockTimeExact(iso) : "–");

function Clocked({ row, limit }) {
  return (
    <span class="log__clock">
      <Ribbon elapsed={row.clock_seconds} limit={limit} size="small" width={126} verdict={row.verdict} />
      <b>{length(row.clock_seconds)}</b>
    </span>
  );
}

const columns = (limit, severalDays) => [
  severalDays && { name: "date", by: "issued_at", title: t("Tanggal"), show: (row) => shortDate(row.issued_at) },
  { name: "number", title: t("Nomor"), head: true, show: (row) => <><TicketNumber number={row.number} as="b" />{row.leg > 1 && <small> {t("bagian %(leg)s", { leg: row.leg })}</small>}</> },
  { name: "service", title: t("Layanan"), show: (row) => <span class="log__name">{serviceName(row.service)}</span> },
  { name: "counter", title: t("Meja"), show: (row) => (row.counter ? deskName(row.counter) : "–") },
  { name: "officer", title: t("Petugas"), show: (row) => <span class="log__name">{row.officer ?? "–"}</span> },
  { name: "issued_at", title: t("Terbit"), right: true, show: (row) => moment(row.issued_at) },
  { name: "clock_started_at", title: t("Jam mulai"), right: true, show: (row) => moment(row.clock_started_at) },
  { name: "first_called_at", title: t("Panggilan 1"), right: true, show: (row) => moment(row.first_called_at) },
  { name: "started_at", title: t("Mulai layani"), right: true, show: (row) => moment(row.started_at) },
  { name: "finished_at", title: t("Selesai"), right: true, show: (row) => moment(row.finished_at) },
  { name: "clock_seconds", title: t("Jam, batas %(minutes)s menit", { minutes: Math.round(limit / 60) }), right: true, show: (row) => <Clocked row={row} limit={limit} /> },
  { name: "wait_seconds", title: t("Tunggu total"), right: true, show: (row) => length(row.wait_seconds) },
  { name: "service_seconds", title: t("Lama layanan"), right: true, show: (row) => length(row.service_seconds) },
  { name: "verdict", title: t("Hasil"), show: (row) => <Verdict verdict={row.verdict} /> },
  { name: "reason", title: t("Alasan"), show: (row) => <span class="log__reason">{reasonWords(row.reason)}</span> },
].filter(Boolean);

function Heading({ column, order, onSort }) {
  const by = column.by ?? column.name;
  const mine = order.column === by;
  return (
    <th scope="col" class={column.right ? "right" : undefined} aria-sort={mine ? (order.down ? "descending" : "ascending") : undefined}>
      <button type="button" onClick={() => onSort({ column: by, down: mine ? !order.down : column.right ?? false })}>
        {column.title}{mine && <Icon name="chevron-down" class={order.down ? "" : "turned"} />}
      </button>
    </th>
  );
}

function Pager({ at, rows, onTurn }) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_LENGTH));
  const first = at * PAGE_LENGTH + 1;
  return (
    <footer class="log__foot">
      <p>{t("%(first)s sampai %(last)s dari %(count)s kunjungan", { first, last: Math.min(first + PAGE_LENGTH - 1, rows.length), count: rows.length })}</p>
      <p class="soft">{t("Waktu %(zone)s. Jam dihitung dari saat giliran tiba dan ada meja bebas.", { zone: zoneLetters })}</p>
      {pages > 1 && (
        <nav aria-label={t("Halaman")}>
          <button type="button" class="button" disabled={at === 0} onClick={() => onTurn(at - 1)}>{t("Sebelumnya")}</button>
          <b>{at + 1} / {pages}</b>
          <button type="button" class="button" disabled={at >= pages - 1} onClick={() => onTurn(at + 1)}>{t("Berikutnya")}</button>
        </nav>
      )}
    </footer>
  );
}

export function LogTable({ rows, limit, severalDays }) {
  const [order, setOrder] = useState({ column: "issued_at", down: true });
  const [wanted, turn] = useState(0);
  if (rows.length === 0) return <section class="card calm"><h2>{t("Tidak ada kunjungan")}</h2><p class="soft">{t("Pilih tanggal atau layanan lain.")}</p></section>;
  const at = Math.min(wanted, Math.ceil(rows.length / PAGE_LENGTH) - 1);
  const shown = sorted(rows, order).slice(at * PAGE_LENGTH, (at + 1) * PAGE_LENGTH);
  const all = columns(limit, severalDays);
  return (
    <section class="card log">
      <div class="log__scroll" tabIndex={0} role="region" aria-label={t("Tabel kunjungan")}>
        <table>
          <thead><tr>{all.map((column) => <Heading key={column.name} column={column} order={order} onSort={(next) => { turn(0); setOrder(next); }} />)}</tr></thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={`${row.issued_at}${row.number}${row.leg}${index}`}>
                {all.map(({ name, head, right, show }) => {
                  const Cell = head ? "th" : "td";
                  return <Cell key={name} scope={head ? "row" : undefined} class={right ? "right" : undefined}>{show(row)}</Cell>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager at={at} rows={rows} onTurn={turn} />
    </section>
  );
}
