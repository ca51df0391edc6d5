// Reads the log for a span of days, sorts it and cuts it into pages.
import { useEffect, useRef, useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { ServerLost, page, read } from "@shared/page.js";
import { t } from "@shared/words.js";
import { counterPath, refusal } from "../staff/work.js";

export const PAGE_LENGTH = 20;

// The days and the service that the page was opened for.
export function firstFilter() {
  const today = officeDay(serverNow());
  return { from: page.chosen?.from ?? today, to: page.chosen?.to ?? today, service: page.chosen?.service ?? "" };
}

export function logPath(filter, format) {
  const wanted = new URLSearchParams({ from: filter.from, to: filter.to, ...(filter.service && { service: filter.service }), ...(format && { format }) });
  return `${counterPath("wait-log")}?${wanted}`;
}

// The last answer wins, even when an earlier question is answered later.
export function useLog(filter) {
  const [log, setLog] = useState(page.snapshot);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const asked = useRef(0);
  useEffect(() => {
    if (asked.current === 0) { // the page came with the answer to its first question
      asked.current = 1;
      return;
    }
    const turn = ++asked.current;
    setBusy(true);
    history.replaceState(null, "", logPath(filter));
    read(logPath(filter, "json"))
      .then((answer) => {
        if (turn !== asked.current) return;
        if (answer.status === 401) location.assign(counterPath());
        setTrouble(answer.ok ? null : refusal(answer));
        if (answer.ok) setLog(answer.data);
      })
      .catch((error) => {
        if (!(error instanceof ServerLost)) throw error;
        if (turn === asked.current) setTrouble(t("Server tidak menjawab. Coba sekali lagi."));
      })
      .finally(() => turn === asked.current && setBusy(false));
  }, [filter]);
  return { log, busy, trouble };
}

const empty = (value) => value === null || value === undefined || value === "";

// Rows without a value stand at the end, whichever way the column is sorted.
export function sorted(rows, { column, down }) {
  const way = down ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (empty(a) || empty(b)) return Number(empty(a)) - Number(empty(b));
    return (a < b ? -1 : a > b ? 1 : 0) * way;
  });
}
