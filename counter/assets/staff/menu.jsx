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

// The menu behind the person's name. Esc or a click elsewhere closes it.
export function Menu({ name, children }) {
  const box = useRef(null);
  useEffect(() => {
    const close = (event) => {
      const away = event.type === "keydown" ? event.key === "Escape" : !box.current.contains(event.target);
      if (away || event.target.closest?.(".menu__list")) box.current.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details class="menu" ref={box}>
      <summary><Icon name="person" /><span class="menu__name">{name}</span><Icon name="chevron-down" /></summary>
      <div class="menu__list">
        {children}
        <button type="button" onClick={signOut}><Icon name="sign-out" />{t("Keluar")}</button>
      </div>
    </details>
  );
}
