"""What the roof gives every desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from shared.channels import Connections
from shared.clock import Clock
from shared.database import Database
from shared.database.records.requests import StoredRequest
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.standard import Channel
from shared.keys import Keys
from shared.settings import Settings
from shared.threads import MakeThreads, PlainThreads, Threads
from shared.vault import Vault


@dataclass(slots=True)
class Parts:
    """What the roof gives every desk."""

    settings: Settings
    database: Database
    clock: Clock
    keys: Keys
    offices: Mapping[str, Office]
    threads: MakeThreads = PlainThreads
    boards: Callable[[str], Mapping[str, int]] = field(default=lambda _: {"connected": 0, "sounding": 0})
    """How many boards of an office are connected, and how many can be heard."""
    tell: Callable[[str], None] = field(default=lambda _: None)
    """Called with the office's code after a commit that changed something."""
    wake_printer: Callable[[str], None] = field(default=lambda _: None)
    """Called with the office's code after a commit that put a slip into the outbox."""
    connections: Mapping[str, Connections] = field(default_factory=dict)
    """The channels that each office has connected."""
    wake_post: Callable[[str], None] = field(default=lambda _: None)
    """Called with the office's code after a commit that put a message into the outbox of a connected channel."""
    follow_link: Callable[[str, StoredRequest], str | None] = field(default=lambda _office, _request: None)
    """The address at which whoever asked follows a request, by office; None where phones reach no such page."""
    keys_changed: Callable[[], None] = field(default=lambda: None)
    """Called after a commit that destroyed a visitor's key, restricted somebody or took a consent back, so that the
    copies of the keys are written anew; never raises, for the commit is done."""
    aside: Threads = field(init=False)
    """For small work that would hold up the screens on the event loop, such as looking through files; on a first start
    the voice is built here for minutes."""
    codes: Threads = field(init=False)
    """Drawing a QR code: a visitor's ticket and slip never wait for the voice."""
    files: Threads = field(init=False)
    """Writing a spreadsheet or a report takes a second; no clip and no code waits behind one."""
    passwords: Threads = field(init=False)
    """Checking a password takes some 50 ms of one core on purpose; on a thread of its own it holds up no board."""

    vault: Vault = field(init=False)
    """Seals what may tell who a visitor is."""

    def is_connected(self, office: str, channel: Channel) -> bool:
        """Whether the program itself sends on a channel of an office; else an officer does it by hand."""
        connected = self.connections.get(office, Connections())
        return {"email": connected.email, "whatsapp": connected.whatsapp}.get(channel) is not None

    def office(self, code: str) -> Office:
        """The office with this code by its calendar of now, or `unknown_office`; also when another process serves it.

        `offices` are the profiles alone: verbs and screens read the calendar in their own transaction.
        """
        if code not in self.offices or self.settings.office not in (None, code):
            raise Refusal("unknown_office")
        office = self.offices[code]
        return self.database.reading(code, lambda records: records.with_calendar(office))

    def served(self) -> list[Office]:
        """The offices of this process: all, or the one that it was started for."""
        return [office for code, office in self.offices.items() if self.settings.office in (None, code)]

    def __post_init__(self) -> None:
        self.aside = self.threads(1)
        self.codes = self.threads(1)
        self.files = self.threads(1)
        self.passwords = self.threads(1)
        self.vault = Vault(self.keys.secret_of("vault"))
