import { useRef } from "preact/hooks";
import { inOurWords } from "@shared/words.js";
import { label } from "./forms.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// Which chip a key leads to: arrows step, a digit names a place. Null where the key is not ours.
function placeFor(key, place, count) {
  if (key in STEPS) return (place + STEPS[key] + count) % count;
  const named = /^[1-9]$/.test(key) ? Number(key) - 1 : null;
  return named !== null && named < count ? named : null;
}

// One stop of Tab for the whole list. Pressing a chosen answer again takes it back: nothing is ever chosen for anybody.
export function Chips({ name, options, several = false, value, onChange, describedBy }) {
  const list = useRef(null);
  const chosen = [value ?? []].flat();
  const stop = Math.max(0, options.findIndex(({ code }) => chosen.includes(code)));
  const press = (code) => {
    const others = chosen.filter((one) => one !== code);
    const next = chosen.includes(code) ? others : [...(several ? others : []), code];
    onChange(several ? next : next[0]);
  };
  const keyed = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const chips = [...list.current.children];
    const place = placeFor(event.key, chips.indexOf(event.target), chips.length);
    if (place === null) return;
    event.preventDefault();
    chips[place].focus();
    if (!(event.key in STEPS)) press(options[place].code);
  };
  return (
    <div class="picks" role="group" ref={list} aria-label={name} aria-describedby={describedBy} onKeyDown={keyed}>
      {options.map(({ code, words }, place) => (
        <button key={code} type="button" class="pick" tabIndex={place === stop ? 0 : -1} aria-pressed={chosen.includes(code)} onClick={() => press(code)}>{words}</button>
      ))}
    </div>
  );
}

// The answers that an item offers.
export function ItemChips({ item, ...told }) {
  const options = item.options.map(({ code, text }) => ({ code, words: inOurWords(text) }));
  return <Chips name={label(item)} several={item.kind === "codes"} options={options} {...told} />;
}
