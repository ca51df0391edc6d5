import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { logPath } from "./log.js";

function Field({ name, children }) {
  return <label class="field"><small>{name}</small>{children}</label>;
}

export function Filters({ filter, onChange, onExplain, today }) {
  const change = (name) => (event) => event.currentTarget.value !== filter[name] && onChange({ ...filter, [name]: event.currentTarget.value });
  const day = (name, least, most) => (
    <input type="date" value={filter[name]} min={least} max={most} required onChange={(event) => event.currentTarget.value && change(name)(event)} />
  );
  const file = t("waktu-tunggu");
  return (
    <div class="filters">
      <h1>{t("Catatan waktu tunggu")}</h1>
      <Field name={t("Dari")}>{day("from", undefined, filter.to)}</Field>
      <Field name={t("Sampai")}>{day("to", filter.from, today)}</Field>
      <Field name={t("Layanan")}>
        <select value={filter.service} onChange={change("service")}>
          <option value="">{t("Semua")}</option>
          {page.office.services.map(({ code, name }) => <option key={code} value={code}>{`${code} ${inOurWords(name)}`}</option>)}
        </select>
      </Field>
      <span class="filters__gap" />
      <button type="button" class="button button--link" onClick={onExplain}><Icon name="help" />{t("Bagaimana dihitung")}</button>
      <a class="button" href={logPath(filter, "csv")} download><Icon name="down" />CSV</a>
      <a class="button" href={logPath(filter, "json")} download={`${file}-${filter.from}-${filter.to}.json`}><Icon name="down" />JSON</a>
    </div>
  );
}
