// The list: calls to return, what the office owes with the nearest due moment first, and what waits for users.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { channelWords, stateWords } from "../request_log/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { isUnsent } from "./clocks.js";
import { MeetingsToday } from "./today.jsx";
import { channelIcon, moment, standing } from "./words.js";

export function Standing({ row, service, now, large = false }) {
  const { tone, icon, words, note } = standing(row, service, now);
  return (
    <span class={`standing standing--${tone}${large ? " standing--large" : ""}`} data-level={tone}>
      <b><Icon name={icon} />{words}</b>
      {note && (large || row.verdict !== "not_judged") && <small>{note}</small>}
    </span>
  );
}

function Chips({ row }) {
  const { by_hand: byHand, failed } = row.not_gone;
  return (
    <>
      {byHand > 0 && <span class="chip chip--hand"><Icon name="warning" />{t("%(count)s belum dikirim", { count: byHand })}</span>}
      {failed > 0 && <span class="chip chip--failed"><Icon name="stop-sign" />{t("%(count)s gagal terkirim", { count: failed })}</span>}
      {row.appointment_at && !row.ended_at && <span class="chip chip--good"><Icon name="calendar" />{moment(row.appointment_at)}</span>}
      {row.language === "en" && <span class="chip">{t("Bahasa Inggris")}</span>}
    </>
  );
}

function Row({ row, service, now, open, onOpen }) {
  const { tone } = standing(row, service, now);
  const about = [row.service ? serviceName(row.service) : channelWords(row.channel), row.ended_at ? null : stateWords(row.state), row.officer?.name];
  return (
    <li class={`row row--${tone}`}>
      <button type="button" aria-current={open ? "true" : undefined} onClick={() => onOpen(row.id)}>
        <span class="row__number"><Icon name={channelIcon(row.channel)} label={channelWords(row.channel)} />{row.number}</span>
        <Standing {...{ row, service, now }} />
        <span class="row__about">{about.filter(Boolean).join(" · ")} <Chips row={row} /></span>
      </button>
    </li>
  );
}

function CallBack({ row, now, service, open, busy, onOpen, onCalled }) {
  const { missed_at: missedAt, tries } = row.call;
  return (
    <li class={`row row--call row--${standing(row, service, now).tone}`}>
      <button type="button" aria-current={open ? "true" : undefined} onClick={() => onOpen(row.id)}>
        <span class="row__number"><Icon name="call" label={t("Telepon")} />{row.number}</span>
        <Standing {...{ row, service, now }} />
        <span class="row__about">{[t("tak terjawab %(moment)s", { moment: moment(missedAt) }), tries > 0 && t("%(count)s kali dicoba", { count: tries })].filter(Boolean).join(" · ")}</span>
      </button>
      {onCalled && (
        <div class="row__acts">
          <button type="button" class="button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && onCalled(row, true)}><Icon name="check" />{t("Tersambung")}<span class="sr-only"> {row.number}</span></button>
          <button type="button" class="button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && onCalled(row, false)}><Icon name="no-show" />{t("Tidak diangkat")}<span class="sr-only"> {row.number}</span></button>
        </div>
      )}
    </li>
  );
}

function Part({ title, rows, fold = false, children }) {
  if (!rows.length) return null;
  const head = <><span>{title}</span><b>{rows.length}</b></>;
  if (fold) return <details class="part"><summary class="part__head">{head}<Icon name="chevron-down" /></summary><ul>{rows.map(children)}</ul></details>;
  return <section class="part" aria-label={title}><h2 class="part__head">{head}</h2><ul>{rows.map(children)}</ul></section>;
}

export function Inbox({ inbox, now, opened, busy, trouble, onOpen, onCalled }) {
  const { requests, ended, service } = inbox;
  const isCall = (row) => row.call && row.turn === "office";
  const each = (row) => <Row key={row.id} {...{ row, service, now, onOpen }} open={row.id === opened} />;
  const unsent = [...requests.filter((row) => row.turn === "user"), ...ended].filter(isUnsent);
  return (
    <aside class="card inbox" aria-label={t("Daftar permintaan")}>
      <Trouble words={trouble} />
      {!requests.length && !unsent.length && <div class="inbox__calm"><Icon name="check" /><h2>{t("Tidak ada yang menunggu")}</h2><p class="soft">{t("Permintaan baru muncul di sini dengan sendirinya.")}</p></div>}
      <MeetingsToday requests={requests} {...{ now, opened, onOpen }} />
      <Part title={t("Kirim sekarang")} rows={unsent}>{each}</Part>
      <Part title={t("Telepon balik")} rows={requests.filter(isCall)}>
        {(row) => <CallBack key={row.id} {...{ row, now, service, busy, onOpen, onCalled }} open={row.id === opened} />}
      </Part>
      <Part title={t("Giliran kantor")} rows={requests.filter((row) => row.turn === "office" && !isCall(row))}>{each}</Part>
      <Part title={t("Menunggu pengguna")} rows={requests.filter((row) => row.turn === "user" && !isUnsent(row))}>{each}</Part>
      <Part title={t("Ditutup, 30 hari terakhir")} rows={ended.filter((row) => !unsent.includes(row))} fold>{each}</Part>
    </aside>
  );
}
