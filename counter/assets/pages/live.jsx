import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/moment.css";
import "../live/live.css";
import { Live } from "../live/live.jsx";

ready.then(() => render(<Live />, document.getElementById("screen")));
