import "@shared/base.css";
import "../phone/phone.css";
import "../phone/guestbook.css";
import "../phone/complaint.css";
import { render } from "preact";
import { ready } from "@shared/words.js";
import { Follow } from "../phone/follow.jsx";

addEventListener("pageshow", (event) => event.persisted && location.reload());
await ready;
render(<Follow />, document.getElementById("screen"));
