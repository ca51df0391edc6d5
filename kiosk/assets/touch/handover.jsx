import { t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Veil } from "./dialogs.jsx";
import { Follow } from "./follow.jsx";
import { Heading } from "./heading.jsx";

// The same link as on the slip: the phone goes on with what is still open, and shows nothing of what was answered here.
export function Handover({ ticket, onClose, onDone }) {
  const settled = useSettled(300);
  return (
    <Veil label="handover" onOutside={settled(onClose)}>
      <div class="dialog__words">
        <Heading id="handover">{t("Isi di ponsel saya")}</Heading>
        <p class="hint">{t("Yang sudah Anda isi di sini tetap tersimpan.")}</p>
      </div>
      <Follow ticket={ticket} />
      <div class="dialog__actions">
        <button class="button button--primary button--tall" type="button" onClick={settled(onDone)}>{t("Sudah terbuka di ponsel saya")}</button>
        <button class="button" type="button" onClick={settled(onClose)}>{t("Lanjut di layar ini")}</button>
      </div>
    </Veil>
  );
}
