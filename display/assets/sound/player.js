// Plays one announcement: chime, pause, words. It always ends, and says whether it was really heard.
import { bell, chime } from "./chime.js";
import { openPack } from "./pack.js";

const LONGEST = 30; // seconds; no announcement may keep the next one waiting for longer
const ALLOWANCE = 2; // seconds over the planned length before we give up on "ended"
const AFTER_CHIME = 0.3;
const WARM_AGAIN = [2, 2, 5, 5, 10]; // seconds; a new server builds its recordings first
const WARM_LATER = 20;
const BETWEEN_LANGUAGES = 0.6;
const HEARD = 0.01; // peak below which nothing came out
const pauses = [[/^(nomor_antrean|silakan_menuju|queue_number|please_go_to)$/, 0.28], [/^(layanan|service)_/, 0.16]];
const pauseBefore = (name) => pauses.find(([words]) => words.test(name))?.[1] ?? 0.05;

// Tests and the technician read what is going on from the page itself; nothing is global.
const marks = document.documentElement.dataset;

function openContext(onState) {
  const context = new AudioContext();
  const out = context.createGain();
  const meter = context.createAnalyser();
  out.connect(context.createDynamicsCompressor()).connect(meter).connect(context.destination);
  const tell = () => { marks.sound = context.state; onState(context.state === "running"); };
  context.addEventListener("statechange", tell);
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => context.resume());
  // A context that may play needs a moment to say so; the question is only asked if it does not.
  setTimeout(tell, 800);
  return { context, out, meter };
}

function watchPeak(context, meter) {
  const wave = new Float32Array(meter.fftSize);
  let peak = 0;
  marks.peak = "0";
  const timer = setInterval(() => {
    if (context.state !== "running") return;
    meter.getFloatTimeDomainData(wave);
    peak = wave.reduce((most, sample) => Math.max(most, Math.abs(sample)), peak);
    marks.peak = peak.toFixed(3);
  }, 30);
  return () => { clearInterval(timer); return peak; };
}

export function createPlayer({ root, onState }) {
  if (!window.AudioContext) {
    marks.sound = "none";
    onState(false);
    return { announce: async () => false, ring: async () => false, unlock() {}, warm() {} };
  }
  const { context, out, meter } = openContext(onState);
  const pack = openPack({ root, context });

  function placed(recording, at) {
    const source = context.createBufferSource();
    source.buffer = recording;
    source.connect(out);
    source.start(at);
    return source;
  }

  // Lays the sounds on the context's own clock, so that a busy page cannot make them stumble.
  function lay(recordings, strokes) {
    const { tones, ends } = strokes(context, out, context.currentTime + 0.05);
    const sources = [...tones];
    let at = ends - 0.2 + AFTER_CHIME;
    for (const { name, recording, startsLanguage } of recordings) {
      at += startsLanguage ? BETWEEN_LANGUAGES : pauseBefore(name);
      sources.push(placed(recording, at));
      at += recording.duration;
    }
    return { sources, seconds: Math.max(at, ends) - context.currentTime };
  }

  // True when the last sound came to its end by itself; a clip that never ends is cut.
  function ended({ sources, seconds }) {
    return new Promise((done) => {
      const cut = setTimeout(() => {
        sources.forEach((source) => source.stop());
        done(false);
      }, Math.min(seconds + ALLOWANCE, LONGEST) * 1000);
      sources.at(-1).addEventListener("ended", () => { clearTimeout(cut); done(true); });
    });
  }

  async function play(recordings, strokes) {
    const stopWatching = watchPeak(context, meter);
    const whole = await ended(lay(recordings, strokes));
    return stopWatching() > HEARD && whole && context.state === "running";
  }

  // Until every recording is here. A server that is back is asked anew, at once.
  let warming = 0;
  async function warm(tried = 0) {
    clearTimeout(warming);
    const whole = [await pack.warm("id"), await pack.warm("en")].every(Boolean);
    marks.voice = whole ? "whole" : "partly";
    clearTimeout(warming);
    if (!whole) warming = setTimeout(() => warm(tried + 1), (WARM_AGAIN[tried] ?? WARM_LATER) * 1000);
  }

  const canPlay = async () => {
    if (context.state !== "running") await Promise.race([context.resume(), new Promise((go) => { setTimeout(go, 300); })]);
    return context.state === "running";
  };

  async function recordingsOf(call) {
    const spoken = call.language === "en" ? ["id", "en"] : ["id"];
    const wanted = spoken.flatMap((language) => (call.clips?.[language] ?? []).map((name, place) => (
      { language, name, startsLanguage: place === 0 && language !== "id" })));
    const loaded = await Promise.all(wanted.map(async (clip) => (
      { ...clip, recording: await pack.load(clip.language, clip.name) })));
    return { asked: wanted.length, found: loaded.filter((clip) => clip.recording) };
  }

  return {
    // True only if sound went out to the end, and words with it wherever words were asked for.
    async announce(call) {
      if (!(await canPlay())) return false;
      const { asked, found } = await recordingsOf(call);
      const heard = await play(found, chime);
      return heard && (asked === 0 || found.length > 0);
    },
    ring: async () => (await canPlay()) && play([], bell),
    unlock: () => context.resume(),
    warm: () => warm(),
  };
}
