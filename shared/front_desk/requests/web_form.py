"""The web form, and what whoever asked may do on the page of their own request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.guest_book import refuse_identity_number
from shared.domain.refusal import Refusal
from shared.domain.standard import Standard
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.reading import Thread, opened_file, opened_thread
from shared.front_desk.requests.receiving import Received, Receiving
from shared.front_desk.requests.said import Asked, FileSent, Said, refuse_files

FORM_LENGTH = 4000
"""What a form takes; a letter by e-mail may be longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The form as it was sent. A minor leaves no contact, and reads the answer on the page of the request."""

    text: str
    service: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    minor: bool = False
    language: str = "id"


class WebForm(Receiving):
    """Verbs of whoever asked. The web checks that they hold the request's link."""

    @verb()
    def ask_by_form(self, work: Work, filled: Filled) -> Received:
        """Open a request from the public form. Refuses `nothing_said`, `identity_number`, `contact_of_minor`,
        `email_needed`, `phone_needed`, `contact_needed`, and what `receive_request` refuses.
        """
        if not filled.text.strip():
            raise Refusal("nothing_said", item="text")
        for item in ("text", "name"):
            refuse_identity_number(getattr(filled, item) or "", item)
        _refuse_contacts(self.office.standard, filled)
        asked = Asked(
            channel="web_form",
            said=Said(text=filled.text),
            name=filled.name,
            phone=filled.phone,
            email=filled.email,
            service=filled.service,
            language=filled.language,
        )
        return self._receive(work, asked)

    @verb()
    def write_on_page(self, work: Work, request: int, text: str, files: Sequence[FileSent] = ()) -> Received:
        """The user writes once more on their page: a question is answered, a closed request is taken up again.

        Where the office's standard wants a form first and none was filled in, this is it (Kepulauan Riau, step 2).
        Refuses `nothing_said`, `identity_number`, `erased`, `reopen_too_late` and what `refuse_files` refuses.
        """
        refuse_files(files)
        if not text.strip() and not files:
            raise Refusal("nothing_said", item="text")
        refuse_identity_number(text, "text")
        heard = self._hear_more(work, request, Said(text=text, files=files))
        if heard.known or not awaits_form(heard.case):
            return heard
        return Received(case=self._move_request(work, request, "fill_form"))

    @verb()
    def erase_own_request(self, work: Work, request: int) -> Case:
        """Destroy every word and the contact, for whoever holds the link; number, channel and times stay. What was
        still open is withdrawn by it. Done once; a second time nothing happens.
        """
        case = case_of(work.records, self.office, request, work.now)
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is not None and visitor.erased_at is None:
            if not case.told.ended:
                self._move_request(work, request, "close", reason="withdrawn")
            work.records.erase_visitor(case.stored.visitor, work.now)
            self._note_request(work, request, "erase_words", None)
            work.keys_changed = True
        return case_of(work.records, self.office, request, work.now)

    def own_thread(self, request: int) -> Thread:
        """Every word of the request, for whoever holds its link."""
        now = self.now()
        return self.reading(
            lambda records: opened_thread(
                records, self.parts.vault, case_of(records, records.with_calendar(self.office), request, now)
            )
        )

    def own_file(self, request: int, message: int, position: int) -> tuple[str, str, bytes]:
        """Name, type and bytes of a file of the request, or `unknown_file`."""
        now = self.now()
        return self.reading(
            lambda records: opened_file(
                records, self.parts.vault, case_of(records, self.office, request, now), message, position
            )
        )


def awaits_form(case: Case) -> bool:
    """Whether the standard wants a form of this request, and none was filled in yet."""
    if case.terms.start != "form_filled" or case.stored.channel == "web_form" or case.told.ended:
        return False
    return not any(event.move == "fill_form" for event in case.events)


def _refuse_contacts(standard: Standard, filled: Filled) -> None:
    given = {kind for kind in ("email", "phone") if (getattr(filled, kind) or "").strip()}
    if filled.minor:
        if given:
            raise Refusal("contact_of_minor", item=min(given))
        return
    for group in standard.contacts:
        if given.isdisjoint(group):
            raise Refusal(f"{group[0]}_needed" if len(group) == 1 else "contact_needed", item=group[0])
