// The number of the visitor who fills in the guest book, live: whoever is called must read it here too.
import { useEffect, useState } from "preact/hooks";
import { connect } from "@shared/link.js";
import { isNumbered } from "@shared/order.js";
import { page, readSnapshot } from "@shared/page.js";
import { People, TicketNumber } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { inMinutes } from "../estimate.js";

function useLine(ticket) {
  const [line, setLine] = useState(ticket);
  useEffect(() => {
    const link = connect({
      namespace: "/visitor", auth: { ticket: ticket.token }, event: "ticket",
      readSince: () => readSnapshot(`${page.root}/kiosk/tickets/${ticket.token}`), onSnapshot: setLine,
    });
    return () => link.close();
  }, []);
  return line;
}

function Called({ line }) {
  const desk = page.office.counters?.find(({ counter }) => counter === line.counter);
  return (
    <div class="strip__called" role="alert">
      <p>{t("Giliran Anda. Silakan menuju")}</p>
      <strong>{inOurWords(desk?.names ?? line.counter_name)}</strong>
    </div>
  );
}

function inFront(ahead) {
  if (ahead === 0) return t("Anda berikutnya");
  return ahead === 1 ? t("1 orang") : t("%(count)s orang", { count: ahead });
}

function Place({ line }) {
  const { ahead, estimate } = line;
  if (line.state !== "waiting" || typeof ahead !== "number") return null;
  const minutes = estimate && inMinutes(estimate);
  return (
    <>
      <div>
        <p>{ahead === 0 ? t("tidak ada orang di depan Anda") : t("di depan Anda")}</p>
        <strong>{inFront(ahead)}</strong>
        <People count={ahead} you />
      </div>
      {minutes && <div><p>{t("perkiraan")}</p><strong>{t("%(from)s–%(to)s menit", minutes)}</strong></div>}
    </>
  );
}

export function Strip({ ticket }) {
  const line = useLine(ticket);
  const isCalled = line.state === "called";
  return (
    <aside class={`strip ${isCalled ? "strip--called" : ""}`} aria-label={t("Nomor Anda")}>
      {isNumbered && <div><p>{t("Nomor Anda")}</p><TicketNumber number={line.number} /></div>}
      {isCalled ? <Called line={line} /> : <Place line={line} />}
    </aside>
  );
}
