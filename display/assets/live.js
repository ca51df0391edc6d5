// The board's only state: the server's last snapshot, what is being called, and how we are doing.
import { page, readSnapshot } from "@shared/page.js";
import { connect } from "@shared/link.js";
import { serverNow } from "@shared/clock.js";
import { signal } from "@shared/signal.js";
import { isFresh, lastCall, stillStands } from "./calls.js";
import { createAnnouncer } from "./sound/announcer.js";
import { createPlayer } from "./sound/player.js";

export const board = signal(page.snapshot);
export const stage = signal({ calling: null, next: [] });
export const lostSince = signal(null); // milliseconds of office time, or null while the line is alive
export const sounding = signal(null); // true, false, or null while the browser has not decided

// Two steps: the frame in which it is drawn, and then out of it.
const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));

export function start() {
  let link = null;
  const reportSound = () => sounding.value !== null && link?.tell("sound", { on: sounding.value });
  const player = createPlayer({
    root: page.root,
    onState(on) { sounding.value = on; reportSound(); },
  });
  const announcer = createAnnouncer({
    play: player.announce,
    now: serverNow,
    stands: (call) => stillStands(call, board.value),
    onChange(next) { stage.value = next; },
    onSounded: (call) => link.tell("sounded", call.seq),
  });

  function show(snapshot) {
    board.value = snapshot;
    const looked = announcer.hear(snapshot);
    const current = lastCall(snapshot);
    const seen = looked.filter((call) => call.seq === current?.seq || isFresh(call, serverNow()));
    afterPaint(() => seen.forEach((call) => link.tell("shown", call.seq)));
  }

  link = connect({
    namespace: "/display", event: "board",
    auth(give) {
      give({ office: page.office.code });
      reportSound(); // asked at each new connection, and the server forgets a screen that was away
    },
    // The whole board, not "since N": its last eight calls hold all that may still be spoken.
    readSince: () => readSnapshot(`${page.root}/display/board`),
    onSnapshot: show,
    onLost(since) { lostSince.value = since; },
    onFound() { lostSince.value = null; player.warm(); }, // what could not be loaded without the server
    onRefused: () => location.reload(), // the pairing was withdrawn: the page shows a new code
  });
  link.start(page.snapshot);
  player.warm();
  return player;
}
