import { useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { ServerLost, read } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal } from "../staff/work.js";
import { Actions } from "./actions.jsx";
import { Slip } from "./slip.jsx";
import { kindWords, moment, storedWords } from "./words.js";

async function search(asked) {
  try {
    const answer = await read(counterPath(`tickets/by-number?${new URLSearchParams(asked)}`));
    if (answer.status === 401) location.assign(counterPath());
    return answer.ok ? { visit: answer.data } : { trouble: refusal(answer) };
  } catch (error) {
    if (!(error instanceof ServerLost)) throw error;
    return { trouble: t("Server tidak menjawab. Coba lagi.") };
  }
}

// The visit that was looked for last; looked up again after each answer, because what is stored has changed.
export function useFound() {
  const [asked, ask] = useState(null);
  const [found, setFound] = useState({});
  const look = async (next) => {
    ask(next);
    if (next !== asked) setFound({});
    setFound(await search(next));
  };
  return { ...found, look, again: () => asked && look(asked) };
}

function Visit({ visit, ...acts }) {
  const open = visit.requests.filter((request) => !request.done_at);
  return (
    <div class="found" role="status">
      <Slip visits={[visit]} />
      <p>{storedWords(visit.stored)}</p>
      {open.map((request) => <p key={request.kind} class="found__asked">{kindWords(request.kind)}, {t("paling lambat %(when)s", { when: moment(request.due_at) })}</p>)}
      <Actions visit={visit} stored={visit.stored} {...acts} />
    </div>
  );
}

// For whoever asks at the desk: their visit by what the slip says.
export function Find({ found, ...acts }) {
  const [number, setNumber] = useState("");
  const [day, setDay] = useState(() => officeDay(serverNow()));
  const look = (event) => {
    event.preventDefault();
    found.look({ day, number: number.trim() });
  };
  return (
    <section class="card find">
      <h2>{t("Diminta langsung di kantor")}</h2>
      <p class="soft">{t("Minta nomor kunjungan dan harinya, misalnya dari kertas nomor. Pastikan peminta adalah pemilik data.")}</p>
      <form class="form find__form" onSubmit={look}>
        <label>{t("Nomor")}<input class="input" required maxLength={16} autoComplete="off" placeholder="K-005" value={number} onInput={(event) => setNumber(event.currentTarget.value)} /></label>
        <label>{t("Hari")}<input class="input" type="date" required max={officeDay(serverNow())} value={day} onInput={(event) => setDay(event.currentTarget.value)} /></label>
        <button type="submit" class="button"><Icon name="search" />{t("Cari")}</button>
      </form>
      <Trouble words={found.trouble} />
      {found.visit && <Visit visit={found.visit} {...acts} />}
    </section>
  );
}
