// How the officer who is away from the desk hears of a visitor: a sound, a notification, the title of the tab.
import { useEffect, useRef } from "preact/hooks";
import { t } from "@shared/words.js";
import { notify, ring } from "../staff/bell.js";
import { serviceName } from "../staff/names.js";

// The title counts who waits here, unless somebody reminds.
export function useTitle(waiting, guests, deskName, reminder) {
  const count = waiting.length + guests.length;
  const words = count ? `(${count}) ${deskName}` : deskName;
  const title = reminder ? t("%(number)s menunggu, %(desk)s", { number: reminder.number, desk: deskName }) : words;
  useEffect(() => { document.title = title; }, [title]);
}

// A new visitor while the line was empty.
export function useNewcomer(waiting) {
  const before = useRef(waiting.length);
  useEffect(() => {
    if (before.current === 0 && waiting.length > 0) {
      const { number, service } = waiting[0].ticket;
      ring().catch(() => null);
      notify(t("Pengunjung baru: %(number)s", { number }), serviceName(service));
    }
    before.current = waiting.length;
  }, [waiting.length]);
}

// A guest of the house stands in no line, so each one rings.
export function useNewGuest(guests) {
  const seen = useRef(new Set(guests.map(({ entry }) => entry)));
  useEffect(() => {
    const fresh = guests.filter(({ entry }) => !seen.current.has(entry));
    if (!fresh.length) return;
    fresh.forEach(({ entry }) => seen.current.add(entry));
    ring().catch(() => null);
    notify(t("Tamu baru, tanpa nomor"), serviceName(fresh[0].service));
  }, [guests.map(({ entry }) => entry).join()]);
}

// A reminder rings once, when it comes.
export function useReminded(reminder) {
  useEffect(() => {
    if (!reminder) return;
    ring().catch(() => null);
    notify(t("%(number)s masih menunggu", { number: reminder.number }), reminder.by?.name ?? "");
  }, [reminder?.at]);
}
