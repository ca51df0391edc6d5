// The recordings of the voice pack. A clip that is missing, broken or slow is nothing: the call goes on.

const PATIENCE = 3000; // for one clip; the visitor is waiting

const within = (limit, work) =>
  Promise.race([work, new Promise((_, fail) => { setTimeout(() => fail(new Error("too slow")), limit); })]);

export function openPack({ root, context }) {
  const clips = new Map(); // "id/nol" → promise of an AudioBuffer
  const told = new Map(); // language → names that the server has; absent while we do not know
  const learning = new Map(); // language → promise of that answer, while it is on the way

  const path = (language, file) => `${root}/display/voice/${language}/${file}`;

  async function fetched(address) {
    const answer = await fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE) });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer;
  }

  async function decoded(language, name) {
    const recording = await (await fetched(path(language, `${name}.wav`))).arrayBuffer();
    return context.decodeAudioData(recording);
  }

  // What the server has of a language; one question at a time.
  function learn(language) {
    if (!learning.has(language)) {
      const answered = fetched(path(language, "manifest.json"))
        .then((answer) => answer.json())
        .then((manifest) => { told.set(language, new Set(Object.keys(manifest.clips))); });
      learning.set(language, within(PATIENCE, answered).finally(() => learning.delete(language)));
    }
    return learning.get(language);
  }

  const isTold = (language, name) => told.get(language)?.has(name) ?? true;

  // A recording that was not there may have been made since: a new server records while calls are made.
  async function load(language, name) {
    const key = `${language}/${name}`;
    if (!isTold(language, name)) await learn(language).catch(() => {});
    if (!isTold(language, name)) return null;
    if (!clips.has(key)) clips.set(key, within(PATIENCE, decoded(language, name)));
    return clips.get(key).catch(() => {
      clips.delete(key); // the next call asks again
      return null;
    });
  }

  // Loads everything once, one after the other, so that no call has to wait for the network. Whether all of it is here.
  async function warm(language) {
    try {
      await learn(language);
    } catch {
      return false; // until then each call asks for its clips
    }
    let whole = told.get(language).size > 0;
    for (const name of told.get(language)) whole = Boolean(await load(language, name)) && whole;
    return whole;
  }

  return { load, warm };
}
