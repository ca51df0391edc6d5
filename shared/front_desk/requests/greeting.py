"""Whoever wrote over a connected channel hears at once that it came, under which number, and what is promised."""

from __future__ import annotations

from collections.abc import Mapping

from shared.domain.request import State
from shared.domain.request.greeting import GREETS_AGAIN_AFTER, Greeting
from shared.front_desk.book import Book
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.saying import Saying
from shared.front_desk.requests.web_form import awaits_form


class Greets(Saying):
    """The verb by which the program greets. It is no answer and stops no clock."""

    @verb()
    def greet_request(self, work: Work, request: int) -> bool:
        """Greet whoever opened this request; safe to repeat. False, and nothing is sent, when they were greeted, when
        an auto-reply or an officer opened it, or when this sender was greeted within the hour (mail loops).

        Where the standard asks for a form first, its link goes with the greeting, and it is sent once that is out.
        """
        case = case_of(work.records, self.office, request, work.now)
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is None or visitor.wrapped is None or not self._is_new(work, case):
            return False
        person = Book(work.records, self.parts.vault).person(visitor)
        if not (person.get("email") or person.get("phone")) or self._greeted_lately(work, person):
            return False  # a greeting that can reach nobody would only be an officer's trouble
        greeting = self._greeting(case)
        self._move_request(work, request, "greet")
        sent = self._send(work, case.stored, "program", "greet", greeting.words(case.stored.language))
        if greeting.asks_form:
            self._move_request(work, request, "send_form", facts={"by_itself": True, **sent.facts})
        return True

    def _is_new(self, work: Work, case: Case) -> bool:
        connected = self.parts.is_connected(self.office.code, case.stored.channel)
        messages = work.records.messages_of(case.stored.id)
        return (
            connected
            and case.told.state is State.RECEIVED
            and [event.move for event in case.events] == ["receive"]
            and [message.kind for message in messages] == ["message"]
        )

    def _greeted_lately(self, work: Work, person: Mapping[str, str]) -> bool:
        marks = {kind: self.parts.vault.mark(self.office.code, kind, value) for kind, value in person.items()}
        theirs = work.records.requests_of_contact(marks.get("phone"), marks.get("email"))
        since = work.now - GREETS_AGAIN_AFTER
        rows = work.records.rows_of_requests(one.id for one in theirs).values()
        return any(row.move == "greet" and row.at > since for told in rows for row in told)

    def _greeting(self, case: Case) -> Greeting:
        promise = self.office.standard.request_promise(case.stored.channel)
        link = self.parts.follow_link(self.office.code, case.stored)
        asks_form = link is not None and awaits_form(case)
        due = case.clock.due_at if case.clock.verdict == "running" and not asks_form else None
        return Greeting(
            office=self.office.name,
            number=case.label,
            sentence=promise.sentence if promise else None,
            due=due.astimezone(self.office.time_zone).date() if due else None,
            link=link,
            asks_form=asks_form,
        )
