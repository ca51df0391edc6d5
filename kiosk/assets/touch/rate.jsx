// The rating at the kiosk, for a visitor without a phone: the code of their slip, then one question at a time.
import { useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { TicketNumber, Timeline } from "@shared/pieces.jsx";
import { inOurWords } from "@shared/words.js";
import { Typing } from "../guestbook/field.jsx";
import { Waiting } from "../guestbook/walk.jsx";
import { byCode } from "../rating/door.js";
import { useRating } from "../rating/rating.js";
import { Actions, Step } from "../rating/walk.jsx";
import { useSettled } from "../settled.js";
import { Bar, Foot } from "./frame.jsx";
import { useCountdown } from "./idle.js";
import { Keyboard, useTyping } from "./keyboard.jsx";
import { SlipCode } from "./slip_code.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question
const AFTER_THE_LAST = 20; // seconds until the screen goes home

function Visit({ visit }) {
  const service = page.office.services.find(({ code }) => code === visit.service);
  return <p class="rate__visit">{isNumbered && <TicketNumber number={visit.number} />} {inOurWords(service?.name ?? visit.service)}</p>;
}

function Place({ rating, larger, lostAt, printer, onDone }) {
  const settled = useSettled(SECOND_TAP);
  const [typing, active] = useTyping();
  const isLast = rating.isLast && rating.step.kind === "end";
  const [left] = useCountdown(AFTER_THE_LAST, onDone, isLast);
  const looks = `rate--${rating.step.kind} ${active ? "rate--typing" : ""} ${larger ? "book--larger" : ""}`;
  return (
    <main class={`screen rate ${looks}`}>
      <Bar />
      <section class="rate__main">
        <Typing.Provider value={typing}><Step rating={rating} settled={settled}><Visit visit={rating.asked.visit} /></Step></Typing.Provider>
        <Waiting entry={rating} />
        <Actions rating={rating} settled={settled} onLeave={onDone} onDone={onDone} />
      </section>
      {active ? <Keyboard active={active} /> : (
        <div class="screen__foot">
          {isLast && <Timeline left={left / AFTER_THE_LAST} />}
          <Foot lostAt={lostAt} printer={printer} />
        </div>
      )}
    </main>
  );
}

function Walk({ found, onDone, ...common }) {
  const rating = useRating(found.door, found.asked);
  return <Place key={rating.at} rating={rating} onDone={onDone} {...common} />;
}

// Code and answers live in this screen alone: they go with it.
export function Rate({ onDone, snapshot, ...common }) {
  const [found, setFound] = useState(null);
  if (found) return <Walk found={found} onDone={onDone} {...common} />;
  return <SlipCode {...common} onLeave={onDone} onCode={(code) => {
    const door = byCode(code);
    return door.read().then((answer) => {
      if (answer.ok) setFound({ door, asked: answer.data });
      return answer;
    });
  }} />;
}
