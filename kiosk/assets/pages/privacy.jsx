// The text itself is HTML from the server; a kiosk that opened it must also find its way back, and prints nothing.
import "@shared/base.css";
import "../touch/frame.css";
import "../touch/dialogs.css";
import "../standards/standards.css";
import "../standards/privacy.css";
import { render } from "preact";
import { setLanguage } from "@shared/words.js";
import { Return } from "../standards/return.jsx";

if (location.hash === "#kiosk") {
  document.documentElement.className = "kiosk reading";
  document.querySelector(".privacy__language").href += "#kiosk";
  const home = document.querySelector(".standard__home");
  home.hidden = false;
  await setLanguage(document.documentElement.lang);
  render(<Return to={home.href} />, document.body.appendChild(document.createElement("div")));
} else {
  const print = document.querySelector(".privacy__print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
