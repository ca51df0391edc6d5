import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/moment.css";
import "@shared/pieces/attaching.css";
import "../requests/requests.css";
import "../requests/quick.css";
import "../requests/thread.css";
import "../requests/appointment.css";
import { Requests } from "../requests/requests.jsx";

ready.then(() => render(<Requests />, document.getElementById("screen")));
