// "Shall the answers of your earlier visit be used?" Asked on the visitor's own phone alone; nothing of them is shown.
import { useEffect, useState } from "preact/hooks";
import { page, post, read, ServerLost } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

const CONTACT = ["phone", "email"];
const isFound = (answered) => answered.includes("name") && CONTACT.some((name) => answered.includes(name));
let settled = false; // for this ticket, as long as its page is open

const quietly = async (asked) => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ServerLost) return { ok: false };
    throw error;
  }
};

// `saysNo`: whoever came to find them is told that nothing fits, in the same words for a known and an unknown number.
export function Earlier({ ticket, answered, onAnswered, saysNo = false }) {
  const [state, setState] = useState("closed"); // closed, none, offered, busy, used, failed
  const at = `${page.root}/kiosk/tickets/${ticket.token}/earlier-answers`;
  const mayAsk = isFound(answered);
  useEffect(() => {
    if (!mayAsk || settled) return;
    quietly(read(at)).then(({ ok, data }) => setState(ok && data.offer ? "offered" : "none"));
  }, [mayAsk]);
  async function use() {
    setState("busy");
    const answer = await quietly(post(at));
    settled = answer.ok;
    setState(answer.ok ? "used" : "failed");
    if (answer.ok) onAnswered(answer.data.answered);
  }
  function decline() {
    settled = true;
    setState("closed");
  }
  if (state === "used") return <p class="notice notice--kept" role="status"><Icon name="check" />{t("Jawaban kunjungan lalu dipakai. Tidak perlu diisi lagi.")}</p>;
  if (state === "none" && saysNo) return <p class="notice" role="status">{t("Tidak ada jawaban kunjungan lalu yang cocok. Silakan isi seperti biasa.")}</p>;
  if (state === "closed" || state === "none") return null;
  return (
    <section class="paper earlier" aria-labelledby="earlier">
      <div role="status"><h2 id="earlier">{t("Gunakan jawaban kunjungan lalu?")}</h2></div>
      <p>{t("Nama dan kontak Anda cocok dengan kunjungan sebelumnya. Isian yang masih kosong dilengkapi, tanpa ditampilkan di sini.")}</p>
      {state === "failed" && <p class="problem" role="alert">{t("Belum berhasil. Silakan coba lagi.")}</p>}
      <div class="earlier__answers">
        <button class="button" type="button" disabled={state === "busy"} onClick={decline}>{t("Tidak")}</button>
        <button class="button" type="button" disabled={state === "busy"} onClick={use}>{t("Ya, gunakan")}</button>
      </div>
    </section>
  );
}
