import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { answered, isContact, label, labelOf, masked, plain } from "./forms.js";

const ABOVE = ["name", "purpose"]; // they stand over the list already

function Value({ item, value, revealed, onReveal }) {
  if (!isContact(item) || revealed) return <dd>{plain(item, value)}</dd>;
  return (
    <dd class="answers__masked">
      {masked(item, value)}
      <button type="button" class="button button--link" onClick={onReveal}>{t("Tampilkan")}<span class="sr-only"> {label(item)}</span></button>
    </dd>
  );
}

function Missing({ items, names }) {
  if (!names?.length) return null;
  return <p class="record__note"><Icon name="form" />{t("Masih diminta kantor: %(items)s.", { items: names.map((name) => labelOf(items, name)).join(", ") })}</p>;
}

function Agreed({ asks, consents }) {
  const given = asks.consents.filter(({ purpose }) => consents[purpose]);
  if (!given.length) return null;
  return <ul class="agreed-to">{given.map(({ purpose, text }) => <li key={purpose}><Icon name="check" />{inOurWords(text)}</li>)}</ul>;
}

const isMinor = (answers, asks) => answers.birth_year >= asks.minorsBornSince;

// What the visitor wrote, in words; the contacts only when they are asked for.
export function Answers({ record, missing, revealed, onReveal, onFill }) {
  const { answers, asks } = record;
  const isEmpty = Object.keys(answers).length === 0;
  const said = answered(asks.items, answers).filter(({ name }) => !ABOVE.includes(name));
  return (
    <>
      {isMinor(answers, asks) && <p class="record__note"><Icon name="info" />{t("Mungkin di bawah 18 tahun: kontak tidak ditanyakan dan tidak disimpan.")}</p>}
      <Missing items={asks.items} names={missing} />
      <button type="button" class={isEmpty ? "button button--primary" : "button"} onClick={onFill}><Icon name="form" />{isEmpty ? t("Isi bersama pengguna") : t("Ubah isian")}</button>
      {isEmpty && <p class="record__empty">{t("Buku tamu belum diisi.")}</p>}
      <dl class="answers">
        {said.map((item) => (
          <div key={item.name}>
            <dt>{label(item)}</dt>
            <Value item={item} value={answers[item.name]} revealed={revealed} onReveal={onReveal} />
          </div>
        ))}
      </dl>
      <Agreed asks={asks} consents={record.consents} />
    </>
  );
}
