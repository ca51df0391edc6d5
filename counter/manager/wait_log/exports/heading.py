"""What stands above the figures of a file: whose they are, of which days, narrowed to what, made when and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from flask_babel import gettext

from counter.manager.files.heading import Fact, program
from counter.manager.files.words import at_clock, days
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found


def file_facts(found: Found, words: Words) -> list[Fact]:
    """Period, what the figures and the list are narrowed to, when it was made and by which program."""
    return [
        Fact(gettext("Periode"), days(found.choice.first, found.choice.last)),
        Fact(gettext("Angka dihitung dari"), ", ".join(_counted(found, words)) or gettext("semua kunjungan")),
        Fact(gettext("Daftar memuat"), ", ".join(_listed(found, words)) or gettext("semua kunjungan yang dihitung")),
        Fact(gettext("Dibuat"), at_clock(found.made_at, found.office)),
        Fact(gettext("Program"), program()),
    ]


def promises(found: Found) -> list[str]:
    """The sentences of the standard, word for word, that were in force within the period; the latest first."""
    choice = found.choice
    return [
        promise.sentence
        for promise in found.office.standard.walk_ins
        if (promise.valid_from or choice.last) <= choice.last and (promise.valid_to or choice.first) >= choice.first
    ]


def remarks(found: Found, words: Words) -> list[str]:
    """What the figures of the period must be read with: rehearsals, and emergencies that suspended every clock."""
    said = []
    if found.rehearsed.alone:
        said.append(gettext("Latihan: tidak ada kunjungan nyata dalam periode ini."))
    if found.rehearsed.left_out:
        said.append(
            gettext(
                "Hari latihan yang tidak dihitung: %(days)s.",
                days=", ".join(days(day, day) for day in found.rehearsed.left_out),
            )
        )
    return said + [_emergency(told, found, words) for told in found.emergencies]


def _emergency(told: Mapping[str, Any], found: Found, words: Words) -> str:
    start, until = (datetime.fromisoformat(told[edge]) for edge in ("from", "until"))
    sentence = gettext(
        "Keadaan darurat %(from)s sampai %(until)s: %(reason)s. Dicatat %(by)s. Selama itu jam tidak dihitung.",
        **{
            "from": at_clock(start, found.office),
            "until": at_clock(until, found.office),
            "reason": words.emergency(told["reason"]),
            "by": told["by"]["name"] if told["by"] else gettext("program"),
        },
    )
    return f"{sentence} {told['text']}" if told["text"] else str(sentence)


def _counted(found: Found, words: Words) -> Iterator[str]:
    choice = found.choice
    if choice.service is not None:
        yield words.service(choice.service)
    if choice.counter is not None:
        yield words.counter(choice.counter)
    if choice.officer is not None:
        yield found.names.get(choice.officer, gettext("petugas %(id)s", id=choice.officer))


def _listed(found: Found, words: Words) -> Iterator[str]:
    """Whatever narrows the list, in words; `choice` holds None for what does not."""
    choice = found.choice
    written: Mapping[str, Callable[[Any], str]] = {
        "verdict": lambda verdict: words.verdicts[verdict],
        "reason": words.reason,
        "exclusion": lambda exclusion: words.exclusions[exclusion],
        "weekday": lambda weekday: words.weekdays[weekday],
        "hour": lambda hour: gettext("jam kantor %(hour)s", hour=f"{hour:02d}"),
        "minute": lambda minute: gettext("jam %(from)s–%(to)s menit", **{"from": minute, "to": minute + 1}),
        "first_leg": lambda first: gettext("nomor baru") if first else gettext("layanan lanjutan"),
        "timed": lambda timed: gettext("jamnya dihitung") if timed else gettext("jamnya tidak dihitung"),
    }
    for name, in_words in written.items():
        if (narrowed := getattr(choice, name)) is not None:
            yield in_words(narrowed)
