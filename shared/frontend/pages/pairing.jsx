// An unknown kiosk or board: it shows its code until staff accept it.
import { render } from "preact";
import { useEffect } from "preact/hooks";
import "@shared/base.css";
import "@shared/pairing.css";
import { serverNow } from "@shared/clock.js";
import { page, post, ServerLost } from "@shared/page.js";
import { OfficeMark, Tumpal } from "@shared/pieces.jsx";
import { ready, t } from "@shared/words.js";

const ASK_EVERY_MS = 2500;

function Pairing() {
  useEffect(() => {
    const asking = setInterval(ask, ASK_EVERY_MS);
    return () => clearInterval(asking);
  }, []);
  const { code, room } = page.snapshot;
  return (
    <main class="pairing">
      <header class="pairing__sign"><OfficeMark /><p>{page.office.name}</p><Tumpal /></header>
      <section class="pairing__body">
        <h1>{room === "display" ? t("Sambungkan papan ini") : t("Sambungkan kiosk ini")}</h1>
        <p class="pairing__code" aria-label={code.split("").join(" ")}>{code.slice(0, 3)} {code.slice(3)}</p>
        <p>{t("Di komputer petugas, buka Perangkat, lalu ketik kode ini. Kode berlaku 10 menit.")}</p>
      </section>
    </main>
  );
}

async function ask() {
  try {
    const answer = await post(`${page.root}/${page.snapshot.room}/pairing`, {});
    const over = Date.parse(page.snapshot.expires_at) < serverNow();
    if (answer.data.paired || over) location.reload();
  } catch (trouble) {
    if (!(trouble instanceof ServerLost)) throw trouble; // the server is gone for a moment: ask again
  }
}

ready.then(() => render(<Pairing />, document.getElementById("screen")));
