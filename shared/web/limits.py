"""Limits for unattended screens and for guessing: small numbers that a person never reaches."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from shared.domain.refusal import Refusal

TAKES = parse("20/minute")  # of one kiosk page; integrators' tokens are not counted (contract, roles)
SIGN_INS = parse("5/5 minutes")  # for one name from one address, until one succeeds
ADDRESS_SIGN_INS = parse("60/5 minutes")  # for all names from one address, so that guessing cannot fill the queue
CODES = parse("5/10 minutes")  # pairing codes of one person, until one is right
MESSAGES = parse("20/second")  # of one board
COMPLAINTS = parse("10/hour")  # of strangers from one address; screens of the office are not counted
REQUESTS = parse("10/hour")  # new requests of strangers from one address
REPLIES = parse("30/hour")  # to one request, by whoever holds its link
FILES = parse("60/hour")  # with the replies to one request
STEPS = parse("120/10 minutes")  # of one visitor who fills in the guest book
EARLIER = parse("6/hour")  # of one visitor: is this name with this number known?
OFFICE_EARLIER = parse("60/hour")  # the same of all visitors of an office, so that nobody guesses with many tickets
RATING_CODES = parse("10/10 minutes")  # wrong codes typed at one kiosk; the codes have some 29 bits
LINKS = parse("60/minute")  # unknown ticket links from one address

_counted = MovingWindowRateLimiter(MemoryStorage())


def count(limit: object, *who: str) -> None:
    """Count one, or refuse with `too_many`."""
    if not _counted.hit(limit, *who):  # type: ignore[arg-type] # `limits` ships no types
        raise Refusal("too_many")


def refuse_beyond(limit: object, *who: str) -> None:
    """Refuse with `too_many` once the limit is reached, without counting: for limits of what went wrong."""
    if not _counted.test(limit, *who):  # type: ignore[arg-type] # `limits` ships no types
        raise Refusal("too_many")


def forgive(limit: object, *who: str) -> None:
    """Forget what was counted: whoever knew the secret was not guessing."""
    _counted.clear(limit, *who)  # type: ignore[arg-type] # `limits` ships no types
