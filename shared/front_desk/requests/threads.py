"""The thread of a request within a transaction: messages are sealed and opened here, under the key of whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.database.records.attachments import StoredAttachment
from shared.database.records.requests import StoredRequest
from shared.database.records.visitors import StoredVisitor
from shared.domain.refusal import Refusal
from shared.domain.standard import Channel
from shared.front_desk.desk import Work
from shared.front_desk.requests.seals import FileSeals
from shared.vault import Vault

MESSAGE = "message"


class ThreadOf:
    """One request's thread."""

    def __init__(self, work: Work, vault: Vault, request: StoredRequest | int, visitor: StoredVisitor) -> None:
        self._work = work
        self._vault = vault
        self._request = request if isinstance(request, int) else request.id
        self._visitor = visitor

    def write(
        self,
        side: str,
        kind: str,
        words: Mapping[str, Any],
        *,
        delivery: str,
        mark: str | None = None,
        carrier: Channel | None = None,
    ) -> int:
        """The next message. Refuses `erased` when the key of whoever asked is gone. Returns its position."""
        return self._work.records.add_message(
            self._request,
            at=self._work.now,
            side=side,
            kind=kind,
            actor=self._work.actor if side == "office" else None,
            delivery=delivery,
            carrier=carrier,
            mark=mark,
            sealed=self._sealed(MESSAGE, words),
        )

    def attach(self, message: int, position: int, name: str, kind: str, content: bytes) -> None:
        """A file of a message."""
        place = (self._request, message, position)
        self._work.records.add_attachment(*place, **self._kept(place, name, kind, content))

    def await_file(self, message: int, position: int, name: str, kind: str, source: str) -> None:
        """A file that the channel has only named: its worker fetches it after the commit, however long that takes."""
        place = (self._request, message, position)
        named = self._file_seals().named(place, {"name": name, "type": kind, "source": source})
        self._work.records.add_attachment(*place, size=0, fetching="waits", named=named)
        self._work.post_waits = True

    def have_file(self, file: StoredAttachment, name: str, kind: str, content: bytes) -> None:
        """A file that was awaited is here."""
        place = (file.request, file.message, file.position)
        here: dict[str, Any] = {"fetching": None, "problem": None, "next_try_at": None}
        self._work.records.change_attachment(*place, **(here | self._kept(place, name, kind, content)))

    def _kept(self, place: tuple[int, int, int], name: str, kind: str, content: bytes) -> dict[str, Any]:
        seals = self._file_seals()
        named = seals.named(place, {"name": name, "type": kind})
        return {"size": len(content), "named": named, "sealed": seals.content(place, content)}

    def _file_seals(self) -> FileSeals:
        if self._visitor.wrapped is None:
            raise Refusal("erased")
        return FileSeals(self._vault, self._visitor.wrapped, self._work.office.code, self._visitor.id)

    def _sealed(self, what: str, words: Mapping[str, Any]) -> bytes:
        if self._visitor.wrapped is None:
            raise Refusal("erased")
        return self._vault.seal(self._visitor.wrapped, self._work.office.code, self._visitor.id, what, words)


def thread_of(work: Work, vault: Vault, request: StoredRequest) -> ThreadOf:
    """The thread of a request that is there already."""
    visitor = work.records.visitor(request.visitor)
    if visitor is None:
        raise Refusal("erased")
    return ThreadOf(work, vault, request, visitor)
