import { useEffect, useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Devices } from "./devices.jsx";
import { Menu } from "./menu.jsx";
import { Rail } from "./rail.jsx";
import { TopBar } from "./top_bar.jsx";

// What every page of a manager has around it: the bar, the menu behind the name, and the places at the side.
// `here`: the place that the page belongs to; `banners` stand under the bar, `lamps` in it; `children` also hold the
// page's own dialogs.
export function ManagerPage({ here, title, lamps, banners, children }) {
  const [letsIn, open] = useState(false);
  useEffect(() => { document.title = [title, page.office.name].join(", "); }, [title]);
  return (
    <div class="staff">
      <TopBar lamps={lamps} menu={(
        <Menu name={page.me.name}>
          <button type="button" onClick={() => open(true)}><Icon name="plug" />{t("Terima perangkat")}</button>
        </Menu>
      )} />
      {banners && <div class="banners">{banners}</div>}
      <div class="shell"><Rail here={here} />{children}</div>
      {letsIn && <Devices onClose={() => open(false)} />}
    </div>
  );
}
