// Six signs from the paper, on keys that know no others.
import { useEffect, useState } from "preact/hooks";
import { ServerLost } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Bar, Foot } from "./frame.jsx";
import { Heading } from "./heading.jsx";

const SIGNS = [..."23456789ABCDEFGHJKLMNPQRSTVWXYZ"];
const LENGTH = 6;

function useCode(onCode) {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);

  async function send() {
    setBusy(true);
    setTrouble(null);
    try {
      const answer = await onCode(code);
      if (!answer.ok) setTrouble(answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi."));
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Belum terkirim karena sambungan terputus. Silakan coba lagi."));
    }
    setBusy(false);
  }
  const change = (next) => { setTrouble(null); setCode(next); };
  const add = (sign) => change((now) => (now.length < LENGTH ? now + sign : now));
  return { code, busy, trouble, send, add, drop: () => change((now) => now.slice(0, -1)), isWhole: code.length === LENGTH };
}

function useRealKeyboard({ add, drop }) {
  useEffect(() => {
    const typed = ({ key, ctrlKey, altKey, metaKey }) => {
      if (ctrlKey || altKey || metaKey) return;
      if (key === "Backspace") drop();
      else if (SIGNS.includes(key.toUpperCase())) add(key.toUpperCase());
    };
    document.addEventListener("keydown", typed);
    return () => document.removeEventListener("keydown", typed);
  }, []);
}

function Signs({ code }) {
  return (
    <p class="signs" role="status">
      <span class="sr-only">{t("Kode: %(code)s", { code: [...code].join(" ") })}</span>
      {Array.from({ length: LENGTH }, (_, place) => <b key={place} aria-hidden="true" class={place === code.length ? "is-next" : ""}>{code[place]}</b>)}
    </p>
  );
}

export function SlipCode({ larger, lostAt, printer, onCode, onLeave }) {
  const entry = useCode(onCode);
  const settled = useSettled();
  useRealKeyboard(entry);
  return (
    <main class={`screen rate rate--code ${larger ? "book--larger" : ""}`}>
      <Bar />
      <section class="rate__main">
        <div class="ask">
          <Heading class="question">{t("Ketik kode di kertas nomor Anda")}</Heading>
          <p class="hint">{t("Kodenya enam tanda di bagian bawah kertas, berlaku hari ini. Dengan ponsel, pindai kode QR di kertas yang sama.")}</p>
          <Signs code={entry.code} />
          {entry.trouble && <p class="problem" role="alert">{entry.trouble}</p>}
          <div class="pad" role="group" aria-label={t("Papan ketik")}>
            {SIGNS.map((sign) => <button key={sign} class="button pad__key" type="button" onClick={() => entry.add(sign)}>{sign}</button>)}
            <button class="button pad__key pad__drop" type="button" aria-label={t("Hapus satu huruf")} disabled={!entry.code} onClick={entry.drop}><Icon name="back" />{t("Hapus")}</button>
          </div>
        </div>
        <div class="actions">
          <button class="button back" type="button" disabled={entry.busy} onClick={settled(onLeave)}><Icon name="back" />{t("Kembali")}</button>
          <button class="button button--primary" type="button" disabled={!entry.isWhole || entry.busy} onClick={settled(entry.send)}>{t("Lanjut")}</button>
        </div>
      </section>
      <div class="screen__foot"><Foot lostAt={lostAt} printer={printer} /></div>
    </main>
  );
}
