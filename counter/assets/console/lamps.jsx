import { t } from "@shared/words.js";
import { Lamp } from "../staff/top_bar.jsx";
import { printerReason } from "../staff/words.js";

function BoardLamp({ boards }) {
  if (!boards?.connected) return <Lamp icon="screen" words={t("Papan tidak tersambung")} warn />;
  if (!boards.sounding) return <Lamp icon="screen" words={t("Papan tanpa suara")} warn />;
  return <Lamp icon="screen" words={t("Papan: tampil dan terdengar")} />;
}

function PrinterLamp({ printer }) {
  if (!printer || printer.state === "none") return null;
  if (printer.state === "trouble") return <Lamp icon="printer" words={printerReason(printer.reason)} warn />;
  return printer.paper_low ? <Lamp icon="printer" words={t("Kertas menipis")} warn /> : <Lamp icon="printer" words={t("Pencetak")} />;
}

export function Lamps({ queue, lost }) {
  return (
    <>
      <BoardLamp boards={queue.boards} />
      <PrinterLamp printer={queue.printer} />
      <Lamp icon="server" words={lost ? t("Server terputus") : t("Server")} warn={lost} />
    </>
  );
}
