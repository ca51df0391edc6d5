"""What visitors of the demonstration thought: six of ten answer, some say who they are, a few write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from shared.demo.stage import Stage
from shared.domain.satisfaction import UNSUR
from shared.domain.ticket import State, Ticket
from shared.front_desk.follow_ups import FollowUp
from shared.front_desk.guest_book import Said
from shared.front_desk.ratings import Rating, instruments, questionnaire

RATES, SAYS_WHO, ANSWERS_SKD, COMMENTS, LEAVES_ONE_OUT = 0.6, 0.85, 0.35, 0.06, 0.05
USUALLY = {"U1": 3.25, "U2": 3.2, "U3": 3.4, "U4": 3.9, "U5": 3.4, "U6": 3.6, "U7": 3.65, "U8": 3.3, "U9": 3.05}
MOOD, WHIM = 0.35, 0.45
"""How much respondents differ from each other, and each from their own mood."""
BETTER_EVERY_YEAR, SINCE = 0.06, 2026
SKD_USUALLY, SKD_WHIM = 8.6, 1.0
MATTERS = {"S1": 8.4, "S3": 9.1, "S4": 9.3, "S6": 9.2, "S7": 8.7, "S8": 9.0, "S10": 9.2}
MATTERS_USUALLY = 8.5
SAID = (
    "Petugas sabar menjelaskan beda ADHB dan ADHK.",
    "Syarat pembelian data mikro sebaiknya ada di situs.",
    "Saya bolak-balik bertanya harus ke meja mana.",
    "Cepat, belum lima menit sudah dipanggil.",
    "Kursinya kurang kalau datang rombongan.",
    "Data yang saya cari lengkap. Terima kasih.",
    "Mohon ditambah colokan listrik di ruang tunggu.",
    "Penjelasan tentang desil mudah dipahami.",
    "Wi-Fi di ruang baca lambat.",
    "Very helpful, and the metadata was in English.",
)
PEOPLE: tuple[tuple[dict[str, int], int], ...] = (
    ({"schooling": 4, "occupation": 1, "age": 21}, 38),
    ({"schooling": 6, "occupation": 1, "age": 24}, 10),
    ({"schooling": 6, "occupation": 3, "age": 38}, 18),
    ({"schooling": 7, "occupation": 2, "age": 33}, 10),
    ({"schooling": 6, "occupation": 5, "age": 30}, 12),
    ({"schooling": 5, "occupation": 6, "age": 47}, 7),
    ({"schooling": 4, "occupation": 7, "age": 58}, 5),
)
"""Who comes, and how many of a hundred; codes of the guest book."""
PLAN = (
    FollowUp(
        unsur="U9",
        programme="Menambah kursi tunggu dan colokan listrik",
        due=date.max,
        in_charge="Subbagian Umum",
        state="running",
    ),
    FollowUp(
        unsur="U2", programme="Alur layanan satu halaman di papan dan situs", due=date.max, in_charge="Petugas PST"
    ),
)


def tell_opinions(stage: Stage, day: date) -> None:
    """Before the day ends its visitors rate it, each with the same opinion each time the day is played."""
    chance = Random(f"opinions {stage.office.code} {day}")  # noqa: S311 # a story, not a secret
    tickets = stage.house.reading(lambda records: records.tickets_of(day))
    for ticket in tickets:
        if chance.random() < RATES and ticket.state in (State.SERVING, State.SERVED):
            _tell(stage, ticket, day, chance)


def plan_follow_up(stage: Stage, today: date) -> None:
    """What the manager means to do about it, once."""
    if stage.house.reading(lambda records: records.follow_ups(today)):
        return
    for weeks, line in enumerate(PLAN, start=2):
        due = today + timedelta(weeks=weeks)
        said = FollowUp(unsur=line.unsur, programme=line.programme, due=due, in_charge=line.in_charge, state=line.state)
        stage.house.plan_follow_up(today, said)


def _tell(stage: Stage, ticket: Ticket, day: date, chance: Random) -> None:
    says_who = chance.random() < SAYS_WHO
    if says_who:
        stage.house.write_guest_book(ticket.id, Said(answers=_who(day, chance), channel="phone"))
    comment = chance.choice(SAID) if chance.random() < COMMENTS else None
    stage.house.rate(ticket.id, Rating(instrument="skm", answers=_skm(day, chance), comment=comment))
    if "skd" in instruments(stage.office, ticket.service) and chance.random() < ANSWERS_SKD:
        stage.house.rate(ticket.id, Rating(instrument="skd", **_skd(day, chance)))


def _who(day: date, chance: Random) -> dict[str, int]:
    person = dict(chance.choices([who for who, _ in PEOPLE], [share for _, share in PEOPLE])[0])
    born = day.year - max(person.pop("age") + chance.randint(-3, 5), 18)
    return {**person, "sex": chance.randint(1, 2), "birth_year": born}


def _skm(day: date, chance: Random) -> dict[str, int]:
    mood = chance.gauss((day.year - SINCE) * BETTER_EVERY_YEAR, MOOD)
    answers = {code: _within(chance.gauss(usual + mood, WHIM), 1, 4) for code, usual in USUALLY.items()}
    if chance.random() < LEAVES_ONE_OUT:
        del answers[chance.choice(UNSUR).code]
    return answers


def _skd(day: date, chance: Random) -> Mapping[str, Any]:
    asked, mood = questionnaire("skd", day), chance.gauss(0, SKD_WHIM / 2)
    said: dict[str, Any] = {
        "answers": {code: _within(chance.gauss(SKD_USUALLY + mood, SKD_WHIM), 1, 10) for code in asked.codes},
        "overall": _within(SKD_USUALLY + mood, 1, 10),
    }
    if asked.importance:
        said["importance"] = {
            code: _within(chance.gauss(MATTERS.get(code, MATTERS_USUALLY), SKD_WHIM / 2), 1, 10) for code in asked.codes
        }
    return said


def _within(figure: float, lowest: int, highest: int) -> int:
    return min(max(round(figure), lowest), highest)
