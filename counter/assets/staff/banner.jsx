import { clockTimeExact } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

export function Banner({ icon, children, strong = false }) {
  return <div class={strong ? "banner banner--strong" : "banner"} role="status"><Icon name={icon} />{children}</div>;
}

// A page that no longer hears its server says so, and of which moment it still tells.
export function LostBanner({ lostAt }) {
  if (!lostAt) return null;
  return (
    <Banner icon="warning" strong>
      <p><b>{t("Sambungan ke server terputus.")}</b> {t("Layar ini menunjukkan keadaan pukul %(time)s.", { time: clockTimeExact(lostAt) })} {t("Terus mencoba.")}</p>
    </Banner>
  );
}
