// Which calls of a snapshot are news, which may still be spoken, and which stand in the list.

export const SPOKEN_FOR = 30_000; // an older call would send people to a desk that has moved on

export const isFresh = (call, now) => now - Date.parse(call.at) <= SPOKEN_FOR;

const missed = (board, number) => board.missed.includes(number);

// A call that was undone, missed or repeated since is not announced any more.
export function stillStands(call, board) {
  return board.calls.some((other) => other.seq === call.seq) && !missed(board, call.number)
    && !board.calls.some((other) => other.number === call.number && other.seq > call.seq);
}

export function lastCall(board) {
  return board.calls.filter((call) => stillStands(call, board)).at(-1) ?? null;
}

// The calls before the one that is shown, the newest first, each number once.
export function earlierCalls(board, shown, most) {
  return board.calls
    .filter((call) => stillStands(call, board) && call.number !== shown?.number)
    .reverse()
    .slice(0, most);
}

export const everybodyWaiting = (board) => Object.values(board.waiting).reduce((sum, count) => sum + count, 0);
