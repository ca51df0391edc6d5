import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../calendar/calendar.css";
import { Calendar } from "../calendar/calendar.jsx";

ready.then(() => render(<Calendar />, document.getElementById("screen")));
