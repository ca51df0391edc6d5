"""The office day: opened by its first verb, closed at 03:00 office time; what is still open then expires."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.judged_day import terms_of, terms_of_closing
from shared.domain.opening_hours import office_day
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.guest_book import came_to_nothing, drop
from shared.front_desk.promise import judge_closed_day


class Days(Desk):
    """Verbs of the calendar."""

    @verb()
    def turn_the_day(self, work: Work) -> None:
        """Close the day if it is over. Every verb does so first; the timer calls this when nothing else happens."""

    @verb()
    def judge_unjudged_day(self, work: Work) -> bool:
        """Judge the oldest closed day whose judgement is not kept; False when there is none left."""
        unjudged = work.records.unjudged_days()
        if unjudged:
            self._judge(work, unjudged[0])
        return len(unjudged) > 1

    def close_day_if_over(self, work: Work) -> None:
        """Expire what is open, free the counters and close the day. A suspect clock closes none, unless both
        clocks agree on what day it is.
        """
        day = work.records.open_day()
        if day is None:
            self._believe_the_wall_clock(work)
            return
        if self._today(work.now) <= day.day or self._doubts_the_date(work) or self._still_serves(work):
            return
        for ticket in work.records.open_tickets():
            work.journal(ticket.move("expire", work.now, reason="day_end"))
        for seat in work.records.seats():
            work.records.stand_up(seat.counter)
            work.note("leave_counter", day=day.day, counter=seat.counter, actor=seat.officer, reason="day_end")
        for entry in work.records.entries_without_ticket(day.day):
            if came_to_nothing(self.office, entry):
                drop(work, entry)
        work.records.end_day(day.day, work.now)
        work.records.forget_repeats(before=day.opened_at)
        self._judge(work, day.day)
        self._believe_the_wall_clock(work)

    def _doubts_the_date(self, work: Work) -> bool:
        return work.suspect and self._today(self.parts.clock.wall_now()) != self._today(work.now)

    def _still_serves(self, work: Work) -> bool:
        """Whether visitors of this very morning stand in yesterday's line, because the clock was wrong all night: they
        are served before their day is closed.
        """
        today = self._today(work.now)
        return any(self._today(ticket.registered_at) == today for ticket in work.records.open_tickets())

    def _judge(self, work: Work, day: date) -> None:
        """Write down that the day is closed and by which terms it is judged, then judge it."""
        terms = terms_of(self.office, day, work.records.rows_of_days(day, day))
        work.note("close_day", day=day, facts={"terms": terms.written()})
        judge_closed_day(work.records, self.office, day)

    def _judge_again(self, work: Work, day: date) -> None:
        """Judge a closed day anew; one that an early version closed gets its terms first, from today's profile."""
        if terms_of_closing(work.records.rows_of_days(day, day)) is None:
            self._judge(work, day)
        else:
            judge_closed_day(work.records, self.office, day)

    def _believe_the_wall_clock(self, work: Work) -> None:
        """Between days a step of the wall clock is adopted (rule 8), unless it leads back before what is written.
        The clock belongs to every office: while one of them has an open day, nothing is adopted.
        """
        wall = self.parts.clock.wall_now()
        leads_back = work.journal_ends is not None and wall < work.journal_ends
        if not work.suspect or leads_back or work.records.house_has_open_day():
            return
        self.parts.clock.adopt()
        work.suspect = self.parts.clock.suspect
        work.now = self.parts.clock.now()

    def _today(self, moment: datetime) -> date:
        return office_day(moment, self.office.time_zone)
