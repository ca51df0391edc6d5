"""Nobody is sent where nobody would call them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cast import Company, busy_pekanbaru


def test_a_visitor_is_not_sent_to_a_counter_that_does_not_offer_the_service(crew: Company) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("nobody_serves"):
        crew.desk("rina").transfer(1, to_counter=3)
    assert crew.desk("rina").transfer(1, to_counter=2).wanted_counter == 2


def test_a_profile_with_a_service_that_no_counter_offers_is_refused() -> None:
    office = busy_pekanbaru()
    only_library = tuple(counter for counter in office.counters if counter.number == 3)
    with pytest.raises(ValueError, match="no counter offers service K"):
        replace(office, counters=only_library)


def test_signing_out_frees_the_counter_unless_a_visitor_is_there(crew: Company) -> None:
    crew.desk("rina").take_counter(1)
    crew.desk("rina").leave_free_counters()
    assert crew.desk(None).reading(lambda records: records.seats()) == []
    crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").leave_free_counters()
    assert [seat.counter for seat in crew.desk(None).reading(lambda records: records.seats())] == [1]
