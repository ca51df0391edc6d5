import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { longDate } from "@shared/clock.js";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { inOurWords, language, t } from "@shared/words.js";
import { counterName, ems, serviceName } from "../board/names.js";

const doers = { ours: "door", elsewhere: "language", people: "person" };
const dated = (day) => longDate(`${day}T12:00:00`, language.value).replace(/^.*?, /, ""); // the day of the week says nothing here

const decree = ({ decree: number }) => (number ? t("No. SK %(decree)s", { decree: number }) : t("Nomor SK kosong dalam dokumen"));

function inForce(standard) {
  const since = t("Berlaku sejak %(day)s", { day: dated(standard.valid_from) });
  return standard.valid_to ? `${since} ${t("sampai %(day)s", { day: dated(standard.valid_to) })}` : since;
}

function Title({ standard }) {
  return (
    <>
      <p class="slide__kind">{t("Standar pelayanan")}</p>
      <h2 class="slide__title" lang="id">{standard.title}</h2>
      <p class="slide__facts"><b>{decree(standard)}</b><span>{inForce(standard)}</span></p>
      <ul class="slide__promises">
        {standard.promises.map(({ figure, unit, way }) => (
          <li key={unit.id + way.id}>{figure !== null && <b class="num">{figure}</b>}<span><strong>{inOurWords(unit)}</strong>{inOurWords(way)}</span></li>
        ))}
      </ul>
    </>
  );
}

function Component({ shown: { part, entries, summary } }) {
  const name = language.value === "en" && part.name ? `${part.name.en}. ` : "";
  return (
    <>
      <h2 class="slide__heading"><b>{part.number}</b><span lang="id">{part.heading}</span></h2>
      {part.plain && <p class="slide__plain">{name}{inOurWords(part.plain)}</p>}
      <div class={part.numbered ? "slide__text slide__text--numbered" : "slide__text"} lang="id">
        {summary && <p class="slide__summary"><span class="slide__words">{summary}</span></p>}
        {entries.map(({ text, number, where, doer }) => (
          <p key={text}>
            {number && <b class="slide__number">{number}.</b>}
            <span class="slide__words">{text}</span>
            {where && <small lang={language.value}><Icon name={doers[doer]} />{inOurWords(where)}</small>}
          </p>
        ))}
      </div>
    </>
  );
}

// A page of the standard in place of the call; it holds still until the next one.
export function StandardPage({ standard, shown, turn, count }) {
  return (
    <section class="stage stage--standard" aria-label={t("Standar pelayanan")}>
      {shown.title ? <Title standard={standard} /> : <Component shown={shown} />}
      <p class="slide__foot"><span>{t("Teks standar ditampilkan persis seperti dalam keputusan.")}</span><span class="num">{`${turn + 1} / ${count}`}</span></p>
    </section>
  );
}

// Whoever looks up late must still find the number that was called last.
export function LatestCall({ call }) {
  const name = isNumbered ? call.number : serviceName(call.service);
  return (
    <section class="latest" aria-label={t("Panggilan terakhir")}>
      <h2>{t("Panggilan terakhir")}</h2>
      <p class="latest__who" style={{ "--ems": ems(name) }}>{isNumbered ? <TicketNumber number={name} /> : <strong>{name}</strong>}</p>
      <p class="latest__where" style={{ "--ems": ems(counterName(call.counter)) }}><Icon name="arrow-right" /><span>{counterName(call.counter)}</span></p>
    </section>
  );
}

export const standard = page.standard;
