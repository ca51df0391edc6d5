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
import "../record/returning.css";
import "../complaints/write.css";
import { Console } from "../console/console.jsx";

ready.then(() => render(<Console />, document.getElementById("screen")));
