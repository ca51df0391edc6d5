import { useId } from "preact/hooks";
import { inOurWords, t } from "@shared/words.js";
import { count, monthOf, percent } from "../staff/days.js";

const said = (table, line) => (table.name === "month" ? monthOf(`${line.label.id}-01`) : inOurWords(line.label));

function Line({ table, line, largest }) {
  const together = line.pooled.map(inOurWords).join(", ");
  return (
    <tr>
      <th scope="row">
        {said(table, line)}
        {line.below && <small>{inOurWords(line.below)}</small>}
        {together && <small>{together}</small>}
      </th>
      <td class="counts__bar" aria-hidden="true">{line.count > 0 && <i style={{ width: `max(2px, ${(line.count / largest) * 100}%)` }} />}</td>
      <td class="counts__count">{count(line.count)}</td>
      <td class="counts__share">{table.counted ? `${percent(line.count / table.counted)}%` : "–"}</td>
    </tr>
  );
}

// One table with a bar in each line. Below it stands how many it counts and how many gave no answer.
export function Table({ table }) {
  const name = useId();
  const largest = Math.max(...table.lines.map((line) => line.count), 0);
  const counted = t("Dihitung %(count)s %(unit)s.", { count: count(table.counted), unit: table.unit_name });
  const leftOut = t("Tanpa jawaban: %(count)s.", { count: count(table.left_out) });
  return (
    <section class="card counts" aria-labelledby={name}>
      <h3 id={name}>{table.title}</h3>
      {table.lines.length > 0 && (
        <table aria-labelledby={name}>
          <thead class="sr-only"><tr><th scope="col">{table.title}</th><td /><th scope="col">{t("Jumlah")}</th><th scope="col">{t("Bagian")}</th></tr></thead>
          <tbody>{table.lines.map((line) => <Line key={`${line.label.id} ${line.below?.id}`} table={table} line={line} largest={largest} />)}</tbody>
        </table>
      )}
      {table.lines.length === 0 && <p class="counts__none">{t("Tidak ada yang dapat disebut.")}</p>}
      <p class="counts__foot">{counted} {table.left_out > 0 && leftOut}</p>
    </section>
  );
}
