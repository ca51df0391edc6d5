"""The fourteen components of a service standard (UU 25/2009 Pasal 21, Permenpan RB 15/2014), and which a text has."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.standard import Standard
from shared.domain.text import Text


@dataclass(frozen=True, slots=True)
class Required:
    """One component of the law. `delivery`: it belongs to what must be published; the others to how it is made."""

    name: Text
    headings: tuple[str, ...]
    delivery: bool = False
    plain: Text | None = None
    """What a visitor finds in it, in everyday words."""

    def is_in(self, standard: Standard) -> bool:
        """Whether the published text has it, under one of its usual headings."""
        return any(component.heading in self.headings for component in standard.components)


def _made(id: str, en: str) -> Required:  # noqa: A002 # the languages' own codes
    return Required(Text(id, en), (id,))


def _published(name: Text, plain: Text, *headings: str) -> Required:
    return Required(name, (name.id, *headings), delivery=True, plain=plain)


REQUIREMENTS = _published(
    Text("Persyaratan", "Requirements"),
    Text("Yang perlu Anda miliki dan lakukan", "What you need to have and to do"),
)
STEPS = _published(
    Text("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"),
    Text("Langkah demi langkah, dan siapa yang melakukannya", "Step by step, and who does it"),
    "Sistem, Mekanisme dan Prosedur",
)
REQUIRED = (
    REQUIREMENTS,
    STEPS,
    _published(
        Text("Jangka waktu pelayanan", "Time of service"),
        Text("Paling lama sampai Anda dilayani", "How long it takes at most until you are served"),
        "Waktu Penyelesaian",
    ),
    _published(Text("Biaya/tarif", "Cost"), Text("Yang Anda bayar", "What you pay"), "Biaya / Tarif"),
    _published(Text("Produk pelayanan", "Product"), Text("Yang Anda terima", "What you receive"), "Produk Pelayanan"),
    _published(
        Text("Penanganan pengaduan, saran, dan masukan", "Complaints and suggestions"),
        Text("Ke mana menyampaikan keluhan dan saran", "Where to send complaints and suggestions"),
        "Pengaduan Layanan",
    ),
    _made("Dasar hukum", "Legal basis"),
    _made("Sarana, prasarana, dan/atau fasilitas", "Facilities"),
    _made("Kompetensi pelaksana", "Competence of the staff"),
    _made("Pengawasan internal", "Internal supervision"),
    _made("Jumlah pelaksana", "Number of staff"),
    _made("Jaminan pelayanan", "Guarantee of service"),
    _made("Jaminan keamanan dan keselamatan pelayanan", "Guarantee of safety"),
    _made("Evaluasi kinerja pelaksana", "Evaluation of performance"),
)


def missing(standard: Standard) -> tuple[Required, ...]:
    """What the law asks for and the text does not have."""
    return tuple(component for component in REQUIRED if not component.is_in(standard))
