"""The voice pack: built by the real eSpeak NG in its child process."""

import array
import wave
from pathlib import Path

import pytest

from display import clips
from display.voice import LANGUAGES, Language, vocabulary

NAMES: dict[Language, dict[str, str]] = {"id": {"K": "Konsultasi Statistik"}, "en": {"K": "Statistics Consultation"}}
WORDS = vocabulary(NAMES)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voice")
    assert clips.build(folder, WORDS) == sum(len(words) for words in WORDS.values())
    return folder


def samples_of(file: Path) -> tuple[int, "array.array[int]"]:
    with wave.open(str(file), "rb") as clip:
        assert (clip.getnchannels(), clip.getsampwidth()) == (1, 2)
        return clip.getframerate(), array.array("h", clip.readframes(clip.getnframes()))


def record(file: Path, seconds: float = 0.5) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as clip:
        clip.setnchannels(1)
        clip.setsampwidth(2)
        clip.setframerate(8000)
        clip.writeframes(b"\x10\x20" * int(8000 * seconds))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clip_is_audible_equally_loud_and_short(pack: Path, language: Language) -> None:
    for name in WORDS[language]:
        rate, samples = samples_of(pack / language / f"{name}.wav")
        voiced = [sample for sample in samples if abs(sample) > 200]
        loudness = (sum(sample * sample for sample in voiced) / len(voiced)) ** 0.5 / 32767
        assert rate == 22050
        assert 0.1 <= loudness <= 0.2, name
        assert 0.15 < len(samples) / rate < 4, name
        assert max(abs(sample) for sample in samples) <= 32767 * 0.96, name


def test_a_clip_begins_and_ends_without_waiting(pack: Path) -> None:
    rate, samples = samples_of(pack / "id" / "nomor_antrean.wav")
    voiced = [place for place, sample in enumerate(samples) if abs(sample) > 400]
    assert voiced[0] / rate < 0.06
    assert (len(samples) - voiced[-1]) / rate < 0.06


def test_a_second_start_records_nothing_anew(pack: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in pack.rglob("*")}
    assert clips.build(pack, WORDS) == 0
    assert {file: file.stat().st_mtime_ns for file in pack.rglob("*")} == before


def test_only_a_missing_broken_or_reworded_clip_is_recorded_again(tmp_path: Path) -> None:
    words: dict[Language, dict[str, str]] = {"id": {"nol": "nol", "satu": "satu", "layanan_k": "Konsultasi"}}
    clips.build(tmp_path, words)
    old_service = (tmp_path / "id" / "layanan_k.wav").read_bytes()
    (tmp_path / "id" / "nol.wav").unlink()
    (tmp_path / "id" / "satu.wav").write_bytes(b"RIFF")
    words["id"]["layanan_k"] = "Konsultasi Statistik"
    assert clips.build(tmp_path, words) == 3
    assert (tmp_path / "id" / "layanan_k.wav").read_bytes() != old_service
    assert clips.manifest(tmp_path, "id")["clips"]["layanan_k"]["words"] == "Konsultasi Statistik"


def test_the_manifest_tells_how_long_each_clip_plays(pack: Path) -> None:
    told = clips.manifest(pack, "id")
    assert told["language"] == "id"
    assert told["clips"].keys() == WORDS["id"].keys()
    rate, samples = samples_of(pack / "id" / "nol.wav")
    assert told["clips"]["nol"] == {
        "words": "nol",
        "seconds": pytest.approx(len(samples) / rate, abs=0.001),
        "own": False,
    }


def test_the_offices_own_recording_is_played_instead(pack: Path) -> None:
    own = pack / "own" / "id" / "nol.wav"
    record(own)
    assert clips.locate(pack, "id", "nol") == own
    assert clips.manifest(pack, "id")["clips"]["nol"] == {"words": "nol", "seconds": 0.5, "own": True}
    own.unlink()
    assert clips.locate(pack, "id", "nol") == pack / "id" / "nol.wav"


def test_an_own_recording_that_cannot_be_played_is_passed_over(pack: Path) -> None:
    own = pack / "own" / "id" / "satu.wav"
    record(own, seconds=11)
    assert clips.locate(pack, "id", "satu") == pack / "id" / "satu.wav"
    own.write_bytes(b"not a recording")
    assert clips.locate(pack, "id", "satu") == pack / "id" / "satu.wav"


@pytest.mark.parametrize(
    ("language", "clip"),
    [
        *[("id", clip) for clip in ("../id/nol", "..%2fnol", "nol/", "/etc/passwd", "nol\x00", "NOL", "", "a" * 81)],
        *[(language, "nol") for language in ("..", "id/../id", "own/id", "fr", "", "ID")],
    ],
)
def test_no_name_leads_out_of_the_pack(pack: Path, language: str, clip: str) -> None:
    assert clips.locate(pack, "id", "nol") is not None
    assert clips.locate(pack, language, clip) is None


def test_a_link_out_of_the_pack_is_not_followed(pack: Path, tmp_path: Path) -> None:
    record(tmp_path / "secret.wav")
    link = pack / "own" / "id" / "dua.wav"
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(tmp_path / "secret.wav")
    except OSError:
        pytest.skip("this Windows account may not make links")
    assert clips.locate(pack, "id", "dua") == pack / "id" / "dua.wav"


def test_without_a_voice_the_pack_is_empty_and_own_recordings_still_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_espeak = tmp_path / "speaker.py"
    without_espeak.write_text("import a_library_that_nobody_has")
    monkeypatch.setattr(clips, "_SPEAKER", without_espeak)
    assert clips.build(tmp_path / "voice", WORDS) == 0
    assert clips.manifest(tmp_path / "voice", "id") == {"language": "id", "clips": {}}
    record(tmp_path / "voice" / "own" / "id" / "nol.wav")
    assert list(clips.manifest(tmp_path / "voice", "id")["clips"]) == ["nol"]


def test_a_folder_that_cannot_be_written_costs_the_voice_only(tmp_path: Path) -> None:
    (tmp_path / "voice").write_text("a file where the folder should be")
    assert clips.build(tmp_path / "voice", WORDS) == 0
    assert clips.manifest(tmp_path / "voice", "id")["clips"] == {}


def test_the_gpl_library_is_never_loaded_by_the_server() -> None:
    for module in ("clips", "voice"):
        source = (Path(clips.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
        assert "espeakng_loader" not in source
