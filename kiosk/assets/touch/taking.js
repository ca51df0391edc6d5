// One tap, one number: the same key is repeated until the server has answered, so an answer that
// was lost on the way gives the same ticket again and never a second one.
import { serverNow } from "@shared/clock.js";
import { page, post, ServerLost } from "@shared/page.js";

const SHELF = "kiosk-take"; // key, service, language, tick, key of the guest book: nothing of it says who the visitor is
const PATIENCE = [3000, 5000, 8000]; // a visitor sees within 3 s that something is wrong
const PAUSES = [1000, 2000, 3000];
const at = (list, index) => list[Math.min(index, list.length - 1)];

const STILL_HERE = 120_000; // after a reload: an older wish belongs to somebody who has gone

export function unfinished() {
  const take = JSON.parse(sessionStorage.getItem(SHELF) ?? "null");
  return take && Math.abs(serverNow() - take.at) < STILL_HERE ? take : null;
}

export const forget = () => sessionStorage.removeItem(SHELF);

// A kiosk that can store nothing still gives numbers; only a reload in mid-flow would lose the key.
function keep(take) {
  try {
    sessionStorage.setItem(SHELF, JSON.stringify({ at: serverNow(), ...take }));
  } catch { /* storage is full or switched off */ }
}

async function once({ key, service, language, priority, book }, patience) {
  try {
    const answer = await post(`${page.root}/kiosk/tickets`, { service, language, priority, guest_book: book }, { key, patience });
    const understood = answer.ok ? answer.data?.number && answer.data?.token : answer.status < 500;
    return understood ? answer : null;
  } catch (error) {
    if (error instanceof ServerLost) return null;
    throw error;
  }
}

// Ends with the server's word: a ticket or a refusal. `onTrouble({tried, next})` in between;
// `nudged()` gives a promise that ends a pause early (the server was found again).
export async function takeNumber(take, { onTrouble, nudged }) {
  keep(take);
  for (let tries = 0; ; tries += 1) {
    const answer = await once(take, at(PATIENCE, tries));
    // A limit met while repeating says nothing about the first try, which may have brought a ticket.
    if (answer && !(tries && answer.status === 429)) return answer;
    const pause = at(PAUSES, tries) + Math.random() * 500;
    const tried = serverNow();
    onTrouble({ tried, next: tried + pause });
    await Promise.race([new Promise((wake) => setTimeout(wake, pause)), nudged()]);
  }
}
