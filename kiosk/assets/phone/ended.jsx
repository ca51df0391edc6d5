import { isNumbered } from "@shared/order.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { ComplainLink } from "./complain.jsx";
import { Live, Page } from "./frame.jsx";
import { MyDataLink } from "./my_data.jsx";

const BACK_WITHIN = 30; // minutes in which an officer may put a visitor back

const endings = {
  cancelled: () => ["door", t("Anda sudah keluar dari antrean"), t("Berubah pikiran? Temui petugas dalam %(minutes)s menit, tempat Anda masih dapat dikembalikan.", { minutes: BACK_WITHIN })],
  no_show: () => ["no-show", isNumbered ? t("Nomor Anda terlewat") : t("Giliran Anda terlewat"), t("Kami sudah memanggil. Segera temui petugas: dalam %(minutes)s menit Anda kembali ke depan antrean.", { minutes: BACK_WITHIN })],
  expired: () => ["clock", t("Kunjungan ini sudah tidak berlaku"), t("Tempat dalam antrean berlaku pada hari itu. Silakan mendaftar lagi di kiosk.")],
};

export function Ended({ ticket, line, onData, onComplain }) {
  const [icon, heading, way] = (endings[ticket.state] ?? endings.expired)();
  return (
    <Page class="ended" foot={<>{ticket.state !== "expired" && <Live line={line} />}<MyDataLink onData={onData} /></>}>
      <div class="sign"><Icon name={icon} /></div>
      <div class="ended__words" role="status">
        <h1>{heading}</h1>
        {isNumbered && <TicketNumber number={ticket.number} as="p" />}
        <p>{way}</p>
      </div>
      <ComplainLink onComplain={onComplain} />
    </Page>
  );
}
