"""Staff, sessions, tokens, and devices that are paired by a code."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain.staff import Person, Role
from shared.front_desk import FrontDesk, operator, person_of
from shared.keys import hashed
from tests.cast import Company, HandClock, hire

PASSWORD = "kucing-di-atas-atap"


@pytest.fixture
def owner(crew: Company) -> FrontDesk:
    """Whoever runs `pst` on the machine."""
    return FrontDesk(crew.parts, crew.office, operator(crew.office.code))


def known(crew: Company, secret: str) -> Person | None:
    found = crew.parts.database.house(lambda house: house.known(hashed(secret)))
    return person_of(found) if found else None


def test_a_member_of_staff_signs_in_by_name_and_password(crew: Company, owner: FrontDesk) -> None:
    owner.add_staff("Rina Wulandari", "Rina ", PASSWORD, frozenset({Role.OFFICER}))
    session = crew.desk(None).sign_in(" RINA", PASSWORD)
    person = known(crew, session.token)
    assert person is not None
    assert (person.name, person.roles, person.csrf) == ("Rina Wulandari", frozenset({Role.OFFICER}), session.csrf)
    assert len({session.token, session.csrf}) == 2


@pytest.mark.parametrize(("login", "password"), [("rina", "wrong-password"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_refused_alike(
    crew: Company, owner: FrontDesk, login: str, password: str
) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    with crew.refuses("sign_in_failed"):
        crew.desk(None).sign_in(login, password)


def test_a_password_is_stored_as_an_argon2_hash(crew: Company, owner: FrontDesk) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    stored = owner.staff()[0].password
    assert stored is not None
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


def test_nobody_has_a_password_before_somebody_sets_one(owner: FrontDesk) -> None:
    assert owner.staff() == []


def test_staff_need_a_long_password_a_free_name_and_a_role(crew: Company, owner: FrontDesk) -> None:
    with crew.refuses("password_short", least=10):
        owner.add_staff("Rina", "rina", "x" * 9, frozenset({Role.OFFICER}))
    with crew.refuses("staff_role_needed"):
        owner.add_staff("Rina", "rina", PASSWORD, frozenset())
    with crew.refuses("staff_role_needed"):
        owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.KIOSK}))
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    with crew.refuses("login_taken", login="rina"):
        owner.add_staff("Another Rina", "RINA", PASSWORD, frozenset({Role.OFFICER}))


def test_whoever_is_disabled_is_out_at_once(crew: Company, owner: FrontDesk) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    session = crew.desk(None).sign_in("rina", PASSWORD)
    owner.disable_staff("rina")
    assert known(crew, session.token) is None
    with crew.refuses("sign_in_failed"):
        crew.desk(None).sign_in("rina", PASSWORD)
    with crew.refuses("unknown_staff"):
        owner.disable_staff("nobody")


def test_a_new_password_ends_the_old_sessions_and_lets_a_disabled_person_in_again(
    crew: Company, owner: FrontDesk
) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    session = crew.desk(None).sign_in("rina", PASSWORD)
    owner.disable_staff("rina")
    owner.reset_password("rina", PASSWORD + "!")
    assert known(crew, session.token) is None
    assert crew.desk(None).sign_in("rina", PASSWORD + "!")
    with crew.refuses("sign_in_failed"):
        crew.desk(None).sign_in("rina", PASSWORD)
    with crew.refuses("password_short"):
        owner.reset_password("rina", "short")


def test_signing_out_ends_that_session_only(crew: Company, owner: FrontDesk) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    here, there = (crew.desk(None).sign_in("rina", PASSWORD) for _ in range(2))
    crew.desk("rina").sign_out(here.token)
    assert known(crew, here.token) is None
    assert known(crew, there.token) is not None


@pytest.mark.parametrize("who", ["rina", "kiosk", None])
def test_only_a_manager_changes_who_may_come_in(crew: Company, who: str | None) -> None:
    desk = crew.desk(who)
    with crew.refuses("forbidden"):
        desk.add_staff("Eve", "eve", PASSWORD, frozenset({Role.MANAGER}))
    with crew.refuses("forbidden"):
        desk.create_token(frozenset({Role.OFFICER}))
    with crew.refuses("forbidden"):
        desk.revoke_token(1)


def test_tokens_of_one_name_are_one_officer_and_one_without_is_its_own(crew: Company) -> None:
    first, second = hire(crew, "andi", Role.OFFICER), hire(crew, "andi", Role.OFFICER, Role.MANAGER)
    assert first.id == second.id
    assert first.roles == {Role.OFFICER}
    assert second.roles == {Role.OFFICER, Role.MANAGER}
    desk = FrontDesk(crew.parts, crew.office, operator(crew.office.code))
    unnamed = {getattr(known(crew, desk.create_token(frozenset({Role.OFFICER}))), "id", None) for _ in range(3)}
    assert len(unnamed) == 3


def test_a_revoked_token_is_worth_nothing(crew: Company, owner: FrontDesk) -> None:
    token = owner.create_token(frozenset({Role.KIOSK}), "Lobi")
    number = next(access.id for access in owner.tokens() if access.name == "Lobi")
    owner.revoke_token(number)
    assert known(crew, token) is None
    with crew.refuses("unknown_token"):
        owner.revoke_token(number)


def test_a_kiosk_is_paired_by_the_code_that_it_shows(crew: Company) -> None:
    shown = crew.desk(None).show_code("kiosk")
    assert crew.desk(None).collect_pairing(shown.secret) is None
    assert crew.desk("rina").accept_device(f" {shown.code} ", "Lobi") == "kiosk"
    key = crew.desk(None).collect_pairing(shown.secret)
    assert key is not None
    person = known(crew, key)
    assert person is not None
    assert (person.name, person.kind, person.roles) == ("Lobi", "device", frozenset({Role.KIOSK}))
    assert crew.desk(None).collect_pairing(shown.secret) is None


def test_a_code_is_accepted_once_and_for_ten_minutes(crew: Company, clock: HandClock) -> None:
    shown = crew.desk(None).show_code("display")
    clock.passes(minutes=9, seconds=59)
    assert crew.desk("sari").accept_device(shown.code, "") == "display"
    with crew.refuses("unknown_code"):
        crew.desk("sari").accept_device(shown.code, "")
    late = crew.desk(None).show_code("display")
    clock.passes(minutes=10)
    with crew.refuses("unknown_code"):
        crew.desk("sari").accept_device(late.code, "")


def test_the_device_shows_the_same_code_until_it_is_over(crew: Company, clock: HandClock) -> None:
    shown = crew.desk(None).show_code("kiosk")
    assert crew.desk(None).code_shown(shown.secret) == shown
    clock.passes(minutes=10)
    assert crew.desk(None).code_shown(shown.secret) is None
    assert crew.desk(None).code_shown("a secret that was never given") is None


@pytest.mark.parametrize("who", ["kiosk", "board", None])
def test_only_staff_accept_devices(crew: Company, who: str | None) -> None:
    shown = crew.desk(None).show_code("kiosk")
    with crew.refuses("forbidden"):
        crew.desk(who).accept_device(shown.code, "")


def test_a_session_knows_when_it_was_last_used_and_when_it_ends(
    crew: Company, owner: FrontDesk, clock: HandClock
) -> None:
    owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    session = crew.desk(None).sign_in("rina", PASSWORD)
    began = clock.now()
    clock.passes(minutes=20)
    found = crew.parts.database.house(lambda house: house.known(hashed(session.token)))
    assert found is not None
    assert (found.seen_at, found.expires_at) == (began, began + timedelta(hours=12))
    owner.seen(found)
    found = crew.parts.database.house(lambda house: house.known(hashed(session.token)))
    assert found is not None
    assert found.seen_at == clock.now()
