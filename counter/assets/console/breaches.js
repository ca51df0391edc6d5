// Which late visit the console asks about now: by itself once, and again whenever the officer opens the chip.
import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { useSettled } from "./presses.js";
import { breachesAt, mayAskNow } from "./state.js";

const keyOf = (breach) => `${breach.ticket}:${breach.leg}`;
const servicesHere = (number) => page.office.counters.find((desk) => desk.counter === number)?.services ?? [];

export function useBreaches(queue, number, matter) {
  const [aside, setAside] = useState([]);
  const [opened, setOpened] = useState(null);
  const breaches = breachesAt(queue, number, servicesHere(number));
  const wanted = breaches.find((breach) => keyOf(breach) === opened);
  const asked = wanted ?? breaches.find((breach) => !aside.includes(keyOf(breach)) && mayAskNow(breach, matter)) ?? null;
  const settled = useSettled(asked ? keyOf(asked) : "nobody");
  return {
    asked, settled,
    place: breaches.indexOf(asked) + 1,
    count: breaches.length,
    later: (breach) => { setAside([...aside, keyOf(breach)]); setOpened(null); },
    open: () => setOpened(breaches.length ? keyOf(breaches[0]) : null),
  };
}
