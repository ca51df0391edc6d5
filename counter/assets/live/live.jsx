import { useEffect, useState } from "preact/hooks";
import { clockTime, clockTimeExact, longDate, serverNow, useNow, zoneLetters } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { language, t } from "@shared/words.js";
import { Banner, LostBanner } from "../staff/banner.jsx";
import { at, resting } from "../staff/clocks.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { Lamp } from "../staff/top_bar.jsx";
import { counterPath, useScreen, useSending } from "../staff/work.js";
import { toneWord } from "../staff/words.js";
import { Channels } from "./channels.jsx";
import { Desks } from "./desks.jsx";
import { Devices } from "./devices.jsx";
import { Emergencies, EmergencyForm } from "./emergency.jsx";
import { Events } from "./events.jsx";
import { DayHours } from "./hours.jsx";
import { LimitCard } from "./limit_card.jsx";
import { Lines } from "./lines.jsx";
import { nearestLimit } from "./state.js";
import { Strip } from "./strip.jsx";
import { TodayCard } from "./today.jsx";

// The tab says whose limit comes near, for a manager who looks at something else.
function titleOf(near) {
  const urgent = near && near.clock.tone !== "calm";
  return urgent ? `${near.entry.ticket.number} ${toneWord(near.clock.tone)}, ${t("Langsung")}` : t("Langsung");
}

// Opening, breaks and closing come by themselves: no row of the journal tells of them.
function useTurns(changesAt, readAgain) {
  useEffect(() => {
    const timer = setTimeout(readAgain, Math.max(1000, at(changesAt) - serverNow() + 500));
    return () => clearTimeout(timer);
  }, [changesAt]);
}

function Head({ now, lostAt, onEmergency }) {
  return (
    <header class="live__head">
      <h1>{t("Langsung")}, <span class="nowrap">{longDate(now, language.value)}</span></h1>
      <span class="live__gap" />
      {!lostAt && <span class="live__beat num"><Icon name="clock" />{t("%(time)s, tiap detik", { time: `${clockTimeExact(now)} ${zoneLetters}` })}</span>}
      <button type="button" class="button" aria-haspopup="dialog" onClick={onEmergency}><Icon name="warning" />{t("Catat keadaan darurat")}</button>
    </header>
  );
}

function Resting({ office, now }) {
  const rest = resting(office, now);
  if (!rest) return null;
  return <Banner icon="hold"><p><b>{t("Semua jam berhenti sampai %(time)s.", { time: clockTime(rest.until) })}</b> {t("Istirahat yang diumumkan.")}</p></Banner>;
}

function Office({ office, now, lostAt, sending, onEmergency }) {
  const remind = (counter, ticket) => sending.ask(counterPath(`${counter}/remind`), { ticket: ticket.id }, { moment: office.seq });
  return (
    <main class="live">
      <Head {...{ now, lostAt, onEmergency }} />
      <DayHours opening={office.opening} />
      <Trouble words={sending.notice?.words} />
      <div class="live__grid">
        <div class="live__column">
          <LimitCard {...{ office, now }} busy={sending.busy} onRemind={remind} />
          {office.counters.length > 0 && <Desks {...{ office, now }} />}
          <Lines {...{ office, now }} />
          <Events events={office.events} />
        </div>
        <div class="live__column">
          <TodayCard {...{ office, now }} />
          <Channels {...{ office, now }} />
          <Strip {...{ office, now }} />
          <Emergencies list={office.emergencies} />
          <Devices {...{ office, now, lostAt }} />
        </div>
      </div>
    </main>
  );
}

export function Live() {
  const { shown: office, lostAt, readAgain } = useScreen("/manager", "live");
  const [isWriting, write] = useState(false);
  const sending = useSending();
  const now = useNow();
  useTurns(office.opening.changes_at, readAgain);
  return (
    <ManagerPage here="live" title={titleOf(nearestLimit(office, now))}
      lamps={<Lamp icon="server" words={lostAt ? t("Server terputus") : t("Server")} warn={Boolean(lostAt)} />}
      banners={<><LostBanner lostAt={lostAt} /><Resting {...{ office, now }} /></>}>
      <Office {...{ office, now, lostAt, sending }} onEmergency={() => write(true)} />
      {isWriting && <EmergencyForm onClose={() => write(false)} />}
    </ManagerPage>
  );
}
