// Requests from afar by channel: counts alone, so that whoever looks over the manager's shoulder reads no name.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { countOf } from "../requests/clocks.js";
import { channelWords } from "../request_log/words.js";
import { channelIcon } from "../requests/words.js";
import { counterPath } from "../staff/work.js";

function Channel({ row, now }) {
  const { soon, late } = countOf(row.clocks, now);
  return (
    <li>
      <Icon name={channelIcon(row.channel)} /><span class="channels__name">{channelWords(row.channel)}</span>
      <span class="channels__open num">{row.open ? t("%(count)s terbuka", { count: row.open }) : t("tidak ada")}</span>
      <span class="channels__urgent">
        {late > 0 && <b class="channels__late"><Icon name="stop-sign" />{t("%(count)s lewat", { count: late })}</b>}
        {soon > 0 && <b class="channels__soon"><Icon name="warning" />{t("%(count)s segera", { count: soon })}</b>}
      </span>
    </li>
  );
}

export function Channels({ office, now }) {
  if (!office.channels.length) return null;
  return (
    <section class="card channels">
      <h2><a href={counterPath("requests")}>{t("Permintaan dari jauh")}</a></h2>
      <ul>{office.channels.map((row) => <Channel key={row.channel} row={row} now={now} />)}</ul>
    </section>
  );
}
