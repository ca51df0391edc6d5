import { clockTime, longDate, useNow } from "@shared/clock.js";
import { isBookFirst, isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { Clock, Icon, OfficeMark, People, Tumpal } from "@shared/pieces.jsx";
import { inOurWords, language, t } from "@shared/words.js";
import { inMinutes } from "../estimate.js";
import { useSettled } from "../settled.js";
import { ComplaintButton } from "./complaint.jsx";
import { servingStarts } from "./day.js";
import { Foot, LanguageSwitch, RateButton, StandardsLink } from "./frame.jsx";
import { Heading } from "./heading.jsx";

const total = (services) => services.reduce((sum, { waiting }) => sum + waiting, 0);

function Facts({ snapshot }) {
  const waiting = total(snapshot.services);
  const rows = [
    [waiting, waiting === 1 ? t("menunggu") : t("orang menunggu")],
    [snapshot.counters_open, snapshot.counters_open === 1 ? t("meja buka") : t("meja melayani")],
    snapshot.closes_at && [clockTime(snapshot.closes_at), t("tutup hari ini")],
  ].filter(Boolean);
  return (
    <dl class="facts">
      {rows.map(([figure, words]) => <div key={words}><dt>{words}</dt><dd>{figure}</dd></div>)}
    </dl>
  );
}

function Plaque({ snapshot, now }) {
  return (
    <header class="plaque">
      <div class="office">
        <OfficeMark />
        <div>
          <p class="office__name">{page.office.name}</p>
          <p class="office__place">{page.office.place}</p>
        </div>
      </div>
      <div class="plaque__middle">
        <div class="plaque__time">
          <Clock />
          <p class="date">{longDate(now, language.value)}</p>
        </div>
        {page.office.counters.length > 0 && <Facts snapshot={snapshot} />}
      </div>
      <h1 class="plaque__heading">{t("Silakan pilih layanan")}</h1>
      <Tumpal />
      <Tumpal side />
    </header>
  );
}

function Count({ waiting, anybody }) {
  if (!anybody) return <span class="tile__count">{t("Tidak ada antrean")}</span>;
  // Nobody may wait for this service, and yet others be in front at the same counters.
  return <span class="tile__count">{waiting > 0 && <People count={waiting} />}<span>{t("%(count)s menunggu", { count: waiting })}</span></span>;
}

function Time({ estimate }) {
  if (!estimate) return <span class="tile__time">{t("Belum cukup data")}</span>;
  return <span class="tile__time"><Icon name="clock" />{t("%(from)s–%(to)s menit", inMinutes(estimate))}</span>;
}

function Waiting({ service, described, anybody, running }) {
  if (!page.office.counters.length) return null; // nobody waits at any of its tiles, and the sentence above them says why
  if (described.has_line === false) return <span class="tile__count tile__count--words">{t("Tanpa nomor, langsung ditemui")}</span>;
  if (!service.open) return <span class="tile__count">{service.quota_left === 0 ? t("Nomor hari ini habis") : t("Sedang tutup")}</span>;
  return (
    <>
      <Count waiting={service.waiting} anybody={anybody} />
      {running && (service.estimate || anybody) && <Time estimate={service.estimate} />}
    </>
  );
}

function Tile({ service, anybody, busy, running, onTake }) {
  const described = page.office.services.find(({ code }) => code === service.code) ?? { name: service.code };
  return (
    <button class="tile" type="button" disabled={busy || !service.open} onClick={() => onTake(service.code)}>
      <span class="tile__letter" aria-hidden="true">{service.code}</span>
      <span class="tile__body">
        <span class="tile__name">{inOurWords(described.name)}</span>
        <span class="tile__what">{inOurWords(described.what)}</span>
      </span>
      <span class={`tile__wait ${service.estimate ? "" : "tile__wait--unknown"}`}><Waiting service={service} described={described} anybody={anybody} running={running} /></span>
      <Icon name="chevron-right" />
    </button>
  );
}

function Lead({ priority, starts, pause, onPlain }) {
  if (!page.office.counters.length) return <p class="lead">{t("Kantor ini melayani lewat saluran lain. Anda tetap boleh mencatatkan kedatangan.")}</p>;
  if (priority) {
    return (
      <p class="lead lead--priority">
        <Icon name="check" /><span><strong>{t("Anda didahulukan.")}</strong> {t("Sentuh layanan yang Anda perlukan.")}</span>
        <button class="button" type="button" onClick={onPlain}>{t("Batal")}</button>
      </p>
    );
  }
  if (starts) {
    return (
      <p class="lead">
        {pause && `${inOurWords(pause.name)}. `}<strong>{t("Dilayani mulai %(time)s.", { time: starts })}</strong> {isNumbered ? t("Nomor sudah bisa diambil.") : t("Anda sudah bisa mendaftar.")}
      </p>
    );
  }
  return <p class="lead">{whatFollows()}</p>;
}

function whatFollows() {
  if (!isBookFirst) return t("Sentuh satu kali, nomor antrean Anda langsung terbit.");
  return isNumbered ? t("Sentuh layanan, isi buku tamu sebentar, lalu nomor antrean Anda terbit.") : t("Sentuh layanan, isi buku tamu sebentar, lalu petugas memanggil Anda.");
}

function FootButtons({ low, onHelp, onLow, onRate, onComplain }) {
  return (
    <>
      <button class="button button--start help-button" type="button" onClick={onHelp}>
        <Icon name="reach" />
        <span>{t("Butuh bantuan khusus?")}<small>{t("Lansia, disabilitas, hamil, balita")}</small></span>
      </button>
      <button class="button button--start low-button" type="button" aria-pressed={String(low)} onClick={onLow}>
        <Icon name={low ? "up" : "down"} />
        <span>{low ? t("Naikkan tombol") : t("Turunkan tombol")}<small>{t("Semua tombol di bawah")}</small></span>
      </button>
      <LanguageSwitch />
      <StandardsLink small />
      <div class="doors"><RateButton onRate={onRate} /><ComplaintButton onComplain={onComplain} /></div>
    </>
  );
}

export function Home({ snapshot, wishes, busy, lostAt, onTake, onHelp, onRate, onWish, onComplain }) {
  const now = useNow(15_000);
  const settled = useSettled();
  const { low, larger, priority } = wishes;
  const starts = servingStarts(snapshot.hours, now);
  const count = snapshot.services.length;
  const anybody = total(snapshot.services) > 0;
  const looks = Object.entries({ low, larger, priority, many: count > 6 }).filter(([, on]) => on).map(([look]) => `home--${look}`);
  return (
    <main class={`screen home ${looks.join(" ")}`}>
      <Plaque snapshot={snapshot} now={now} />
      <section class="screen__main" aria-busy={busy}>
        <div class="home__head">
          <Heading>{t("Silakan pilih layanan")}</Heading>
          <Lead priority={priority} starts={starts} pause={snapshot.break} onPlain={() => onWish({ priority: false })} />
        </div>
        <div class={`tiles tiles--${Math.min(count, 7)}`}>
          {snapshot.services.map((service) => (
            <Tile key={service.code} service={service} anybody={anybody} busy={busy} running={!starts} onTake={settled(onTake)} />
          ))}
        </div>
      </section>
      <div class="screen__foot">
        <FootButtons low={low} onHelp={settled(onHelp)} onLow={() => onWish({ low: !low })} onRate={settled(onRate)} onComplain={settled(onComplain)} />
        <Foot lostAt={lostAt} printer={snapshot.printer} />
      </div>
    </main>
  );
}
