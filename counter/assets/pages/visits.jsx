import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../console/console.css";
import "../console/queue.css";
import "../console/without_number.css";
import "../record/record.css";
import "../record/book.css";
import "../complaints/write.css";
import "../visits/visits.css";
import { Visits } from "../visits/visits.jsx";

ready.then(() => render(<Visits />, document.getElementById("screen")));
