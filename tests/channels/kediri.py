"""Kota Kediri with a connected mailbox: mails come, the program looks and sends, and an officer works over HTTP."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient

from shared.app import House, create_app
from shared.channels import EmailAccount, PostWorker
from shared.channels.email.mailbox import Mailbox
from shared.channels.email.watcher import MailWatcher
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.front_desk.requests import Thread, case_of
from shared.front_desk.requests.channel_states import ChannelState, channel_states
from shared.front_desk.requests.letterbox import Letterbox
from shared.front_desk.requests.reading import opened_thread
from shared.settings import Settings
from shared.threads import PlainThreads
from tests.cast import SECRET, HandClock
from tests.channels.mail_host import MailHost
from tests.channels.post_office import PASSWORD, USER, PostOffice

CODE = "kota-kediri"
ADDRESS = "pst3571@bps.example.com"
SATURDAY = date(2026, 7, 11)
"""Long ago: a mail server takes no mail from a day that has not come."""


def channels_file(folder: Path, host: MailHost, office: PostOffice, code: str = CODE) -> Path:
    """The file by which the office connects its mailbox."""
    file = folder / "channels.toml"
    file.write_text(
        f'[{code}.email]\naddress = "{ADDRESS}"\nname = "PST BPS Kota Kediri"\nimap = "{host.address}"\n'
        f'smtp = "smtp://{office.address}"\nuser = "{USER}"\npassword = "{PASSWORD}"\n',
        encoding="utf-8",
    )
    file.chmod(0o600)
    return file


def written(
    text: str = "Mohon data IPM.", subject: str = "Data", sender: str = "tamu13@example.com", **more: str
) -> bytes:
    """A plain mail with a name of its own; further headers by name."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, ADDRESS, subject
    mail["Message-ID"] = more.pop("name", f"<{uuid4().hex}@example.com>")
    for name, value in more.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail.as_bytes()


class Kediri:
    """The house, its post and its clock."""

    def __init__(self, folder: Path, url: str, clock: HandClock, host: MailHost, office: PostOffice) -> None:
        self.clock, self.host, self.office = clock, host, office
        settings = Settings(
            data_dir=folder,
            database_url=url,
            secret_key=SECRET,
            office=CODE,
            channels_file=channels_file(folder, host, office),
            public_url="https://pst.example.com",
        )
        self.house: House = create_app(settings, clock=clock)
        self.parts = self.house.parts
        self.here = self.parts.offices[CODE]
        self._web = FlaskClient(self.house.app)
        owner = FrontDesk(self.parts, self.here, operator(CODE))
        self._token = owner.create_token(frozenset({Role.OFFICER, Role.MANAGER}), "Tono")

    @property
    def watcher(self) -> MailWatcher:
        """Who looks into the mailbox."""
        return next(one for one in self.house.workers if isinstance(one, MailWatcher))

    @property
    def account(self) -> EmailAccount:
        """What the office connected."""
        account = self.parts.connections[CODE].email
        assert account is not None
        return account

    def watcher_with(self, mailbox: Mailbox) -> MailWatcher:
        """Another start of the program, over a mailbox that the test has tampered with."""
        letterbox = Letterbox(self.parts, self.here, self.account)
        return MailWatcher(mailbox, letterbox, PlainThreads(1).call, self.house.socket.server.eio.create_event())

    def receives(self, *mails: bytes) -> None:
        """Mails arrive now."""
        for mail in mails:
            self.host.receives(mail, self.clock.now())

    def looks(self) -> bool:
        """The program looks into the mailbox once."""
        return self.watcher.look()

    def sends(self) -> list[EmailMessage]:
        """The program sends what waits; the mails that the post office has got by then."""
        while next(one for one in self.house.workers if isinstance(one, PostWorker)).run_once():
            pass
        return self.office.mails

    def asks(self, method: str, path: str, body: Any = None) -> Any:
        """An officer at the inbox, over HTTP."""
        head = {"Authorization": f"Bearer {self._token}", "Accept": "application/json", "Idempotency-Key": uuid4().hex}
        answer = self._web.open(f"/{CODE}/counter/requests{path}", method=method, json=body, headers=head)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def fills_in(self, **filled: Any) -> tuple[int, str]:
        """Somebody sends the web form; the id of their request and the path of its page."""
        head = {"Accept": "application/json", "Idempotency-Key": uuid4().hex}
        answer = self._web.post(f"/{CODE}/kiosk/requests", json={"text": "Mohon data IPM.", **filled}, headers=head)
        assert answer.status_code == 201, answer.text
        token = str(answer.get_json()["token"])
        claimed = self.parts.keys.claimed(token)
        assert claimed is not None
        return claimed[0], f"/{CODE}/kiosk/requests/{token}"

    def page(self, path: str) -> Any:
        """The page of a request as whoever holds its link reads it."""
        return self._web.get(path, headers={"Accept": "application/json"}).json

    def inbox(self) -> list[dict[str, Any]]:
        """The open requests, oldest first."""
        rows: list[dict[str, Any]] = self.asks("GET", "")["requests"]
        return sorted(rows, key=lambda row: int(row["id"]))

    def thread(self, request: int) -> Thread:
        """A request with its words."""
        now = self.clock.now()
        return self.parts.database.reading(
            CODE,
            lambda records: opened_thread(records, self.parts.vault, case_of(records, self.here, request, now)),
        )

    def state(self) -> ChannelState:
        """How the mailbox stands, as staff see it."""
        connected = self.parts.connections[CODE]
        return self.parts.database.reading(CODE, lambda records: channel_states(records, connected))[0]

    def close(self) -> None:
        """Shut the house."""
        self.house.close()
