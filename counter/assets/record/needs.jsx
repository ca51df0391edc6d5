import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { serviceName } from "../staff/names.js";
import { useSending } from "../staff/work.js";
import { answered, label, plain } from "./forms.js";
import { NeedForm } from "./need_form.jsx";
import { kindOfLeg, visitPath } from "./visit.js";

const MOST_NEEDS = 20;

function yearsOf({ year_from: first, year_to: last }) {
  return first && last && first !== last ? `${first}–${last}` : first ?? last;
}

// A need in its own words: what, where, which years, and whether it was found.
export function NeedWords({ need, items }) {
  const words = (name) => answered(items, need).filter((item) => item.name === name).map((item) => plain(item, need[name]))[0];
  const about = [words("region"), yearsOf(need), words("level_other") ?? words("level"), words("period_other") ?? words("period")].filter(Boolean);
  const found = [words("sources"), words("publication"), words("publication_year")].filter(Boolean);
  const planning = answered(items, need).find(({ name }) => name === "planning");
  return (
    <div class="need__words">
      <p class="need__detail">{words("detail") ?? words("dtsen_result") ?? t("Kebutuhan data %(place)s", { place: need.position })}</p>
      {about.length > 0 && <p class="need__about">{about.join(", ")}</p>}
      {words("obtained") && <p><span class="chip chip--good">{words("obtained")}</span>{found.length > 0 && <span class="need__found">{found.join(", ")}</span>}</p>}
      {planning && <p class="need__about">{label(planning)} {plain(planning, need.planning)}</p>}
      {words("result") && <p class="need__result">{words("result")}</p>}
    </div>
  );
}

function Need({ need, items, busy, onEdit, onDrop }) {
  const [sure, ask] = useState(false);
  const place = <span class="sr-only"> {t("kebutuhan %(place)s", { place: need.position })}</span>;
  return (
    <li class="need">
      <NeedWords need={need} items={items} />
      <div class="need__acts">
        {sure
          ? <><b>{t("Tarik catatan ini?")}</b>
              <button type="button" class="button button--danger" disabled={busy} onClick={onDrop}>{t("Ya, tarik")}{place}</button>
              <button type="button" class="button" onClick={() => ask(false)}>{t("Batal")}</button></>
          : <><button type="button" class="button" onClick={onEdit}><Icon name="form" />{t("Ubah")}{place}</button>
              <button type="button" class="button" onClick={() => ask(true)}><Icon name="undo" />{t("Tarik")}{place}</button></>}
      </div>
    </li>
  );
}

const free = (needs) => Math.max(0, ...needs.map(({ position }) => position)) + 1;
const byPlace = (needs) => [...needs].sort((one, other) => one.position - other.position);
const without = (needs, place) => needs.filter(({ position }) => position !== place);

// The needs of each leg of the visit. A leg that was undone left its needs to the one before.
function legsOf({ needs, legs }) {
  const legOf = (need) => Math.min(need.leg, legs.length);
  const told = legs.map((service, place) => ({ service, leg: place + 1, needs: needs.filter((need) => legOf(need) === place + 1) }));
  return told.filter((leg) => leg.needs.length);
}

function Leg({ title, children }) {
  return (
    <>
      {title && <h3 class="needs__leg">{title}</h3>}
      <ol class="needs">{children}</ol>
    </>
  );
}

const titleOf = ({ leg, service }) => t("Layanan ke-%(leg)s: %(service)s", { leg, service: serviceName(service) });

const says = {
  needs: () => ({ none: t("Belum ada kebutuhan data yang dicatat."), add: t("Tambah kebutuhan data") }),
  dtsen: () => ({ none: t("Belum ada hasil yang dicatat."), add: t("Catat hasil DTSEN") }),
};

// What the officer wrote down, one row each, and the form in which one is written. `kind`: what the present service wants.
export function Needs({ visit, record, setNeeds, draft, setDraft, kind }) {
  const { ask, busy, notice } = useSending();
  const { needs, legs, asks } = record;
  async function drop({ position }) {
    const answer = await ask(visitPath(visit, `needs/${position}/drop`));
    if (answer?.ok) setNeeds((known) => without(known, position));
  }
  function saved(need) {
    setNeeds((known) => byPlace([...without(known, need.position), need]));
    setDraft(null);
  }
  if (draft) {
    return <NeedForm {...{ visit, record, draft }} onChange={(values) => setDraft({ ...draft, values })} onSaved={saved} onLeave={() => setDraft(null)} />;
  }
  const edit = (need) => setDraft({ position: need.position, leg: need.leg, values: need, before: need });
  return (
    <>
      {needs.length === 0 && <p class="record__empty">{says[kind ?? "needs"]().none}</p>}
      {legsOf(record).map((leg) => (
        <Leg key={leg.leg} title={legs.length > 1 && titleOf(leg)}>
          {leg.needs.map((need) => <Need key={need.position} need={need} items={asks.needs[kindOfLeg(record, leg.leg)]} busy={busy} onEdit={() => edit(need)} onDrop={() => drop(need)} />)}
        </Leg>
      ))}
      <Trouble words={notice?.words} />
      {kind && free(needs) <= MOST_NEEDS && (
        <button type="button" class="button button--primary" onClick={() => setDraft({ position: free(needs), leg: legs.length, values: {}, before: {} })}>
          <Icon name="plus" />{says[kind]().add}
        </button>
      )}
    </>
  );
}
