// The expected wait comes in seconds; people are told whole minutes.
import { clockTime, zoneLetters } from "@shared/clock.js";

export const inMinutes = ({ from, to }) => ({ from: from / 60, to: to / 60 });

// Between which times of day the turn may come, seen from a moment.
export const asTimes = ({ from, to }, since) => ({
  from: clockTime(since + from * 1000), to: clockTime(since + to * 1000), zone: zoneLetters,
});
