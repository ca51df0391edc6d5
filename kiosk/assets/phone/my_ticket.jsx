// The visitor's own page: one ticket, live, in every state of its day.
import { useEffect, useRef, useState } from "preact/hooks";
import { serverNow } from "@shared/clock.js";
import { connect } from "@shared/link.js";
import { isNumbered } from "@shared/order.js";
import { page, readSnapshot } from "@shared/page.js";
import { useValue } from "@shared/signal.js";
import { language, t } from "@shared/words.js";
import { Again } from "./again.jsx";
import { callOwner } from "./attention.js";
import { Called, Serving } from "./called.jsx";
import { Complain, useVisitComplaint } from "./complain.jsx";
import { Ended } from "./ended.jsx";
import { deskOf } from "./frame.jsx";
import { GuestBook } from "./guestbook.jsx";
import { Leave } from "./leave.jsx";
import { MyData } from "./my_data.jsx";
import { Served } from "./proof.jsx";
import { Rating, useVisitRating } from "./rating.jsx";
import { Waiting } from "./waiting.jsx";

const screens = { waiting: Waiting, on_hold: Waiting, called: Called, serving: Serving, served: Served };
const mayLeave = new Set(["waiting", "called", "on_hold"]);
const hasTime = new Set(["waiting", "on_hold"]);

function useTicket() {
  const [ticket, setTicket] = useState(page.snapshot);
  const [line, setLine] = useState({ updated: serverNow(), lostAt: null });
  const token = useRef(page.snapshot.token).current;
  const heard = () => setLine({ updated: serverNow(), lostAt: null });
  useEffect(() => {
    const link = connect({
      namespace: "/visitor", auth: { ticket: token }, event: "ticket",
      readSince: () => readSnapshot(`${page.root}/kiosk/tickets/${token}`),
      onSnapshot: (snapshot) => { setTicket((old) => ({ ...old, ...snapshot })); heard(); },
      onBeat: heard, onFound: heard,
      onLost: (lostAt) => setLine((old) => ({ ...old, lostAt })),
    });
    link.start(page.snapshot);
    return () => link.close();
  }, []);
  return [ticket, line, setTicket];
}

function useCall(ticket) {
  const call = ticket.state === "called" ? `${ticket.leg}/${ticket.called_at ?? ticket.first_called_at}` : null;
  useEffect(() => {
    document.title = call ? t("Giliran Anda: %(desk)s", { desk: deskOf(ticket) }) : isNumbered ? `${ticket.number} · ${page.office.name}` : page.office.name;
    if (call) callOwner();
  }, [call, language.value]);
}

export function MyTicket() {
  useValue(language);
  const [ticket, line, setTicket] = useTicket();
  const [leaving, setLeaving] = useState(false);
  const [filling, setFilling] = useState(false);
  const [aboutData, openData] = useState(false);
  const [again, cameAgain] = useState(false);
  const [answered, setAnswered] = useState(page.snapshot.answered ?? []);
  const rating = useVisitRating(ticket);
  const complaint = useVisitComplaint(ticket);
  useCall(ticket);
  const Screen = screens[ticket.state] ?? Ended;
  const asking = leaving && mayLeave.has(ticket.state);
  const left = (answer) => {
    setTicket((old) => ({ ...old, ...answer }));
    setLeaving(false);
  };
  // A call comes before every question; what was answered until then is saved.
  if (filling && hasTime.has(ticket.state)) {
    return <GuestBook ticket={ticket} known={answered} onAnswered={setAnswered} onClose={() => setFilling(false)} />;
  }
  if (again && hasTime.has(ticket.state)) return <Again ticket={ticket} onAnswered={setAnswered} onClose={() => cameAgain(false)} />;
  if (aboutData && ticket.state !== "called") return <MyData ticket={ticket} onClose={() => openData(false)} />;
  if (rating.isOpen) return <Rating ticket={ticket} visit={rating} />;
  if (complaint.isOpen) return <Complain complaint={complaint} />;
  return (
    <>
      <div inert={asking}><Screen ticket={ticket} line={line} rating={rating} answered={answered} onLeave={() => setLeaving(true)} onFill={() => setFilling(true)} onAnswered={setAnswered} onData={() => openData(true)} onComplain={complaint.open} onAgain={() => cameAgain(true)} /></div>
      {asking && <Leave ticket={ticket} onLeft={left} onStay={() => setLeaving(false)} />}
    </>
  );
}
