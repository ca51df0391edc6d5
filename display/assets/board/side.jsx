import { Ribbon, TicketNumber } from "@shared/pieces.jsx";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { inOurWords, t } from "@shared/words.js";
import { counterName, serviceName } from "./names.js";

const WAYS_TO_COMPLAIN = 2; // what can be read from a chair; the whole list is in the published standard

export function PromiseCard({ promise }) {
  const complaints = (page.office.complaints ?? []).slice(0, WAYS_TO_COMPLAIN);
  return (
    <section class="promise" aria-label={t("Standar pelayanan")}>
      <h2>{t("Standar pelayanan")}</h2>
      <p class="promise__limit">
        <b class="promise__figure">{promise.minutes}</b><b>{t("menit")}</b>
        <span>{t("paling lama menunggu, sejak pengguna sebelumnya selesai")}</span>
      </p>
      <div class="promise__ribbon" aria-hidden="true"><Ribbon elapsed={null} limit={promise.minutes * 60} size="large" width={640} labels={false} /></div>
      <dl>
        {page.office.cost && <><dt>{t("Biaya")}</dt><dd>{inOurWords(page.office.cost)}</dd></>}
        {complaints.length > 0 && <><dt>{t("Pengaduan")}</dt><dd>{complaints.map((way) => <div key={way}>{way}</div>)}</dd></>}
      </dl>
    </section>
  );
}

export function EarlierCalls({ calls, title }) {
  return (
    <section class="earlier" aria-label={title}>
      <h2>{title}</h2>
      {calls.length === 0 ? <p>{t("Belum ada")}</p> : (
        <ul>{calls.map((call) => (
          <li key={call.seq}>{isNumbered ? <TicketNumber number={call.number} as="b" /> : <b class="earlier__for">{serviceName(call.service)}</b>}<span>{counterName(call.counter)}</span></li>
        ))}</ul>
      )}
    </section>
  );
}
