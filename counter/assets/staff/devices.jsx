import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dialog, DialogFoot, Trouble } from "./dialog.jsx";
import { counterPath, useSending } from "./work.js";

// Lets a kiosk or board in that shows a code of six digits.
export function Devices({ onClose }) {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [done, setDone] = useState(false);
  const { ask, busy, notice } = useSending();
  async function accept(event) {
    event.preventDefault();
    const answer = await ask(counterPath("devices"), { code, name: name.trim() });
    setDone(Boolean(answer?.ok));
  }
  if (done) {
    return (
      <Dialog title={t("Perangkat diterima")} lead={t("%(name)s segera membuka halamannya sendiri.", { name: name.trim() })} onClose={onClose}>
        <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("Terima perangkat")} lead={t("Kios atau papan yang belum dikenal menampilkan kode enam angka. Masukkan kode itu di sini.")} onClose={onClose}>
      <form class="form" onSubmit={accept}>
        <label>
          {t("Kode di layar perangkat")}
          <input class="input input--code" inputMode="numeric" autoComplete="off" pattern="[0-9]{6}" maxLength={6} required autoFocus value={code}
            title={t("Enam angka")} onInput={(event) => setCode(event.currentTarget.value.replace(/\D/g, ""))} />
        </label>
        <label>
          {t("Nama perangkat")}
          <input class="input" autoComplete="off" maxLength={60} required placeholder={t("misalnya Kios pintu depan")} value={name}
            onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <Trouble words={notice?.words} />
        <DialogFoot>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class="button button--primary" disabled={busy}><Icon name="plug" />{t("Terima")}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
