// The same guest book on the visitor's own phone: its own keyboard, one thumb.
import { useEffect, useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useEntry } from "../guestbook/entry.js";
import { formOf, useForm } from "../guestbook/form.js";
import { PrivacySheet, ReadPrivacy } from "../guestbook/privacy.jsx";
import { Question } from "../guestbook/question.jsx";
import { Actions, Progress, Waiting } from "../guestbook/walk.jsx";
import { useSettled } from "../settled.js";
import { Page } from "./frame.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question

function Step({ entry, ticket, known, onClose }) {
  const settled = useSettled(SECOND_TAP);
  const [reading, setReading] = useState(false);
  useEffect(() => scrollTo(0, 0), []);
  return (
    <ReadPrivacy.Provider value={() => setReading(true)}>
      <div inert={reading}>
        <Page class="book" foot={<><Waiting entry={entry} /><Actions entry={entry} settled={settled} onLeave={onClose} /></>}>
          <Progress entry={entry}>
            {isNumbered && <TicketNumber number={ticket.number} />}
            <button class="button enough" type="button" onClick={settled(entry.stop)}>{t("Cukup")}</button>
          </Progress>
          <Question entry={entry} settled={settled} known={known} />
        </Page>
      </div>
      {reading && <PrivacySheet onClose={() => setReading(false)} />}
    </ReadPrivacy.Provider>
  );
}

function Entry({ form, ticket, known, onAnswered, onClose }) {
  const entry = useEntry({ form, ticket: ticket.token, channel: "phone", known });
  useEffect(() => onAnswered(entry.answered), [entry.answered]);
  const isOver = !entry.step && !entry.unsaved;
  useEffect(() => { if (isOver) onClose(); }, [isOver]);
  if (!entry.step) return <Page class="book" foot={<Waiting entry={entry} />}><p role="status">{t("Menyimpan…")}</p></Page>;
  return <Step key={entry.step.name} entry={entry} ticket={ticket} known={known} onClose={onClose} />;
}

export function GuestBook({ ticket, known, onAnswered, onClose }) {
  const form = useForm(formOf(ticket));
  if (!form) return <Page class="book"><p role="status">{t("Memuat pertanyaan…")}</p></Page>;
  return <Entry form={form} ticket={ticket} known={known} onAnswered={onAnswered} onClose={onClose} />;
}
