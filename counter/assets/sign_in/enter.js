import { ServerLost, post } from "@shared/page.js";
import { t } from "@shared/words.js";
import { refusal } from "../staff/work.js";

// Asks to go in and goes there. Returns the sentence that says why not; null while the page is leaving.
export async function enter(path, body, fallback) {
  try {
    const answer = await post(path, body);
    if (!answer.ok) return refusal(answer);
    location.assign(answer.data?.next ?? fallback);
    return null;
  } catch (error) {
    if (!(error instanceof ServerLost)) throw error;
    return t("Server tidak menjawab. Coba sekali lagi.");
  }
}
