"""By which connected channel the program itself reaches whoever asked."""

from __future__ import annotations

from collections.abc import Mapping

from shared.database.records.requests import StoredRequest
from shared.domain.standard import Channel
from shared.front_desk.parts import Parts


def carrier_of(parts: Parts, office: str, stored: StoredRequest, person: Mapping[str, str]) -> Channel | None:
    """The channel that carries a message to this person; None where an officer sends it, or only the page shows it.

    Who filled in the web form is written to by the office's mailbox. To a telephone number alone nobody is written to:
    WhatsApp lets an office begin a conversation only with a template that its provider has approved.
    """
    channel: Channel = "email" if stored.channel == "web_form" and person.get("email") else stored.channel
    return channel if parts.is_connected(office, channel) else None
