// One visit, opened with a trace. It lives as long as the panel that shows it.
import { useCallback, useEffect, useState } from "preact/hooks";
import { ServerLost, post } from "@shared/page.js";
import { t } from "@shared/words.js";
import { counterPath, refusal } from "../staff/work.js";
import { forms } from "./forms.js";

async function opened(ticket) {
  const [answer, asks] = await Promise.all([post(counterPath(`tickets/${ticket.id}/open`), { reason: "serving" }), forms()]);
  if (answer.status === 401) location.assign(counterPath());
  if (!answer.ok) throw new Error(refusal(answer));
  return { ...answer.data, asks };
}

export function useRecord(ticket) {
  const [record, setRecord] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const again = useCallback(async () => {
    try {
      setRecord(await opened(ticket));
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof ServerLost ? t("Server tidak menjawab. Coba lagi.") : error.message);
    }
  }, [ticket.id]);
  useEffect(() => { again(); }, [again]);
  // What was just written is known here: reading it back would be another look at personal data.
  const setNeeds = (change) => setRecord((known) => ({ ...known, needs: change(known.needs) }));
  return { record, trouble, again, setNeeds };
}
