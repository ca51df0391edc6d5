import { inOurWords } from "@shared/words.js";
import { Consents } from "./choice.jsx";
import { Field } from "./field.jsx";
import { ReadMore } from "./privacy.jsx";

const keysOf = { phone: "tel", email: "email" };
const isAbout = { bad_phone: "phone", bad_email: "email" };

export function Notice({ form }) {
  return <p class="data-notice">{inOurWords(form.notice)} <ReadMore /></p>;
}

export function Problem({ entry }) {
  return entry.problem && <p id="problem" class="problem" role="alert">{entry.problem.detail}</p>;
}

// What is asked, why, and what may be agreed to stand on one screen; without contact nothing is agreed to.
export function Contact({ entry }) {
  const { form, step, values, consents, problem } = entry;
  return (
    <>
      <div class="contacts">
        {step.items.map((item) => (
          <div key={item.name} class="contacts__one">
            <label for={item.name}>{inOurWords(item.ask)}</label>
            <Field id={item.name} keys={keysOf[item.name]} most={item.most} value={values[item.name]} problem={isAbout[problem?.code] === item.name}
              onValue={(value) => entry.type(item.name, value)} />
          </div>
        ))}
      </div>
      <Problem entry={entry} />
      <Consents texts={form.consents} consents={consents} onAgree={entry.agree} />
    </>
  );
}
