// The two screens that say in plain words what is wrong and what happens next.
import { clockTimeExact, useNow, zoneLetters } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Clock, Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Bar, Foot, LanguageSwitch, Marked, Notice } from "./frame.jsx";
import { Heading } from "./heading.jsx";

function Attempt({ trouble }) {
  const now = useNow();
  const seconds = Math.max(0, Math.ceil((trouble.next - now) / 1000));
  const time = `${clockTimeExact(trouble.tried)} ${zoneLetters}`;
  return (
    <p class="say say--small">
      {seconds ? t("Percobaan terakhir %(time)s, berikutnya dalam %(seconds)s detik.", { time, seconds }) : t("Sedang mencoba lagi…")}
    </p>
  );
}

function Pending({ take, onAbandon }) {
  if (!take) {
    return <Notice icon="check" title={t("Sudah menyentuh layanan tadi?")}>{t("Jangan khawatir. Nomor Anda tidak hilang dan tidak terbit dua kali.")}</Notice>;
  }
  const service = page.office.services.find(({ code }) => code === take.service);
  return (
    <Notice icon="check" title={inOurWords(service?.name ?? take.service)}
      action={!take.abandoned && <button class="button" type="button" onClick={onAbandon}>{t("Saya tidak jadi")}</button>}>
      {take.abandoned ? t("Dibatalkan. Nomor ini akan dilepas begitu tersambung.") : t("Pilihan Anda tersimpan. Nomor Anda tidak hilang dan tidak terbit dua kali.")}
    </Notice>
  );
}

export function Lost({ take, trouble, lostAt, printer, onAbandon }) {
  const settled = useSettled();
  const desk = page.office.counters?.[0]?.name;
  return (
    <main class="screen message">
      <Bar><Clock /></Bar>
      <section class="screen__main">
        <div class="message__head">
          <div class="sign sign--soon"><Icon name="plug" /></div>
          <div class="message__words">
            <Heading>{t("Mohon tunggu sebentar")}</Heading>
            <p class="say"><Marked>{t("Mesin antrean sedang tidak tersambung. Kami **terus mencoba**, layar ini kembali sendiri.")}</Marked></p>
          </div>
        </div>
        <div class="message__body">
          <Pending take={take} onAbandon={settled(onAbandon)} />
          {desk && <Notice icon="talk" title={t("Tidak ingin menunggu?")}>{t("Silakan langsung ke petugas di %(desk)s, Anda tetap dilayani sesuai urutan.", { desk })}</Notice>}
          {trouble && <Attempt trouble={trouble} />}
        </div>
      </section>
      <div class="screen__foot">
        <div class="actions"><LanguageSwitch /></div>
        <Foot lostAt={lostAt ?? trouble?.tried} printer={printer} />
      </div>
    </main>
  );
}

export function Refused({ problem, lostAt, printer, onBack }) {
  const settled = useSettled();
  return (
    <main class="screen message refused">
      <Bar><Clock /></Bar>
      <section class="screen__main">
        <div class="message__head">
          <div class="sign sign--soon"><Icon name="info" /></div>
          <div class="message__words" role="alert">
            <Heading>{t("Nomor belum diambil")}</Heading>
            <p class="say">{problem?.detail ?? t("Permintaan ini tidak dapat dipenuhi sekarang. Silakan coba lagi atau hubungi petugas.")}</p>
          </div>
        </div>
      </section>
      <div class="screen__foot">
        <div class="actions">
          <button class="button button--primary button--wide button--tall" type="button" onClick={settled(onBack)}>{t("Kembali ke pilihan layanan")}</button>
        </div>
        <Foot lostAt={lostAt} printer={printer} />
      </div>
    </main>
  );
}
