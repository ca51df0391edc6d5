import { officeDay } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { shortDay } from "../staff/days.js";
import { channelWords, clockOf, kindWords, stateWords } from "./words.js";

export function Clock({ row, name }) {
  const { tone, icon, words, due } = clockOf(row, name);
  return (
    <span class={`sp4n sp4n--${tone}`} data-clock={tone}>
      <b><Icon name={icon} />{words}</b>
      <small>{t("paling lambat %(day)s", { day: shortDay(due) })}</small>
      {!row.ended_at && row.unsure_years.length > 0 && <small>{t("dapat bergeser")}</small>}
    </span>
  );
}

function Row({ row, onOpen }) {
  return (
    <tr class={row.late.length > 0 && row.ended_at === null ? "register__late" : undefined}>
      <th scope="row"><button type="button" class="register__code" aria-haspopup="dialog" onClick={() => onOpen(row)}>{row.code}</button></th>
      <td>{kindWords(row.kind)}</td>
      <td>{channelWords(row.channel)}{row.number && <small>{t("kunjungan %(number)s", { number: row.number })}</small>}</td>
      <td>{row.erased ? t("Isi dihapus") : row.anonymous ? t("Anonim") : t("Bernama")}</td>
      <td>{shortDay(officeDay(row.received_at))}</td>
      <td><span class={`chip chip--${row.state}`}>{stateWords(row.state)}</span></td>
      <td><Clock row={row} name="first_answer" /></td>
      <td><Clock row={row} name="settled" /></td>
    </tr>
  );
}

export function RegisterTable({ rows, onOpen }) {
  const heads = [t("Kode"), t("Jenis"), t("Saluran"), t("Nama"), t("Diterima"), t("Keadaan"), t("Jawaban pertama"), t("Penyelesaian")];
  if (!rows.length) return <div class="calm"><Icon name="check" /><h3>{t("Tidak ada pengaduan")}</h3><p class="soft">{t("Pilih tanggal lain, atau hapus saringan.")}</p></div>;
  return (
    <div class="register__scroll" tabIndex={0} role="region" aria-label={t("Register pengaduan")}>
      <table>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row key={row.id} row={row} onOpen={onOpen} />)}</tbody>
      </table>
    </div>
  );
}
