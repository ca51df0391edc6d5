// Files that somebody attaches to a message: in this page's memory alone until they are sent, and judged before that.
import { useEffect, useRef, useState } from "preact/hooks";
import { page } from "./page.js";
import { t } from "./words.js";

const KB = 1024;
const MB = 1024 * KB;
const held = new Map(); // by what they belong to: a draft stays while something else is looked at
let last = 0;

const SENDING = 240_000; // milliseconds
export const patienceFor = (files) => (files.length ? SENDING : undefined); // files take their time on a slow line

export function sizeWords(bytes) {
  if (bytes < MB / 10) return t("%(count)s KB", { count: Math.max(1, Math.round(bytes / KB)) });
  const count = (bytes / MB).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  return t("%(count)s MB", { count });
}

export function troubleOfOne({ file }) {
  if (!file.size) return t("Berkas ini kosong.");
  return file.size > page.files.largest ? t("Satu berkas paling besar %(most)s MB.", { most: page.files.largest / MB }) : "";
}

export function troubleOfAll(files) {
  const sum = files.reduce((bytes, { file }) => bytes + file.size, 0);
  if (files.length > page.files.most) return t("Paling banyak %(most)s berkas dalam satu pesan.", { most: page.files.most });
  if (files.some(troubleOfOne)) return t("Hapus dahulu berkas yang bertanda merah.");
  return sum > page.files.together ? t("Semua berkas satu pesan bersama-sama paling besar %(most)s MB, agar muat di kotak surat.", { most: page.files.together / MB }) : "";
}

function useFiles(key) {
  const [, again] = useState(0);
  const keep = (files) => {
    if (files.length) held.set(key, files);
    else held.delete(key);
    again((count) => count + 1);
  };
  const files = held.get(key) ?? [];
  return {
    files,
    trouble: troubleOfAll(files),
    put: (chosen) => keep([...(held.get(key) ?? []), ...[...chosen].map((file) => ({ id: ++last, file }))]),
    remove: (id) => keep((held.get(key) ?? []).filter((one) => one.id !== id)),
    clear: () => keep([]),
  };
}

// A file that was moved, or a folder that was dropped, cannot be read: its name is told.
class UnreadFile extends Error {
  name = "UnreadFile";
}

const inBase64 = (file) => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
  reader.onerror = () => failed(new UnreadFile(file.name));
  reader.readAsDataURL(file);
});

const inBody = (files) =>
  Promise.all(files.map(async ({ file }) => ({ name: file.name.slice(-120), type: file.type.slice(0, 120), content: await inBase64(file) })));

const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

// A file that misses its place must not take the page away with what was written on it, so the whole page catches it.
function useDrop(add) {
  const [isOver, setOver] = useState(false);
  const take = useRef(add);
  take.current = add;
  useEffect(() => {
    const over = (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = take.current ? "copy" : "none";
      setOver(Boolean(take.current));
    };
    const away = (event) => { if (!event.relatedTarget) setOver(false); };
    const drop = (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current?.(event.dataTransfer.files);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", away);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", away);
      removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}

// A table copied from Excel is text and a picture at once: whoever pastes it means the text.
function pastedFiles({ clipboardData: pasted }) {
  return pasted && !pasted.types.includes("text/plain") ? [...pasted.files] : [];
}

// The files of one draft. `read` gives them as a body carries them, or null when one of them hinders: then it is said.
export function useAttaching(key, { takes = true, busy }) {
  const { put, ...attached } = useFiles(key);
  const [fault, setFault] = useState("");
  const add = (files) => { setFault(""); put(files); };
  const isOver = useDrop(takes && !busy ? add : null);
  async function read() {
    if (!takes) return [];
    if (attached.trouble) return null;
    setFault("");
    try {
      return await inBody(attached.files);
    } catch (error) {
      if (!(error instanceof UnreadFile)) throw error;
      setFault(t("%(name)s tidak dapat dibaca. Hapus dari daftar, lalu lampirkan lagi.", { name: error.message }));
      return null;
    }
  }
  function paste(event) {
    const files = takes && !busy ? pastedFiles(event) : [];
    if (!files.length) return;
    event.preventDefault();
    add(files);
  }
  return { ...attached, fault, setFault, add, isOver, read, paste };
}
