import { useEffect, useRef } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { page, post } from "@shared/page.js";
import { t } from "@shared/words.js";
import { counterPath } from "./work.js";

export const hasRole = (role) => Boolean(page.me?.roles?.includes(role));

export async function signOut() {
  await post(counterPath("sign-out")).catch(() => null);
  location.assign(counterPath());
}

// A list behind a button. Esc, a press of an entry or a click elsewhere closes it.
export function Drop({ face, look = "", plain = false, children }) {
  const box = useRef(null);
  useEffect(() => {
    const close = (event) => {
      const away = event.type === "keydown" ? event.key === "Escape" : !box.current.contains(event.target);
      if (!away && !event.target.closest?.(".menu__list")) return;
      if (box.current.open && box.current.contains(document.activeElement)) box.current.firstElementChild.focus();
      box.current.open = false;
    };
    // Before the pressed entry acts: a dialog that it opens gives the focus back to where it was, and a closed
    // list cannot have it.
    document.addEventListener("click", close, true);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close, true);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details class={`menu ${look}`} ref={box}>
      <summary class={plain ? undefined : "button"}>{face}<Icon name="chevron-down" /></summary>
      <div class="menu__list">{children}</div>
    </details>
  );
}

// The menu behind the person's name.
export function Menu({ name, children }) {
  return (
    <Drop plain face={<><Icon name="person" /><span class="menu__name">{name}</span></>}>
      {children}
      <button type="button" onClick={signOut}><Icon name="sign-out" />{t("Keluar")}</button>
    </Drop>
  );
}
