"""Which channels an office has connected: a TOML file that only the installation can read, never a profile."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

CLOUD_API = "https://graph.facebook.com/v21.0"


class ConnectionsError(ValueError):
    """The file cannot be used; the message says in one line where and why, and never quotes a secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailAccount:
    """A mailbox that is read by IMAP and answered from by SMTP. Schemes: imaps, imap; smtps, smtp, smtp+starttls.

    `name` stands beside the address in letters; None: the address alone.
    """

    address: str
    imap: str
    smtp: str
    user: str
    password: str
    folder: str = "INBOX"
    name: str | None = None

    def __post_init__(self) -> None:
        _check_scheme("imap", self.imap, ("imaps", "imap"))
        _check_scheme("smtp", self.smtp, ("smtps", "smtp+starttls", "smtp"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudAccount:
    """A number at the official WhatsApp Cloud API."""

    phone_number_id: str
    token: str
    app_secret: str
    verify_token: str
    api: str = CLOUD_API

    def __post_init__(self) -> None:
        _check_scheme("api", self.api, ("https", "http"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The connected channels of one office; None is a channel that officers serve by hand."""

    email: EmailAccount | None = None
    whatsapp: CloudAccount | None = None


def connections_in(file: Path | None) -> Mapping[str, Connections]:
    """The connections of every office in the file, by office code; none without a file. Raises ConnectionsError."""
    if file is None or not file.is_file():
        return {}
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConnectionsError(f"{file.name}: {error}") from error
    return {office: _connections(office, channels) for office, channels in written.items()}


def _connections(office: str, channels: Any) -> Connections:
    kinds: dict[str, type[EmailAccount | CloudAccount]] = {"email": EmailAccount, "whatsapp": CloudAccount}
    if not isinstance(channels, dict) or (unknown := set(channels) - kinds.keys()):
        raise ConnectionsError(f"[{office}]: there are email and whatsapp, not {', '.join(sorted(unknown))}")
    return Connections(**{name: _account(f"{office}.{name}", kinds[name], said) for name, said in channels.items()})


def _account(place: str, kind: type[EmailAccount | CloudAccount], said: Any) -> Any:
    try:
        return kind(**said)
    except TypeError as error:
        raise ConnectionsError(f"[{place}]: {str(error).split(') ')[-1].replace('__init__() ', '')}") from None
    except ValueError as error:
        raise ConnectionsError(f"[{place}]: {error}") from None


def _check_scheme(name: str, address: str, schemes: tuple[str, ...]) -> None:
    parts = urlsplit(address)
    if parts.scheme not in schemes or not parts.hostname or not _has_port(parts):
        raise ValueError(f"{name} must look like {schemes[0]}://host")


def _has_port(parts: SplitResult) -> bool:
    """Whether the port is a number or left out; asking for another raises."""
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def others_may_read(file: Path) -> bool:
    """Whether the file with its passwords is open to other users of this machine; on Windows nobody can tell."""
    return os.name != "nt" and file.is_file() and file.stat().st_mode & 0o077 != 0
