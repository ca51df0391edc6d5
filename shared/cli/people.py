"""`pst staff` and `pst token`: who may come in. No default password exists."""

from __future__ import annotations

from typing import Any

import click

from shared.cli.operate import operate
from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.database import Database
from shared.domain.staff import Role

STAFF = click.Choice(["officer", "manager"])
ROLES = click.Choice([role.value for role in Role])


@click.group()
def staff() -> None:
    """Officers and managers who sign in with a password."""


@staff.command("add")
@click.option("--office", required=True, help="code of the office")
@click.option("--name", required=True, help="name, as colleagues read it")
@click.option("--login", required=True, help="name to sign in with")
@click.option("--role", "roles", type=STAFF, multiple=True, required=True, help="may be given twice")
@click.password_option(help="at least 10 characters; asked for when not given")
@settings_flags(BASICS)
def add(office: str, name: str, login: str, roles: tuple[str, ...], password: str, **flags: Any) -> None:
    """Add a member of staff."""
    settings = chosen_settings(flags)
    operate(settings, "add_staff", office, name=name, login=login, password=password, roles=list(roles))
    click.echo(login)


@staff.command("list")
@click.option("--office", required=True, help="code of the office")
@settings_flags(BASICS)
def list_staff(office: str, **flags: Any) -> None:
    """Everyone who can sign in, or could: login, roles, name."""
    database = Database(chosen_settings(flags).database_url, read_only=True)
    for person in database.reading(office, lambda records: records.identities("staff")):
        state = "disabled" if person.disabled_at else "active"
        click.echo(f"{person.login}\t{person.roles}\t{state}\t{person.name}")


@staff.command("disable")
@click.option("--office", required=True, help="code of the office")
@click.argument("login")
@settings_flags(BASICS)
def disable(office: str, login: str, **flags: Any) -> None:
    """Let nobody in by this name any more; what they did stays in the journal."""
    operate(chosen_settings(flags), "disable_staff", office, login=login)


@staff.command("reset")
@click.option("--office", required=True, help="code of the office")
@click.argument("login")
@click.password_option(help="at least 10 characters; asked for when not given")
@settings_flags(BASICS)
def reset(office: str, login: str, password: str, **flags: Any) -> None:
    """Set a new password and end that person's sessions."""
    operate(chosen_settings(flags), "reset_password", office, login=login, password=password)


@click.group()
def token() -> None:
    """Bearer tokens for devices and integrators."""


@token.command("create")
@click.option("--office", required=True, help="code of the office")
@click.option("--role", "roles", type=ROLES, multiple=True, required=True, help="may be given several times")
@click.option("--name", help="tokens of one name are one officer; without it, the token is an officer of its own")
@settings_flags(BASICS)
def create(office: str, roles: tuple[str, ...], name: str | None, **flags: Any) -> None:
    """Print a new token. It is shown this once; only its hash is kept."""
    click.echo(operate(chosen_settings(flags), "create_token", office, roles=list(roles), name=name))


@token.command("list")
@click.option("--office", required=True, help="code of the office")
@settings_flags(BASICS)
def list_tokens(office: str, **flags: Any) -> None:
    """Every token by number: roles, state, name. The tokens themselves are not kept."""
    database = Database(chosen_settings(flags).database_url, read_only=True)
    for access in database.reading(office, lambda records: records.accesses("bearer")):
        state = "revoked" if access.revoked_at else "active"
        click.echo(f"{access.id}\t{access.roles}\t{state}\t{access.name}")


@token.command("revoke")
@click.option("--office", required=True, help="code of the office")
@click.argument("number", type=int)
@settings_flags(BASICS)
def revoke(office: str, number: int, **flags: Any) -> None:
    """Close a way in, by its number in the list."""
    operate(chosen_settings(flags), "revoke_token", office, access=number)


COMMANDS = (staff, token)
