"""The voice pack: a folder of recordings per office, built at the first start and served to its board.

    <folder>/id/nol.wav, <folder>/id/manifest.json    built with eSpeak NG, in a child process
    <folder>/own/id/nol.wav                           the office's own recording, played instead

A pack that cannot be built is an empty one: the board then chimes without words.
"""

import json
import os
import re
import subprocess
import sys
import wave
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import structlog

from display.voice import Language, is_language

WORDS_PER_MINUTE: Final = 140
BUILD_SECONDS: Final = 120
LONGEST_CLIP_SECONDS: Final = 10.0
SPOKEN_BY: Final = "eSpeak NG, 140 words a minute"  # a change here builds every clip anew
_NAME: Final = re.compile(r"[a-z0-9_]{1,80}")
_SPEAKER: Final = Path(__file__).with_name("speaker.py")

log = structlog.get_logger(__name__)


def build(folder: Path, vocabulary: Mapping[Language, Mapping[str, str]]) -> int:
    """Record the clips that are missing or whose words have changed; how many were recorded.

    Takes about a second for a whole pack; call it away from the event loop. It never raises for a
    voice that cannot be had: the reason goes to the log and the pack stays as it is.
    """
    jobs = [
        {"voice": language, "words": said, "file": str(_built(folder, language, name))}
        for language, words in vocabulary.items()
        for name, said in _missing(folder, language, words).items()
    ]
    try:
        for language in vocabulary:
            (folder / language).mkdir(parents=True, exist_ok=True)
        for job in jobs:
            Path(job["file"]).unlink(missing_ok=True)  # words that have changed must not be heard again
        if jobs:
            _speak(jobs)
        for language, words in vocabulary.items():
            _write_manifest(folder, language, words)
    except (OSError, subprocess.SubprocessError) as trouble:
        log.warning("voice_pack_incomplete", reason=str(trouble), clips=len(jobs))
    return sum(Path(job["file"]).is_file() for job in jobs)


def locate(folder: Path, language: str, clip: str) -> Path | None:
    """The file to play for a clip, the office's own recording first; None when there is none.

    Names with anything but small letters, digits and underscores name no clip, so no path leaves the
    folder.
    """
    if not is_language(language) or not _NAME.fullmatch(clip):
        return None
    for file in (folder / "own" / language / f"{clip}.wav", _built(folder, language, clip)):
        if _inside(folder, file) and _seconds(file) is not None:
            return file
    return None


def manifest(folder: Path, language: str) -> dict[str, Any]:
    """What the board may play: `{"language", "clips": {name: {"words", "seconds", "own"}}}`.

    Only clips that can be played are in it; without a voice `clips` is empty.
    """
    told = _read_manifest(folder, language) if is_language(language) else {}
    clips: dict[str, Any] = {}
    for name, words in told.get("clips", {}).items():
        file = locate(folder, language, name)
        seconds = _seconds(file) if file else None
        if file and seconds is not None:
            clips[name] = {"words": words, "seconds": seconds, "own": file.parent.parent.name == "own"}
    return {"language": language, "clips": clips}


def _missing(folder: Path, language: Language, words: Mapping[str, str]) -> dict[str, str]:
    told = _read_manifest(folder, language)
    known = told["clips"] if told.get("spoken_by") == SPOKEN_BY else {}
    return {
        name: said
        for name, said in words.items()
        if known.get(name) != said or _seconds(_built(folder, language, name)) is None
    }


def _speak(jobs: Iterable[Mapping[str, str]]) -> None:
    order = json.dumps({"rate": WORDS_PER_MINUTE, "jobs": list(jobs)})
    child = subprocess.run(  # noqa: S603 - our own script, by our own Python
        [sys.executable, "-P", str(_SPEAKER)],
        input=order,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BUILD_SECONDS,
        check=False,
    )
    if child.returncode:
        last_line = child.stderr.strip().rpartition("\n")[2]
        log.warning("voice_not_available", reason=last_line, exit_code=child.returncode)


def _write_manifest(folder: Path, language: Language, words: Mapping[str, str]) -> None:
    told = {"spoken_by": SPOKEN_BY, "clips": dict(words)}
    if _read_manifest(folder, language) == told:
        return
    file = folder / language / "manifest.json"
    draft = file.with_name(f".manifest.{os.getpid()}.json")
    draft.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    draft.replace(file)


def _read_manifest(folder: Path, language: str) -> dict[str, Any]:
    try:
        told = json.loads((folder / language / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) and isinstance(told.get("clips"), dict) else {}


def _built(folder: Path, language: Language, clip: str) -> Path:
    return folder / language / f"{clip}.wav"


def _inside(folder: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())


def _seconds(file: Path) -> float | None:
    """How long a clip plays; None for a file that is missing, broken, empty or far too long."""
    try:
        with wave.open(str(file), "rb") as clip:
            seconds = clip.getnframes() / clip.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return None
    return round(seconds, 3) if 0 < seconds <= LONGEST_CLIP_SECONDS else None
