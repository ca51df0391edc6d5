// Asks the server about complaints; every answer ends in a complaint or in a sentence.
import { useState } from "preact/hooks";
import { page, post, read, ServerLost } from "@shared/page.js";
import { t } from "@shared/words.js";

const pathOf = (code) => `${page.root}/kiosk/complaints/${encodeURIComponent(code)}`;

async function asked(answering) {
  try {
    const answer = await answering;
    return answer.ok ? { complaint: answer.data } : { trouble: answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi.") };
  } catch (error) {
    if (!(error instanceof ServerLost)) throw error;
    return { trouble: t("Sambungan terputus. Silakan coba lagi.") };
  }
}

// One complaint by its code: looked up, and its words ended if whoever holds the code wants it.
export function useFollowed() {
  const [found, setFound] = useState({});
  const [busy, setBusy] = useState(false);
  async function ask(answering, kept = {}) {
    setBusy(true);
    setFound({ ...kept, ...await asked(answering) });
    setBusy(false);
  }
  return {
    ...found, busy,
    look: (code) => ask(read(pathOf(code))),
    erase: () => ask(post(`${pathOf(found.complaint.code)}/erase`), { complaint: found.complaint }),
  };
}
