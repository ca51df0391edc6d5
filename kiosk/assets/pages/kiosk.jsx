import "@shared/base.css";
import "../touch/frame.css";
import "../touch/home.css";
import "../touch/low.css";
import "../touch/ticket.css";
import "../touch/message.css";
import "../touch/guestbook.css";
import "../touch/questions.css";
import "../touch/keyboard.css";
import "../touch/complaint.css";
import "../touch/dialogs.css";
import "../touch/rate.css";
import "../touch/larger.css";
import "../touch/privacy.css";
import { render } from "preact";
import { loadWords, ready } from "@shared/words.js";
import { Kiosk } from "../touch/kiosk.jsx";
import { lockDown } from "../touch/lockdown.js";

lockDown();
await ready;
render(<Kiosk />, document.getElementById("screen"));
// Ahead of time, so that the switch to English needs no server.
loadWords("en").catch(() => {});
