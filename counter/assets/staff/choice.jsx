// One card of a group of which exactly one can be chosen.
export function Choice({ group, value, chosen, onChoose, title, note, letter }) {
  const on = chosen === value;
  return (
    <label class={on ? "choice choice--on" : "choice"}>
      <input type="radio" name={group} value={value} checked={on} onChange={() => onChoose(value)} />
      {letter && <span class="letter" aria-hidden="true">{letter}</span>}
      <span class="choice__words">
        <span class="choice__title">{title}</span>
        {note && <small>{note}</small>}
      </span>
    </label>
  );
}
