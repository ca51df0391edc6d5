import { WriteComplaint } from "../complaints/write.jsx";
import { Devices } from "../staff/devices.jsx";
import { NewVisit } from "./new_visit.jsx";
import { printAgain } from "./presses.js";
import { Shortcuts } from "./shortcuts.jsx";
import { SpecialCall } from "./special_call.jsx";
import { waitingFor } from "./state.js";
import { TakeNumber } from "./take_number.jsx";
import { Transfer } from "./transfer.jsx";

// The dialog that is open, if any. It closes by itself when its verb has succeeded.
export function OpenDialog({ dialog, close, queue, desk, number, work, keys, onNewVisit }) {
  const done = (answer) => answer?.ok && close();
  const trouble = work.notice?.words;
  if (dialog?.name === "transfer" && desk.ticket) {
    return <Transfer {...{ queue, trouble }} ticket={desk.ticket} counter={number} busy={work.busy} onClose={close}
      onTransfer={(body) => work.verb("transfer", body).then(done)} />;
  }
  if (dialog?.name === "special_call") {
    return <SpecialCall entry={dialog.entry} counter={number} {...{ desk, trouble }} busy={work.busy} onClose={close}
      first={waitingFor(queue, number)[0]?.ticket.id === dialog.entry.ticket.id} printable={queue.printer?.state !== "none"}
      onCall={(ticket, reason) => work.verb("call", { number: ticket.number, ...(reason && { reason }) }).then(done)}
      onPrint={(ticket) => printAgain(work, ticket).then(done)} onCancel={(ticket) => work.ticketVerb(ticket, "cancel").then(done)} />;
  }
  if (dialog?.name === "take_number") return <TakeNumber printer={queue.printer} onClose={close} />;
  if (dialog?.name === "new_visit") return <NewVisit onClose={close} onChosen={onNewVisit} />;
  if (dialog?.name === "complaint") return <WriteComplaint onClose={close} />;
  if (dialog?.name === "devices") return <Devices onClose={close} />;
  if (dialog?.name === "shortcuts") return <Shortcuts on={keys[0]} onSwitch={keys[1]} onClose={close} />;
  return null;
}
