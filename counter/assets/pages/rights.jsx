import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../record/record.css";
import "../rights/rights.css";
import { Rights } from "../rights/rights.jsx";

ready.then(() => render(<Rights />, document.getElementById("screen")));
