import { useEffect, useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Devices } from "../staff/devices.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { Menu } from "../staff/menu.jsx";
import { Rail } from "../staff/rail.jsx";
import { TopBar } from "../staff/top_bar.jsx";
import { Cards } from "./cards.jsx";
import { Filters } from "./filters.jsx";
import { firstFilter, useLog } from "./log.js";
import { LogTable } from "./table.jsx";

function HowCounted({ definition, onClose }) {
  return (
    <Dialog wide title={t("Bagaimana dihitung")} onClose={onClose}>
      <p class="definition">{inOurWords(definition)}</p>
      <dl class="keys">
        <div><dt>{t("Tepat")}</dt><dd>{t("Mulai dilayani dalam batas waktu.")}</dd></div>
        <div><dt>{t("Tepat panggil")}</dt><dd>{t("Dipanggil dalam batas waktu dan terdengar, tetapi pengguna terlambat datang. Berdiri sendiri, tidak menambah bagian tepat.")}</dd></div>
        <div><dt>{t("Lewat")}</dt><dd>{t("Mulai dilayani, atau pergi, setelah batas waktu.")}</dd></div>
        <div><dt>{t("Tidak dinilai")}</dt><dd>{t("Tidak pernah mulai dilayani selama batasnya belum lewat, atau di luar janji layanan.")}</dd></div>
      </dl>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}

export function WaitLog() {
  const [filter, setFilter] = useState(firstFilter);
  const [dialog, open] = useState(null);
  const { log, busy, trouble } = useLog(filter);
  const minutes = page.office.promise?.minutes ?? 10;
  useEffect(() => { document.title = `${t("Waktu tunggu")}, ${page.office.name}`; }, []);
  return (
    <div class="staff">
      <TopBar menu={
        <Menu name={page.me.name}>
          <button type="button" onClick={() => open("devices")}><Icon name="plug" />{t("Terima perangkat")}</button>
        </Menu>
      } />
      <div class="shell">
        <Rail here="wait-log" />
        <main class="log-page" aria-busy={busy}>
          <Filters filter={filter} onChange={setFilter} onExplain={() => open("definition")} today={officeDay(serverNow())} />
          <Trouble words={trouble} />
          <Cards log={log} minutes={minutes} />
          <LogTable rows={log.rows} limit={minutes * 60} severalDays={filter.from !== filter.to} />
        </main>
      </div>
      {dialog === "devices" && <Devices onClose={() => open(null)} />}
      {dialog === "definition" && <HowCounted definition={log.summary.definition} onClose={() => open(null)} />}
    </div>
  );
}
