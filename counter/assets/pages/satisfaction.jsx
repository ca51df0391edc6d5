import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../staff/chart.css";
import "../satisfaction/satisfaction.css";
import "../satisfaction/tables.css";
import { Satisfaction } from "../satisfaction/satisfaction.jsx";

ready.then(() => render(<Satisfaction />, document.getElementById("screen")));
