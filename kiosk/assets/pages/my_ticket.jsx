import "@shared/base.css";
import "../phone/phone.css";
import "../phone/states.css";
import "../phone/guestbook.css";
import "../phone/my_data.css";
import "../phone/rating.css";
import "../phone/complaint.css";
import { render } from "preact";
import { ready } from "@shared/words.js";
import { MyTicket } from "../phone/my_ticket.jsx";

addEventListener("pageshow", (event) => event.persisted && location.reload());
await ready;
render(<MyTicket />, document.getElementById("screen"));
