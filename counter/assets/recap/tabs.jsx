import { t } from "@shared/words.js";
import { counterPath } from "../staff/work.js";

const tabs = () => [
  { name: "recap", words: t("Rekapitulasi") },
  { name: "institutions", words: t("Daftar instansi") },
];

// The two pages that this place of the side menu has.
export function Tabs({ here }) {
  return (
    <nav class="tabs" aria-label={t("Bagian rekapitulasi")}>
      {tabs().map(({ name, words }) => <a key={name} href={counterPath(name)} aria-current={name === here ? "page" : undefined}>{words}</a>)}
    </nav>
  );
}
