"""What in a text looks like somebody's contact or identity number, wherever it has no business."""

from __future__ import annotations

import re

PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+62\d{8,}|\b08\d{8,}|\d(?:[\s./-]*\d){15}")
"""An e-mail address, an Indonesian phone number, or sixteen digits."""


def looks_personal(text: str) -> bool:
    """Whether a text that everybody may read holds what only a visitor's own rows may hold."""
    return PERSONAL.search(text) is not None
