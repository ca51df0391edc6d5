// The whole kiosk: what is shown follows from the last snapshot, the taking under way and the visitor's wishes.
import { useEffect, useRef, useState } from "preact/hooks";
import { serverNow } from "@shared/clock.js";
import { connect } from "@shared/link.js";
import { isBookFirst } from "@shared/order.js";
import { newKey, page, post, readSnapshot } from "@shared/page.js";
import { useValue } from "@shared/signal.js";
import { language, setLanguage, t } from "@shared/words.js";
import { Closed } from "./closed.jsx";
import { Complaint } from "./complaint.jsx";
import { Help, StillHere } from "./dialogs.jsx";
import { BookFirst, drop, hasLine } from "./first.jsx";
import { BookOfTicket } from "./guestbook.jsx";
import { Home } from "./home.jsx";
import { useIdle } from "./idle.js";
import { Lost, Refused } from "./message.jsx";
import { Rate } from "./rate.jsx";
import { forget, takeNumber, unfinished } from "./taking.js";
import { Ticket } from "./ticket.jsx";

const MENU_IDLE = 45; // seconds
const FORM_IDLE = 120;
const LONGEST_TIMER = 2 ** 31 - 1;
const noWishes = { low: false, larger: false, priority: false };

function useServices() {
  const [snapshot, setSnapshot] = useState(page.snapshot);
  const [lostAt, setLostAt] = useState(null);
  const link = useRef(null);
  const wakers = useRef(new Set());
  useEffect(() => {
    const found = () => {
      setLostAt(null);
      wakers.current.forEach((wake) => wake());
      wakers.current.clear();
    };
    link.current = connect({
      namespace: "/kiosk", auth: { office: page.office.code }, event: "services", impatient: true,
      readSince: () => readSnapshot(`${page.root}/kiosk/services`),
      onSnapshot: setSnapshot, onLost: setLostAt, onFound: found, onRefused: () => location.reload(),
    });
    link.current.start(page.snapshot);
    return () => link.current.close();
  }, []);
  // Again when the server was found again: a PC that slept meanwhile counted no second of it.
  useEffect(() => {
    const wait = Date.parse(snapshot.changes_at) - serverNow();
    if (!(wait > -60_000)) return undefined;
    const timer = setTimeout(() => link.current.readAgain(), Math.min(Math.max(wait, 0) + 500, LONGEST_TIMER));
    return () => clearTimeout(timer);
  }, [snapshot.changes_at, lostAt]);
  return { snapshot, lostAt, nudged: () => new Promise((wake) => wakers.current.add(wake)) };
}

function useTaking(nudged, onTicket) {
  const [take, setTake] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const [problem, setProblem] = useState(null);
  const busy = useRef(false);
  const abandoned = useRef(false);
  const key = useRef(newKey());

  async function run(chosen) {
    if (busy.current) return;
    busy.current = true;
    abandoned.current = false;
    setTake(chosen);
    const answer = await takeNumber(chosen, { nudged, onTrouble: setTrouble });
    key.current = newKey();
    busy.current = false;
    setTake(null);
    setTrouble(null);
    if (answer.status === 401 || answer.status === 403) location.reload();
    else if (!answer.ok) { forget(); letGo(chosen); setProblem(answer.data); }
    else if (abandoned.current) release(answer.data);
    else onTicket(answer.data);
  }
  const letGo = ({ book }) => book && drop({ key: book });
  const release = (ticket) => {
    forget();
    post(`${page.root}/kiosk/tickets/${ticket.token}/leave`).catch(() => {});
  };
  useEffect(() => { const left = unfinished(); if (left) run(left); }, []);
  return {
    take, trouble, problem,
    start: (service, priority, book) => run({ key: key.current, service, language: language.value, priority, book }),
    abandon: () => { abandoned.current = true; setTake((now) => ({ ...now, abandoned: true })); },
    clearProblem: () => setProblem(null),
  };
}

export function Kiosk() {
  useValue(language);
  const { snapshot, lostAt, nudged } = useServices();
  const [wishes, setWishes] = useState(noWishes);
  const [ticket, setTicket] = useState(null);
  const [form, setForm] = useState(null); // of the guest book, while the visitor with the ticket fills it in
  const [visit, setVisit] = useState(null); // {service, key} of a visitor who fills it in before a ticket, or needs none
  const [rating, setRating] = useState(false);
  const [complaining, setComplaining] = useState(false);
  const [helping, setHelping] = useState(false);
  const taking = useTaking(nudged, setTicket);
  const wish = (change) => setWishes((now) => ({ ...now, ...change }));

  function goHome() {
    taking.clearProblem();
    setTicket(null);
    setForm(null);
    setVisit(null);
    setRating(false);
    setComplaining(false);
    setHelping(false);
    setWishes(noWishes);
    setLanguage("id");
  }

  function leaveBook() {
    drop(visit);
    goHome();
  }

  function choose(service) {
    if (isBookFirst || !hasLine(service)) setVisit({ service, key: newKey() });
    else taking.start(service, wishes.priority);
  }

  function takePlace({ service, key }) {
    setVisit(null);
    taking.start(service, wishes.priority, key);
  }

  const writes = form !== null || visit !== null || complaining;
  const touched = helping || taking.problem !== null || language.value !== "id" || Object.values(wishes).some(Boolean);
  const idle = useIdle(writes || rating ? FORM_IDLE : MENU_IDLE, visit ? leaveBook : goHome, writes || (!ticket && (touched || rating) && !taking.take));
  const lost = (lostAt !== null && !ticket && !writes) || taking.trouble !== null;
  const common = { snapshot, lostAt, printer: snapshot.printer };

  function screen() {
    if (complaining) return <Complaint ticket={ticket} larger={wishes.larger} onLeave={() => setComplaining(false)} onDone={goHome} {...common} />;
    if (visit) return <BookFirst key={visit.key} visit={visit} larger={wishes.larger} onLeave={leaveBook} onPlace={takePlace} onDone={goHome} {...common} />;
    if (form) return <BookOfTicket form={form} ticket={ticket} larger={wishes.larger} onLeave={() => setForm(null)} onDone={goHome} {...common} />;
    if (ticket) return <Ticket key={ticket.token} ticket={ticket} larger={wishes.larger} onDone={goHome} onFill={setForm} onComplain={() => setComplaining(true)} {...common} />;
    if (rating) return <Rate larger={wishes.larger} onDone={goHome} {...common} />;
    if (lost) return <Lost take={taking.take} trouble={taking.trouble} onAbandon={taking.abandon} {...common} />;
    if (taking.problem) return <Refused problem={taking.problem} onBack={taking.clearProblem} {...common} />;
    if (!snapshot.open && snapshot.closed) return <Closed onRate={() => setRating(true)} {...common} />;
    return (
      <Home wishes={wishes} busy={taking.take !== null} onWish={wish} onHelp={() => setHelping(true)} onRate={() => setRating(true)}
        onTake={choose} onComplain={() => setComplaining(true)} {...common} />
    );
  }

  const asking = idle.asking && (writes || !ticket);
  const covered = asking || (helping && !lost && !ticket);
  return (
    <>
      {page.rehearsal && <p class="rehearsal">{t("Latihan: jam buka diabaikan")}</p>}
      <div class={`stage ${page.rehearsal ? "stage--rehearsal" : ""}`} inert={covered}>{screen()}</div>
      {covered && (asking
        ? <StillHere idle={idle} onDone={visit ? leaveBook : goHome} />
        : <Help wishes={wishes} onWish={wish} onClose={() => setHelping(false)} />)}
    </>
  );
}
