import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Actions } from "./actions.jsx";
import { Countdown, clockOf } from "./countdown.jsx";
import { Slip } from "./slip.jsx";
import { kindIcon, kindWords, moment, whatToDo } from "./words.js";

// One request with its running deadline and its answers.
export function Request({ request, now, ...acts }) {
  const { kind, visits, stored } = request;
  const { tone } = clockOf(request, now);
  return (
    <li class={`card request request--${tone}`} data-clock={tone}>
      <div class="request__what">
        <h2><Icon name={kindIcon(kind)} />{kindWords(kind)}</h2>
        <Slip visits={visits} />
        <p class="request__when">{t("Diminta %(when)s", { when: moment(request.asked_at) })}{stored === "restricted" && <span class="chip"><Icon name="lock" />{t("dibatasi")}</span>}</p>
      </div>
      <Countdown request={request} now={now} />
      <p class="request__how">{whatToDo(kind)}</p>
      <Actions visit={visits[visits.length - 1]} {...{ stored, kind }} {...acts} />
    </li>
  );
}

export function Requests({ requests, ...rest }) {
  if (!requests.length) {
    return (
      <section class="card rights__calm">
        <Icon name="check" />
        <h2>{t("Tidak ada permintaan terbuka")}</h2>
        <p>{t("Permintaan dari halaman nomor pengguna muncul di sini dengan sendirinya.")}</p>
      </section>
    );
  }
  return <ol class="requests">{requests.map((request) => <Request key={request.id} request={request} {...rest} />)}</ol>;
}
