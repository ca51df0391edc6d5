"""What an installation sets, by environment variable or flag; everything has a default that works in one office."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("kiosk", "display", "counter")
"""By name, so that shared/ never imports a room."""


def default_data_dir() -> Path:
    """`pst-data` in the user's data folder, whatever the system calls it."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "pst"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "pst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one installation. Times, hours and promises are the offices' profiles, not settings."""

    data_dir: Path
    database_url: str
    redis_url: str | None = None
    secret_key: str | None = None
    offices_dir: Path | None = None
    rooms: tuple[str, ...] = ROOMS
    office: str | None = None
    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str | None = None
    tls_cert: Path | None = None
    tls_key: Path | None = None
    printer_url: str | None = None
    backup_dir: Path | None = None
    backup_copy_dir: Path | None = None
    channels_file: Path | None = None
    trusted_proxies: int = 0
    always_open: bool = False
    log_level: str = "INFO"
    pair_loopback: bool = False

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        prefix = "sqlite:///"
        return Path(self.database_url.removeprefix(prefix)) if self.database_url.startswith(prefix) else None


VARIABLES: Mapping[str, str] = {
    "PST_DATABASE_URL": "database of all offices: a PostgreSQL URL; without it, SQLite in the data folder",
    "PST_REDIS_URL": "Redis that tells the other processes of a change; only with PostgreSQL and several processes",
    "PST_SECRET_KEY": "secret of at least 32 characters; without it, one is made in the data folder",
    "PST_DATA_DIR": "folder of the database, the secret, the voice and the slips",
    "PST_OFFICES_DIR": "folder with further office profiles (TOML); they win over the shipped ones",
    "PST_ROOMS": "which rooms this process serves, joined by commas: kiosk,display,counter",
    "PST_HOST": "address to listen on; 0.0.0.0 for the whole office network",
    "PST_PORT": "port to listen on",
    "PST_PUBLIC_URL": "address that visitors' phones use, for links and QR codes; without it, the request's host",
    "PST_TLS_CERT": "certificate file, to serve https",
    "PST_TLS_KEY": "key file of the certificate",
    "PST_PRINTER_URL": "slip printer: tcp://host:port, usb://vid:pid, file:///path, virtual: or agent: (another PC)",
    "PST_BACKUP_DIR": "folder of the backup that every night makes; without it, backups in the data folder",
    "PST_BACKUP_COPY_DIR": "a second folder for it, such as one on a USB stick; used whenever it is there",
    "PST_CHANNELS_FILE": "connected mailboxes and WhatsApp numbers (TOML); else channels.toml in the data folder",
    "PST_TRUSTED_PROXIES": "how many reverse proxies of yours pass requests on; their X-Forwarded headers are believed",
    "PST_ALWAYS_OPEN": "rehearse: ignore opening hours and holidays, and say so on every screen (as a variable: 1)",
    "PST_LOG_LEVEL": "DEBUG, INFO, WARNING or ERROR",
}


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Settings from variables, as the environment or the flags give them. ValueError for what is none."""
    data_dir = Path(environment.get("PST_DATA_DIR") or default_data_dir())
    given = {name: value for name, value in environment.items() if name in VARIABLES and value}
    return Settings(
        data_dir=data_dir,
        database_url=given.get("PST_DATABASE_URL", f"sqlite:///{data_dir / 'pst.db'}"),
        redis_url=given.get("PST_REDIS_URL"),
        secret_key=given.get("PST_SECRET_KEY"),
        offices_dir=_path(given.get("PST_OFFICES_DIR")),
        rooms=_rooms(given.get("PST_ROOMS", ",".join(ROOMS))),
        host=given.get("PST_HOST", "127.0.0.1"),
        port=int(given.get("PST_PORT", "8080")),
        public_url=given.get("PST_PUBLIC_URL"),
        tls_cert=_path(given.get("PST_TLS_CERT")),
        tls_key=_path(given.get("PST_TLS_KEY")),
        printer_url=given.get("PST_PRINTER_URL"),
        backup_dir=_path(given.get("PST_BACKUP_DIR")),
        backup_copy_dir=_path(given.get("PST_BACKUP_COPY_DIR")),
        channels_file=_path(given.get("PST_CHANNELS_FILE")) or data_dir / "channels.toml",
        trusted_proxies=_count("PST_TRUSTED_PROXIES", given.get("PST_TRUSTED_PROXIES", "0")),
        always_open=given.get("PST_ALWAYS_OPEN") == "1",
        log_level=given.get("PST_LOG_LEVEL", "INFO"),
    )


def _rooms(text: str) -> tuple[str, ...]:
    rooms = tuple(name.strip() for name in text.split(",") if name.strip())
    if unknown := set(rooms) - set(ROOMS):
        raise ValueError(f"PST_ROOMS: there is no room {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}")
    return rooms


def _count(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"{name}: {text} is no number of things")
    return int(text)


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None
