import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../sign_in/sign_in.css";
import { ChooseCounter } from "../sign_in/choose_counter.jsx";

ready.then(() => render(<ChooseCounter />, document.getElementById("screen")));
