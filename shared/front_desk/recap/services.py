"""What was done: visits and needs of data. These are facts about the service, told exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from shared.database.records.recap import CodedNeed
from shared.domain.guest_book import FormName, lists
from shared.domain.office import Office
from shared.domain.text import Text
from shared.domain.ticket import State
from shared.front_desk.recap.coming import Came
from shared.front_desk.recap.tables import Line, Table, listed, named, plain, several

CHANNELS = {
    "kiosk": Text("Kios", "Kiosk"),
    "phone": Text("Ponsel pengguna", "Visitor's phone"),
    "tablet": Text("Tablet", "Tablet"),
    "officer": Text("Diisi petugas", "Written by an officer"),
}
STATES = {
    State.SERVED.value: Text("Dilayani", "Served"),
    State.NO_SHOW.value: Text("Tidak hadir", "Did not come"),
    State.CANCELLED.value: Text("Batal", "Cancelled"),
    State.EXPIRED.value: Text("Tidak ditutup", "Never closed"),
}
NOT_OVER = Text("Masih berlangsung", "Not over yet")
WITH_NUMBER = Text("Dengan nomor antrean", "With a queue number")
WITHOUT_NUMBER = Text("Tanpa nomor antrean", "Without a queue number")
UNSAID = Text("Layanan tidak disebut", "Service not said")


def visits(found: Came, office: Office) -> list[Table]:
    """Visits by service, month, number, how they ended, and how the guest book was written."""
    services, months, states = Counter[str](), Counter[str](), Counter[str]()
    for taken in found.numbers:
        services[taken.service] += taken.count
        months[f"{taken.day:%Y-%m}"] += taken.count
        states[taken.state if taken.state in STATES else ""] += taken.count
    services.update(entry.service or "" for entry in found.without_number)
    months.update(f"{entry.day:%Y-%m}" for entry in found.without_number)
    channels = Counter(entry.channel for entry in found.entries)
    unwritten = found.visits - len(found.entries)
    skd = [entry for entry in found.entries if entry.form == "skd"]
    return [
        named("service", "visits", services, lambda code: office.name_of_service(code) if code else UNSAID),
        plain("month", "visits", (Line(label=Text(name, name), count=count) for name, count in sorted(months.items()))),
        plain("number", "visits", _with_and_without(found)),
        plain("state", "visits", _states(states)),
        named("channel", "visits", channels, lambda code: CHANNELS.get(code, Text(code, code)), unwritten),
        several("means", "visits", lists.MEANS, [entry.answers.get("means") or () for entry in skd]),
    ]


def needs(found: Sequence[CodedNeed], forms: Mapping[int, FormName]) -> list[Table]:
    """Needs of data by what was found, level, period and kind of source; of DTSEN visits how they came out.

    `forms` are those of the entries that the needs belong to, and of every other entry of the period.
    """
    told = [need.answers for need in found if forms[need.entry] != "dtsen"]
    tables = [
        listed("obtained", "needs", lists.OBTAINED, [need.get("obtained") for need in told]),
        listed("level", "needs", lists.LEVEL, [need.get("level") for need in told]),
        listed("period", "needs", lists.PERIOD, [need.get("period") for need in told]),
        several("sources", "needs", lists.SOURCE, [need.get("sources") or () for need in told]),
    ]
    outcomes = {entry: None for entry, form in forms.items() if form == "dtsen"}
    outcomes |= {need.entry: need.answers.get("dtsen_result") for need in found if need.entry in outcomes}
    if not outcomes:
        return tables
    return [*tables, listed("dtsen_result", "visits", lists.DTSEN_RESULT, list(outcomes.values()))]


def _with_and_without(found: Came) -> list[Line]:
    without = len(found.without_number)
    return [Line(label=WITH_NUMBER, count=found.visits - without), Line(label=WITHOUT_NUMBER, count=without)]


def _states(states: Counter[str]) -> list[Line]:
    over = [Line(label=text, count=states[state]) for state, text in STATES.items()]
    return [*over, Line(label=NOT_OVER, count=states[""])] if states[""] else over
