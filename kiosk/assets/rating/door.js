// The two ways to one rating: by the visit's link on a phone, and by the code of the slip at a kiosk.
import { useEffect, useState } from "preact/hooks";
import { page, post, read } from "@shared/page.js";
import { PATIENCE } from "../guestbook/saver.js";

const AGAIN = 3000; // milliseconds

// `of`: tickets for who came, requests for who asked from afar.
export function byLink(token, of = "tickets") {
  const address = `${page.root}/kiosk/${of}/${token}/rating`;
  return {
    read: () => read(address),
    save: (said) => post(address, said, { patience: PATIENCE }),
    takeBack: (instrument) => post(`${address}/${instrument}/take-back`),
  };
}

// The code stands in the body: an address stays in the history of a browser and in the log of a server.
export function byCode(code) {
  const address = `${page.root}/kiosk/rating`;
  const slip_code = code;
  return {
    read: () => post(`${address}/questions`, { slip_code }),
    save: (said) => post(address, { slip_code, ...said }, { patience: PATIENCE }),
    takeBack: (instrument) => post(`${address}/take-back`, { slip_code, instrument }),
  };
}

// What a visit is asked, once it may be rated: null until the server has said so, false where it refuses.
export function useAsked(door, isDue) {
  const [asked, setAsked] = useState(null);
  useEffect(() => {
    if (!isDue) return undefined;
    let timer;
    const look = () => door.read().then(
      (answer) => (answer.status < 500 && answer.status !== 429 ? setAsked(answer.ok && answer.data) : wait()),
      () => wait(),
    );
    const wait = () => { timer = setTimeout(look, AGAIN); };
    look();
    return () => clearTimeout(timer);
  }, [isDue]);
  return [asked, setAsked];
}
