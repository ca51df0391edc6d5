"""Sends messages by the Cloud API. What leaves is text, files, and the number that they go to, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from shared.channels.connections import CloudAccount
from shared.channels.outgoing import NotSent, Outgoing, Problem, SendOutcome, Sent
from shared.channels.whatsapp.api import PATIENCE, ApiError, CloudApi, TooLargeError, is_untrusted
from shared.channels.whatsapp.enclosed import SlowUpload, form_of, media_of, said_of, taken_type
from shared.channels.whatsapp.pieces import in_pieces, utf16_length
from shared.channels.whatsapp.place import Place
from shared.channels.whatsapp.problems import problem_of
from shared.domain.standard import Channel

LONGEST_TEXT = 4096
"""Characters of one message, as the Cloud API counts them."""
WINDOW = timedelta(hours=24)
"""So long after the user's last word an office may write freely; later only the officer's own telephone may."""
WHOLE_PATIENCE = 200.0
"""Seconds for all files of a message; with the rest still below the lease of whoever sends it."""
_MOST_HALF_SENT = 100


@dataclass(slots=True)
class _HalfSent:
    """How far a message came: the peer's names of its uploaded files, and of the parts that went out."""

    media: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


class FileRefusedError(Exception):
    """The peer takes no such file from anybody."""


class CloudSender:
    """The sender of one number. A text that is too long goes out as several messages, in order, and each file as one
    more behind them. The files are uploaded before the first word leaves: where one is refused, nothing has gone out.

    When a later part fails, trying again goes on with that part; only a restart in between sends the first ones anew.
    """

    channel: Channel = "whatsapp"

    def __init__(self, account: CloudAccount, patience: float = PATIENCE) -> None:
        self._api = CloudApi(account, patience)
        self._half_sent: dict[tuple[int, int], _HalfSent] = {}

    def send(self, letter: Outgoing) -> SendOutcome:
        """Hand the text to the peer; `Sent.mark` is the provider's number of the last part."""
        if not letter.phone:
            return NotSent(Problem.NO_ADDRESS, final=True)
        if letter.quiet is not None and letter.quiet > WINDOW:
            return NotSent(Problem.WINDOW_CLOSED, final=True)
        parts = list(in_pieces(letter.text, lambda part: utf16_length(part) <= LONGEST_TEXT))
        if not parts:
            return NotSent(Problem.REFUSED_MESSAGE, final=True)
        if any(taken_type(file) is None for file in letter.files):
            return NotSent(Problem.REFUSED_FILE, final=True)
        return _outcome(lambda: self._send_parts(letter, letter.phone or "", parts))

    def _send_parts(self, letter: Outgoing, phone: str, parts: list[str]) -> Sent:
        name = (letter.request, letter.position)
        half = self._half_sent.pop(name, None) or _HalfSent()
        try:
            self._upload(letter, half)
            said = [*map(_text, parts), *map(said_of, letter.files, half.media)]
            for number in range(len(half.marks) + 1, len(said) + 1):
                place = Place(letter.request, letter.position, number, len(said))
                half.marks.append(_mark(self._api.send(_message(letter, phone, said[number - 1], place))))
        except Exception:
            self._remember(name, half)
            raise
        return Sent(half.marks[-1])

    def _upload(self, letter: Outgoing, half: _HalfSent) -> None:
        ends = time.monotonic() + WHOLE_PATIENCE
        for file in letter.files[len(half.media) :]:
            kind, body = form_of(file)
            try:
                half.media.append(media_of(self._api.upload(kind, SlowUpload(body, ends), len(body))))
            except ApiError as error:
                told = problem_of(error.status, error.code)
                if told.problem is Problem.REFUSED_MESSAGE:
                    raise FileRefusedError from error
                raise

    def _remember(self, name: tuple[int, int], half: _HalfSent) -> None:
        if half.media or half.marks:
            self._half_sent[name] = half
        while len(self._half_sent) > _MOST_HALF_SENT:
            del self._half_sent[next(iter(self._half_sent))]


def _outcome(send: Callable[[], Sent]) -> SendOutcome:
    try:
        return send()
    except FileRefusedError:
        return NotSent(Problem.REFUSED_FILE, final=True)
    except ApiError as error:
        return problem_of(error.status, error.code)
    except (OSError, HTTPException, TooLargeError) as error:
        return NotSent(Problem.UNTRUSTED if is_untrusted(error) else Problem.UNREACHABLE)


def _text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": {"body": words, "preview_url": False}}


def _message(letter: Outgoing, phone: str, said: dict[str, Any], place: Place) -> dict[str, Any]:
    written: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": phone.removeprefix("+"),
        **said,
        "biz_opaque_callback_data": place.written(),
    }
    answered = [mark for mark in letter.answers_to if mark.startswith("wamid.")]
    if answered and place.part == 1:
        written["context"] = {"message_id": answered[-1]}
    return written


def _mark(answer: dict[str, Any]) -> str:
    """The number that the peer gave the message. Without one it is no answer of the peer."""
    try:
        mark = answer["messages"][0]["id"]
    except (KeyError, IndexError, TypeError):
        mark = None
    if not isinstance(mark, str) or not mark:
        raise ApiError(200)
    return mark
