// How a phone calls its owner. Browsers allow sound only after a touch, so the visitor tries it once;
// the board and its voice remain the real call.
import { signal } from "@shared/signal.js";

export const soundReady = signal(false);
let audio = null;

function note(frequency, start, length) {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(0.6, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + length);
  tone.connect(loudness).connect(audio.destination);
  tone.start(start);
  tone.stop(start + length);
}

function chime() {
  if (audio?.state !== "running") return;
  const now = audio.currentTime;
  [0, 1.1].forEach((later) => {
    note(784, now + later, 0.5);
    note(659, now + later + 0.28, 0.8);
  });
}

export async function trySound() {
  audio ??= new (window.AudioContext ?? window.webkitAudioContext)();
  await audio.resume();
  chime();
  navigator.vibrate?.(200);
  soundReady.value = audio.state === "running";
  // A dark phone does not call; the lock exists only over https, and costs nothing where it is missing.
  navigator.wakeLock?.request("screen").catch(() => {});
}

export function callOwner() {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.([400, 150, 400, 150, 400]);
  chime();
}
