"""Whether what came was really sent by the provider: checked over the raw bytes, before anything is read of them."""

from __future__ import annotations

import hashlib
import hmac

SIGNATURE_HEADER = "X-Hub-Signature-256"


def is_signed(body: bytes, signature: str | None, secret: str) -> bool:
    """Whether the signature (`sha256=…`) is the one that the app's secret gives this body."""
    right = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return same_secret(signature, right)


def same_secret(shown: str | None, right: str) -> bool:
    """Whether both are the same, in a time that does not tell how much of it is; an empty secret opens nothing."""
    return hmac.compare_digest((shown or "").encode("utf-8", "replace"), right.encode()) and bool(right)
