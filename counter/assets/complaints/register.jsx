import { useEffect, useState } from "preact/hooks";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Filters } from "./filters.jsx";
import { Opened } from "./opened.jsx";
import { RegisterTable } from "./table.jsx";
import { WriteComplaint } from "./write.jsx";

const EVERY = 60_000; // milliseconds: complaints come by themselves, and their clocks run

function OpenDialog({ dialog, rows, open, again }) {
  const close = () => open(null);
  if (dialog?.name === "write") return <WriteComplaint onWritten={again} onClose={close} />;
  if (dialog?.name !== "complaint") return null;
  // What was just done is shown at once; the list follows.
  const row = rows.find(({ code, steps }) => code === dialog.row.code && steps.length >= dialog.row.steps.length) ?? dialog.row;
  const shown = dialog.row.erased ? { ...row, erased: true } : row;
  return <Opened row={shown} onChange={(changed) => { open({ name: "complaint", row: changed }); again(); }} onClose={close} />;
}

export function Register() {
  const [asked, go] = useQuestion("complaints", ["from", "to"]);
  const { told: register, slow, trouble, again } = useAnswer(questionPath("complaints", asked, { format: "json" }));
  const [dialog, open] = useState(null);
  useEffect(() => {
    const timer = setInterval(again, EVERY);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <ManagerPage here="complaints" title={t("Pengaduan")}>
      <main class="register" aria-busy={slow}>
        <Filters register={register} asked={asked} go={go} onWrite={() => open({ name: "write" })} />
        <Trouble words={trouble} />
        <section class={`card register__list ${slow ? "register__list--old" : ""}`} aria-label={t("Daftar pengaduan")}>
          <RegisterTable rows={register.complaints} onOpen={(row) => open({ name: "complaint", row })} />
          <footer class="register__foot"><p>{t("Jam dalam hari kerja kantor ini, menurut batas SP4N-LAPOR: hari diterima tidak dihitung.")}</p></footer>
        </section>
      </main>
      <OpenDialog dialog={dialog} rows={register.complaints} open={open} again={again} />
    </ManagerPage>
  );
}
