// How the officer who is away from the desk hears of a new visitor.
import { signal } from "@shared/signal.js";

let audio = null;
export const soundOn = signal(false);

// Browsers allow sound only after a press, so the first press on the page opens it.
export function openSound() {
  audio ??= new AudioContext();
  return audio.resume().then(() => { soundOn.value = audio.state === "running"; });
}

const notes = [[659, 0], [523, 0.22], [784, 0.44]];

export async function ring() {
  await openSound();
  for (const [pitch, after] of notes) {
    const start = audio.currentTime + after;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.4, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.7);
  }
}

// Desktop notifications need a secure context; on plain HTTP sound and title do the work.
export const canNotify = () => window.isSecureContext && "Notification" in window;
export const notifyState = signal(canNotify() ? Notification.permission : "absent");

export async function allowNotify() {
  notifyState.value = await Notification.requestPermission();
}

export function notify(title, body) {
  if (canNotify() && Notification.permission === "granted") new Notification(title, { body, tag: "new-visitor" });
}

for (const press of ["pointerdown", "keydown"]) addEventListener(press, () => openSound().catch(() => null), { once: true });
