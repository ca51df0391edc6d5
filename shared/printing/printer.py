"""Which printer an office has: read from an address such as tcp://192.168.1.50:9100?paper=58."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast
from urllib.parse import SplitResult, parse_qsl, urlsplit
from urllib.request import url2pathname

from shared.printing.render import Paper
from shared.printing.virtual import VirtualPrinter

RAW_PORT = 9100
RAW_PORTS = range(9100, 9110)
OFFICE_NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "fc00::/7",
        "fe80::/10",
    )
]


class Answers(StrEnum):
    """What a printer tells about itself: a setting, because cheap ones differ."""

    ASK = "ask"
    """Ask; a printer that stays silent is sent the slip all the same."""
    YES = "yes"
    """It is known to answer: silence means that it is busy or off, and nothing is sent."""
    BEFORE = "before"
    """It answers before a slip, but never the question after it."""
    NO = "no"
    """Never ask."""


@dataclass(frozen=True)
class Network:
    """A printer that takes raw bytes over TCP."""

    host: str
    port: int


@dataclass(frozen=True)
class Usb:
    """A printer on this machine's USB, driven without the system's own driver."""

    vendor: int
    product: int


@dataclass(frozen=True)
class File:
    """A device such as /dev/usb/lp0, asked like any printer, or a plain file that slips are added to."""

    path: Path


Way = Network | Usb | File | VirtualPrinter


@dataclass(frozen=True)
class Printer:
    """One printer: the address it was given by, how it is reached, its roll and whether it answers."""

    address: str
    way: Way
    paper: Paper = 80
    answers: Answers = Answers.ASK


class PrinterAddressError(ValueError):
    """The address of a printer cannot be used; the text says why in one sentence."""


def printer_at(address: str, folder: Path | None = None) -> Printer:
    """Read a printer's address; `virtual:` keeps its last slip in the folder.

    Options: `?paper=80|58`, `status=ask|yes|before|no` and, for the virtual printer,
    `state=ready|low|no_paper|offline`. Raises PrinterAddressError.
    """
    try:
        parts = urlsplit(address)
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        paper = int(options.pop("paper", "80"))
        answers = Answers(options.pop("status", "ask"))
        way = _way(parts, options, folder)
    except PrinterAddressError:
        raise
    except ValueError as error:
        raise PrinterAddressError(f"The printer address {address!r} cannot be read: {error}.") from error
    if paper not in {80, 58}:
        raise PrinterAddressError(f"The printer address {address!r} names paper of {paper} mm: use 80 or 58.")
    if options:
        raise PrinterAddressError(f"The printer address {address!r} has unknown options: {', '.join(options)}.")
    return Printer(address, way, cast("Paper", paper), answers)


def is_allowed_printer_address(host: str, port: int) -> bool:
    """Whether a printer's address typed on a page may be used: a number in the office's network, a raw port.

    Names are refused, because a name may point elsewhere tomorrow; so is this machine itself (faults T2).
    """
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return port in RAW_PORTS and any(number in network for network in OFFICE_NETWORKS)


def _way(parts: SplitResult, options: dict[str, str], folder: Path | None) -> Way:
    match parts.scheme:
        case "tcp" if parts.hostname:
            return Network(parts.hostname, parts.port or RAW_PORT)
        case "usb":
            vendor, _, product = parts.netloc.partition(":")
            return Usb(int(vendor, 16), int(product, 16))
        case "file" if parts.path and not parts.netloc:
            return File(Path(url2pathname(parts.path)))
        case "virtual":
            place = Path(url2pathname(parts.path)) if parts.path else folder
            if place is None:
                raise PrinterAddressError("The virtual printer needs a folder: virtual:/path/to/folder.")
            return VirtualPrinter(place, options.pop("state", "ready"))
        case "spooler":
            raise PrinterAddressError(
                "Printing through the system's spooler is not possible yet: "
                "use tcp://host:port, usb://vendor:product or file:///dev/usb/lp0."
            )
    raise PrinterAddressError(
        f"{parts.geturl()!r} is no printer address: use tcp://host:port, usb://vendor:product, "
        "file:///path or virtual:."
    )
