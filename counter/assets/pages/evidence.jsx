import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../evidence/evidence.css";
import { Evidence } from "../evidence/evidence.jsx";

ready.then(() => render(<Evidence />, document.getElementById("screen")));
