// The live line of a screen. A message carries a whole snapshot, so one that was lost, doubled
// or overtaken does no harm: only snapshots that are not older than ours are shown, and a gap,
// a return or a silence makes us read again over HTTP.
import { io } from "socket.io-client";
import { hearServerTime, serverNow } from "./clock.js";

const SILENCE = 10_000; // after two missed beats a screen must no longer look alive
const DOUBT = 6_000; // one missed beat: ask over HTTP before we alarm anybody
const READ_AGAIN = 3_000; // how often we ask over HTTP while the socket is down or in doubt
const NEW_SOCKET = 20_000; // a half-open line never says that it is dead

// `impatient` (a screen that people touch): a line that was cut and an HTTP read that failed are enough to say so.
export function connect({ namespace, auth, event, readSince, onSnapshot, onBeat, onLost, onFound, onRefused, impatient = false }) {
  const socket = io(namespace, {
    auth, transports: ["websocket", "polling"], tryAllTransports: true,
    reconnectionDelay: 500, reconnectionDelayMax: 5000, randomizationFactor: 0.5, timeout: 5000,
  });
  const line = { seq: -1, heard: performance.now(), heardAt: serverNow(), lost: false, reading: false, older: 0, tried: 0 };

  function hear() {
    line.heard = performance.now();
    line.heardAt = serverNow();
    if (line.lost) {
      line.lost = false;
      onFound?.();
    }
  }

  function lose() {
    if (line.lost) return;
    line.lost = true;
    onLost?.(line.heardAt);
  }

  function apply(snapshot) {
    hear();
    if (snapshot.seq !== undefined) {
      if (snapshot.seq < line.seq) return;
      line.seq = snapshot.seq;
    }
    onSnapshot(snapshot);
  }

  async function readAgain(promised = line.seq) {
    if (line.reading || !readSince) return;
    line.reading = true;
    line.tried = performance.now();
    try {
      apply(await readSince(Math.max(line.seq, 0)));
      line.seq = Math.max(line.seq, promised);
    } catch (error) {
      if (error.status === 401 || error.status === 403) onRefused?.(error);
      else if (impatient && !socket.connected) lose();
    } finally {
      line.reading = false;
    }
  }

  function beat(news) {
    hearServerTime(news.now);
    hear();
    // A journal that went back is a restored database: its word counts again after the second beat.
    line.older = news.seq < line.seq ? line.older + 1 : 0;
    if (line.older > 1) line.seq = -1;
    if (news.seq > line.seq) readAgain(news.seq);
    onBeat?.(news);
  }

  function watch() {
    const now = performance.now();
    const silence = now - line.heard;
    if (silence > SILENCE) lose();
    if ((!socket.connected || line.lost || silence > DOUBT) && now - line.tried > READ_AGAIN) readAgain();
    if (silence > NEW_SOCKET && socket.connected) socket.disconnect().connect();
  }

  const woken = () => document.visibilityState === "visible" && readAgain();
  socket.on(event, apply);
  socket.on("beat", beat);
  socket.on("connect", () => { hear(); readAgain(); });
  socket.on("connect_error", (error) => {
    if (error.data?.status === 401 || error.data?.status === 403) onRefused?.(error);
  });
  // The server closes the line when it goes down in good order; Socket.IO would then stay away.
  socket.on("disconnect", (reason) => {
    line.tried = -Infinity; // a read that is under way began before the loss: another one follows it at once
    readAgain();
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1000);
  });
  const cut = () => impatient && lose();
  window.addEventListener("offline", cut);
  document.addEventListener("visibilitychange", woken);
  const timer = setInterval(watch, 500);

  return {
    tell: (name, news) => socket.emit(name, news),
    readAgain: () => readAgain(),
    start: (snapshot) => apply(snapshot),
    close() {
      clearInterval(timer);
      window.removeEventListener("offline", cut);
      document.removeEventListener("visibilitychange", woken);
      socket.close();
    },
  };
}
