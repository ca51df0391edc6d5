// The standard itself is HTML from the server; a kiosk that opened it must also find its way back.
import "@shared/base.css";
import "../touch/frame.css";
import "../touch/dialogs.css";
import "../standards/standards.css";
import { render } from "preact";
import { ready } from "@shared/words.js";
import { Return } from "../standards/return.jsx";

if (location.hash === "#kiosk") {
  document.documentElement.className = "kiosk reading";
  const home = document.querySelector(".standard__home");
  home.hidden = false;
  document.querySelector(".standard__privacy").href += "#kiosk";
  await ready;
  render(<Return to={home.href} />, document.body.appendChild(document.createElement("div")));
}
