// One visit, opened with a trace. It lives as long as the panel that shows it.
import { useCallback, useEffect, useState } from "preact/hooks";
import { ServerLost, post } from "@shared/page.js";
import { t } from "@shared/words.js";
import { counterPath, refusal } from "../staff/work.js";
import { knownAfter } from "./book.js";
import { forms } from "./forms.js";
import { isKept, visitPath } from "./visit.js";

const nothingYet = ({ service }) => ({ answers: {}, consents: {}, needs: [], copy_sheet: null, legs: [service] });

async function opened(visit) {
  if (!isKept(visit)) return { ...nothingYet(visit), asks: await forms() };
  const [answer, asks] = await Promise.all([post(visitPath(visit, "open"), { reason: "serving" }), forms()]);
  if (answer.status === 401) location.assign(counterPath());
  if (!answer.ok) throw new Error(refusal(answer));
  return { ...answer.data, asks };
}

export function useRecord(visit) {
  const [record, setRecord] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const again = useCallback(async () => {
    try {
      setRecord(await opened(visit));
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof ServerLost ? t("Server tidak menjawab. Coba lagi.") : error.message);
    }
  }, [visit.key, visit.entry]);
  useEffect(() => { again(); }, [visit.key]);
  // What was just written is known here: reading it back would be another look at personal data.
  const setNeeds = (change) => setRecord((known) => ({ ...known, needs: change(known.needs) }));
  const setBook = ({ answers, consents }, { answered, missing }) => setRecord((known) => ({
    ...known, missing, copy_sheet: null, answers: knownAfter(known.answers, answers, answered), consents: { ...known.consents, ...consents },
  }));
  return { record, trouble, again, setNeeds, setBook };
}
