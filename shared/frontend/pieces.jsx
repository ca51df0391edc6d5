// The pieces that more than one room shows. Their look is in base.css.
export { Icon } from "./pieces/icon.jsx";
export { OfficeMark, Tumpal } from "./pieces/sign.jsx";
export { Clock, PlaceInLine, TicketNumber } from "./pieces/figures.jsx";
export { Interval, People, Timeline } from "./pieces/waiting.jsx";
export { Ribbon, urgency } from "./pieces/ribbon.jsx";
export { AttachButton, Attached } from "./pieces/attaching.jsx";
export { Verdict } from "./pieces/verdict.jsx";
