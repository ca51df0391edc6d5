import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../request_log/request_log.css";
import { RequestLog } from "../request_log/request_log.jsx";

ready.then(() => render(<RequestLog />, document.getElementById("screen")));
