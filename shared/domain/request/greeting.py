"""What a user reads as soon as a request of theirs came: its number and what the office promises, in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shared.domain.text import Text

GREETS_AGAIN_AFTER = timedelta(hours=1)
"""At most one greeting to a sender in this time: two programs that greet each other would never stop."""

_RECEIVED = Text(
    "Terima kasih. Permintaan Anda sudah diterima {office} dengan nomor {number}.",
    "Thank you. {office} has received your request; its number is {number}.",
)
_PROMISE = Text("Janji pelayanan kami: “{sentence}”", "What we promise, as published in Indonesian: “{sentence}”")
_DUE = Text("Untuk permintaan ini: paling lambat {day}.", "For this request: {day} at the latest.")
_FOLLOW = Text("Ikuti permintaan ini di: {link}", "Follow this request at: {link}")
_FORM = Text(
    "Silakan isi formulir: {link}\nWaktu pelayanan dihitung sejak formulir terisi.",
    "Please fill in the form: {link}\nThe time of our service counts from then.",
)
_REPLY = Text(
    "Pesan ini dikirim otomatis. Untuk menambah keterangan, balas saja pesan ini.",
    "This message was sent automatically. To add anything, simply reply to it.",
)
WEEKDAYS: Mapping[str, Sequence[str]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """What a greeting tells: `sentence` is the promise as the standard says it, `due` the office's date it ends on.

    `link` leads to the page of the request; `asks_form`: where the standard's form waits there to be filled in.
    """

    office: str
    number: str
    sentence: str | None = None
    due: date | None = None
    link: str | None = None
    asks_form: bool = False

    def words(self, language: str) -> str:
        """The message in the user's language; what is not known is left out."""
        spoken = "en" if language == "en" else "id"
        told = [_RECEIVED.in_language(spoken).format(office=self.office, number=self.number)]
        if self.sentence:
            told.append(_PROMISE.in_language(spoken).format(sentence=self.sentence))
        if self.due:
            day = f"{WEEKDAYS[spoken][self.due.weekday()]}, {self.due:%d-%m-%Y}"
            told[-1] += "\n" + _DUE.in_language(spoken).format(day=day)
        if self.link:
            told.append((_FORM if self.asks_form else _FOLLOW).in_language(spoken).format(link=self.link))
        return "\n\n".join([*told, _REPLY.in_language(spoken)])
