// Asking from afar: the form, and from its receipt on the page of the request. Once it is sent, the address in the bar is
// the request's own, so that a reload, a bookmark and a copied address all lead back to it.
import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { useValue } from "@shared/signal.js";
import { language } from "@shared/words.js";
import { Follow } from "./follow.jsx";
import { Form } from "./form.jsx";

export function Requests() {
  useValue(language);
  const [request, setRequest] = useState(page.snapshot);
  const [isFresh, setFresh] = useState(false);
  const received = (made) => {
    history.replaceState(null, "", `${page.root}/kiosk/requests/${made.token}`);
    setFresh(true);
    setRequest(made);
  };
  return request ? <Follow first={request} isFresh={isFresh} /> : <Form onReceived={received} />;
}
