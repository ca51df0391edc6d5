// The day of an office without counters: guests who came, and everybody who telephoned or wrote.
import { useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { WriteComplaint } from "../complaints/write.jsx";
import { LostBanner } from "../staff/banner.jsx";
import { Devices } from "../staff/devices.jsx";
import { Menu } from "../staff/menu.jsx";
import { ManagerPages } from "../staff/rail.jsx";
import { RequestsDue } from "../staff/requests_due.jsx";
import { TopBar } from "../staff/top_bar.jsx";
import { counterPath, useQueue } from "../staff/work.js";
import { guestsWhoCame, waitingGuests } from "../console/guests.js";
import { NewVisit } from "../console/new_visit.jsx";
import { useNewGuest, useTitle } from "../console/newcomer.js";
import { OpenRecord, useOpenRecord } from "../console/open_record.jsx";
import { WithoutNumber } from "../console/without_number.jsx";
import { newVisit, ofEntry } from "../record/visit.js";

function Calm({ requests }) {
  return (
    <section class="card calm">
      <Icon name="form" />
      <h2>{t("Pilih kunjungan, atau catat yang baru")}</h2>
      <p>{t("Tamu dan kunjungan dicatat di sini. Yang bertanya lewat WhatsApp, e-mail, telepon, atau daring dilayani di Permintaan.")}</p>
      <a class="button button--primary" href={counterPath("requests")}><Icon name="talk" />{requests?.open ? t("Buka permintaan, %(count)s terbuka", { count: requests.open }) : t("Buka permintaan")}</a>
    </section>
  );
}

export function Visits() {
  const { queue, lostAt } = useQueue();
  const now = useNow();
  const [dialog, open] = useState(null);
  const record = useOpenRecord();
  const close = () => open(null);
  useTitle([], waitingGuests(queue), t("Kunjungan"), null);
  useNewGuest(guestsWhoCame(queue));
  function begin(service) {
    close();
    record.open(newVisit(service));
  }
  return (
    <div class="staff">
      <TopBar where={t("Kunjungan")} menu={(
        <Menu name={page.me.name}>
          <button type="button" onClick={() => open("complaint")}><Icon name="talk" />{t("Catat pengaduan")}</button>
          <button type="button" onClick={() => open("devices")}><Icon name="plug" />{t("Terima perangkat")}</button>
          <ManagerPages />
        </Menu>
      )}>
        <RequestsDue requests={queue.requests} now={now} />
      </TopBar>
      <LostBanner lostAt={lostAt} />
      <main class="console visits">
        {record.visit ? <OpenRecord {...{ queue, now, record }} /> : <Calm requests={queue.requests} />}
        <aside class="card queue" aria-label={t("Kunjungan hari ini")}>
          <WithoutNumber visits={queue.without_number ?? []} now={now} onOpen={(visit) => record.open(ofEntry(visit))} onNew={() => open("new_visit")} />
        </aside>
      </main>
      {dialog === "new_visit" && <NewVisit onClose={close} onChosen={begin} />}
      {dialog === "complaint" && <WriteComplaint onClose={close} />}
      {dialog === "devices" && <Devices onClose={close} />}
    </div>
  );
}
