// The windows in which the calendar is changed. Each sends one verb, and says in words what will follow from it.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { longDay, span } from "../staff/days.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, useSending } from "../staff/work.js";
import { kinds } from "./words.js";

const NAME = 80;
const DECREE = 120;
const WHY = 500;

export function Field({ words, hint, value, onChange, ...input }) {
  return <label>{words}<input class="input" autoComplete="off" value={value} onInput={(event) => onChange(event.currentTarget.value)} {...input} />{hint && <small>{hint}</small>}</label>;
}

export function Decree({ value, onChange, required = true }) {
  return <Field words={required ? t("Nomor keputusan") : t("Nomor surat, bila ada")} placeholder={t("misalnya SKB 3 Menteri No. 1497/2/5 Tahun 2025")} maxLength={DECREE} required={required} value={value} onChange={onChange} />;
}

// What every window has: its words for later readers, what went wrong, and its buttons.
export function Window({ title, lead, path, body, sends, danger = false, wide = false, note, ready = true, decree, onDone, onClose, children }) {
  const [why, explain] = useState("");
  const { ask, busy, notice } = useSending();
  const said = why.trim();
  async function submit(event) {
    event.preventDefault();
    const answer = await ask(counterPath(path), { ...body, ...(said && { why: said }) }, { moment: path });
    if (answer?.ok) onDone();
  }
  return (
    <Dialog wide={wide} title={title} lead={lead} onClose={onClose}>
      <form class="form" onSubmit={submit}>
        {children}
        <div class={wide ? "pair" : undefined}>
          {decree}
          <Field words={t("Catatan untuk rekan, bila perlu")} hint={t("Tidak dibaca pengguna. Dihapus sesudah setahun.")} maxLength={WHY} value={why} onChange={explain} />
        </div>
        <Trouble words={notice?.words} />
        <DialogFoot note={note}>
          <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
          <button type="submit" class={danger ? "button button--danger" : "button button--primary"} disabled={busy || !ready}><Icon name={danger ? "undo" : "check"} />{sends}</button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

const bounds = (told) => ({ type: "date", required: true, min: told.from_day, max: `${told.years.at(-1)}-12-31` });
const byYou = () => t("Tercatat di jurnal atas nama Anda. Dapat dicabut sebelum harinya tiba.");

export function Closure({ told, ...window }) {
  const [first, from] = useState("");
  const [last, until] = useState("");
  const [name, call] = useState("");
  const [decree, decreed] = useState("");
  const chooseFirst = (day) => { from(day); if (!last || last < day) until(day); };
  return (
    <Window {...window} wide title={t("Tutup kantor")} decree={<Decree value={decree} onChange={decreed} required={false} />} path="calendar/closures" body={{ first, last, name, decree }} sends={t("Tutup kantor")} note={byYou()}
      lead={t("Pada hari itu kios tidak memberi nomor, dan janji yang diterima mulai sekarang tidak menghitungnya. Janji yang sudah diberikan tidak bergeser.")}>
      <div class="pair">
        <Field words={t("Hari pertama")} value={first} onChange={chooseFirst} {...bounds(told)} />
        <Field words={t("Hari terakhir")} value={last} onChange={until} {...bounds(told)} min={first || told.from_day} />
      </div>
      <Field words={t("Sebab, seperti dibaca pengguna")} placeholder={t("misalnya Rapat kerja daerah")} maxLength={NAME} required value={name} onChange={call} />
    </Window>
  );
}

export function Holiday({ told, ...window }) {
  const [kind, choose] = useState("joint_leave");
  const [day, on] = useState("");
  const [name, call] = useState("");
  const [decree, decreed] = useState("");
  const names = kinds();
  return (
    <Window {...window} wide title={t("Tambah hari libur")} decree={<Decree value={decree} onChange={decreed} />} path="calendar/holidays" body={{ kind, day, name, decree }} sends={t("Tambahkan")} note={byYou()}
      lead={t("Untuk hari libur atau cuti bersama yang ditetapkan sesudah daftar nasional ditulis, misalnya hari pemungutan suara.")}>
      <fieldset class="choices choices--two">
        <legend>{t("Jenis")}</legend>
        {["joint_leave", "holiday"].map((one) => <Choice key={one} group="kind" value={one} chosen={kind} onChoose={choose} title={names[one]} />)}
      </fieldset>
      <div class="pair">
        <Field words={t("Tanggal")} value={day} onChange={on} {...bounds(told)} />
        <Field words={t("Nama, seperti dibaca pengguna")} placeholder={t("misalnya Pemilihan kepala daerah")} maxLength={NAME} required value={name} onChange={call} />
      </div>
    </Window>
  );
}

export function Strike({ entry, told: _, ...window }) {
  const [decree, decreed] = useState("");
  return (
    <Window {...window} title={t("Coret tanggal")} path="calendar/strikes" body={{ day: entry.first, decree }} sends={t("Coret")} note={byYou()}
      lead={t("%(name)s, %(day)s, akan dihitung sebagai hari kerja: kios memberi nomor seperti biasa.", { name: entry.name, day: longDay(entry.first) })}>
      <Decree value={decree} onChange={decreed} />
    </Window>
  );
}

export function Confirm({ told, ...window }) {
  const [decree, decreed] = useState("");
  return (
    <Window {...window} title={t("Nyatakan daftar %(year)s lengkap", { year: told.year })} path={`calendar/years/${told.year}/confirm`} body={{ decree }} sends={t("Nyatakan lengkap")} note={byYou()}
      lead={t("Anda menyatakan bahwa semua hari libur dan cuti bersama %(year)s sudah benar di halaman ini. Peringatan pada tanggal janji tahun itu hilang.", { year: told.year })}>
      <Decree value={decree} onChange={decreed} />
    </Window>
  );
}

export function TakeBack({ change, name, told, ...window }) {
  const runs = change.first < told.from_day && change.kind !== "confirmed";
  return (
    <Window {...window} danger title={t("Cabut perubahan")} path={`calendar/changes/${change.id}/take-back`} body={{}} sends={t("Cabut")} note={t("Perubahan dan pencabutannya tetap tercatat.")}
      lead={runs ? t("%(name)s tidak berlaku lagi mulai %(day)s. Hari yang sudah berjalan tidak berubah.", { name, day: longDay(told.from_day) }) : t("%(name)s, %(days)s, tidak berlaku lagi.", { name, days: span(change.first, change.last) })} />
  );
}
