// Who comes today, and how: time, way and number. Whose it is stays sealed until the request is opened.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { isOver, meetingWords, ofToday, outcomeWords, wayIcon } from "./meetings.js";
import { moment } from "./words.js";

function Meet({ row, now, open, onOpen }) {
  const { appointment } = row;
  const waits = appointment.state === "stands" && isOver(appointment, now);
  const outcome = outcomeWords(appointment, now);
  return (
    <li class={waits ? "meet meet--waits" : "meet"}>
      <button type="button" aria-current={open ? "true" : undefined} onClick={() => onOpen(row.id)}>
        <b>{moment(appointment.at)}</b>
        <span><Icon name={wayIcon(appointment)} />{meetingWords(appointment)}</span>
        <span class="meet__number">{row.number}</span>
        {outcome && <small>{waits && <Icon name="warning" />}{outcome}</small>}
      </button>
    </li>
  );
}

export function MeetingsToday({ requests, now, opened, onOpen }) {
  const rows = ofToday(requests, now);
  if (!rows.length) return null;
  return (
    <section class="part" aria-label={t("Janji temu hari ini")}>
      <h2 class="part__head"><span>{t("Janji temu hari ini")}</span><b>{rows.length}</b></h2>
      <ul>{rows.map((row) => <Meet key={row.id} {...{ row, now, onOpen }} open={row.id === opened} />)}</ul>
    </section>
  );
}
