"""A call as words and as clip names, per language: what the board says, and which recordings say it.

Numbers of tickets are spoken digit by digit, counters as one number, and no name of a visitor ever.
Every function answers for any input: a call that was made is a fact, and words must not fail it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeGuard

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The phrases and numerals of one language, each with the clip that says it."""

    digits: tuple[str, ...]
    teens: tuple[str, ...]  # 10 to 19, as the clips that make them
    tens: tuple[str, ...]  # 20, 30 … 90, as the clips that make them
    queue_number: str
    next_for: str  # who is called where visitors have no number
    please_go_to: str
    repeated: tuple[str, ...]  # the second to the tenth call
    call_again: str  # before the count of a call beyond the tenth; joined to it as written
    label: str  # the word before a counter's number, when its name has none
    service_clip: str


_NOL_TO_SEMBILAN: Final = (
    *("nol", "satu", "dua", "tiga", "empat"),
    *("lima", "enam", "tujuh", "delapan", "sembilan"),
)
_FROM_DUA: Final = _NOL_TO_SEMBILAN[2:]
_INDONESIAN: Final = _Tongue(
    digits=_NOL_TO_SEMBILAN,
    teens=("sepuluh", "sebelas", *(f"{unit} belas" for unit in _FROM_DUA)),
    tens=tuple(f"{unit} puluh" for unit in _FROM_DUA),
    queue_number="Nomor antrean",
    next_for="Pengguna berikutnya untuk",
    please_go_to="Silakan menuju",
    repeated=tuple(f"Panggilan ke{unit}" for unit in (*_FROM_DUA, "sepuluh")),
    call_again="Panggilan ke",
    label="Meja",
    service_clip="layanan",
)
_ENGLISH: Final = _Tongue(
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    teens=(
        *("ten", "eleven", "twelve", "thirteen", "fourteen"),
        *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    ),
    tens=("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    queue_number="Queue number",
    next_for="Next visitor for",
    please_go_to="Please go to",
    repeated=(
        *("Second call", "Third call", "Fourth call", "Fifth call", "Sixth call"),
        *("Seventh call", "Eighth call", "Ninth call", "Tenth call"),
    ),
    call_again="Call number ",
    label="Desk",
    service_clip="service",
)
_TONGUES: Final[Mapping[Language, _Tongue]] = {"id": _INDONESIAN, "en": _ENGLISH}
_LARGEST_COUNTED: Final = 99
_ABBREVIATION: Final = re.compile(r"\b[A-Z]{2,6}\b")


def is_language(text: str) -> TypeGuard[Language]:
    """Whether the board has words for this language code."""
    return text in LANGUAGES


def label_of(counter_name: str) -> str | None:
    """The word before the number in a counter's name: "Loket" of "Loket 2"; None when there is none."""
    return counter_name.strip().rstrip("0123456789").strip() or None


def sentence(
    number: str | None,
    counter: int,
    service_name: str,
    nth: int,
    language: Language,
    label: str | None = None,
) -> str:
    """What is said for a call, in words; the second and later calls (`nth`) say so first.

    Without a number (None) the visitor is called by the service.
    `label` is the word before the counter's number in this language, Meja or Desk when not given.

    >>> sentence("K-005", 1, "Konsultasi Statistik", 1, "id")
    'Nomor antrean, K, nol nol lima. Silakan menuju Meja Satu, Konsultasi Statistik.'
    >>> sentence(None, 1, "Konsultasi Statistik", 1, "id")
    'Pengguna berikutnya untuk Konsultasi Statistik. Silakan menuju Meja Satu.'
    """
    tongue = _TONGUES[language]
    place = f"{label or tongue.label} {' '.join(_counted(counter, tongue)).title()}"
    if number is None:
        call = f"{tongue.next_for} {service_name}. {tongue.please_go_to} {place}."
    else:
        call = f"{tongue.queue_number}, {_spelt(number, tongue)}. {tongue.please_go_to} {place}, {service_name}."
    return f"{''.join(_repeated(nth, tongue))}. {call}" if nth > 1 else call


def clips(
    number: str | None,
    counter: int,
    service_code: str,
    nth: int,
    language: Language,
    label: str | None = None,
) -> list[str]:
    """The names of the recordings that say a call, in the order in which they are played."""
    tongue = _TONGUES[language]
    repeated = _repeated(nth, tongue) if nth > 1 else []
    again = [*repeated[:1], *(word for count in repeated[1:] for word in count.split())]
    place = [tongue.please_go_to, label or tongue.label, *_counted(counter, tongue)]
    service = _service_clip(service_code, tongue)
    if number is None:
        return [*map(clip_name, [*again, tongue.next_for]), service, *map(clip_name, place)]
    called = [*again, tongue.queue_number, *_letters(number), *_digits(number, tongue)]
    return [*map(clip_name, [*called, *place]), service]


def vocabulary(
    service_names: Mapping[Language, Mapping[str, str]], labels: Mapping[Language, Sequence[str]] | None = None
) -> dict[Language, dict[str, str]]:
    """Every recording that an office's calls can need: per language, clip name to the words it says.

    `service_names` is language to service code to name, `labels` language to words before counter numbers.
    """
    return {
        language: _words_of(_TONGUES[language], (labels or {}).get(language, ()))
        | _services_of(language, service_names)
        for language in LANGUAGES
    }


def clip_name(words: str) -> str:
    """The name of the recording that says these words: small letters, digits and underscores only."""
    plain = (sign if sign.isascii() and sign.isalnum() else "_" for sign in words.lower())
    return "_".join(part for part in "".join(plain).split("_") if part)


def _words_of(tongue: _Tongue, labels: Sequence[str]) -> dict[str, str]:
    numerals = {word for count in (*tongue.teens, *tongue.tens) for word in count.split()}
    spoken = [
        tongue.queue_number,
        tongue.next_for,
        tongue.please_go_to,
        *tongue.repeated,
        tongue.call_again,
        *(labels or [tongue.label]),
        *tongue.digits,
        *sorted(numerals - set(tongue.digits)),
        *"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ]
    return {clip_name(words): words.strip() for words in spoken}


def _services_of(language: Language, service_names: Mapping[Language, Mapping[str, str]]) -> dict[str, str]:
    names = service_names.get(language, {})
    return {_service_clip(code, _TONGUES[language]): _spelled(name) for code, name in names.items()}


def _spelled(name: str) -> str:
    """The name with its abbreviations letter by letter: eSpeak would read DTSEN as a word."""
    return _ABBREVIATION.sub(lambda found: " ".join(found.group()), name)


def _service_clip(code: str, tongue: _Tongue) -> str:
    return clip_name(f"{tongue.service_clip} {code}")


def _spelt(number: str, tongue: _Tongue) -> str:
    letters = " ".join(_letters(number))
    return ", ".join(part for part in (letters, " ".join(_digits(number, tongue))) if part)


def _letters(number: str) -> list[str]:
    return [sign.upper() for sign in number if sign.isascii() and sign.isalpha()]


def _digits(number: str, tongue: _Tongue) -> list[str]:
    return [tongue.digits[int(sign)] for sign in number if sign.isascii() and sign.isdigit()]


def _counted(number: int, tongue: _Tongue) -> list[str]:
    """A number up to 99 in words; a larger one digit by digit, so that it is never silent."""
    if not 0 <= number <= _LARGEST_COUNTED:
        return _digits(str(number), tongue)
    tens, unit = divmod(number, 10)
    if tens == 0:
        return [tongue.digits[unit]]
    if tens == 1:
        return tongue.teens[unit].split()
    return tongue.tens[tens - 2].split() + ([tongue.digits[unit]] if unit else [])


def _repeated(nth: int, tongue: _Tongue) -> list[str]:
    """The announcement of a second or later call, in parts that are written without a space between."""
    if nth - 2 < len(tongue.repeated):
        return [tongue.repeated[nth - 2]]
    return [tongue.call_again, " ".join(_counted(nth, tongue))]
