// The public page on which a complaint's code is typed. The code stays on the page alone: not in its address, not in storage.
import { useEffect, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { useValue } from "@shared/signal.js";
import { language, t } from "@shared/words.js";
import { Icon } from "@shared/pieces.jsx";
import { useFollowed } from "../complaint/asking.js";
import { Channels } from "../complaint/made.jsx";
import { Standing } from "../complaint/standing.jsx";
import { Page } from "./frame.jsx";
import { Sheet } from "./sheet.jsx";

const LONGEST = 20; // signs, with spaces

function Code({ busy, onLook }) {
  const [code, setCode] = useState("");
  const look = (event) => {
    event.preventDefault();
    if (code.trim()) onLook(code.trim());
  };
  return (
    <form class="follow__form" onSubmit={look}>
      <label for="code">{t("Kode pengaduan")}</label>
      <input id="code" class="field" value={code} maxLength={LONGEST} placeholder="PGD-7K4M9XQZ" autocomplete="off" autocapitalize="characters" autocorrect="off"
        spellcheck={false} required aria-describedby="code-hint" onInput={(event) => setCode(event.currentTarget.value)} />
      <p id="code-hint" class="kicker">{t("Delapan huruf dan angka yang tampil saat Anda mengirim pengaduan.")}</p>
      <button class="button button--primary" type="submit" disabled={busy}><Icon name="search" />{t("Lihat keadaannya")}</button>
    </form>
  );
}

function Erase({ followed, onClose }) {
  async function erase() {
    await followed.erase();
    onClose();
  }
  return (
    <Sheet label="erase" onClose={onClose}>
      <h2 id="erase">{t("Hapus isi pengaduan ini?")}</h2>
      <p>{t("Yang Anda tulis, nama, kontak, dan jawaban kami dihapus selamanya. Petugas tidak dapat lagi membaca dan menanggapinya. Kode, jenis, dan waktunya tetap tercatat.")}</p>
      <button class="button button--primary" type="button" autoFocus disabled={followed.busy} onClick={onClose}>{t("Jangan dihapus")}</button>
      <button class="button" type="button" disabled={followed.busy} onClick={erase}>{t("Ya, hapus isinya")}</button>
    </Sheet>
  );
}

export function Follow() {
  useValue(language);
  const followed = useFollowed();
  const [erasing, setErasing] = useState(false);
  const { complaint, trouble, busy } = followed;
  useEffect(() => { document.title = [t("Ikuti pengaduan"), page.office.name].join(" · "); }, [language.value]);
  return (
    <>
      <div inert={erasing}>
        <Page class="follow">
          <h1>{t("Ikuti pengaduan")}</h1>
          <Code busy={busy} onLook={followed.look} />
          <div role="alert">{trouble && <div class="notice notice--missed"><Icon name="warning" /><p>{trouble}</p></div>}</div>
          {complaint && <Standing complaint={complaint} />}
          {complaint && !complaint.erased && <button class="button button--quiet" type="button" disabled={busy} onClick={() => setErasing(true)}>{t("Hapus isi pengaduan")}</button>}
          {!complaint && page.office.complaints.length > 0 && <div class="paper"><Channels /></div>}
        </Page>
      </div>
      {erasing && <Erase followed={followed} onClose={() => setErasing(false)} />}
    </>
  );
}
