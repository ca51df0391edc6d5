"""What every room needs of the web: which office, who is asking, which language, and how to say no."""

from __future__ import annotations

from shared.web.asking import Asking, asking, desk, parts, shown
from shared.web.pages import page, page_data, standard_page
from shared.web.policy import allow, anyone, holder
from shared.web.views import at_office, ticket_json

__all__ = [
    "Asking",
    "allow",
    "anyone",
    "asking",
    "at_office",
    "desk",
    "holder",
    "page",
    "page_data",
    "parts",
    "shown",
    "standard_page",
    "ticket_json",
]
