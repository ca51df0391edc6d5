// The right side: one request with its words, its clock, and what can be done next.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { channelWords, stateWords } from "../request_log/words.js";
import { hasRole } from "../staff/menu.jsx";
import { Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { Appointment } from "./appointment.jsx";
import { Standing } from "./inbox.jsx";
import { Message } from "./message.jsx";
import { useVerbs } from "./opened.js";
import { Close, Erase, Form, Requirements } from "./steps.jsx";
import { channelIcon, moment, unsureWords } from "./words.js";
import { Write } from "./write.jsx";

const UNTAKEN = ["received", "complete", "reopened"];

function Person({ person }) {
  const { name, phone, email } = person;
  const known = [name, phone, email].filter(Boolean);
  return <p class="thread__who"><Icon name="person" />{known.length ? known.join(", ") : t("Belum diketahui siapa")}</p>;
}

function Head({ thread, may, work, service, now }) {
  const about = [channelWords(thread.channel), thread.service && serviceName(thread.service), t("diterima %(moment)s", { moment: moment(thread.received_at) }), thread.officer?.name];
  const done = thread.information_at && thread.turn === "user";
  return (
    <header class="thread__head">
      <div>
        <h1><Icon name={channelIcon(thread.channel)} />{thread.number} <span class={`chip chip--${thread.state}`}>{stateWords(thread.state)}</span></h1>
        <p class="soft">{about.filter(Boolean).join(" · ")}</p>
        <Person person={thread.person} />
      </div>
      <div class="thread__side">
        <Standing row={thread} {...{ service, now }} large />
        {unsureWords(thread) && <p class="thread__unsure"><Icon name="warning" />{unsureWords(thread)}</p>}
        {may && (
          <div class="thread__acts">
            {UNTAKEN.includes(thread.state) && <button type="button" class="button" aria-disabled={work.busy ? "true" : undefined} onClick={() => !work.busy && work.verb("take-up")}><Icon name="play" />{t("Kerjakan")}</button>}
            {done && <button type="button" class="button" aria-disabled={work.busy ? "true" : undefined} onClick={() => !work.busy && work.verb("close", { reason: "answered" })}><Icon name="check" />{t("Selesai")}</button>}
            {thread.ended_at ? <button type="button" class="button" aria-disabled={work.busy ? "true" : undefined} onClick={() => !work.busy && work.verb("reopen")}><Icon name="undo" />{t("Buka kembali")}</button> : <Close {...{ thread, work }} />}
          </div>
        )}
      </div>
    </header>
  );
}

// What waits to be sent is seen first, else the newest words.
function Messages({ thread, may, work, readAgain }) {
  const list = useRef(null);
  useLayoutEffect(() => {
    const said = [...list.current.querySelectorAll(".said-line")];
    const last = (look) => said.filter((one) => one.matches(look)).at(-1);
    const next = last(".said-line--waits") ?? last(":not(.said-line--program)") ?? said.at(-1);
    if (!next) return;
    const top = next.offsetTop - list.current.offsetTop;
    list.current.scrollTop = Math.min(top, top + next.offsetHeight - list.current.clientHeight + 64);
  }, [thread.id, thread.messages.length]);
  return (
    <div class="thread__scroll" ref={list} tabIndex={0} role="region" aria-label={t("Pesan %(number)s", { number: thread.number })}>
      <ol class="said-lines">
        {thread.messages.map((message) => <Message key={message.position} request={thread.id} {...{ message, may, work }} />)}
      </ol>
      <Form {...{ thread, may, work }} />
      <Requirements key={thread.state} {...{ thread, may, work, readAgain }} />
      <Erase key={`erase-${thread.id}`} {...{ thread, work }} />
    </div>
  );
}

export function Thread({ thread, service, now, readAgain }) {
  const work = useVerbs(thread, readAgain);
  const [wanted, setChange] = useState(null);
  const change = thread.appointment?.state === "stands" ? wanted : null;
  const may = hasRole("officer");
  const gone = thread.messages.every(({ text }) => text === null);
  return (
    <section class="card thread" aria-label={t("Permintaan %(number)s", { number: thread.number })}>
      <Head {...{ thread, may, work, service, now }} />
      <Appointment {...{ thread, may, work, now, readAgain, change }} onChange={setChange} />
      <Messages {...{ thread, may, work, readAgain }} />
      {may && !thread.ended_at && !gone && !change && <Write key={thread.id} {...{ thread, work, readAgain }} />}
      {(thread.ended_at || gone || !may) && <Trouble words={work.notice?.words} />}
    </section>
  );
}

export function Closed({ trouble }) {
  return (
    <section class="card thread thread--none">
      <Trouble words={trouble} />
      {!trouble && <div class="inbox__calm"><Icon name="talk" /><h2>{t("Pilih permintaan, atau catat yang baru")}</h2><p class="soft">{t("Isi permintaan tersegel. Membukanya tercatat atas nama Anda.")}</p></div>}
    </section>
  );
}
