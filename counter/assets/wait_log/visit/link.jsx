import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@shared/words.js";

const SAID_FOR = 3000; // milliseconds

// The clipboard needs a secure context and an office LAN is plain HTTP: there the address is shown, selected, to be copied by hand.
export function CopyLink() {
  const [state, setState] = useState("closed");
  const field = useRef(null);
  useEffect(() => {
    if (state === "shown") field.current.select();
    const timer = state === "copied" && setTimeout(() => setState("closed"), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  async function copy() {
    const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    setState(done ? "copied" : "shown");
  }
  if (state === "shown") return <input ref={field} class="input visit__address" readOnly value={location.href} aria-label={t("Tautan kunjungan ini, salin dengan Ctrl+C")} title={t("Salin dengan Ctrl+C")} />;
  const copied = state === "copied";
  return (
    <>
      <button type="button" class="button button--link" onClick={copy}>{copied ? t("Tautan tersalin") : t("Salin tautan")}</button>
      <span class="sr-only" role="status">{copied && t("Tautan tersalin")}</span>
    </>
  );
}
