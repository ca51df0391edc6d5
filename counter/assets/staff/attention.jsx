import { Icon } from "@shared/pieces.jsx";
import { useValue } from "@shared/signal.js";
import { t } from "@shared/words.js";
import { allowNotify, notifyState, ring, soundOn } from "./bell.js";

// Will this computer call the officer back? Sound and desktop notification, each with a way to try it.
export function Attention() {
  const sound = useValue(soundOn);
  const permission = useValue(notifyState);
  return (
    <div class="attention">
      <span class={sound ? "attention__sign attention__sign--good" : "attention__sign"}>
        <Icon name={sound ? "sound" : "muted"} />{sound ? t("Suara aktif") : t("Suara belum dicoba")}
      </span>
      <button type="button" class="button" onClick={ring}>{t("Coba suara")}</button>
      {permission === "granted" && <span class="attention__sign attention__sign--good"><Icon name="bell" />{t("Pemberitahuan aktif")}</span>}
      {permission === "denied" && <span class="attention__sign"><Icon name="bell" />{t("Pemberitahuan diblokir peramban")}</span>}
      {permission === "default" && <button type="button" class="button" onClick={allowNotify}><Icon name="bell" />{t("Izinkan pemberitahuan")}</button>}
    </div>
  );
}
