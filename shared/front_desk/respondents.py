"""The respondent file of the SKD: without names for any manager, with names for one who gives a reason.

Left out are those whom the SKD does not ask (domain.md 1.1): groups, DTSEN and reception visits, complaints and other
services, and visits of whom nothing was written down. Whoever had the use of their data restricted is in neither file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.recap import CodedNeed
from shared.database.records.visitors import StoredEntry
from shared.domain.guest_book.respondent import BLOCK_ONE, BLOCK_THREE, Column, Value, columns, row
from shared.domain.office import Office, Service
from shared.domain.opening_hours import office_day
from shared.domain.recap.institutions import lines
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.recap import people
from shared.front_desk.recap.coming import came
from shared.vault import Vault

FILE_REASONS = ("survey_contact", "national_entry", "other")
READ_AS = "skd_file"
TEXT_LENGTH = 500
ASKED_BY_SKD = frozenset(
    {
        "Kunjungan Perpustakaan",
        "Pembelian Produk Statistik Berbayar",
        "Konsultasi Statistik",
        "Rekomendasi Kegiatan Statistik",
    }
)
"""The services of the SKD, by what the national registration calls them (domain.md 1.1 and 1.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondents:
    """Whose answers the SKD asks for within a period; `left_out` counts the other visits by why they are not in it.

    `everybody` are all entries that may be used, `agreed` those of respondents who agreed to be asked for the survey
    and did not take that back.
    """

    everybody: list[StoredEntry]
    entries: list[StoredEntry]
    needs: Mapping[int, Sequence[CodedNeed]]
    services: Mapping[int, tuple[str, ...]]
    left_out: Mapping[str, int]
    agreed: list[StoredEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentFile:
    """The rows of both blocks under their columns."""

    personal: bool
    block_one: list[Column]
    respondents: list[tuple[Value, ...]]
    block_three: list[Column]
    needs: list[tuple[Value, ...]]


class RespondentNames(Desk):
    """The verb that opens names for the SKD."""

    @verb(Role.MANAGER)
    def open_respondents(self, work: Work, first: date, last: date, reason: str, text: str | None = None) -> list[int]:
        """Whose names may be read now, by entry: those who agreed to be asked for the survey. Each of them is written
        into the read log with the reason before anything is read; the journal says how many.

        Refuses `unknown_reason`, and `why_needed` for "other" without words.
        """
        if reason not in FILE_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        if reason == "other" and not (text or "").strip():
            raise Refusal("why_needed")
        agreed = respondents(work.records, self.office, first, last).agreed
        visitors = sorted({entry.visitor for entry in agreed if entry.visitor})
        work.records.log_reads(work.actor, READ_AS, visitors, reason, work.now)
        facts = {"from": first.isoformat(), "to": last.isoformat(), "visits": len(agreed), "visitors": len(visitors)}
        today = office_day(work.now, self.office.time_zone)
        work.note("open_skd", day=today, actor=work.actor, reason=reason, facts=facts)
        if text:
            work.explain(text[:TEXT_LENGTH])
        return [entry.id for entry in agreed]


def respondents(records: OfficeRecords, office: Office, first: date, last: date) -> Respondents:
    """Whom the SKD asks among those who came on the days within two dates."""
    found = came(records, office, first, last)
    services = _services(records, found.entries, first, last)
    needs: dict[int, list[CodedNeed]] = defaultdict(list)
    for need in records.coded_needs(first, last):
        needs[need.entry].append(need)
    known = {service.code: service for service in office.services}
    chosen, why = [], Counter[str]()
    for entry in found.entries:
        used = [known[code] for code in services[entry.id] if code in known]
        reason = _left_out(entry, used, bool(entry.answers or needs[entry.id]))
        if reason is None:
            chosen.append(entry)
        else:
            why[reason] += 1
    why["nothing_written"] += found.visits - found.restricted - len(found.entries)
    why["restricted"] += found.restricted
    panel = records.survey_panel() - records.erased_visitors()
    agreed = [entry for entry in chosen if entry.visitor in panel]
    return Respondents(
        everybody=found.entries, entries=chosen, needs=needs, services=services, left_out=+why, agreed=agreed
    )


def _left_out(entry: StoredEntry, services: Sequence[Service], written: bool) -> str | None:
    """Why the SKD does not ask whoever wrote this entry; None where it does."""
    if entry.form != "skd":
        return entry.form
    if people.is_group(entry):
        return "group"
    if not any(service.registration in ASKED_BY_SKD for service in services):
        return "dtsen" if any(service.form == "dtsen" for service in services) else "other_service"
    return None if written else "nothing_written"


def _services(
    records: OfficeRecords, entries: Sequence[StoredEntry], first: date, last: date
) -> dict[int, tuple[str, ...]]:
    """What each entry's visit came for and went on to, by entry."""
    of_tickets = records.services_between(first, last)
    return {
        entry.id: tuple(dict.fromkeys(of_tickets[entry.ticket])) if entry.ticket else (entry.service or "",)
        for entry in entries
    }


def without_names(
    records: OfficeRecords, vault: Vault, office: Office, first: date, last: date, language: str
) -> RespondentFile:
    """The file without names, contacts and words. An institution is named where the recapitulation names it; rows
    stand in the order of their answers, so that their place does not tell when somebody came.
    """
    found = respondents(records, office, first, last)
    entries = found.everybody
    told = _told(records, vault, entries)
    belongs = dict(zip((entry.id for entry in entries), people.named_visits(records, entries), strict=True))
    written = []
    for entry in found.entries:
        visit = belongs[entry.id]
        answers = _open_answers(entry, _services_said(office, found.services[entry.id], language))
        answers |= {"institution": told.get((visit.category, visit.institution))}
        written.append((answers, [_need_answers(need) for need in found.needs[entry.id]]))
    return _file(sorted(written, key=str), personal=False)


def with_names(
    records: OfficeRecords, vault: Vault, office: Office, first: date, last: date, language: str, opened: Sequence[int]
) -> RespondentFile:
    """The file of those whose reading was written down, and of nobody else."""
    found, book = respondents(records, office, first, last), Book(records, vault)
    read = set(opened)
    written = []
    for entry in found.agreed:
        if entry.id in read:
            answers = _open_answers(entry, _services_said(office, found.services[entry.id], language))
            written.append((answers | book.answered(entry), book.needs(entry)))
    return _file(written, personal=True)


def _file(written: Sequence[tuple[dict[str, Any], Sequence[dict[str, Any]]]], *, personal: bool) -> RespondentFile:
    one, three = columns(BLOCK_ONE, personal=personal), columns(BLOCK_THREE, personal=personal)
    numbered = list(enumerate(written, 1))
    return RespondentFile(
        personal=personal,
        block_one=one,
        respondents=[row(one, answers | {"respondent": number}) for number, (answers, _) in numbered],
        block_three=three,
        needs=[row(three, need | {"respondent": number}) for number, (_, needs) in numbered for need in needs],
    )


def _open_answers(entry: StoredEntry, services: str) -> dict[str, Any]:
    month = entry.day.replace(day=1)
    return {**entry.answers, "age_band": entry.age_band, "day": entry.day, "month": month, "services": services}


def _need_answers(need: CodedNeed) -> dict[str, Any]:
    return {**need.answers, "position": need.position}


def _services_said(office: Office, codes: Sequence[str], language: str) -> str:
    return "; ".join(office.name_of_service(code).in_language(language) for code in codes if code)


def _told(
    records: OfficeRecords, vault: Vault, entries: Sequence[StoredEntry]
) -> dict[tuple[int | None, int | None], str]:
    """The names that the recapitulation of the same period tells, by category and institution."""
    hidden = people.traits(entries)["institution_kind"][1]
    asked = [entry for entry in entries if entry.form == "skd"]
    found = [line for line in lines(people.named_visits(records, asked), hidden) if line.institution is not None]
    names = people.names_of(records, vault, {line.institution for line in found if line.institution is not None})
    return {(line.category, line.institution): names[line.institution].id for line in found if line.institution}
