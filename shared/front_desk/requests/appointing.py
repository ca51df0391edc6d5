"""An appointment with whoever asked: made, moved and cancelled in writing, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.request.appointment import Appointment, Meeting, refuse_unless_possible
from shared.domain.request.appointment_words import Notice, notice
from shared.domain.staff import Role
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.saying import Saying


class Appointing(Saying):
    """Verbs of appointments. What the officer writes, such as the link of a Zoom meeting, stays sealed in the thread;
    the journal keeps the moment and the way.
    """

    @verb(Role.OFFICER)
    def appoint(self, work: Work, request: int, meeting: Meeting, at: datetime, text: str, sent: bool = False) -> Case:
        """Go on in person or by Zoom at an agreed moment (aware); a Zoom meeting needs words, such as its link, and so
        does what an officer has `sent` themselves already: then nothing is added to it.

        Refuses `appointment_stands` where one is agreed already, what `refuse_unless_possible` refuses, `no_walk_ins`
        for a visit where the office has no desk, and `erased` once the user's words are gone.
        """
        case = case_of(work.records, self.office, request, work.now)
        if not self._was_said(work, request, "appoint"):
            self._refuse_moment(work, case, meeting, at)
            if case.told.appointment is not None and case.told.appointment.stands:
                raise Refusal("appointment_stands")
        return self._agree(work, case, "appoint", meeting, at, text, sent=sent)

    @verb(Role.OFFICER)
    def move_appointment(
        self, work: Work, request: int, meeting: Meeting, at: datetime, text: str, sent: bool = False
    ) -> Case:
        """Another moment, or another way. Refuses `no_appointment`, and what `appoint` refuses."""
        case = case_of(work.records, self.office, request, work.now)
        if not self._was_said(work, request, "move_meeting"):
            if case.told.appointment is None or not case.told.appointment.stands:
                raise Refusal("no_appointment")
            self._refuse_moment(work, case, meeting, at)
        return self._agree(work, case, "move_meeting", meeting, at, text, sent=sent)

    @verb(Role.OFFICER)
    def cancel_appointment(self, work: Work, request: int, text: str) -> Case:
        """It does not take place; the officer may say why. Refuses `no_appointment` and `erased`."""
        case = case_of(work.records, self.office, request, work.now)
        found = case.told.appointment
        if found is None or not (found.stands or self._was_said(work, request, "cancel_meeting")):
            raise Refusal("no_appointment")
        words = self._notice(case, "cancel_meeting", found.meeting, found.at)
        return self._say(work, request, "cancel_meeting", f"{words}\n\n{text.strip()}")

    @verb(Role.OFFICER)
    def keep_appointment(self, work: Work, request: int) -> Case:
        """The user was met, by Zoom or without a new place in line; the next word is the office's. Pressed twice it is
        written down once. Refuses `no_appointment`, and `appointment_not_yet` before its day.
        """
        case = case_of(work.records, self.office, request, work.now)
        found = case.told.appointment
        if found is not None and found.state == "kept":
            return case
        if found is not None and self._days_until(found, work.now) > 0:
            raise Refusal("appointment_not_yet")
        return self._move_request(work, request, "keep_meeting")

    @verb(Role.OFFICER)
    def miss_appointment(self, work: Work, request: int) -> Case:
        """The user did not come; whoever comes later that day may still be written down. Pressed twice it is written
        down once. Refuses `no_appointment`, and `appointment_not_yet` before its moment.
        """
        case = case_of(work.records, self.office, request, work.now)
        found = case.told.appointment
        if found is not None and found.state == "missed":
            return case
        if found is not None and work.now < found.at:
            raise Refusal("appointment_not_yet")
        return self._move_request(work, request, "miss_meeting")

    def _refuse_moment(self, work: Work, case: Case, meeting: Meeting, at: datetime) -> None:
        self._refuse_erased(work, case)
        if meeting == "visit" and not self.office.takes_walk_ins:
            raise Refusal("no_walk_ins")
        hours = None if self.parts.settings.always_open else self.office.hours
        refuse_unless_possible(meeting, at, work.now, hours, self.office.time_zone)

    def _agree(
        self, work: Work, case: Case, move: Notice, meeting: Meeting, at: datetime, text: str, *, sent: bool
    ) -> Case:
        if (sent or meeting == "zoom") and not text.strip():
            raise Refusal("nothing_said", item="text")
        facts: dict[str, Any] = {"meeting": meeting, "at": at.isoformat()}
        words = text if sent else f"{self._notice(case, move, meeting, at)}\n\n{text.strip()}"
        return self._say(work, case.stored.id, move, words, facts, sent=sent)

    def _notice(self, case: Case, kind: Notice, meeting: Meeting, at: datetime) -> str:
        place = {"office": self.office.name, "place": self.office.place, "zone": self.office.zone_letters}
        local = at.astimezone(self.office.time_zone)
        return notice(kind, case.stored.language, case.label, meeting, local, **place)

    def _was_said(self, work: Work, request: int, move: str) -> bool:
        """Whether this very message was written before: asked again with its key, an appointment is no second one."""
        return self._written_before(work, self._mark_of_words(request, move)) is not None

    def _days_until(self, found: Appointment, now: datetime) -> int:
        """How many office days lie between now and the day of an appointment; below 0 once it is over."""
        zone = self.office.time_zone
        return (office_day(found.at, zone) - office_day(now, zone)).days
