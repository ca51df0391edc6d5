import { useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { LostBanner } from "../staff/banner.jsx";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { Copy } from "./copy.jsx";
import { Correct } from "./correct.jsx";
import { Erase } from "./erase.jsx";
import { Find, useFound } from "./find.jsx";
import { useRequests } from "./requests.js";
import { Requests } from "./request.jsx";

function Law() {
  return (
    <section class="card law">
      <h2>{t("Hak pengguna")}</h2>
      <p>{t("Setiap permintaan dijawab dalam 3 × 24 jam sejak diminta, hari libur ikut dihitung (UU 27/2022).")}</p>
      <p>{t("Setiap salinan, perbaikan, pembatasan, dan penghapusan tercatat atas nama yang mengerjakannya.")}</p>
    </section>
  );
}

function OpenDialog({ dialog, close, settled }) {
  if (dialog?.name === "copy") return <Copy visit={dialog.visit} onOpened={settled} onClose={close} />;
  if (dialog?.name === "erase") {
    const erased = () => { close(); settled(t("Data pribadi %(number)s sudah dihapus", { number: dialog.visit.number })); };
    return <Erase visit={dialog.visit} onErased={erased} onClose={close} />;
  }
  if (dialog?.name === "correct") {
    const corrected = () => { close(); settled(t("Data %(number)s sudah diperbaiki, permintaannya selesai", { number: dialog.visit.number })); };
    return <Correct visit={dialog.visit} onCorrected={corrected} onClose={close} />;
  }
  return null;
}

// What the manager may do, and what is read again after it was done.
function useActs(again, open) {
  const { ask, busy, notice } = useSending();
  const [done, say] = useState(null);
  const settled = (words = null) => { say(words); again(); };
  async function restrict(visit, restricted) {
    const answer = await ask(counterPath(`tickets/${visit.ticket}/rights/restrict`), { restricted }, { moment: Date.now() });
    const parts = { number: visit.number };
    if (answer?.ok) settled(restricted ? t("Pemakaian data %(number)s dibatasi", parts) : t("Pemakaian data %(number)s diizinkan lagi", parts));
  }
  const acts = { busy, onRestrict: restrict, onCopy: (visit) => open({ name: "copy", visit }), onErase: (visit) => open({ name: "erase", visit }), onCorrect: (visit) => open({ name: "correct", visit }) };
  return { acts, settled, done, trouble: notice?.words };
}

export function Rights() {
  const { requests, lostAt, again } = useRequests();
  const found = useFound();
  const [dialog, open] = useState(null);
  const { acts, settled, done, trouble } = useActs(() => { again(); found.again(); }, open);
  const now = useNow();
  return (
    <ManagerPage here="rights" title={t("Data pribadi")} banners={<LostBanner lostAt={lostAt} />}>
      <main class="rights">
        <header class="rights__head">
          <h1>{t("Data pribadi")}</h1>
          <p>{t("%(count)s permintaan terbuka", { count: requests.length })}</p>
        </header>
        <p class="rights__done" role="status">{done && <><Icon name="check" />{done}</>}</p>
        <Trouble words={trouble} />
        <div class="rights__grid">
          <Requests requests={requests} now={now} {...acts} />
          <div class="rights__side"><Find found={found} {...acts} /><Law /></div>
        </div>
      </main>
      <OpenDialog {...{ dialog, settled }} close={() => open(null)} />
    </ManagerPage>
  );
}
