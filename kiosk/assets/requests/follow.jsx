// The page of one request, live. The socket carries its state and never a word; the words are read over HTTP by the link.
import { useEffect, useRef, useState } from "preact/hooks";
import { serverNow } from "@shared/clock.js";
import { connect } from "@shared/link.js";
import { page, post, readSnapshot, ServerLost } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { language, t } from "@shared/words.js";
import { Live, Notice, Page } from "../phone/frame.jsx";
import { Rating, RatingCard, useRequestRating } from "../phone/rating.jsx";
import { Sheet } from "../phone/sheet.jsx";
import { Reply } from "./reply.jsx";
import { Standing } from "./standing.jsx";
import { Thread } from "./thread.jsx";

const addressOf = (request) => `${page.root}/kiosk/requests/${request.token}`;

function useRequest(first) {
  const [request, setRequest] = useState(first);
  const [line, setLine] = useState({ updated: serverNow(), lostAt: null });
  const heard = () => setLine({ updated: serverNow(), lostAt: null });
  const merge = (news) => setRequest((old) => (news.seq < old.seq ? old : { ...old, ...news }));
  const read = () => readSnapshot(addressOf(first));
  useEffect(() => {
    const link = connect({
      namespace: "/request", auth: { request: first.token }, event: "request", readSince: read,
      onSnapshot: (snapshot) => { merge(snapshot); heard(); },
      onBeat: heard, onFound: heard,
      onLost: (lostAt) => setLine((old) => ({ ...old, lostAt })),
    });
    link.start(first);
    return () => link.close();
  }, []);
  const isBehind = !request.erased && request.messages > request.thread.length;
  useEffect(() => {
    if (isBehind) read().then(merge, () => {});
  }, [isBehind, request.messages]);
  return [request, line, merge];
}

function Saving({ request }) {
  return (
    <section class="paper saving">
      <h2>{t("Simpan alamat halaman ini")}</h2>
      <p>{t("Hanya lewat alamat ini Anda melihat kemajuan dan jawabannya. Jangan dibagikan: siapa pun yang memilikinya dapat membaca permintaan Anda.")}</p>
      <a class="saving__address" href={addressOf(request)}>{request.url}</a>
      <figure class="saving__code">
        <img loading="lazy" src={`${addressOf(request)}/qr.svg`} alt={t("Kode QR halaman permintaan ini")} />
        <figcaption>{t("Pindai untuk membukanya di ponsel")}</figcaption>
      </figure>
    </section>
  );
}

function Erase({ request, onErased, onClose }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const stay = useRef();
  useEffect(() => stay.current.focus(), []);
  async function erase() {
    setBusy(true);
    try {
      const answer = await post(`${addressOf(request)}/erase`);
      if (answer.ok) return onErased(answer.data);
      setTrouble(answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi."));
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Belum terkirim karena sambungan terputus. Silakan coba lagi."));
    }
    return setBusy(false);
  }
  return (
    <Sheet label="erase" onClose={onClose}>
      <h2 id="erase">{t("Hapus data saya?")}</h2>
      <p>{t("Tulisan, nama, kontak, dan jawaban kami dihapus selamanya. Petugas tidak dapat lagi membaca dan menjawabnya. Nomor dan waktunya tetap tercatat.")}</p>
      {trouble && <p class="sheet__trouble" role="alert">{trouble}</p>}
      <button ref={stay} class="button button--primary" type="button" disabled={busy} onClick={onClose}>{t("Jangan dihapus")}</button>
      <button class="button" type="button" disabled={busy} onClick={erase}>{t("Ya, hapus data saya")}</button>
    </Sheet>
  );
}

function Welcome() {
  return <Notice icon="check" tone="kept" title={t("Permintaan Anda diterima.")}>{t("Catat nomornya, dan simpan alamat halaman ini.")}</Notice>;
}

export function Follow({ first, isFresh }) {
  const [request, line, merge] = useRequest(first);
  const [erasing, setErasing] = useState(false);
  const rating = useRequestRating(request);
  useEffect(() => { document.title = `${request.number} · ${page.office.name}`; }, [language.value]);
  useEffect(() => scrollTo(0, 0), []);
  if (rating.isOpen) return <Rating ticket={request} visit={rating} />;
  return (
    <>
      <div inert={erasing}>
        <Page class="requests requests--follow" foot={<Live line={line} />}>
          {isFresh && request.state === "received" && <Welcome />}
          <Standing request={request} />
          {request.may_rate && <RatingCard rating={rating} />}
          {isFresh && !request.erased && <Saving request={request} />}
          {!request.erased && <div class="requests__talk"><Thread thread={request.thread} address={addressOf(request)} /><Reply request={request} onWritten={merge} /></div>}
          {request.erased && <Notice icon="lock">{t("Isi permintaan ini sudah dihapus. Yang tersisa hanya nomor, waktu, dan keadaannya.")}</Notice>}
          {!isFresh && !request.erased && <Saving request={request} />}
          {!request.erased && <button class="button button--quiet" type="button" onClick={() => setErasing(true)}>{t("Hapus data saya")}</button>}
        </Page>
      </div>
      {erasing && <Erase request={request} onErased={(told) => { merge(told); setErasing(false); }} onClose={() => setErasing(false)} />}
    </>
  );
}
