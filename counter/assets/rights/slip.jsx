import { TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { serviceName } from "../staff/names.js";
import { longDay } from "../staff/days.js";

// Which visit it is about, as its slip says it; nobody is named before their data are opened.
export function Slip({ visits }) {
  const [first, ...more] = [...visits].reverse();
  return (
    <p class="slip">
      <TicketNumber number={first.number} as="b" />
      <span>{serviceName(first.service)}, {longDay(first.day)}{more.length > 0 && `. ${t("Juga %(numbers)s", { numbers: more.map(({ number }) => number).join(", ") })}`}</span>
    </p>
  );
}
