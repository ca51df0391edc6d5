import { useMemo } from "preact/hooks";
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
import { pagesOf } from "../standard/pages.js";
import { LatestCall, standard, StandardPage } from "../standard/standard.jsx";
import { hasDesk, showsCalls, useQuiet, useTurn } from "../standard/turning.js";

const LISTED = { beside: 4, alone: 6 }; // with the promise card, and without it

const welcome = { welcome: true }; // who comes in must read what to do, before the first call too

function Stage({ calling, next, last, lost }) {
  if (calling && !lost) return <CallNow call={calling} next={next} />;
  return last ? <LastCall call={last} lost={lost} /> : <Calm />;
}

// The pages of the standard while it is quiet; between them the welcome, where nobody was called yet.
function useStandard(quiet, last, strips) {
  const pages = useMemo(() => pagesOf(standard, strips), [strips]);
  const shown = last || page.always_standard || !hasDesk ? pages : [welcome, ...pages];
  const turn = useTurn(shown.length, quiet);
  if (!quiet || shown[turn].welcome) return null;
  const place = pages.indexOf(shown[turn]);
  return <StandardPage standard={standard} shown={pages[place]} turn={place} count={pages.length} />;
}

function Beside({ card, quiet, last }) {
  if (quiet && last) return <LatestCall call={last} />;
  return card && <PromiseCard promise={page.office.promise} />;
}

export function Board({ onUnlock, rehearsal }) {
  const shown = useValue(board);
  const { calling, next } = useValue(stage);
  const lost = useValue(lostSince);
  const silent = useValue(sounding) === false && showsCalls;
  const last = lastCall(shown);
  const quiet = useQuiet({ calling, last, lost: lost !== null });
  const card = (page.office.promise || (quiet && last)) && lost === null;
  const strips = (rehearsal ? 0.6 : 0) + (silent ? 1 : 0); // in heights of a strip; the board below shrinks by them
  const read = useStandard(quiet, last, strips);
  const stands = lost === null ? (calling ? "calling" : "calm") : "lost";
  const earlier = earlierCalls(shown, stands === "calling" ? calling : last, card ? LISTED.beside : LISTED.alone);
  return (
    <div class={`wall ${card ? "" : "wall--no-card"} ${hasDesk ? "" : "wall--no-desk"}`} data-state={stands} style={{ "--strips": strips }}>
      {rehearsal && <Rehearsal />}
      <Head lostSince={lost} />
      {silent && <SoundOff onUnlock={onUnlock} />}
      <main class="wall__middle">
        {read ?? <Stage calling={calling} next={next} last={last} lost={lost !== null} />}
        <Beside card={card} quiet={read !== null} last={last} />
        {showsCalls && <EarlierCalls calls={earlier} title={lost === null ? t("Panggilan sebelumnya") : t("Sebelum terputus")} />}
      </main>
      {lost === null ? (
        <section class="wall__foot" aria-label={t("Antrean saat ini")}>
          {hasDesk && <Waiting waiting={shown.waiting} />}
          {isNumbered && shown.missed.length > 0 && <Missed numbers={shown.missed} />}
        </section>
      ) : <Unknown />}
      <RunningText calling={stands === "calling" ? calling : null} lost={lost !== null} />
    </div>
  );
}
