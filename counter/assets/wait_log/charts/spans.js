// A year of days is drawn as weeks or months, so that each mark stays wide enough to be seen and touched.
const DAYS_AT_MOST = 31;
const WEEKS_AT_MOST = 32;

const DAY = 86_400_000;
const at = (day) => Date.parse(`${day}T00:00:00Z`);

function mondayOf(day) {
  const when = at(day);
  const since = (new Date(when).getUTCDay() + 6) % 7;
  return new Date(when - since * DAY).toISOString().slice(0, 10);
}

export function grouping(days) {
  if (days.length <= DAYS_AT_MOST) return "day";
  return new Set(days.map(({ day }) => mondayOf(day))).size <= WEEKS_AT_MOST ? "week" : "month";
}

const keyOf = { day: (day) => day, week: mondayOf, month: (day) => day.slice(0, 7) };

const COUNTED = ["kept", "called_in_time", "missed", "not_judged"];

// Spans of days with their counts added up: `since` and `until` are the first and last day that had visits.
export function spansOf(days, by) {
  const spans = new Map();
  for (const one of days) {
    const key = keyOf[by](one.day);
    const span = spans.get(key) ?? { since: one.day, kept: 0, called_in_time: 0, missed: 0, not_judged: 0 };
    for (const name of COUNTED) span[name] += one[name];
    spans.set(key, { ...span, until: one.day });
  }
  return [...spans.values()].map((span) => {
    const judged = span.kept + span.missed;
    return { ...span, judged, share: judged ? span.kept / judged : null };
  });
}
