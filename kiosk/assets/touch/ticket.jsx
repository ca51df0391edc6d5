import { useEffect, useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { isBookFirst, isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { Icon, Interval, People, PlaceInLine, TicketNumber, Timeline } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { asTimes, inMinutes } from "../estimate.js";
import { useSettled } from "../settled.js";
import { ComplaintButton } from "./complaint.jsx";
import { servingStarts } from "./day.js";
import { formOf, useForm } from "../guestbook/form.js";
import { Bar, Foot, Notice } from "./frame.jsx";
import { Follow, Where } from "./follow.jsx";
import { Heading } from "./heading.jsx";
import { useCountdown } from "./idle.js";
import { forget } from "./taking.js";

const WITH_PAPER = 20; // seconds until the screen goes home
const TO_PHOTOGRAPH = 60;
const serviceOf = (ticket) => page.office.services.find(({ code }) => code === ticket.service);
const SURELY_SEEN = 10_000; // from here on a reload need not bring the same ticket back

function Ahead({ ahead }) {
  if (ahead === 0) {
    return (
      <div class="ahead__people">
        <People count={0} you />
        <strong class="big-fact big-fact--words">{t("Anda berikutnya")}</strong>
        <p>{t("tidak ada orang di depan Anda")}</p>
      </div>
    );
  }
  return (
    <div class="ahead__people">
      <People count={ahead} you />
      <strong class="big-fact">{ahead === 1 ? t("1 orang") : t("%(count)s orang", { count: ahead })}</strong>
      <p>{t("di depan Anda")}</p>
    </div>
  );
}

function Estimate({ estimate, from, starts }) {
  if (starts) return <div><strong class="big-fact big-fact--words">{t("Dilayani mulai %(time)s.", { time: starts })}</strong><p>{t("Tempat Anda sudah dalam urutan.")}</p></div>;
  if (!estimate) return <div><strong class="big-fact big-fact--words">{t("Belum cukup data")}</strong><p>{t("untuk memperkirakan waktu tunggu")}</p></div>;
  const minutes = inMinutes(estimate);
  return (
    <>
      <div>
        <strong class="big-fact nowrap">{t("%(from)s–%(to)s menit", minutes)}</strong>
        <p>{t("sekitar %(from)s–%(to)s %(zone)s", asTimes(estimate, from))}</p>
      </div>
      <div class="ahead__interval"><Interval {...minutes} /></div>
    </>
  );
}

function Paper({ ticket, from, starts }) {
  const service = serviceOf(ticket);
  return (
    <div class="paper" role="status">
      <div>
        <Heading class="kicker">{isNumbered ? t("Nomor antrean Anda") : t("Anda urutan")}</Heading>
        {isNumbered ? <TicketNumber number={ticket.number} /> : <PlaceInLine ahead={ticket.ahead ?? 0} />}
      </div>
      <h2 class="service">{inOurWords(service?.name ?? ticket.service)}</h2>
      {typeof ticket.ahead === "number" && (
        <div class="ahead">
          <Ahead ahead={ticket.ahead} />
          <Estimate estimate={ticket.estimate} from={from} starts={starts} />
        </div>
      )}
    </div>
  );
}

function PaperNotice({ printer }) {
  if (printer === "ready") return <Notice icon="paper" title={isNumbered ? t("Ambil kertas nomor Anda di bawah layar") : t("Ambil kertas Anda di bawah layar")} nudge>{t("Simpan sampai Anda selesai dilayani.")}</Notice>;
  if (printer === "none") return <Notice icon="camera" tone="soon" title={t("Foto layar ini.")}>{isNumbered ? t("Di sini nomor tidak dicetak. Foto Anda cukup.") : t("Kode di bawah membuka halaman Anda di ponsel.")}</Notice>;
  return <Notice icon="camera" tone="soon" title={t("Kertas tidak keluar. Foto layar ini.")}>{isNumbered ? t("Nomor Anda tetap berlaku, petugas sudah tahu.") : t("Tempat Anda tetap berlaku, petugas sudah tahu.")}</Notice>;
}

// Once the printer has failed during this ticket, the visitor is not sent back to wait for paper.
function useWorstPrinter(printer) {
  const [worst, setWorst] = useState(printer);
  useEffect(() => { if (printer !== "ready") setWorst(printer); }, [printer]);
  return worst;
}

function Buttons({ ticket, photograph, form, onDone, onFill, onComplain }) {
  const settled = useSettled(1500);
  const service = serviceOf(ticket);
  return (
    <div class={`actions ${service?.takes_complaints ? "actions--complain" : ""}`}>
      {service?.takes_complaints && <ComplaintButton onComplain={settled(onComplain)} />}
      <button class="button button--wide" type="button" onClick={settled(onDone)}>
        {photograph && <Icon name="check" />}{photograph ? t("Sudah saya foto") : t("Selesai")}
      </button>
      {formOf(ticket) && !isBookFirst && (
        <button class="button button--primary button--wide fill" type="button" disabled={!form} onClick={settled(() => onFill(form))}>
          <span>{t("Isi buku tamu sambil menunggu")}<small>{t("Tiap pertanyaan boleh dilewati")}</small></span><Icon name="chevron-right" />
        </button>
      )}
    </div>
  );
}

export function Ticket({ ticket, snapshot, larger, lostAt, onDone, onFill, onComplain }) {
  const printer = useWorstPrinter(snapshot.printer);
  const photograph = printer !== "ready";
  const seconds = photograph ? TO_PHOTOGRAPH : WITH_PAPER;
  const [left, again] = useCountdown(seconds, onDone);
  const form = useForm(formOf(ticket));
  const now = useNow(30_000);
  const [from] = useState(now);
  const starts = servingStarts(snapshot.hours, now);
  useEffect(() => {
    const timer = setTimeout(forget, SURELY_SEEN);
    return () => { clearTimeout(timer); forget(); };
  }, []);
  return (
    <main class={`screen done ${larger ? "done--larger" : ""}`} onPointerDown={again}>
      <Bar />
      <section class="screen__main">
        <PaperNotice printer={printer} />
        <div class={`shot ${photograph ? "shot--framed" : ""}`}>
          <Paper ticket={ticket} from={from} starts={starts} />
          <Follow ticket={ticket} />
        </div>
        <Where bookIsFilled={serviceOf(ticket)?.takes_complaints} />
      </section>
      <div class="screen__foot">
        <Buttons ticket={ticket} photograph={photograph} form={form} onDone={onDone} onFill={onFill} onComplain={onComplain} />
        <Timeline left={left / seconds} />
        <Foot lostAt={lostAt} printer={snapshot.printer}>
          <span class="foot__count">{t("Kembali ke awal dalam %(seconds)s detik", { seconds: Math.ceil(left) })}</span>
        </Foot>
      </div>
    </main>
  );
}
