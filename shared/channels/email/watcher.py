"""Looks into a mailbox again and again: what came is handed over, and marked only when it is safe with us."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

import structlog

from shared.channels.email.incoming import Aside
from shared.channels.email.mailbox import Found, Mailbox, MailboxError, Place
from shared.channels.outgoing import Problem
from shared.threads import Bell

LOOK_SECONDS = 30
LONGEST_PAUSE = 600
FIRST_LOOK_BACK = timedelta(days=7)
"""When a mailbox is connected, unread mail of so many days is taken; what lay there longer is left as it is."""
MOST_FAILURES = 3
"""So often one mail may break what takes it before it is set aside, so that it does not block the next for ever."""

T = TypeVar("T")
log = structlog.get_logger()


class IncomingPost(Protocol):
    """Who takes the mails of one mailbox, and remembers how far it was read and how it stands."""

    def now(self) -> datetime:
        """The present moment, aware."""

    def place(self) -> Place | None:
        """How far the mailbox was read; None: never."""

    def take(self, found: Found) -> Aside | None:
        """Keep what came. None when it is safe or known, else why it stays where it is."""

    def reached(self, place: Place) -> None:
        """Everything before this place is dealt with."""

    def laid_aside(self, uid: int, why: Aside) -> None:
        """A mail stays in the mailbox for a person."""

    def aside(self) -> list[int]:
        """The mails that stay in the mailbox, as far as we know."""

    def looked(self, dealt_with: list[int]) -> None:
        """The mailbox was read to its end; somebody has dealt with these mails, which waited in it for a person."""

    def failed(self, problem: Problem) -> None:
        """The mailbox cannot be read."""


class MailWatcher:
    """Watches one mailbox; `in_thread` runs blocking work on one and the same thread while others go on."""

    def __init__(
        self, mailbox: Mailbox, post: IncomingPost, in_thread: Callable[[Callable[[], Any]], Any], bell: Bell
    ) -> None:
        self._mailbox = mailbox
        self._post = post
        self._run_in_thread = in_thread
        self._bell = bell
        self._stopping = False
        self._failures: Counter[int] = Counter()
        self._bad_looks = 0

    @property
    def pause(self) -> float:
        """Seconds until the next look: longer while it fails."""
        return float(min(LOOK_SECONDS * 2**self._bad_looks, LONGEST_PAUSE)) if self._bad_looks else LOOK_SECONDS

    def stop(self) -> None:
        """Let `run` return after the mail that it is taking."""
        self._stopping = True
        self._bell.set()

    def run(self) -> None:
        """Look until stopped."""
        while not self._stopping:
            self.look()
            if not self._stopping:
                self._bell.wait(self.pause)

    def look(self) -> bool:
        """Take everything that is new; whether the mailbox could be read. Raises nothing."""
        try:
            self._read()
        except MailboxError as error:
            self._bad_looks = min(self._bad_looks + 1, 10)
            self._note_failure(error.problem)
            return False
        except Exception as error:  # noqa: BLE001 # a database that fails for a moment must not end all reading
            self._bad_looks = min(self._bad_looks + 1, 10)
            log.warning("mail_not_taken", error=type(error).__name__)
            self._note_failure(Problem.BROKEN)
            return False
        self._bad_looks = 0
        return True

    def _read(self) -> None:
        try:
            end = self._in_thread(self._mailbox.open)
            place = self._post.place()
            known = place if place is not None and place.validity == end.validity else None
            for uid in self._in_thread(lambda: self._new(known)):
                if self._stopping:
                    return
                self._deal_with(uid)
                if known is not None:
                    self._post.reached(Place(end.validity, uid + 1))
            if known is None:
                self._post.reached(end)
            waiting = self._post.aside()
            flagged = self._in_thread(lambda: self._mailbox.still_flagged(waiting))
            self._post.looked([uid for uid in waiting if uid not in flagged])
        finally:
            self._in_thread(self._mailbox.close)

    def _new(self, known: Place | None) -> list[int]:
        """What came since; in a mailbox that we do not know, or that was rebuilt, what is unread and not too old.

        A mail that was taken before is known by its name.
        """
        if known is not None:
            return self._mailbox.new_from(known.next_uid)
        return self._mailbox.unread_since((self._post.now() - FIRST_LOOK_BACK).date())

    def _deal_with(self, uid: int) -> None:
        found = self._in_thread(lambda: self._mailbox.mail(uid))
        if found is None:
            return
        why = self._taken(uid, found)
        if why is None:
            self._in_thread(lambda: self._mailbox.settle(uid))
            return
        self._in_thread(lambda: self._mailbox.set_aside(uid))
        self._post.laid_aside(uid, why)
        log.warning("mail_set_aside", why=why.value)

    def _taken(self, uid: int, found: Found) -> Aside | None:
        if isinstance(found.opened, Aside):
            return found.opened
        try:
            return self._post.take(found)
        except Exception:
            self._failures[uid] += 1
            if self._failures[uid] < MOST_FAILURES:
                raise
            return Aside.UNREADABLE

    def _note_failure(self, problem: Problem) -> None:
        try:
            self._post.failed(problem)
        except Exception as error:  # noqa: BLE001 # the database is away too; the next look says it again
            log.warning("channel_state_not_kept", error=type(error).__name__)

    def _in_thread(self, work: Callable[[], T]) -> T:
        answer: T = self._run_in_thread(work)
        return answer
