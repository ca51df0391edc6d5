import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../staff/filters.css";
import "../recap/recap.css";
import "../institutions/institutions.css";
import { Institutions } from "../institutions/institutions.jsx";

ready.then(() => render(<Institutions />, document.getElementById("screen")));
