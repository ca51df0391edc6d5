// Saves step after step, in order, each as soon as it is answered. What could not be sent waits for the server, in memory
// only; whoever closes the saver forgets it. The guest book and the rating save so.
import { ServerLost } from "@shared/page.js";

const AGAIN = 3000; // milliseconds
export const PATIENCE = 5000;

async function heard(tell, said) {
  try {
    const answer = await tell(said);
    return answer.status < 500 && answer.status !== 429 ? answer : null;
  } catch (error) {
    if (error instanceof ServerLost) return null;
    throw error;
  }
}

// `tell(said)` sends one step. `onSaved(answered, said)`, `onRefused(step, problem)`, `onChange({unsaved, isCut})`.
export function saver(tell, { onSaved, onRefused, onChange }) {
  let jobs = [];
  let working = false;
  let closed = false;

  const report = (isCut) => onChange({ unsaved: jobs.length, isCut });

  function settle(job, answer) {
    jobs.shift();
    report(false);
    if (answer.ok) onSaved(answer.data.answered, job.said);
    else onRefused(job.step, answer.data);
    job.go(answer.ok);
  }

  async function work() {
    if (working) return;
    working = true;
    while (jobs.length) {
      const answer = await heard(tell, jobs[0].said);
      if (closed) return;
      if (answer) settle(jobs[0], answer);
      else {
        report(true);
        jobs[0].go(true);
        await new Promise((wake) => setTimeout(wake, AGAIN));
      }
    }
    working = false;
  }

  return {
    // Whether the visitor may go on: the server took it, or cannot be reached and will be told later.
    save: (step, said) => new Promise((go) => {
      jobs.push({ step, said, go });
      onChange({ unsaved: jobs.length });
      work();
    }),
    close: () => { closed = true; jobs = []; },
  };
}
