"""Limits for unattended screens and for guessing: small numbers that a person never reaches."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from shared.domain.refusal import Refusal

TAKES = parse("20/minute")  # of one kiosk page; integrators' tokens are not counted (contract, roles)
SIGN_INS = parse("5/5 minutes")  # failed ones, for one name from one address
CODES = parse("5/10 minutes")  # wrong pairing codes of one person
LINKS = parse("60/minute")  # unknown ticket links from one address

_counted = MovingWindowRateLimiter(MemoryStorage())


def count(limit: object, *who: str) -> None:
    """Count one, or refuse with `too_many`."""
    if not _counted.hit(limit, *who):  # type: ignore[arg-type] # `limits` ships no types
        raise Refusal("too_many")


def refuse_above(limit: object, *who: str) -> None:
    """Refuse with `too_many` when the limit is reached, without counting."""
    if not _counted.test(limit, *who):  # type: ignore[arg-type] # `limits` ships no types
        raise Refusal("too_many")
