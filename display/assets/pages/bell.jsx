// A page for the officer in the back room: it rings when somebody takes a number, and does nothing else.
import { render } from "preact";
import { page, readSnapshot } from "@shared/page.js";
import { connect } from "@shared/link.js";
import { signal, useValue } from "@shared/signal.js";
import { clockTime, serverNow } from "@shared/clock.js";
import { Clock, Icon } from "@shared/pieces.jsx";
import { ready, t } from "@shared/words.js";
import { everybodyWaiting } from "../calls.js";
import { createPlayer } from "../sound/player.js";
import "../bell.css";

const count = signal(everybodyWaiting(page.snapshot));
const rungAt = signal(null);
const lostSince = signal(null);
const sounding = signal(null);

function Bell({ player }) {
  const waiting = useValue(count);
  const rung = useValue(rungAt);
  const lost = useValue(lostSince);
  const silent = useValue(sounding) === false;
  return (
    <main class="bell" data-waiting={waiting > 0}>
      <header><h1>{page.office.name}</h1><Clock /></header>
      <p class="bell__count" aria-live="polite">{lost === null ? waiting : "?"}</p>
      <p class="bell__what">{lost === null ? t("orang menunggu dipanggil") : t("Sambungan terputus, diperbarui pukul %(time)s", { time: clockTime(lost) })}</p>
      <p class="bell__last">{rung ? t("Bel terakhir pukul %(time)s", { time: clockTime(rung) }) : t("Bel berbunyi saat pengunjung mengambil nomor.")}</p>
      <button type="button" class={silent ? "bell__button bell__button--needed" : "bell__button"} onClick={() => player.unlock().then(player.ring)}>
        <Icon name="bell" />{silent ? t("Aktifkan suara") : t("Coba bunyi bel")}
      </button>
    </main>
  );
}

function start() {
  const player = createPlayer({ root: page.root, onState(on) { sounding.value = on; } });
  connect({
    namespace: "/display", auth: { office: page.office.code, screen: "bell" }, event: "board",
    readSince: () => readSnapshot(`${page.root}/display/board`),
    onSnapshot(board) {
      const waiting = everybodyWaiting(board);
      if (waiting > count.value) {
        rungAt.value = serverNow();
        player.ring();
      }
      count.value = waiting;
      document.title = waiting ? `(${waiting}) ${t("Bel antrean")}` : t("Bel antrean");
    },
    onLost(since) { lostSince.value = since; },
    onFound() { lostSince.value = null; },
    onRefused: () => location.reload(),
  });
  return player;
}

ready.then(() => render(<Bell player={start()} />, document.getElementById("screen")));
