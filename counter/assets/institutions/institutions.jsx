import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Tabs } from "../recap/tabs.jsx";
import { count } from "../staff/days.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { Alike } from "./alike.jsx";
import { Merge } from "./merge.jsx";
import { standing, useRegister } from "./register.js";

const STEP = 100; // rows that are drawn at once

function Spellings({ one, busy, onPart }) {
  return one.spellings.map((spelling) => (
    <li key={spelling.id}>
      {spelling.name} <small class="soft">{count(spelling.visits)}</small>
      <button type="button" class="button button--link" disabled={busy} onClick={() => onPart(spelling)}><Icon name="undo" />{t("Pisahkan")}<span class="sr-only"> {spelling.name}</span></button>
    </li>
  ));
}

function Row({ one, busy, onChoose, onPart }) {
  return (
    <tr>
      <th scope="row">{one.name}{one.spellings.length > 0 && <ul class="spellings"><Spellings {...{ one, busy, onPart }} /></ul>}</th>
      <td class="right">{count(one.all)}</td>
      <td class="right"><button type="button" class="button" disabled={busy} aria-haspopup="dialog" onClick={() => onChoose(one)}>{t("Gabungkan ke…")}<span class="sr-only"> {one.name}</span></button></td>
    </tr>
  );
}

function List({ all, ...acts }) {
  const [part, write] = useState("");
  const [most, more] = useState(STEP);
  const wanted = part.trim().toLocaleLowerCase();
  const found = all.filter(({ name, spellings }) => [name, ...spellings.map((one) => one.name)].some((text) => text.toLocaleLowerCase().includes(wanted)));
  return (
    <section class="card register" aria-labelledby="register">
      <header class="register__head">
        <h2 id="register">{t("Semua instansi")}</h2>
        <label class="register__find"><span class="sr-only">{t("Cari instansi")}</span><Icon name="search" /><input class="input" type="search" placeholder={t("Cari instansi")} value={part} onInput={(event) => write(event.currentTarget.value)} /></label>
      </header>
      <table>
        <thead><tr><th scope="col">{t("Instansi")}</th><th scope="col" class="right">{t("Kunjungan")}</th><td /></tr></thead>
        <tbody>{found.slice(0, most).map((one) => <Row key={one.id} one={one} {...acts} />)}</tbody>
      </table>
      {found.length === 0 && <p class="register__none">{t("Tidak ada instansi dengan nama itu.")}</p>}
      {found.length > most && <p class="register__none"><button type="button" class="button" onClick={() => more(most + STEP)}>{t("Tampilkan lebih banyak")}</button></p>}
    </section>
  );
}

function Nothing() {
  return (
    <section class="card recap__calm">
      <Icon name="desk" />
      <h2>{t("Belum ada instansi")}</h2>
      <p>{t("Nama instansi muncul di sini sesudah ditulis di buku tamu.")}</p>
    </section>
  );
}

function Register({ register, busy, onMerge, onChoose, onPart }) {
  const all = standing(register.institutions);
  const known = new Map(all.map((one) => [one.id, one]));
  const pairs = register.alike.map(({ id, into }) => [known.get(id), known.get(into)]);
  if (!all.length) return <Nothing />;
  return (
    <div class="register__grid">
      <List {...{ all, busy, onChoose, onPart }} />
      <Alike {...{ pairs, busy, onMerge }} />
    </div>
  );
}

export function Institutions() {
  const { register, busy, trouble, open, merge, part } = useRegister();
  const [merging, choose] = useState(null);
  const [done, say] = useState(null);
  async function onMerge(one, into) {
    const merged = await merge(one, into);
    if (!merged) return;
    choose(null);
    say(t("%(one)s digabungkan ke %(into)s.", { one: one.name, into: into.name }));
  }
  const onPart = async (one) => (await part(one)) && say(t("%(one)s berdiri sendiri lagi.", { one: one.name }));
  return (
    <ManagerPage here="recap" title={t("Daftar instansi")}>
      <main class="recap" aria-busy={busy}>
        <div class="filters"><div class="filters__head"><h1>{t("Daftar instansi")}</h1><Tabs here="institutions" /></div></div>
        <p class="soft">{t("Nama ditulis oleh pengguna sendiri. Bahwa Anda membukanya tercatat sekali sehari.")}</p>
        <p class="recap__saved" role="status">{done && <><Icon name="check" />{done}</>}</p>
        {!merging && <Trouble words={trouble} />}
        {!register && trouble && <p><button type="button" class="button" onClick={open}><Icon name="recall" />{t("Coba lagi")}</button></p>}
        {register && <Register {...{ register, busy, onMerge, onPart }} onChoose={choose} />}
      </main>
      {merging && <Merge one={merging} among={standing(register.institutions)} {...{ busy, trouble, onMerge }} onClose={() => choose(null)} />}
    </ManagerPage>
  );
}
