// The waiting room's board: a pure function of the last snapshot, and a voice.
import { render } from "preact";
import { page } from "@shared/page.js";
import { ready } from "@shared/words.js";
import { Board } from "../board/board.jsx";
import { start } from "../live.js";
import "../board/board.css";

ready.then(() => {
  const player = start();
  render(<Board onUnlock={player.unlock} rehearsal={page.rehearsal} />, document.getElementById("screen"));
});
