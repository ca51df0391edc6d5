// Saves step after step, in order, each as soon as it is answered. What could not be sent waits for the server, in memory
// only; whoever closes the saver forgets it.
import { page, post, ServerLost } from "@shared/page.js";
import { language } from "@shared/words.js";

const AGAIN = 3000; // milliseconds
const PATIENCE = 5000;

async function send(job, entry, key) {
  const body = { ...entry, answers: job.answers, consents: job.consents, language: language.value };
  try {
    const answer = await post(`${page.root}/kiosk/guestbook`, body, { key, patience: PATIENCE });
    return answer.status < 500 && answer.status !== 429 ? answer : null;
  } catch (error) {
    if (error instanceof ServerLost) return null;
    throw error;
  }
}

// `entry`: {ticket or service, form, channel}; `key` is that of a visit without a ticket. `onSaved(answered)`, `onRefused(step, problem)`, `onChange({unsaved, isCut})`.
export function saver(entry, key, { onSaved, onRefused, onChange }) {
  let jobs = [];
  let working = false;
  let closed = false;

  const tell = (isCut) => onChange({ unsaved: jobs.length, isCut });

  function settle(job, answer) {
    jobs.shift();
    tell(false);
    if (answer.ok) onSaved(answer.data.answered);
    else onRefused(job.step, answer.data);
    job.go(answer.ok);
  }

  async function work() {
    if (working) return;
    working = true;
    while (jobs.length) {
      const answer = await send(jobs[0], entry, key);
      if (closed) return;
      if (answer) settle(jobs[0], answer);
      else {
        tell(true);
        jobs[0].go(true);
        await new Promise((wake) => setTimeout(wake, AGAIN));
      }
    }
    working = false;
  }

  return {
    // Whether the visitor may go on: the server took it, or cannot be reached and will be told later.
    save: (step, answers, consents = {}) => new Promise((go) => {
      jobs.push({ step, answers, consents, go });
      onChange({ unsaved: jobs.length });
      work();
    }),
    close: () => { closed = true; jobs = []; },
  };
}
