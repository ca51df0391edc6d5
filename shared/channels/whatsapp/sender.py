"""Sends messages by the Cloud API. What leaves is the text and the number that it goes to, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from shared.channels.connections import CloudAccount
from shared.channels.outgoing import NotSent, Outgoing, Problem, SendOutcome, Sent
from shared.channels.whatsapp.api import PATIENCE, ApiError, CloudApi, TooLargeError, is_untrusted
from shared.channels.whatsapp.pieces import in_pieces, utf16_length
from shared.channels.whatsapp.place import Place
from shared.channels.whatsapp.problems import problem_of
from shared.domain.standard import Channel

LONGEST_TEXT = 4096
"""Characters of one message, as the Cloud API counts them."""
WINDOW = timedelta(hours=24)
"""So long after the user's last word an office may write freely; later only the officer's own telephone may."""
_MOST_HALF_SENT = 100


class CloudSender:
    """The sender of one number. A text that is too long goes out as several messages, in order.

    When a later part fails, trying again goes on with that part; only a restart in between sends the first ones anew.
    """

    channel: Channel = "whatsapp"

    def __init__(self, account: CloudAccount, patience: float = PATIENCE) -> None:
        self._api = CloudApi(account, patience)
        self._half_sent: dict[tuple[int, int], list[str]] = {}

    def send(self, letter: Outgoing) -> SendOutcome:
        """Hand the text to the peer; `Sent.mark` is the provider's number of the last part."""
        if not letter.phone:
            return NotSent(Problem.NO_ADDRESS, final=True)
        if letter.quiet is not None and letter.quiet > WINDOW:
            return NotSent(Problem.WINDOW_CLOSED, final=True)
        parts = list(in_pieces(letter.text, lambda part: utf16_length(part) <= LONGEST_TEXT))
        if not parts:
            return NotSent(Problem.REFUSED_MESSAGE, final=True)
        return _outcome(lambda: self._send_parts(letter, letter.phone or "", parts))

    def _send_parts(self, letter: Outgoing, phone: str, parts: list[str]) -> Sent:
        name = (letter.request, letter.position)
        marks = self._half_sent.pop(name, [])
        try:
            for number in range(len(marks) + 1, len(parts) + 1):
                place = Place(letter.request, letter.position, number, len(parts))
                marks.append(_mark(self._api.send(_message(letter, phone, parts[number - 1], place))))
        except Exception:
            self._remember(name, marks)
            raise
        return Sent(marks[-1])

    def _remember(self, name: tuple[int, int], marks: list[str]) -> None:
        if marks:
            self._half_sent[name] = marks
        while len(self._half_sent) > _MOST_HALF_SENT:
            del self._half_sent[next(iter(self._half_sent))]


def _outcome(send: Callable[[], Sent]) -> SendOutcome:
    try:
        return send()
    except ApiError as error:
        return problem_of(error.status, error.code)
    except (OSError, HTTPException, TooLargeError) as error:
        return NotSent(Problem.UNTRUSTED if is_untrusted(error) else Problem.UNREACHABLE)


def _message(letter: Outgoing, phone: str, text: str, place: Place) -> dict[str, Any]:
    written: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": phone.removeprefix("+"),
        "type": "text",
        "text": {"body": text, "preview_url": False},
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
