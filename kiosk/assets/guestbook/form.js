import { useEffect, useState } from "preact/hooks";
import { page, readSnapshot } from "@shared/page.js";

const AGAIN = 3000; // milliseconds

// What the guest book asks, or null until the server has said so.
export function useForm(name) {
  const [form, setForm] = useState(null);
  useEffect(() => {
    if (!name) return undefined;
    let timer;
    const read = () => readSnapshot(`${page.root}/kiosk/guestbook?form=${name}`).then(setForm, () => { timer = setTimeout(read, AGAIN); });
    read();
    return () => clearTimeout(timer);
  }, [name]);
  return form;
}

export const formOf = (ticket) => page.office.services.find(({ code }) => code === ticket.service)?.form;
