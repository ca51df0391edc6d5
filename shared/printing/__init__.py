"""Paper: what a slip says, how it looks, how it reaches a printer, and what came of it.

Blocking work; the worker runs it in a thread. A slip that fails never costs its ticket.
"""

from shared.printing.deliver import Limits, deliver, print_slip, status
from shared.printing.outcome import Condition, NotPrinted, Outcome, Printed, Reason, Sent, Unsure
from shared.printing.printer import Printer, PrinterAddressError, is_allowed_printer_address, printer_at
from shared.printing.render import picture, render
from shared.printing.slip import Language, Slip
from shared.printing.typeface import TypefaceMissingError
from shared.printing.virtual import VirtualPrinter
from shared.printing.worker import PrintingWorker, PrintJob, PrintJobs, Step

__all__ = [
    "Condition",
    "Language",
    "Limits",
    "NotPrinted",
    "Outcome",
    "PrintJob",
    "PrintJobs",
    "Printed",
    "Printer",
    "PrinterAddressError",
    "PrintingWorker",
    "Reason",
    "Sent",
    "Slip",
    "Step",
    "TypefaceMissingError",
    "Unsure",
    "VirtualPrinter",
    "deliver",
    "is_allowed_printer_address",
    "picture",
    "print_slip",
    "printer_at",
    "render",
    "status",
]
