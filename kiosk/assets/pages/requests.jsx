import "@shared/base.css";
import "../phone/phone.css";
import "../phone/guestbook.css";
import "../phone/my_data.css";
import "../phone/rating.css";
import "@shared/pieces/attaching.css";
import "../phone/requests.css";
import { render } from "preact";
import { ready } from "@shared/words.js";
import { Requests } from "../requests/requests.jsx";

addEventListener("pageshow", (event) => event.persisted && location.reload());
await ready;
render(<Requests />, document.getElementById("screen"));
