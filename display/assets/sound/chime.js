// The sounds of the board and of the bell, made of oscillators: nothing to load, nothing to fail.

const CALL = [[784, 0], [659, 0.28], [523, 0.56]]; // G5 E5 C5: a falling third and third, heard as "attention"
const BELL = [[1047, 0], [1319, 0.16], [1047, 0.6], [1319, 0.76]];
const RINGS_FOR = 0.75; // seconds until a stroke has died away

function stroke(context, out, frequency, at) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.45, at + 0.012);
  volume.gain.exponentialRampToValueAtTime(0.0008, at + RINGS_FOR);
  tone.connect(volume).connect(out);
  tone.start(at);
  tone.stop(at + RINGS_FOR);
  return tone;
}

function melody(strokes, context, out, at) {
  const tones = strokes.map(([frequency, later]) => stroke(context, out, frequency, at + later));
  return { tones, ends: at + strokes.at(-1)[1] + RINGS_FOR };
}

export const chime = (context, out, at) => melody(CALL, context, out, at);
export const bell = (context, out, at) => melody(BELL, context, out, at);
