// The kiosk's own keyboard. It writes into the field that has the focus, at its caret, so that a real keyboard and a
// finger on the text work as well; nothing of what was typed stays in it.
import { SimpleKeyboard } from "simple-keyboard/build/index.modern.esm.js";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

const letters = (end) => ({
  default: ["q w e r t y u i o p", "a s d f g h j k l", "{shift} z x c v b n m {bksp}", `{digits} ${end}`],
  capitals: ["Q W E R T Y U I O P", "A S D F G H J K L", "{shift} Z X C V B N M {bksp}", `{digits} ${end}`],
  digits: ["1 2 3 4 5 6 7 8 9 0", "+ / ( ) : ; & % #", "? ! \" = * ~ {bksp}", `{letters} ${end}`],
});
const pad = (corner) => ({ default: ["1 2 3", "4 5 6", "7 8 9", `${corner} 0 {bksp}`] });
const layouts = { words: letters("' - {space} . ,"), email: letters("@ . _ - {com}"), tel: pad("+"), digits: pad("{clear}") };

const sign = (path) => `<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><path d="${path}"/></svg>`;
const faces = () => ({
  "{shift}": sign("M24 6 8 24h8v16h16V24h8z"),
  "{bksp}": sign("M17 9h25a3 3 0 0 1 3 3v24a3 3 0 0 1-3 3H17L4 24zM24 18l12 12M36 18 24 30"),
  "{space}": t("spasi"), "{digits}": "123", "{letters}": "abc", "{clear}": t("Kosongkan"), "{com}": ".com", "'": "’",
});
const spoken = () => [
  ["{shift}", t("Huruf besar")], ["{bksp}", t("Hapus satu huruf")],
].map(([buttons, value]) => ({ attribute: "aria-label", value, buttons }));

const written = { "{space}": " ", "{com}": ".com" };

function write(input, key) {
  const { selectionStart: start, selectionEnd: end, value, maxLength } = input;
  if (key === "{clear}") input.value = "";
  else if (key === "{bksp}") input.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end");
  else {
    const text = written[key] ?? key;
    if (maxLength > 0 && value.length - (end - start) + text.length > maxLength) return;
    input.setRangeText(text, start, end, "end");
  }
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// A name, and a sentence, begin with a capital.
const opens = (input, keys) => keys === "words" && /(^|[.?!]\s)$/.test(input.value.slice(0, input.selectionStart));

// [what fields are given, the field that is attended, rest]
export function useTyping() {
  const [active, setActive] = useState(null);
  const typing = useMemo(() => ({
    native: false,
    attend: (input, keys) => setActive({ input, keys }),
    leave: (input) => setActive((now) => (now?.input === input ? null : now)),
  }), []);
  return [typing, active, () => { active.input.blur(); setActive(null); }];
}

export function Keyboard({ active, onRest }) {
  const { input, keys } = active;
  const place = useRef();
  useEffect(() => {
    const first = opens(input, keys) ? "capitals" : "default";
    const board = new SimpleKeyboard(place.current, {
      layout: layouts[keys], layoutName: first, display: faces(), buttonAttributes: [{ attribute: "tabindex", value: "-1" }, ...spoken()],
      useButtonTag: true, preventMouseDownDefault: true, theme: "keys", disableCaretPositioning: true,
      onKeyPress: (key) => press(key),
    });
    function press(key) {
      const now = board.options.layoutName;
      board.clearInput();
      input.focus({ preventScroll: true });
      if (key === "{shift}") return board.setOptions({ layoutName: now === "capitals" ? "default" : "capitals" });
      if (key === "{digits}" || key === "{letters}") return board.setOptions({ layoutName: key === "{digits}" ? "digits" : "default" });
      write(input, key);
      const next = opens(input, keys) ? "capitals" : "default";
      return now !== "digits" && next !== now && board.setOptions({ layoutName: next });
    }
    return () => board.destroy();
  }, [input]);
  return (
    <div class={`keyboard keyboard--${keys}`} role="group" aria-label={t("Papan ketik")}>
      {onRest && <button class="button keyboard__rest" type="button" aria-label={t("Tutup papan ketik")} onClick={onRest}><Icon name="down" />{t("Tutup")}</button>}
      <div ref={place} class="board" />
    </div>
  );
}
