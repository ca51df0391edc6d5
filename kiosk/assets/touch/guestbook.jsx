// The guest book at the kiosk: one question at a time, for the visitor who waits with this number, or before there is one.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useEntry } from "../guestbook/entry.js";
import { Typing } from "../guestbook/field.jsx";
import { PrivacySheet, ReadPrivacy } from "../guestbook/privacy.jsx";
import { Question } from "../guestbook/question.jsx";
import { Actions, Progress, Waiting } from "../guestbook/walk.jsx";
import { useSettled } from "../settled.js";
import { Bar, Foot } from "./frame.jsx";
import { Handover } from "./handover.jsx";
import { Keyboard, useTyping } from "./keyboard.jsx";
import { Strip } from "./strip.jsx";
import { Thanks } from "./thanks.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question

function Step({ entry, mayStop, typing, onLeave, onHandOver }) {
  const settled = useSettled(SECOND_TAP);
  return (
    <section class="book__main">
      <Progress entry={entry}>
        {onHandOver && <button class="button" type="button" onClick={settled(onHandOver)}><Icon name="phone" />{t("Isi di ponsel saya")}</button>}
        {mayStop && <button class="button" type="button" onClick={settled(entry.stop)}><Icon name="check" />{t("Cukup")}</button>}
      </Progress>
      <Typing.Provider value={typing}><Question entry={entry} settled={settled} /></Typing.Provider>
      <Waiting entry={entry} />
      <Actions entry={entry} settled={settled} onLeave={onLeave} />
    </section>
  );
}

// `visit`: {service, key} of a visitor who has no ticket yet; `end` is the screen after the last question.
export function GuestBook({ form, ticket, visit, about, larger, lostAt, printer, onLeave, onHandedOver, end }) {
  const entry = useEntry({ form, ticket: ticket?.token, visit, channel: "kiosk" });
  const [typing, active, rest] = useTyping();
  const [handingOver, setHandingOver] = useState(false);
  const [reading, setReading] = useState(false);
  const looks = Object.entries({ typing: active, larger, contact: entry.step?.kind === "contact" }).filter(([, on]) => on).map(([look]) => `book--${look}`).join(" ");
  if (!entry.step) return end(entry);
  return (
    <ReadPrivacy.Provider value={() => setReading(true)}>
      <main class={`screen book ${looks}`} inert={handingOver || reading}>
        <Bar />
        {about}
        <Step key={entry.step.name} entry={entry} mayStop={Boolean(ticket) || entry.isEnough} typing={typing} onLeave={onLeave} onHandOver={ticket && (() => setHandingOver(true))} />
        {active
          ? <Keyboard active={active} onRest={entry.step.kind === "contact" && rest} />
          : <div class="screen__foot"><Foot lostAt={lostAt} printer={printer} /></div>}
      </main>
      {handingOver && <Handover ticket={ticket} onClose={() => setHandingOver(false)} onDone={onHandedOver} />}
      {reading && <PrivacySheet onClose={() => setReading(false)} />}
    </ReadPrivacy.Provider>
  );
}

// While waiting: the number stands above, and what is still open may be filled in later.
export function BookOfTicket({ form, ticket, larger, lostAt, printer, onLeave, onDone }) {
  return (
    <GuestBook form={form} ticket={ticket} about={<Strip ticket={ticket} />} larger={larger} lostAt={lostAt} printer={printer} onLeave={onLeave} onHandedOver={onDone}
      end={(entry) => <Thanks entry={entry} ticket={ticket} lostAt={lostAt} printer={printer} onDone={onDone} />} />
  );
}
