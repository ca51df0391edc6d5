import { longDate, useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Clock, OfficeMark, Ribbon, Tumpal } from "@shared/pieces.jsx";
import { language } from "@shared/words.js";

// The deep-blue side of the sign-in pages: the office and its promise, word for word.
export function Sign() {
  const { name, place, promise } = page.office;
  const now = useNow();
  return (
    <aside class="sign">
      <p class="sign__office"><OfficeMark />{name}</p>
      {promise
        ? <>
            <blockquote class="sign__promise" lang="id">{promise.sentence}</blockquote>
            <div class="sign__ribbon"><Ribbon elapsed={null} limit={promise.minutes * 60} size="large" width={338} /></div>
          </>
        : <p class="sign__promise">{place}</p>}
      <div class="sign__now">
        <p>{longDate(now, language.value)}</p>
        <Clock />
      </div>
      <Tumpal side />
    </aside>
  );
}
