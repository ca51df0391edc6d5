"""The wheel holds everything: installed alone on a machine without Node, it serves the demonstration."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.request import HTTPCookieProcessor, Request, build_opener
from zipfile import ZipFile

import pytest

from tests.running import ROOT, STOPS_WITHIN, free_port, until

PARTS = ("kiosk", "display", "counter", "shared", "pyproject.toml", "README.md", "LICENSE")
PATIENCE = 300.0
TRUETYPE = b"\x00\x01\x00\x00"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Wheel:
    """The built wheel, and what the build said when the pages were built already."""

    file: Path
    said: str


@dataclass(frozen=True)
class Installed:
    """A clean environment that holds the wheel and what it needs, and an empty home."""

    programs: Path
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of ours: no Node, no settings, no folder of this repository."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
        return {**kept, "PATH": str(self.programs), "HOME": str(self.home), "LOCALAPPDATA": str(self.home)}

    def pst(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One of its commands, run in the empty home."""
        command = [str(self.programs / "pst"), *arguments]
        return subprocess.run(
            command, env=self.environment, cwd=self.home, capture_output=True, text=True, timeout=PATIENCE, check=False
        )


class Browser:
    """Keeps cookies and follows redirects, no more."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> tuple[int, str]:
        """Status and text; URLError when nobody answers or the answer is a refusal."""
        asked = Request(self._address + path, headers={"Accept": "text/html"})  # noqa: S310 # loopback
        with self._opener.open(asked, timeout=30) as answer:
            return answer.status, answer.read().decode()

    def is_well(self) -> bool:
        """Whether the house can write."""
        try:
            return self.get("/healthz")[0] == 200
        except (URLError, ConnectionError):
            return False


def run(command: list[str], folder: Path) -> str:
    """What a command says; AssertionError with its last words when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    """Built from a copy, so that the working folder stays as it is."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        else:
            shutil.copyfile(ROOT / part, source / part)
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(source / "out"), str(source)]
    said = run(build, source)
    if "nodejs" in said:  # somebody is at work on the pages; now they are built
        said = run(build, source)
    [file] = (source / "out").glob("*.whl")
    return Wheel(file, said)


@pytest.fixture(scope="module")
def installed(wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The wheel in a clean environment, with the versions of the lock."""
    place = tmp_path_factory.mktemp("clean")
    venv.create(place, with_pip=True)
    python = str(place / PROGRAMS / "python")
    run([python, "-m", "pip", "install", "-q", "-c", str(ROOT / "requirements.lock"), str(wheel.file)], place)
    # Short, because the path of the server's control socket may have some 100 letters at most.
    home = Path(tempfile.mkdtemp(prefix="pst-"))
    yield Installed(place / PROGRAMS, home)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def demo(installed: Installed) -> Iterator[Browser]:
    """`pst demo --port N`, started in an empty folder."""
    port = free_port()
    browser = Browser(f"http://127.0.0.1:{port}")
    with (installed.home / "log").open("w+b") as log:
        command = [str(installed.programs / "pst"), "demo", "--port", str(port)]
        server = subprocess.Popen(command, cwd=installed.home, env=installed.environment, stdout=log, stderr=log)
        try:
            until(lambda: server.poll() is not None or browser.is_well(), PATIENCE, "the demonstration did not start")
            assert server.poll() is None, (installed.home / "log").read_text()
            yield browser
        finally:
            server.terminate()
            server.wait(STOPS_WITHIN)


def test_pages_that_are_built_already_need_no_node_to_be_packed(wheel: Wheel) -> None:
    assert "hatchling" in wheel.said
    assert "nodejs" not in wheel.said


def test_the_wheel_holds_the_type_that_reports_are_set_in(wheel: Wheel) -> None:
    with ZipFile(wheel.file) as packed:
        for weight in ("regular", "bold"):
            assert packed.read(f"shared/static/dist/fonts/plus-jakarta-sans-{weight}.ttf").startswith(TRUETYPE)


def test_the_machine_of_this_test_has_no_node(installed: Installed) -> None:
    assert shutil.which("node", path=installed.environment["PATH"]) is None


def test_the_wheel_serves_a_kiosk_with_its_script_and_style(demo: Browser) -> None:
    status, page = demo.get("/kota-pekanbaru/kiosk/")
    assert status == 200
    assets = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:js|css)[^"]*)"', page)
    assert len(assets) >= 2
    for asset in assets:
        status, text = demo.get(asset)
        assert (status, len(text) > 1000) == (200, True), asset


def test_the_wheel_speaks_english(demo: Browser) -> None:
    status, words = demo.get("/words/en.json")
    assert (status, json.loads(words)["Silakan pilih layanan"]) == (200, "Please choose a service")


def test_the_wheel_knows_its_offices(installed: Installed) -> None:
    listed = installed.pst("office", "list")
    assert listed.returncode == 0, listed.stderr
    codes = [line.split("\t")[0] for line in listed.stdout.splitlines()]
    assert codes == ["jambi", "kepulauan-riau", "kota-kediri", "kota-pekanbaru", "maluku-utara"]


def test_the_checker_is_content_with_what_the_wheel_wrote(demo: Browser, installed: Installed) -> None:
    demo.get("/healthz")
    folder = next(path.parent for path in installed.home.rglob("pst.db"))
    checked = installed.pst("fsck", "--data-dir", str(folder))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert " 0 violations" in checked.stdout
