import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../standard/standard.css";
import { Standard } from "../standard/standard.jsx";

ready.then(() => render(<Standard />, document.getElementById("screen")));
