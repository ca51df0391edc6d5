import { useEffect, useState } from "preact/hooks";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { inOurWords, language, t } from "@shared/words.js";
import { counterName, serviceName } from "./names.js";

const MISSED_SHOWN = 2; // the newest; the officer has the whole list
const READING_TIME = 10_000;
const ONE_LINE = 100; // letters; a longer sentence stands in two smaller lines

export function Waiting({ waiting }) {
  return (
    <div class="waiting">
      <h2>{t("Sedang menunggu")}</h2>
      <ul>
        {page.office.services.filter(({ has_line }) => has_line).map(({ code }) => (
          <li key={code}><i>{code}</i><b class="num">{waiting[code] ?? 0}</b><span>{serviceName(code)}</span></li>
        ))}
      </ul>
    </div>
  );
}

export function Missed({ numbers }) {
  const more = numbers.length - MISSED_SHOWN;
  return (
    <div class="missed">
      <h2>{t("Terlewat, lapor petugas")}</h2>
      <p>
        {numbers.slice(-MISSED_SHOWN).map((number) => <TicketNumber key={number} number={number} as="b" />)}
        {more > 0 && <span class="num">{`+${more}`}</span>}
      </p>
    </div>
  );
}

export function Unknown() {
  return (
    <section class="wall__foot" aria-label={t("Antrean saat ini")}>
      <p class="unknown"><Icon name="warning" />{t("Jumlah yang menunggu tidak diketahui. Nomor Anda tetap berlaku.")}</p>
    </section>
  );
}

// One still sentence at a time: moving text cannot be read by everybody.
export function RunningText({ calling, lost }) {
  const sentences = [...(page.office.running_text ?? []), ...quoted(page.office.promise)];
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => (now + 1) % Math.max(sentences.length, 1)), READING_TIME);
    return () => clearInterval(timer);
  }, [sentences.length]);
  if (lost) return <Line>{t("Layar terus mencoba menyambung kembali.")}</Line>;
  if (calling) return <Line strong>{inSentence(calling)}</Line>;
  const sentence = inOurWords(sentences[turn]);
  return (
    <Line long={sentence.length > ONE_LINE}>
      <span>{sentence}</span>
      {sentences.length > 1 && <span class="running__dots" aria-hidden="true">{sentences.map((_, place) => <i key={place} class={place === turn ? "on" : ""} />)}</span>}
    </Line>
  );
}

const Line = ({ strong, long, children }) => (
  <footer class={`running ${strong ? "running--strong" : ""} ${long ? "running--long" : ""}`}>{children}</footer>
);

// The published promise as it was published, spelling and all.
const quoted = (promise) => (promise?.sentence ? [`“${promise.sentence}”`] : []);

// A visitor who took the ticket in English reads the sentence that the voice says to them.
function inSentence(call) {
  if (call.language === "en" && call.speak?.en) return call.speak.en;
  if (!isNumbered) return call.speak?.[language.value] ?? "";
  return t("Nomor antrean %(number)s, silakan menuju %(counter)s, %(service)s.", {
    number: call.number, counter: counterName(call.counter), service: serviceName(call.service),
  });
}
