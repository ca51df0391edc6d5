"""Which names of institutions are likely one institution: a suggestion for a manager, who decides.

Names are compared as PostgreSQL's pg_trgm does it, by the three-letter pieces that they share; those that share enough
are looked at letter by letter (difflib). Three habits of offices are known besides: the kind of company that is written
or not, words such as "Provinsi" that are left out, and initials.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from shared.domain.guest_book.spelling import spelling

LEGAL_FORMS = frozenset({"pt", "cv", "ud", "tbk", "persero"})
LEFT_OUT = frozenset({"provinsi", "kota", "kabupaten", "kecamatan", "kelurahan", "kantor", "badan", "dinas", "daerah"})
LIKELY = 0.87
"""From here on two names are shown side by side: one wrong letter in fifteen."""
SAME_WORD = 0.74
"""So alike must the words be that two names do not share: "Riau" and "Riua" are, "Pertanian" and "Perdagangan" not."""
WORTH_A_LOOK = 0.4
COMMON = 200
"""A piece that so many names share tells nothing about any two of them."""
LEFT_OUT_WORDS_SCORE, INITIALS_SCORE = 0.95, 0.9
FEWEST_INITIALS = 3


class Pair(NamedTuple):
    """Two institutions, and how alike their names are, from 0 to 1."""

    one: int
    other: int
    likeness: float


def alike(names: Mapping[int, str]) -> list[Pair]:
    """The likely pairs, the likeliest first."""
    words = {number: _words(name) for number, name in names.items()}
    pairs = {(min(pair), max(pair)) for pair in (*_sharing_pieces(words), *_sharing_initials(words))}
    found = (Pair(one, other, _likeness(words[one], words[other])) for one, other in pairs)
    return sorted((pair for pair in found if pair.likeness >= LIKELY), key=lambda p: (-p.likeness, p.one, p.other))


def _words(name: str) -> list[str]:
    return [word for word in spelling(name).split() if word not in LEGAL_FORMS]


def _pieces(words: list[str]) -> set[str]:
    return {padded[at : at + 3] for word in words for padded in [f"  {word} "] for at in range(len(padded) - 2)}


def _sharing_pieces(words: Mapping[int, list[str]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    pieces = {number: _pieces(of) for number, of in words.items()}
    for number, of in pieces.items():
        for piece in of:
            holders[piece].append(number)
    shared = Counter(pair for held in holders.values() if len(held) <= COMMON for pair in combinations(held, 2))
    for (one, other), count in shared.items():
        if count >= WORTH_A_LOOK * min(len(pieces[one]), len(pieces[other])):
            yield one, other


def _sharing_initials(words: Mapping[int, list[str]]) -> Iterator[tuple[int, int]]:
    short: dict[str, list[int]] = defaultdict(list)
    for number, of in words.items():
        if len(of) == 1:
            short[of[0]].append(number)
    for number, of in words.items():
        if len(of) >= FEWEST_INITIALS:
            yield from ((number, one) for one in short.get(_initials(of), ()))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _likeness(one: list[str], other: list[str]) -> float:
    """Numbers must be the same: SMP 1 is not SMP 4."""
    if not one or not other or _numbers(one) != _numbers(other):
        return 0.0
    if one == other:
        return 1.0
    if _one_leaves_out(one, other) and (core := _core(one)) and (of_other := _core(other)):
        likeness = 1.0 if core == of_other else _letters_of(core, of_other)
        if likeness >= LIKELY:
            return min(likeness, LEFT_OUT_WORDS_SCORE)
    short, long = sorted((one, other), key=len)
    if len(short) == 1 and len(long) >= FEWEST_INITIALS and short[0] == _initials(long):
        return INITIALS_SCORE
    return _letters_of(one, other)


def _letters_of(one: list[str], other: list[str]) -> float:
    """How alike two names are by their letters, in their own order of words or sorted."""
    unshared = ("".join(word for word in a if word not in b) for a, b in ((one, other), (other, one)))
    if _letters(*unshared) < SAME_WORD:
        return 0.0
    return round(max(_letters(" ".join(one), " ".join(other)), _letters(*map(" ".join, map(sorted, (one, other))))), 3)


def _one_leaves_out(one: list[str], other: list[str]) -> bool:
    """Whether one name has words such as "Kota" that the other leaves out, and not others instead of them."""
    a, b = LEFT_OUT.intersection(one), LEFT_OUT.intersection(other)
    return a < b or b < a


def _core(words: list[str]) -> list[str]:
    return [word for word in words if word not in LEFT_OUT]


def _letters(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _numbers(words: list[str]) -> list[str]:
    return sorted(word for word in words if word.isdigit())
