import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../complaints/write.css";
import "../complaints/complaints.css";
import { Register } from "../complaints/register.jsx";

ready.then(() => render(<Register />, document.getElementById("screen")));
