import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../staff/chart.css";
import "../wait_log/wait_log.css";
import "../wait_log/charts/charts.css";
import "../wait_log/visit/visit.css";
import { WaitLog } from "../wait_log/wait_log.jsx";

ready.then(() => render(<WaitLog />, document.getElementById("screen")));
