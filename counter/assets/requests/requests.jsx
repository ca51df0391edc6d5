// The officer's inbox: a bar to take a request in seconds, the list with what is due next, and one request opened.
import { useEffect, useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { LostBanner } from "../staff/banner.jsx";
import { Menu, hasRole } from "../staff/menu.jsx";
import { ManagerPages } from "../staff/rail.jsx";
import { TopBar } from "../staff/top_bar.jsx";
import { counterPath, useScreen, useSending } from "../staff/work.js";
import { ChannelBanners } from "./channels.jsx";
import { countOf, isOurs } from "./clocks.js";
import { Inbox } from "./inbox.jsx";
import { useThread } from "./opened.js";
import { Quick } from "./quick.jsx";
import { Closed, Thread } from "./thread.jsx";

// The title counts what is owed, so that the tab says it beside other work.
function useTitle(requests, now) {
  const mine = requests.filter(isOurs);
  const { late } = countOf(mine.filter((row) => row.owed), now);
  const title = [mine.length ? `(${mine.length})` : "", t("Permintaan"), late ? t("%(count)s lewat", { count: late }) : ""].filter(Boolean).join(" ");
  useEffect(() => { document.title = title; }, [title]);
}

function Top() {
  const home = page.office.counters.length ? t("Konsol") : t("Kunjungan");
  return (
    <TopBar where={t("Permintaan")} menu={(
      <Menu name={page.me.name}>
        {hasRole("officer") && <a href={counterPath()}><Icon name="desk" />{home}</a>}
        <ManagerPages />
      </Menu>
    )}>
      {hasRole("officer") && <a class="top__button" href={counterPath()}><Icon name="back" />{home}</a>}
    </TopBar>
  );
}

export function Requests() {
  const { shown: inbox, lostAt, readAgain } = useScreen("/requests", "requests");
  const now = useNow();
  const [opened, open] = useState(() => Number(location.hash.slice(1)) || null); // the console links to a request by its id
  const row = [...inbox.requests, ...inbox.ended].find(({ id }) => id === opened);
  const { thread, trouble } = useThread(opened, row);
  const { ask, busy, notice } = useSending();
  const officer = hasRole("officer");
  useTitle(inbox.requests, now);
  const kept = ({ id, state }) => {
    if (state !== "closed") open(id);
    readAgain();
  };
  const called = (one, reached) => ask(counterPath(`requests/${one.id}/called-back`), { reached }, { moment: one.events, after: readAgain });
  return (
    <div class="staff">
      <Top />
      <LostBanner lostAt={lostAt} />
      <ChannelBanners channels={inbox.channels} />
      <main class="requests">
        {officer && <Quick onKept={kept} readAgain={readAgain} />}
        <Inbox {...{ inbox, now, opened, busy }} trouble={notice?.words} onOpen={open} onCalled={officer ? called : null} />
        {thread ? <Thread key={thread.id} {...{ thread, now }} service={inbox.service} readAgain={readAgain} /> : <Closed trouble={trouble} />}
      </main>
    </div>
  );
}
