"""Importance-performance analysis: what matters and does not satisfy comes first."""

from __future__ import annotations

from fractions import Fraction

from shared.domain.satisfaction import SKD_VERSIONS, Priorities, Quadrant, SkdResponse, of_version, priorities, skd


def figures(version: str, *said: tuple[dict[str, int], dict[str, int]]) -> Priorities | None:
    responses = [SkdResponse(version=version, satisfaction=given, importance=wanted) for given, wanted in said]
    return priorities(skd(of_version(SKD_VERSIONS, version), responses))


def test_each_statement_stands_in_the_quadrant_of_its_two_means() -> None:
    given = {"S1": 4, "S2": 10, "S3": 4, "S4": 10}
    wanted = {"S1": 10, "S2": 10, "S3": 6, "S4": 6}
    found = figures("skd-2025", (given, wanted))
    assert found == Priorities(
        Fraction(7),
        Fraction(8),
        {"S1": Quadrant.IMPROVE, "S2": Quadrant.KEEP, "S3": Quadrant.LATER, "S4": Quadrant.ENOUGH},
    )


def test_a_statement_on_the_line_counts_as_above_it() -> None:
    found = figures("skd-2025", ({"S1": 8}, {"S1": 8}))
    assert found == Priorities(Fraction(8), Fraction(8), {"S1": Quadrant.KEEP})


def test_where_importance_is_not_asked_there_are_no_quadrants() -> None:
    assert figures("skd-2026", ({"S1": 8}, {})) is None
