"""The processes that are measured. Each is ours, and ends with its block."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from shared.bench.wire import LoadError, dial
from shared.control import ask_server
from shared.settings import Settings, settings_from

OFFICE = "kota-pekanbaru"
STARTS_WITHIN = 60.0
STOPS_WITHIN = 10.0
KNOCK_EVERY = 0.005


@dataclass(frozen=True, slots=True)
class House:
    """A running server."""

    port: int
    pid: int
    started_within: float
    """Seconds from the start of its process to its first answer."""


@contextmanager
def product(folder: Path) -> Iterator[House]:
    """`pst run` with its data in the folder."""
    command = [sys.executable, "-c", "from shared.cli import main; main()", "run", "--office", OFFICE, "--port"]
    with _server(command, _environment(folder), "/healthz") as house:
        yield house


@contextmanager
def bare(folder: Path) -> Iterator[House]:
    """The server with nothing in it."""
    with _server([sys.executable, "-m", "shared.bench.bare"], _environment(folder), "/") as house:
        yield house


def load_libraries() -> tuple[float, float]:
    """Seconds to load the libraries in a new process, and its memory in MB then."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "shared.bench.libraries"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 # ourselves
        try:
            if process.stdout is None or process.stdout.readline().strip() != b"ready":
                raise LoadError("the libraries cannot be loaded")
            return time.perf_counter() - began, resident_mb(process.pid)
        finally:
            process.kill()


def token_for(folder: Path, roles: Sequence[str] = ("kiosk", "officer", "display")) -> str:
    """A token of the running product; without `roles`, for everything that the load does."""
    asked = {"roles": list(roles), "name": "bench"}
    token: str = ask_server(settings_of(folder), "create_token", OFFICE, asked)
    return token


def settings_of(folder: Path) -> Settings:
    """The product's settings for a folder, whatever else is set on this machine."""
    return settings_from({"PST_DATA_DIR": str(folder)})


def resident_mb(pid: int) -> float:
    """Resident memory of a process in MB (10^6 bytes); LoadError where the system does not tell."""
    command = ["ps", "-o", "rss=", "-p", str(pid)]
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / 1e6
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 # a fixed command
        return int(told.stdout) * 1024 / 1e6
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise LoadError("this system does not tell how much memory a process has") from error


def _environment(folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PST_")}
    return {**inherited, "PST_DATA_DIR": str(folder), "PST_ALWAYS_OPEN": "1", "PST_LOG_LEVEL": "ERROR"}


@contextmanager
def _server(command: Sequence[str], environment: dict[str, str], path: str) -> Iterator[House]:
    port = _free_port()
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 # ourselves
        [*command, str(port)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for_answer(process, port, path)
            yield House(port, process.pid, time.perf_counter() - began)
        finally:
            _end(process)


def _wait_for_answer(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    ends = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise LoadError(f"the server ended with {process.returncode}")
        try:
            with dial(port) as line:
                line.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                if line.recv(64):
                    return
        except OSError:
            time.sleep(KNOCK_EVERY)
    raise LoadError("the server does not answer")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
