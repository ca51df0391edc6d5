import { StillHere } from "../touch/dialogs.jsx";
import { useIdle } from "../touch/idle.js";

const QUIET = 45; // seconds, as on the kiosk's menus

// A reader who walked away must not leave the next visitor in front of a text.
export function Return({ to }) {
  const home = () => location.replace(to);
  const idle = useIdle(QUIET, home, true);
  return idle.asking ? <StillHere idle={idle} onDone={home} /> : null;
}
