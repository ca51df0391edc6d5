// The guest book at the kiosk: one question at a time, for the visitor who waits with this number.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useEntry } from "../guestbook/entry.js";
import { Typing } from "../guestbook/field.jsx";
import { Question } from "../guestbook/question.jsx";
import { Actions, Progress, Waiting } from "../guestbook/walk.jsx";
import { useSettled } from "../settled.js";
import { Bar, Foot } from "./frame.jsx";
import { Handover } from "./handover.jsx";
import { Keyboard, useTyping } from "./keyboard.jsx";
import { Strip } from "./strip.jsx";
import { Thanks } from "./thanks.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question

function Step({ entry, typing, onLeave, onHandOver }) {
  const settled = useSettled(SECOND_TAP);
  return (
    <section class="book__main">
      <Progress entry={entry}>
        <button class="button" type="button" onClick={settled(onHandOver)}><Icon name="phone" />{t("Isi di ponsel saya")}</button>
        <button class="button" type="button" onClick={settled(entry.stop)}><Icon name="check" />{t("Cukup")}</button>
      </Progress>
      <Typing.Provider value={typing}><Question entry={entry} settled={settled} /></Typing.Provider>
      <Waiting entry={entry} />
      <Actions entry={entry} settled={settled} onLeave={onLeave} />
    </section>
  );
}

export function GuestBook({ form, ticket, larger, lostAt, printer, onLeave, onDone }) {
  const entry = useEntry({ form, ticket: ticket.token, channel: "kiosk" });
  const [typing, active, rest] = useTyping();
  const [handingOver, setHandingOver] = useState(false);
  const looks = Object.entries({ typing: active, larger, contact: entry.step?.kind === "contact" }).filter(([, on]) => on).map(([look]) => `book--${look}`).join(" ");
  if (!entry.step) return <Thanks entry={entry} ticket={ticket} lostAt={lostAt} printer={printer} onDone={onDone} />;
  return (
    <>
      <main class={`screen book ${looks}`} inert={handingOver}>
        <Bar />
        <Strip ticket={ticket} />
        <Step key={entry.step.name} entry={entry} typing={typing} onLeave={onLeave} onHandOver={() => setHandingOver(true)} />
        {active
          ? <Keyboard active={active} onRest={entry.step.kind === "contact" && rest} />
          : <div class="screen__foot"><Foot lostAt={lostAt} printer={printer} /></div>}
      </main>
      {handingOver && <Handover ticket={ticket} onClose={() => setHandingOver(false)} onDone={onDone} />}
    </>
  );
}
