// Perhaps somebody who was here before: the officer asks, and only the person can say.
import { useEffect, useState } from "preact/hooks";
import { ServerLost, read } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { longDay } from "../staff/days.js";

async function earlierDay(ticket) {
  try {
    const answer = await read(counterPath(`tickets/${ticket.id}/returning`));
    return answer.ok ? answer.data.before : null;
  } catch (error) {
    if (error instanceof ServerLost) return null;
    throw error;
  }
}

export function Returning({ ticket, record, onJoined }) {
  const answered = Object.keys(record.answers).length;
  const [before, setBefore] = useState(null);
  const [name, setName] = useState(null);
  const [done, say] = useState(null);
  const { ask, busy, notice } = useSending();
  useEffect(() => { earlierDay(ticket).then(setBefore); }, [ticket.id, answered]);
  async function open() {
    const answer = await ask(counterPath(`tickets/${ticket.id}/returning/open`));
    if (answer?.ok) setName(answer.data.name);
  }
  async function settle(same) {
    const answer = await ask(counterPath(`tickets/${ticket.id}/returning`), { same });
    if (!answer?.ok) return;
    setBefore(null);
    say(same ? t("Kunjungan digabungkan. Isian yang kosong dilengkapi.") : t("Dicatat: orang lain."));
    if (same) onJoined();
  }
  return (
    <div class="returning" role="status">
      {done && <p class="record__note"><Icon name="check" />{done}</p>}
      {before && (
        <section class="returning__ask" aria-label={t("Mungkin pernah ke sini")}>
          <p><Icon name="person" /><span><b>{t("Mungkin pernah ke sini, %(day)s.", { day: longDay(before) })}</b> {t("Nomor HP atau e-mailnya sama. Tanyakan dahulu.")}</span></p>
          {name !== null && <p class="returning__name">{t("Nama waktu itu:")} <b>{name || t("tidak ditulis")}</b></p>}
          <Trouble words={notice?.words} />
          <div class="returning__acts">
            {name === null
              ? <button type="button" class="button" disabled={busy} onClick={open}><Icon name="lock" />{t("Tampilkan nama (tercatat)")}</button>
              : <button type="button" class="button button--primary" disabled={busy} onClick={() => settle(true)}><Icon name="check" />{t("Benar, orang yang sama")}</button>}
            <button type="button" class="button" disabled={busy} onClick={() => settle(false)}>{t("Bukan")}</button>
          </div>
        </section>
      )}
    </div>
  );
}
