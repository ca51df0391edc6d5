"""What the numbers of the Cloud API's errors mean for a message (developers.facebook.com, "Error codes")."""

from __future__ import annotations

from http import HTTPStatus

from shared.channels.outgoing import NotSent, Problem

_WINDOW_CLOSED = frozenset({131047, 470})
_FILE = 131053
"""A file was uploaded, and the peer found later that it takes none of its kind."""
_ACCOUNT = frozenset({3, 10, 190, 368, 131005, 131031, 131042, 131045, 133010, *range(200, 300)})
"""Token, permission, registration or bill: whoever looks after the account can mend it, and then the message goes."""
_LATER = frozenset({1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004, 133005, 133016})
"""The peer is ill, or too much was sent: the same message goes later."""


def problem_of(status: int, code: int) -> NotSent:
    """What an error says of a message; `status` is HTTP's, `code` the API's own, 0 for none."""
    if code in _WINDOW_CLOSED:
        return NotSent(Problem.WINDOW_CLOSED, final=True)
    if code == _FILE:
        return NotSent(Problem.REFUSED_FILE, final=True)
    if code in _LATER or status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return NotSent(Problem.UNREACHABLE)
    if code in _ACCOUNT or status == HTTPStatus.UNAUTHORIZED:
        return NotSent(Problem.REFUSED_LOGIN)
    if code == 0:
        return NotSent(Problem.UNREACHABLE)  # a page of the network's own: the peer gives each refusal its number
    return NotSent(Problem.REFUSED_MESSAGE, final=True)
