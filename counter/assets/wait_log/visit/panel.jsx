import { useCallback, useEffect, useState } from "preact/hooks";
import { zoneLetters } from "@shared/clock.js";
import { ServerLost, read } from "@shared/page.js";
import { Icon, TicketNumber, Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble, useModal } from "../../staff/dialog.jsx";
import { deskName, serviceName } from "../../staff/names.js";
import { counterPath, refusal } from "../../staff/work.js";
import { EmergencyList } from "../emergencies.jsx";
import { longDay } from "../../staff/days.js";
import { exclusionWords, inMinutes, reasonWords } from "../words.js";
import { Bar, Legend, Times } from "./bar.jsx";
import { Remarks } from "./forms.jsx";
import { Journal } from "./journal.jsx";
import { CopyLink } from "./link.jsx";
import { Readings, Why } from "./why.jsx";

function useVisit(place) {
  const [told, setTold] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const again = useCallback(async () => {
    try {
      const answer = await read(counterPath(`visits/${place.replace(".", "/")}`));
      if (answer.status === 401) location.assign(counterPath());
      setTrouble(answer.ok ? null : refusal(answer));
      if (answer.ok) setTold(answer.data);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Server tidak menjawab. Tutup panel ini, lalu coba sekali lagi."));
    }
  }, [place]);
  useEffect(() => { setTold(null); again(); }, [again]);
  return { told, trouble, again };
}

function Head({ visit, limit, onClose }) {
  return (
    <header class="visit__top">
      <h2 id="visit-title"><TicketNumber number={visit.number} as="span" /></h2>
      {visit.leg > 1 && <span class="chip">{t("bagian %(leg)s", { leg: visit.leg })}</span>}
      <Verdict verdict={visit.verdict} late={visit.verdict === "missed" ? visit.clock_seconds - limit : 0} />
      {visit.priority && <span class="chip chip--priority">{t("Prioritas")}</span>}
      <span class="filters__gap" />
      <CopyLink />
      <button type="button" class="button" onClick={onClose}><Icon name="close" />{t("Tutup")} <kbd>Esc</kbd></button>
    </header>
  );
}

const where = (visit) => [serviceName(visit.service), visit.counter && deskName(visit.counter), visit.officer].filter(Boolean).join(", ");

// What people explained wins over what the judge saw.
function reasonsSaid({ verdict, explained, seen }) {
  const told = explained ?? seen;
  return [
    told && t("Alasan: %(reason)s.", { reason: reasonWords(told) }),
    explained && seen && seen !== explained && t("Menurut jurnal: %(reason)s.", { reason: reasonWords(seen) }),
    verdict === "missed" && !told && t("Alasan belum diisi."),
  ];
}

function Facts({ visit }) {
  const said = [
    ...reasonsSaid(visit),
    visit.exclusion && t("Waktunya tidak dihitung: %(why)s.", { why: exclusionWords(visit.exclusion).toLowerCase() }),
    visit.told && t("Perkiraan tunggu saat nomor terbit: %(from)s sampai %(to)s menit.", { from: inMinutes(visit.told[0]), to: inMinutes(visit.told[1]) }),
  ].filter(Boolean);
  return (
    <div class="visit__where">
      <p>{where(visit)}. {t("%(day)s, waktu %(zone)s.", { day: longDay(visit.day), zone: zoneLetters })}</p>
      {said.length > 0 && <p>{said.join(" ")}</p>}
    </div>
  );
}

function Emergencies({ list }) {
  return <div class="visit__emergencies"><h3>{t("Keadaan darurat hari itu")}</h3><EmergencyList list={list} /></div>;
}

function Told({ told, onClose, onSaid }) {
  const { visit, beginnings, readings, events, emergencies } = told;
  return (
    <>
      <Head visit={visit} limit={told.limit_seconds} onClose={onClose} />
      <div class="visit__body" tabIndex={0} role="region" aria-labelledby="visit-title">
        <Facts visit={visit} />
        <section class="visit__line">
          <Bar visit={visit} limitAt={told.limit_passed_at} limit={told.limit_seconds} />
          <Legend visit={visit} limitAt={told.limit_passed_at} limit={told.limit_seconds} />
          <Times visit={visit} limitAt={told.latest_start} />
          {emergencies.length > 0 && <Emergencies list={emergencies} />}
        </section>
        <Why beginnings={beginnings} />
        <Readings readings={readings} />
        <Journal events={events} visit={visit} />
      </div>
      <footer class="visit__foot"><Remarks visit={visit} onSaid={onSaid} /></footer>
    </>
  );
}

// The visit's panel lies over the list.
export function VisitPanel({ place, onClose, onSaid }) {
  const modal = useModal(onClose);
  const { told, trouble, again } = useVisit(place);
  return (
    <dialog {...modal} class="visit" aria-labelledby={told ? "visit-title" : undefined} aria-label={told ? undefined : t("Jurnal kunjungan")}>
      <div class="visit__sheet">
        <Trouble words={trouble} />
        {told && <Told told={told} onClose={onClose} onSaid={() => { again(); onSaid(); }} />}
        {!told && <div class="visit__loading"><button type="button" class="button" onClick={onClose}><Icon name="close" />{t("Tutup")} <kbd>Esc</kbd></button></div>}
      </div>
    </dialog>
  );
}
