import { useEffect, useState } from "preact/hooks";
import { ServerLost, post } from "@shared/page.js";
import { t } from "@shared/words.js";
import { forms } from "../record/forms.js";
import { Dialog, Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal } from "../staff/work.js";
import { Correct as Form } from "./correct_form.jsx";

async function opened(visit) {
  const [answer, asks] = await Promise.all([post(counterPath(`tickets/${visit.ticket}/open`), { reason: "request" }), forms()]);
  if (answer.status === 401) location.assign(counterPath());
  if (!answer.ok) throw new Error(refusal(answer));
  return { answers: answer.data.answers, asks };
}

// The manager opens what stands, which is written down, and puts it right with its owner.
export function Correct({ visit, onCorrected, onClose }) {
  const [found, setFound] = useState(null);
  const [trouble, setTrouble] = useState(null);
  useEffect(() => {
    opened(visit).then(setFound, (error) => setTrouble(error instanceof ServerLost ? t("Server tidak menjawab. Tutup, lalu coba lagi.") : error.message));
  }, []);
  if (found) return <Form ticket={visit.ticket} number={visit.number} {...found} onCorrected={onCorrected} onClose={onClose} />;
  return <Dialog wide title={t("Perbaiki data %(number)s", { number: visit.number })} onClose={onClose}><Trouble words={trouble} /></Dialog>;
}
