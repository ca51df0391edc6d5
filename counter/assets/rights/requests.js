// The open requests, read again by themselves: visitors ask from their phones at any hour.
import { useCallback, useEffect, useState } from "preact/hooks";
import { serverNow } from "@shared/clock.js";
import { ServerLost, page, readSnapshot } from "@shared/page.js";
import { counterPath } from "../staff/work.js";

const EVERY = 20_000; // milliseconds

export function useRequests() {
  const [requests, setRequests] = useState(page.snapshot.requests);
  const [lostAt, setLostAt] = useState(null);
  const again = useCallback(async () => {
    try {
      setRequests((await readSnapshot(counterPath("rights"))).requests);
      setLostAt(null);
    } catch (error) {
      if (error.status === 401) location.assign(counterPath());
      if (!(error instanceof ServerLost)) return;
      setLostAt((known) => known ?? serverNow());
    }
  }, []);
  useEffect(() => {
    const timer = setInterval(again, EVERY);
    return () => clearInterval(timer);
  }, [again]);
  return { requests, lostAt, again };
}
