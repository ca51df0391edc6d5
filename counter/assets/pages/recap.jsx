import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../recap/recap.css";
import { Recap } from "../recap/recap.jsx";

ready.then(() => render(<Recap />, document.getElementById("screen")));
