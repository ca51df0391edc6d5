// What the log is asked for: figures, charts and one page of rows.
import { changed, filePath, questionPath, useAnswer, useQuestion as useAsked } from "../staff/question.js";

const LIST = ["verdict", "reason", "exclusion", "weekday", "hour", "minute", "first_leg", "timed", "since", "until"];
const ALWAYS_ASKED = ["from", "to", "sort", "down", "page"];

// What narrows only the list, and not the figures above it.
export const narrowings = (asked) => LIST.filter((name) => asked[name] !== undefined);
export const withoutNarrowings = (asked) => Object.fromEntries(Object.entries(asked).filter(([name]) => !LIST.includes(name)));

// A new question begins the list again at its first page.
export const ask = (asked, change) => changed(asked, { page: 1, ...change });

export const logPath = (asked, more = {}) => questionPath("wait-log", asked, more);

export const logFile = (asked, format) => filePath("wait-log", asked, { format });

export const useQuestion = () => useAsked("wait-log", ALWAYS_ASKED);

export function useLog({ visit, ...asked }) {
  const { told: log, ...answer } = useAnswer(logPath({ ...asked, page: asked.page ?? 1 }, { format: "json" }));
  return { log, ...answer };
}
