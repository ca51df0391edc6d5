// A new visitor while the line was empty: in a small office the officer is away from the desk.
import { useEffect, useRef } from "preact/hooks";
import { t } from "@shared/words.js";
import { notify, ring } from "../staff/bell.js";
import { serviceName } from "../staff/names.js";

export function useNewcomer(waiting, deskName) {
  const before = useRef(waiting.length);
  useEffect(() => {
    document.title = waiting.length ? `(${waiting.length}) ${deskName}` : deskName;
    if (before.current === 0 && waiting.length > 0) {
      const { number, service } = waiting[0].ticket;
      ring().catch(() => null);
      notify(t("Pengunjung baru: %(number)s", { number }), serviceName(service));
    }
    before.current = waiting.length;
  }, [waiting.length, deskName]);
}
