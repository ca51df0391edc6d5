import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { useValue } from "@shared/signal.js";
import { t } from "@shared/words.js";
import { board, lostSince, sounding, stage } from "../live.js";
import { earlierCalls, lastCall } from "../calls.js";
import { Head, Rehearsal, SoundOff } from "./head.jsx";
import { CallNow, Calm, LastCall } from "./stage.jsx";
import { EarlierCalls, PromiseCard } from "./side.jsx";
import { Missed, RunningText, Unknown, Waiting } from "./foot.jsx";

const LISTED = { beside: 4, alone: 6 }; // with the promise card, and without it

function Stage({ calling, next, last, lost }) {
  if (calling && !lost) return <CallNow call={calling} next={next} />;
  return last ? <LastCall call={last} lost={lost} /> : <Calm />;
}

export function Board({ onUnlock, rehearsal }) {
  const shown = useValue(board);
  const { calling, next } = useValue(stage);
  const lost = useValue(lostSince);
  const silent = useValue(sounding) === false;
  const last = lastCall(shown);
  const card = page.office.promise && lost === null;
  const strips = (rehearsal ? 0.6 : 0) + (silent ? 1 : 0); // in heights of a strip; the board below shrinks by them
  const stands = lost === null ? (calling ? "calling" : "calm") : "lost";
  const earlier = earlierCalls(shown, stands === "calling" ? calling : last, card ? LISTED.beside : LISTED.alone);
  return (
    <div class={`wall ${card ? "" : "wall--no-card"}`} data-state={stands} style={{ "--strips": strips }}>
      {rehearsal && <Rehearsal />}
      <Head lostSince={lost} />
      {silent && <SoundOff onUnlock={onUnlock} />}
      <main class="wall__middle">
        <Stage calling={calling} next={next} last={last} lost={lost !== null} />
        {card && <PromiseCard promise={page.office.promise} />}
        <EarlierCalls calls={earlier} title={lost === null ? t("Panggilan sebelumnya") : t("Sebelum terputus")} />
      </main>
      {lost === null ? (
        <section class="wall__foot" aria-label={t("Antrean saat ini")}>
          <Waiting waiting={shown.waiting} />
          {isNumbered && shown.missed.length > 0 && <Missed numbers={shown.missed} />}
        </section>
      ) : <Unknown />}
      <RunningText calling={stands === "calling" ? calling : null} lost={lost !== null} />
    </div>
  );
}
