// What the server wrote into this page, and how the page writes back.

const written = document.getElementById("page");
export const page = written ? JSON.parse(written.textContent) : {};

// The answer did not come, or something else than our server answered (a captive portal, a proxy):
// whether the server did the work is unknown, so only a repeat with the same key is safe.
export class ServerLost extends Error {
  name = "ServerLost";
}

export function newKey() {
  // crypto.randomUUID needs a secure context; an office LAN is plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Whoever wants to know hears the date of each answer: clock.js, whose steady clock stands still while a machine sleeps.
let hearDate = () => {};
export const whenAnswered = (listener) => { hearDate = listener; };

async function ask(path, options, patience) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(path, { credentials: "same-origin", cache: "no-store", signal: stop.signal, ...options });
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    if (!isJson && answer.status !== 204) throw new ServerLost(`${answer.status} without JSON`);
    hearDate(answer.headers.get("Date"));
    return { ok: answer.ok, status: answer.status, data: isJson ? await answer.json() : null };
  } catch (error) {
    throw error instanceof ServerLost ? error : new ServerLost(String(error));
  } finally {
    clearTimeout(timer);
  }
}

const spoken = () => ({ Accept: "application/json", "Accept-Language": document.documentElement.lang || "id" });

export function read(path, { patience = 8000 } = {}) {
  return ask(path, { headers: spoken() }, patience);
}

export function post(path, body = {}, { key, method = "POST", patience = 10000 } = {}) {
  const headers = { ...spoken(), "Content-Type": "application/json" };
  if (page.csrf) headers["X-CSRF-Token"] = page.csrf;
  if (key) headers["Idempotency-Key"] = key;
  return ask(path, { method, headers, body: JSON.stringify(body) }, patience);
}

// For link.js: reads a snapshot, or throws with the status that the server gave.
export async function readSnapshot(path) {
  const answer = await read(path);
  if (answer.ok) return answer.data;
  throw Object.assign(new Error(answer.data?.detail ?? `HTTP ${answer.status}`), { status: answer.status });
}
