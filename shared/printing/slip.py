"""What the paper says: the words of a slip in the visitor's language. No printer, no picture, no clock."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Language = Literal["id", "en"]

LONGEST_TEXT = 200
LONGEST_NUMBER = 8
SOFT_HYPHEN = "\xad"
REPERTOIRE = frozenset(
    [chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100)) if chr(code) != SOFT_HYPHEN]
    + list("ıŒœˆ˜–—‘’‚“”„•…′″‹›⁄€™↑↓−")
)
"""The characters that our typeface can draw; a test holds it against the typeface itself."""
LOOKALIKES = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "–", "―": "—", "ʻ": "‘", "ʼ": "’", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L"}
)
"""Characters that the typeface lacks and Unicode does not take apart by itself."""

Wording = dict[str, str]
INDONESIAN: Wording = {
    "heading": "Nomor antrean Anda",
    "place heading": "Anda urutan",
    "place": "ke-{place}",
    "registered": "Anda sudah terdaftar",
    "copy": "SALINAN",
    "nobody ahead": "Tidak ada",
    "one ahead": "1 orang",
    "ahead": "{ahead} orang",
    "ahead of you": "di depan Anda",
    "one minute": "1 menit",
    "minutes": "{minutes} menit",
    "no estimate": "Belum cukup data",
    "expected wait": "perkiraan tunggu",
    "sit": "Silakan duduk di ruang tunggu.",
    "listen": "Dengarkan nomor, lihat layar.",
    "wait": "Petugas memanggil Anda.",
    "follow": "Pantau dari ponsel",
    "wifi": "Wi-Fi {wifi},",
    "then scan": "lalu pindai kode ini",
    "scan": "Pindai kode ini",
    "rate": "Menilai di kiosk, kode: {code}",
    "date": "{weekday}, {day} {month} {year}",
    "time": "{hour:02}.{minute:02} {zone}",
    "weekdays": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "months": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
ENGLISH: Wording = {
    "heading": "Your queue number",
    "place heading": "Your place in line",
    "place": "{place}",
    "registered": "You are registered",
    "copy": "COPY",
    "nobody ahead": "No one",
    "one ahead": "1 person",
    "ahead": "{ahead} people",
    "ahead of you": "ahead of you",
    "one minute": "1 minute",
    "minutes": "{minutes} min",
    "no estimate": "Not enough data",
    "expected wait": "expected wait",
    "sit": "Please sit in the waiting room.",
    "listen": "Listen for your number, watch the screen.",
    "wait": "An officer will call you.",
    "follow": "Follow on your phone",
    "wifi": "Wi-Fi {wifi},",
    "then scan": "then scan this code",
    "scan": "Scan this code",
    "rate": "To rate at the kiosk, code: {code}",
    "date": "{weekday}, {day} {month} {year}",
    "time": "{hour:02}.{minute:02} {zone}",
    "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "months": "January February March April May June July August September October November December",
}
WORDINGS: dict[Language, Wording] = {"id": INDONESIAN, "en": ENGLISH}


@dataclass(frozen=True)
class Slip:
    """What one slip is about. Office, service and cost come in the slip's own language.

    `estimate` is the expected wait in minutes, from and to; `issued_at` is aware and in the office's zone.
    Where visitors are not `numbered`, the paper shows the place in line instead.
    A slip never names its visitor.
    """

    office_name: str
    office_place: str
    number: str
    service: str
    ahead: int | None
    estimate: tuple[int, int] | None
    issued_at: datetime
    zone_letters: str
    url: str
    wifi: str | None = None
    language: Language = "id"
    cost: str = ""
    copy: bool = False
    numbered: bool = True
    rating_code: str = ""


@dataclass(frozen=True)
class Fact:
    """A figure and what it counts: "3 orang" over "di depan Anda"."""

    figure: str
    label: str


@dataclass(frozen=True)
class SlipWords:
    """Everything that is to be read on the paper, from top to bottom, already printable."""

    office_name: str
    office_place: str
    copy: str
    heading: str
    number: str
    service: str
    facts: tuple[Fact, ...]
    where: tuple[str, ...]
    follow: str
    how: tuple[str, ...]
    rating: str
    date: str
    time: str
    cost: str


def printable(text: str) -> str:
    """Return the text as one line of characters that the typeface can draw.

    Accents that it lacks fall away; control, bidirectional, invisible and foreign characters are left out.
    """
    kept = []
    for character in unicodedata.normalize("NFC", text[:LONGEST_TEXT]).translate(LOOKALIKES):
        if character in REPERTOIRE:
            kept.append(character)
        elif character.isspace():
            kept.append(" ")
        else:
            kept.extend(part for part in unicodedata.normalize("NFKD", character) if part in REPERTOIRE)
    return " ".join("".join(kept).split())


def in_words(slip: Slip) -> SlipWords:
    """Put a slip into words, in its own language."""
    wording = WORDINGS[slip.language]
    wifi = printable(slip.wifi or "")
    heading, number = _called_by(slip, wording)
    return SlipWords(
        office_name=printable(slip.office_name),
        office_place=printable(slip.office_place),
        copy=wording["copy"] if slip.copy else "",
        heading=heading,
        number=number,
        service=printable(slip.service),
        facts=_facts(slip, wording),
        where=(wording["sit"], wording["listen" if slip.numbered else "wait"]),
        follow=wording["follow"],
        how=(wording["wifi"].format(wifi=wifi), wording["then scan"]) if wifi else (wording["scan"],),
        rating=wording["rate"].format(code=_in_threes(slip.rating_code)) if slip.rating_code else "",
        date=_date(slip.issued_at, wording),
        time=printable(
            wording["time"].format(hour=slip.issued_at.hour, minute=slip.issued_at.minute, zone=slip.zone_letters)
        ),
        cost=printable(slip.cost),
    )


def _called_by(slip: Slip, wording: Wording) -> tuple[str, str]:
    if slip.numbered:
        return wording["heading"], printable(slip.number)[:LONGEST_NUMBER]
    if slip.ahead is None:
        return wording["registered"], ""
    return wording["place heading"], wording["place"].format(place=slip.ahead + 1)


def _in_threes(code: str) -> str:
    """As people copy a code: three signs, and three more."""
    signs = printable(code)[:LONGEST_NUMBER]
    return " ".join(signs[place : place + 3] for place in range(0, len(signs), 3))


def _facts(slip: Slip, wording: Wording) -> tuple[Fact, ...]:
    facts = []
    if slip.ahead is not None:
        key = {0: "nobody ahead", 1: "one ahead"}.get(slip.ahead, "ahead")
        facts.append(Fact(wording[key].format(ahead=slip.ahead), wording["ahead of you"]))
    if slip.ahead is not None or slip.estimate is not None:
        facts.append(Fact(_wait(slip.estimate, wording), wording["expected wait"]))
    return tuple(facts)


def _wait(estimate: tuple[int, int] | None, wording: Wording) -> str:
    if estimate is None:
        return wording["no estimate"]
    shortest, longest = estimate
    if shortest == longest == 1:
        return wording["one minute"]
    return wording["minutes"].format(minutes=shortest if shortest == longest else f"{shortest}–{longest}")


def _date(moment: datetime, wording: Wording) -> str:
    return wording["date"].format(
        weekday=wording["weekdays"].split()[moment.weekday()],
        day=moment.day,
        month=wording["months"].split()[moment.month - 1],
        year=moment.year,
    )
