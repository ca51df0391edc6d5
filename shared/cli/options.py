"""The settings as flags: each variable of the environment is also a flag of the same name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from shared.settings import VARIABLES, Settings, settings_from

F = TypeVar("F", bound=Callable[..., Any])
BASICS = ("PST_DATA_DIR", "PST_DATABASE_URL", "PST_OFFICES_DIR", "PST_SECRET_KEY")


def settings_flags(names: Iterable[str] = VARIABLES) -> Callable[[F], F]:
    """Add a flag for each variable; what is given wins over the environment."""

    def add(command: F) -> F:
        for name in reversed(list(names)):
            flag = "--" + name.removeprefix("PST_").lower().replace("_", "-")
            switch = {"is_flag": True, "flag_value": "1", "default": None} if name == "PST_ALWAYS_OPEN" else {}
            command = click.option(flag, name.lower(), help=f"{VARIABLES[name]} [{name}]", **switch)(command)  # type: ignore[arg-type] # click types its options one by one
        return command

    return add


def chosen_settings(flags: dict[str, Any]) -> Settings:
    """The settings that the flags and the environment give together. UsageError for a value that is none."""
    given = {name.upper(): str(value) for name, value in flags.items() if value is not None}
    try:
        return settings_from({**os.environ, **given})
    except ValueError as error:
        raise click.UsageError(str(error)) from error
