"""What lies in a pack: the names of its files, and the manifest that vouches for them.

The pack is a document for an inspector and always speaks Indonesian, in whatever language it was asked for: a file that
said something else under another language could not be compared.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

SUMMARY, README, MANIFEST = "ringkasan.pdf", "baca-saya.txt", "manifest.json"
JOURNAL, HEARD = "jurnal.csv", "panggilan-terdengar.csv"
TERMS, VISITS, CLOCKS = "ketentuan-hari.csv", "kunjungan.csv", "jam-kunjungan.csv"
COMPLAINTS, SKM, ROSTER = "pengaduan.csv", "skm.csv", "daftar-jaga.csv"
PRIORITIES, STANDARD = "prioritas.csv", "standar.csv"
REQUESTS, REQUEST_CLOCKS = "permintaan.csv", "jam-permintaan.csv"

CONTENTS = {
    SUMMARY: "ringkasan untuk dibaca, dengan ujung rantai hash",
    README: "penjelasan setiap berkas dan cara memeriksanya",
    STANDARD: "standar pelayanan kata demi kata, nomor SK, masa berlaku, dan bacaan yang dipilih",
    JOURNAL: "kejadian mentah: setiap baris jurnal, dengan hash yang merangkainya",
    HEARD: "panggilan yang dijawab papan antrean: tampil dan terdengar pukul berapa",
    TERMS: "ketentuan setiap hari: jam layanan, jeda, batas waktu, dan cara menghitungnya",
    VISITS: "setiap kunjungan dengan jamnya dan putusannya",
    CLOCKS: "statistik jam tunggu menurut bulan, layanan, dan batas waktu",
    REQUESTS: "setiap permintaan tanpa datang (WhatsApp, e-mail, telepon, daring) dengan waktunya dan putusannya",
    REQUEST_CLOCKS: "statistik janji hari kerja menurut bulan dan saluran",
    COMPLAINTS: "register pengaduan: waktu dan keadaan, tanpa nama dan tanpa isi",
    SKM: "indeks kepuasan masyarakat menurut unsur",
    ROSTER: "siapa bertugas di meja mana, dari pukul berapa sampai pukul berapa",
    PRIORITIES: "banyaknya nomor prioritas menurut layanan",
}
"""Every file but the manifest, in the order of reading. A further clock is one more line here, one writer in
counter/manager/evidence/gathering.py, and one table in checking/figures.py.
"""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, Field(max_length=4000)]


class Part(BaseModel):
    """Something the manifest says; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class OfOffice(Part):
    """Whose pack it is; `zone` is the zone of all its times."""

    code: Annotated[str, Field(max_length=64, pattern=r"^[a-z0-9-]+$")]
    name: Line
    zone: Line


class Days(Part):
    """The office days of the period, both included."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    first: Annotated[date, Field(alias="from")]
    last: Annotated[date, Field(alias="to")]


class Chain(Part):
    """The journal rows of the pack: all that were written between the first and the last about a day of the period.

    `hash_before` is the link that the first row hangs on, `last_hash` the link of the last. None in a period in which
    nothing was written.
    """

    rows: Annotated[int, Field(ge=0)]
    first_seq: int | None = None
    last_seq: int | None = None
    hash_before: Hash | None = None
    last_hash: Hash | None = None


class InForce(Part):
    """A walk-in promise that was in force within the period: its sentence, and how the program reads it."""

    sentence: Line
    limit_seconds: int
    services: list[str]
    start: str
    end: str
    valid_from: date | None
    valid_to: date | None


class OfFile(Part):
    """What one file must be."""

    sha256: Hash
    size: Annotated[int, Field(ge=0)]


class Manifest(Part):
    """What the pack says of itself. `made_at` is when its one snapshot of the database was read, UTC."""

    format: Literal["pst-evidence-1"] = "pst-evidence-1"
    program: Line
    made_at: AwareDatetime
    office: OfOffice
    period: Days
    title: Line
    decree: Line
    chain: Chain
    promises: list[InForce]
    rehearsals_left_out: list[date]
    files: dict[str, OfFile]

    def within(self, day: date) -> bool:
        """Whether the period holds this office day."""
        return self.period.first <= day <= self.period.last


def pack_name(office: str, first: date, last: date) -> str:
    """What the file is called."""
    return f"bukti-{office}-{first}-{last}.zip"
