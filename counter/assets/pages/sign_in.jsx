import { render } from "preact";
import { ready } from "@shared/words.js";
import "@shared/base.css";
import "../staff/staff.css";
import "../staff/dialog.css";
import "../sign_in/sign_in.css";
import { SignIn } from "../sign_in/sign_in.jsx";

ready.then(() => render(<SignIn />, document.getElementById("screen")));
