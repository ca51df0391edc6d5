"""The child process that turns words into WAV files with eSpeak NG, started by `clips.build`.

eSpeak NG is licensed under GPL-3, so its library is loaded here and never in the server's own process;
what it speaks is ours. Run by path, so that nothing of the server is imported:
`python speaker.py < {"rate": …, "jobs": [{"voice": "id", "words": "nol", "file": "…/nol.wav"}]}`.
"""

import array
import ctypes
import json
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Final

AUDIO_OUTPUT_SYNCHRONOUS: Final = 2  # espeak_AUDIO_OUTPUT: samples go to our callback, not to a device
RATE_PARAMETER: Final = 1  # espeakRATE
CHARACTERS_ARE_UTF8: Final = 1  # espeakCHARS_UTF8
SILENCE: Final = 200  # a sample below this (of 32767) is heard as nothing
PADDING_SECONDS: Final = 0.02
LOUDNESS: Final = 0.16  # root mean square of the voiced samples, of 1
PEAK: Final = 0.95
FULL_SCALE: Final = 32767

Speak = Callable[[str, str], "array.array[int]"]


def open_voice(words_per_minute: int) -> tuple[int, Speak]:
    """Load eSpeak NG; the sample rate in hertz and a function (voice, words) to 16-bit samples."""
    import espeakng_loader  # noqa: PLC0415 - only this process may load the GPL library

    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    data = str(espeakng_loader.get_data_path()).encode()
    rate = int(library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, data, 0))
    if rate <= 0:
        raise OSError("eSpeak NG could not be initialised")
    heard = bytearray()

    def receive(samples: int | None, count: int, _events: int | None) -> int:
        if samples and count:
            heard.extend(ctypes.string_at(samples, count * ctypes.sizeof(ctypes.c_short)))
        return 0

    receiver = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(receive)

    def speak(voice: str, words: str) -> "array.array[int]":
        heard.clear()
        library.espeak_SetSynthCallback(receiver)  # here, because C keeps no reference to it
        if library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise OSError(f"eSpeak NG has no voice {voice}")
        library.espeak_SetParameter(RATE_PARAMETER, words_per_minute, 0)
        text = words.encode()
        library.espeak_Synth(text, len(text) + 1, 0, 0, 0, CHARACTERS_ARE_UTF8, None, None)
        library.espeak_Synchronize()
        return array.array("h", bytes(heard))

    return rate, speak


def trimmed(samples: "array.array[int]", rate: int) -> "array.array[int]":
    """The samples without the silence around them, but for a short padding that avoids a click."""
    padding = int(PADDING_SECONDS * rate)
    voiced = [place for place, sample in enumerate(samples) if abs(sample) > SILENCE]
    if not voiced:
        return samples[:0]
    return samples[max(0, voiced[0] - padding) : voiced[-1] + padding]


def levelled(samples: "array.array[int]") -> "array.array[int]":
    """The samples at one loudness for all clips, as far as the loudest sample allows."""
    voiced = [sample for sample in samples if abs(sample) > SILENCE]
    if not voiced:
        return samples
    loudness = float((sum(sample * sample for sample in voiced) / len(voiced)) ** 0.5) / FULL_SCALE
    peak = max(abs(sample) for sample in samples) / FULL_SCALE
    gain = min(LOUDNESS / loudness, PEAK / peak)
    return array.array("h", (round(sample * gain) for sample in samples))


def write_wave(samples: "array.array[int]", rate: int, file: Path) -> None:
    """Write one clip whole or not at all: a reader never meets half a file."""
    draft = file.with_name(f".{file.name}.{id(samples)}")
    with wave.open(str(draft), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    draft.replace(file)


def main() -> None:
    """Read the jobs from standard input and write one WAV file for each."""
    order = json.load(sys.stdin)
    rate, speak = open_voice(int(order["rate"]))
    for job in order["jobs"]:
        samples = levelled(trimmed(speak(job["voice"], job["words"]), rate))
        if samples:
            write_wave(samples, rate, Path(job["file"]))


if __name__ == "__main__":
    main()
