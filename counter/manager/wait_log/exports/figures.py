"""The figures of a file, each with how many visits it counts and how many it leaves out, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from flask_babel import gettext

from counter.manager.files.words import percent
from counter.manager.wait_log.exports.words import Words, duration
from counter.manager.wait_log.found import Found
from shared.domain.wait_figures import Summary


class Figure(NamedTuple):
    """One figure: a share from 0 to 1, or a span in seconds; None where there was nothing to count."""

    name: str
    kind: Literal["share", "span"]
    value: float | None
    counted: int
    left_out: int
    why: str

    @property
    def written(self) -> str:
        """The value as it is read."""
        return percent(self.value) if self.kind == "share" else duration(self.value)


class Count(NamedTuple):
    """So many visits of one kind."""

    name: str
    visits: int


def shares(summary: Summary) -> list[Figure]:
    """How much of what was said came true: the promise, and the expected wait."""
    visits = summary["visits"]
    told = summary["expected"]
    return [
        Figure(
            gettext("Bagian tepat"),
            "share",
            summary["kept_share"],
            summary["judged"],
            visits - summary["judged"],
            gettext("Tepat panggil, dan yang tidak dinilai."),
        ),
        Figure(
            gettext("Perkiraan tunggu yang benar"),
            "share",
            summary["expected_true"] / told if told else None,
            told,
            visits - told,
            gettext("Tanpa perkiraan, tidak dilayani, atau dikecualikan."),
        ),
    ]


def spans(summary: Summary) -> list[Figure]:
    """The clock, the whole wait and the service: median, nine of ten, longest."""
    visits, timed, served = summary["visits"], summary["timed"], summary["service_timed"]
    untimed = gettext("Tidak dilayani, tanpa jam, atau dikecualikan.")
    unserved = gettext("Belum selesai dilayani, atau dikecualikan.")

    def span(name: str, seconds: int | None, counted: int, why: str) -> Figure:
        return Figure(name, "span", seconds, counted, visits - counted, why)

    return [
        span(gettext("Jam, median"), summary["clock_median"], timed, untimed),
        span(gettext("Jam, sembilan dari sepuluh"), summary["clock_p90"], timed, untimed),
        span(gettext("Jam, terpanjang"), summary["clock_max"], timed, untimed),
        span(gettext("Tunggu total, median"), summary["wait_median"], timed, untimed),
        span(gettext("Tunggu total, sembilan dari sepuluh"), summary["wait_p90"], timed, untimed),
        span(gettext("Tunggu total, terpanjang"), summary["wait_max"], timed, untimed),
        span(gettext("Lama layanan, median"), summary["service_median"], served, unserved),
        span(gettext("Lama layanan, sembilan dari sepuluh"), summary["service_p90"], served, unserved),
        span(gettext("Lama layanan, terpanjang"), summary["service_max"], served, unserved),
    ]


def verdict_counts(summary: Summary, words: Words) -> list[Count]:
    """All visits by verdict."""
    return [
        Count(words.verdicts["kept"], summary["kept"]),
        Count(words.verdicts["called_in_time"], summary["called_in_time"]),
        Count(words.verdicts["missed"], summary["missed"]),
        Count(words.verdicts["not_judged"], summary["not_judged"]),
    ]


def missed_counts(summary: Summary, words: Words) -> list[Count]:
    """Missed visits by what an officer said or the judge saw, most frequent first."""
    return [Count(words.reason(code), visits) for code, visits in summary["missed_for"].items()]


def not_judged_counts(summary: Summary, words: Words) -> list[Count]:
    """Visits that were not judged, by why."""
    return [Count(words.reason(code), visits) for code, visits in summary["not_judged_for"].items()]


def exclusion_counts(summary: Summary, words: Words) -> list[Count]:
    """Visits whose times are left out of every span, by why; those that did not happen too."""
    return [Count(name, summary["exclusions"].get(code, 0)) for code, name in words.exclusions.items()]


def reading_figures(found: Found, words: Words) -> list[Figure]:
    """The share kept under each reading of the promise's words: all services, days that are closed."""
    return [_reading(name, found.readings.get(code, {})) for code, name in words.readings.items()]


def _reading(name: str, verdicts: Mapping[str, int]) -> Figure:
    kept, missed = verdicts.get("kept", 0), verdicts.get("missed", 0)
    judged = kept + missed
    return Figure(name, "share", kept / judged if judged else None, judged, sum(verdicts.values()) - judged, "")
