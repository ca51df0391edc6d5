import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count, shortDay } from "../staff/days.js";
import { stateIcon, stateWords } from "./words.js";

export function State({ state }) {
  return <span class={`state state--${state}`}><Icon name={stateIcon(state)} />{stateWords(state)}</span>;
}

function Lines({ lines, caption, onOpen }) {
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <thead>
          <tr><th scope="col">{t("Unsur")}</th><th scope="col">{t("Tindakan")}</th><th scope="col">{t("Batas")}</th><th scope="col">{t("Keadaan")}</th><th scope="col"><span class="unseen">{t("Ubah")}</span></th></tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.unsur}</th>
              <td>{line.programme}<small>{line.in_charge}</small></td>
              <td class="plan__due">{shortDay(line.due)}</td>
              <td><State state={line.state} /></td>
              <td><button type="button" class="button button--link plan__open" onClick={() => onOpen(line)}>{t("Ubah")}<span class="unseen"> {line.unsur}, {line.programme}</span></button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Plan({ told, onOpen }) {
  const { plan, plan_before: before } = told;
  return (
    <section class="card plan" aria-label={t("Rencana tindak lanjut")}>
      <header>
        <h2>{t("Rencana tindak lanjut")}</h2>
        <button type="button" class="button" onClick={() => onOpen({})}><Icon name="plus" />{t("Tambah")}</button>
      </header>
      {plan.length > 0 ? <Lines lines={plan} caption={t("Rencana periode ini")} onOpen={onOpen} /> : <p class="plan__none">{t("Belum ada rencana untuk periode ini. Mulailah dari unsur terendah.")}</p>}
      {before.length > 0 && (
        <>
          <h3>{t("Tindak lanjut periode lalu, %(done)s dari %(count)s selesai", { done: count(before.filter((line) => line.state === "done").length), count: count(before.length) })}</h3>
          <Lines lines={before} caption={t("Tindak lanjut periode lalu")} onOpen={onOpen} />
        </>
      )}
    </section>
  );
}
