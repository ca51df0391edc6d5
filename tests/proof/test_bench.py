"""`pst bench`: its arithmetic, and one short run of the real thing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from shared.bench.measures import CALLS, MANY_CLIENTS, ONE_CLIENT, STARTS
from shared.bench.promise import DAY, LOG
from shared.bench.report import Report, Verdict
from shared.bench.rounds import Comparison, Measure, Spread, compare, percentile
from shared.bench.wire import content_length, whole_frame
from tests.running import prepared

LIMITED = {
    CALLS: "each_p50_ms",
    ONE_CLIENT: "p50_ms",
    MANY_CLIENTS: "numbers_per_second",
    STARTS: "seconds",
    DAY: "p50_ms",
    LOG: "p50_ms",
}


def measure(baselines: Sequence[float], products: Sequence[float]) -> Measure:
    def one_by_one(values: Sequence[float]) -> Callable[[], Mapping[str, float]]:
        left = iter(values)
        return lambda: {"ms": next(left)}

    return Measure("a measure", one_by_one(baselines), one_by_one(products), "ms", {"ms": ("ms", "ms")})


def report(**changes: object) -> Report:
    spread = Spread(2.0, 1.0, 2.5)
    comparisons = [
        Comparison(name, {}, {figure: spread, "memory_mb": spread}, {}, kept=4, dropped=3)
        for name, figure in LIMITED.items()
    ]
    sound = Report({}, 1.0, 100.0, comparisons, {"numbers given twice": 0})
    return replace(sound, **changes)  # type: ignore[arg-type] # each test changes what it is about


def test_each_round_is_compared_with_the_baselines_before_and_after_it() -> None:
    found = compare(measure([10, 12, 10], [22, 33]), 2)
    assert found.ratios["ms"] == Spread(2.5, 2.0, 3.0)
    assert found.baseline["ms"] == Spread(11.0, 11.0, 11.0)
    assert (found.kept, found.dropped, found.noisy) == (2, 0, False)


def test_a_round_between_unlike_baselines_is_dropped() -> None:
    found = compare(measure([10, 10, 16, 16], [20, 99, 32]), 3)
    assert found.product["ms"] == Spread(26.0, 20.0, 32.0)
    assert found.ratios["ms"] == Spread(2.0, 2.0, 2.0)
    assert (found.kept, found.dropped, found.noisy) == (2, 1, False)


def test_when_half_of_the_rounds_are_dropped_it_is_too_noisy_to_say_anything() -> None:
    found = compare(measure([10, 10, 20], [20, 20]), 2)
    assert (found.kept, found.dropped, found.noisy) == (1, 1, True)


def test_percentiles_are_by_nearest_rank() -> None:
    assert percentile([3, 1, 2, 4], 0.5) == 2
    assert percentile([3, 1, 2, 4], 0.99) == 4
    assert percentile([7], 0.01) == 7


def test_a_quiet_run_within_its_limits_is_good() -> None:
    assert report().verdict is Verdict.GOOD


def test_a_wrong_answer_fails_the_bench_whatever_the_speed() -> None:
    noisy = [replace(one, kept=0, dropped=7) for one in report().comparisons]
    assert report(faults={"numbers given twice": 1}).verdict is Verdict.FAILED
    assert report(faults={"numbers given twice": 1}, comparisons=noisy).verdict is Verdict.FAILED


def test_a_missed_limit_fails_only_on_a_quiet_machine() -> None:
    slow = [replace(one, product={LIMITED[one.name]: Spread(99.0, 99.0, 99.0)}) for one in report().comparisons[:3]]
    slow += report().comparisons[3:]
    assert report(comparisons=slow).verdict is Verdict.FAILED
    noisy = [replace(one, kept=3, dropped=4) for one in slow]
    assert report(comparisons=noisy).verdict is Verdict.NOISY
    assert report(memory_after_calls_mb=151.0).verdict is Verdict.FAILED


@pytest.mark.parametrize("length", [0, 5, 125, 126, 70_000])
def test_a_frame_is_taken_only_when_it_has_arrived_whole(length: int) -> None:
    message = b"x" * length
    size = bytes([length]) if length < 126 else b"\x7e" + length.to_bytes(2, "big") if length < 65536 else None
    frame = b"\x81" + (size or b"\x7f" + length.to_bytes(8, "big")) + message
    assert whole_frame(frame + b"next") == (message, b"next")
    assert all(whole_frame(frame[:n]) is None for n in (0, 1, 2, 3, len(frame) - 1) if n < len(frame))


def test_an_answer_is_as_long_as_its_headers_say() -> None:
    assert content_length(b"HTTP/1.1 200 OK\r\nContent-Length: 42\r\nDate: x") == 42
    assert content_length(b"HTTP/1.1 204 NO CONTENT") == 0


def test_a_short_run_measures_everything_and_finds_no_wrong_answer() -> None:
    with prepared() as place:
        run = place.pst("bench", "--json", "--seconds", "3", within=180)
        assert run.returncode in set(Verdict), run.stderr
        found = json.loads(run.stdout)
        assert set(found["faults"].values()) == {0}, found["faults"]
        assert [one["name"] for one in found["measures"]] == list(LIMITED)
        for one in found["measures"]:
            assert all(spread["least"] > 0 for spread in (*one["product"].values(), *one["ratios"].values()))
        assert {"what", "found", "limit", "kept"} == set(found["limits"][0])
        assert list(place.data_dir.iterdir()) == []  # nothing is left behind
        assert (run.returncode == 0) == (run.stderr.splitlines()[-1].startswith("pst:") is False)
