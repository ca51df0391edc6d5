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

    def is_in(self, standard: Standard) -> bool:
        """Whether the published text has it, under one of its usual headings."""
        return any(component.heading in self.headings for component in standard.components)


def _made(id: str, en: str) -> Required:  # noqa: A002 # the languages' own codes
    return Required(Text(id, en), (id,))


def _published(id: str, en: str, *headings: str) -> Required:  # noqa: A002 # the languages' own codes
    return Required(Text(id, en), (id, *headings), delivery=True)


REQUIRED = (
    _published("Persyaratan", "Requirements"),
    _published("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure", "Sistem, Mekanisme dan Prosedur"),
    _published("Jangka waktu pelayanan", "Time of service", "Waktu Penyelesaian"),
    _published("Biaya/tarif", "Cost", "Biaya / Tarif"),
    _published("Produk pelayanan", "Product", "Produk Pelayanan"),
    _published("Penanganan pengaduan, saran, dan masukan", "Complaints and suggestions", "Pengaduan Layanan"),
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
