// The standard itself is HTML from the server; a kiosk that opened it must also find its way back, and opens no other
// site: only a phone gets the addresses in the text as links.
import "@shared/base.css";
import "../touch/frame.css";
import "../touch/dialogs.css";
import "../standards/standards.css";
import "../standards/parts.css";
import { render } from "preact";
import { setLanguage } from "@shared/words.js";
import { linkSites, move } from "../standards/move.js";
import { Return } from "../standards/return.jsx";

if (location.hash === "#kiosk") {
  document.documentElement.className = "kiosk reading";
  document.querySelector(".standard__foot").hidden = false;
  document.querySelectorAll(".standard__language,.standard__privacy").forEach((link) => { link.href += "#kiosk"; });
  move();
  await setLanguage(document.documentElement.lang);
  const home = document.querySelector(".standard__return").href;
  render(<Return to={home} />, document.body.appendChild(document.createElement("div")));
} else {
  linkSites();
}
