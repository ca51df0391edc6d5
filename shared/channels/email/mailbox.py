"""A mailbox over IMAP: what is new in it, one mail at a time, and the two marks that we leave. Every call may block."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime

from imapclient import FLAGGED, SEEN, IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from shared.channels.connections import EmailAccount
from shared.channels.email.incoming import Aside, Opened
from shared.channels.email.opening import opened
from shared.channels.email.server import ANSWERS_WITHIN, problem_of, server_at, trusted
from shared.channels.outgoing import Problem

LARGEST_MAIL = 40 * 1024 * 1024
"""Bytes; a larger mail stays on the server, and staff are told. The large providers take 25 MB."""

logging.getLogger("imapclient").setLevel(logging.WARNING)  # at DEBUG it would write down every mail


class MailboxError(Exception):
    """The mailbox cannot be read now; `problem` says why. Its text names nobody."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class RefusedMailError(MailboxError):
    """The server gives everything but this mail."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a mailbox was read: `next_uid` and above are new while `validity` stays (RFC 3501, 2.3.1.1)."""

    validity: int
    next_uid: int


@dataclass(frozen=True, slots=True)
class Found:
    """A mail, opened, and the aware moment at which the mail server took it."""

    opened: Opened
    arrived_at: datetime


class Mailbox:
    """One folder of one account. `open` before everything else, `close` after it; MailboxError from each of them."""

    def __init__(self, account: EmailAccount) -> None:
        self._account = account
        self._server = server_at(account.imap)
        self._line: IMAPClient | None = None

    def open(self) -> Place:
        """Sign in and choose the folder; where it ends now."""
        with _told():
            secret = {"ssl": True, "ssl_context": trusted()} if self._server.is_private else {"ssl": False}
            wait = SocketTimeout(connect=ANSWERS_WITHIN, read=ANSWERS_WITHIN)
            line = self._line = IMAPClient(self._server.host, self._server.port, timeout=wait, **secret)
            line.normalise_times = False
            line.login(self._account.user, self._account.password)
            folder = line.select_folder(self._account.folder)
            return Place(int(folder[b"UIDVALIDITY"]), int(folder[b"UIDNEXT"]))

    def close(self) -> None:
        """Sign out, as far as the server still listens."""
        line, self._line = self._line, None
        if line is not None:
            with suppress(IMAPClientError, OSError):
                line.logout()
            with suppress(IMAPClientError, OSError):
                line.shutdown()

    def unread_since(self, day: date) -> list[int]:
        """The unread mails that came on this day or later, oldest first."""
        return self._searched("UNSEEN", "SINCE", day)

    def new_from(self, uid: int) -> list[int]:
        """The mails with this uid and above, read by somebody or not, oldest first."""
        return [one for one in self._searched("UID", f"{uid}:*") if one >= uid]

    def mail(self, uid: int) -> Found | None:
        """The mail, opened and left unread; None when somebody took it away."""
        with _told():
            about = self._connected().fetch([uid], ["RFC822.SIZE", "INTERNALDATE"]).get(uid)
        if not about:
            return None
        arrived: datetime = about[b"INTERNALDATE"]
        if int(about[b"RFC822.SIZE"]) > LARGEST_MAIL:
            return Found(Aside.TOO_LARGE, arrived)
        try:
            raw = self._raw(uid)
        except RefusedMailError:
            return Found(Aside.UNREADABLE, arrived)
        return None if raw is None else Found(opened(raw), arrived)

    def _raw(self, uid: int) -> bytes | None:
        with _told():
            try:
                mail = self._connected().fetch([uid], ["BODY.PEEK[]"]).get(uid, {})
            except IMAPClientAbortError:
                raise
            except IMAPClientError:
                raise RefusedMailError(Problem.BROKEN) from None
            raw: bytes | None = mail.get(b"BODY[]")
            return raw

    def settle(self, uid: int) -> None:
        """The mail is dealt with: it is read."""
        with _told():
            self._connected().add_flags([uid], [SEEN], silent=True)

    def set_aside(self, uid: int) -> None:
        """The mail waits for a person: it stays unread and is flagged, which every mail program shows."""
        with _told():
            self._connected().add_flags([uid], [FLAGGED], silent=True)

    def still_flagged(self, uids: Iterable[int]) -> list[int]:
        """Which of these mails are there and flagged still."""
        wanted = list(uids)
        return self._searched("FLAGGED", "UID", ",".join(map(str, wanted))) if wanted else []

    def _searched(self, *wish: object) -> list[int]:
        with _told():
            return sorted(self._connected().search(list(wish)))

    def _connected(self) -> IMAPClient:
        if self._line is None:
            raise MailboxError(Problem.UNREACHABLE)
        return self._line


def login_trial(account: EmailAccount) -> Problem | None:
    """Sign in and read nothing; None when all is well."""
    mailbox = Mailbox(account)
    try:
        mailbox.open()
    except MailboxError as error:
        return error.problem
    finally:
        mailbox.close()
    return None


@contextmanager
def _told() -> Iterator[None]:
    """Every way in which a mail server fails, as one error that repeats nothing the server said."""
    try:
        yield
    except LoginError:
        raise MailboxError(Problem.REFUSED_LOGIN) from None
    except (IMAPClientAbortError, OSError) as error:
        raise MailboxError(problem_of(error)) from None
    except (IMAPClientError, KeyError, ValueError):  # no such folder, or answers that are none
        raise MailboxError(Problem.BROKEN) from None
