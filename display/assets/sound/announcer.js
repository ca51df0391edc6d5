// One call at a time on the stage: the voice never overlaps, and the picture keeps step with the voice.
import { isFresh } from "../calls.js";

const ON_STAGE = 8000; // a silent call is looked at for this long
const HURRIED = 4000; // the same, when others are waiting to be announced

const pause = (time) => new Promise((go) => { setTimeout(go, time); });

export function createAnnouncer({ play, now, stands, onChange, onSounded }) {
  const line = [];
  let newest = -1;
  let calling = null;

  const tell = () => onChange({ calling, next: line.filter(stands) });

  function next() {
    while (line.length) {
      const call = line.shift();
      if (stands(call) && isFresh(call, now())) return call;
    }
    return null;
  }

  async function announce(call) {
    const began = performance.now();
    if (await play(call).catch(() => false)) onSounded(call);
    const rest = (line.length ? HURRIED : ON_STAGE) - (performance.now() - began);
    if (rest > 0) await pause(rest);
  }

  async function run() {
    for (calling = next(); calling; calling = next()) {
      tell();
      await announce(calling);
    }
    tell();
  }

  return {
    // Takes what is new in a snapshot; returns it, so that it can be reported as shown.
    hear(board) {
      if (board.seq < newest) newest = -1; // a restored journal counts from further back
      const news = board.calls.filter((call) => call.seq > newest);
      newest = Math.max(newest, ...news.map((call) => call.seq));
      line.push(...news.filter((call) => isFresh(call, now())));
      if (calling) tell();
      else run();
      return news;
    },
  };
}
