"""What the codes of the log are called in the reader's language, looked up once for each file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import get_locale, gettext

from counter.manager.files.words import NONE
from shared.domain.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The names of everything that a row, a figure or a filter may hold; `weekdays` begin with Monday."""

    verdicts: Mapping[str, str]
    reasons: Mapping[str, str]
    exclusions: Mapping[str, str]
    readings: Mapping[str, str]
    emergencies: Mapping[str, str]
    weekdays: tuple[str, ...]
    services: Mapping[str, str]
    counters: Mapping[int, str]

    def reason(self, code: str | None) -> str:
        """Why, in words; the code's own words when a later version wrote one that is not known here."""
        return self.reasons.get(code, code.replace("_", " ")) if code else ""

    def emergency(self, code: str) -> str:
        """Why every clock stood still."""
        return self.emergencies.get(code, code)

    def service(self, code: str | None) -> str:
        """The name of a service; its letter when the profile no longer knows it."""
        return self.services.get(code, code) if code else ""

    def counter(self, number: int | None) -> str:
        """The name of a desk; its number when the profile no longer knows it."""
        return self.counters.get(number, str(number)) if number else ""


def words_of(office: Office) -> Words:
    """The words in the language of the request."""
    language = str(get_locale())
    return Words(
        verdicts=_verdicts(),
        reasons=_reasons(),
        exclusions=_exclusions(),
        readings=_readings(),
        emergencies=_emergencies(),
        weekdays=tuple(get_locale().days["format"]["wide"][day].capitalize() for day in range(7)),
        services={service.code: service.name.in_language(language) for service in office.services},
        counters={counter.number: counter.name.in_language(language) for counter in office.counters},
    )


def _verdicts() -> dict[str, str]:
    return {
        "kept": gettext("Tepat"),
        "called_in_time": gettext("Tepat panggil"),
        "missed": gettext("Lewat"),
        "not_judged": gettext("Tidak dinilai"),
    }


def _reasons() -> dict[str, str]:
    """What an officer may say (front_desk/remarks.py), and what the judge sees (service_target/verdict.py)."""
    return {
        "long_consultation": gettext("Konsultasi panjang"),
        "system_down": gettext("Gangguan sistem"),
        "visitor_late": gettext("Pengguna terlambat"),
        "single_officer": gettext("Petugas tunggal"),
        "unscheduled_pause": gettext("Jeda tak terjadwal"),
        "other": gettext("Lainnya"),
        "unexplained": gettext("Belum dijelaskan"),
        "overtaken_by_priority": gettext("Didahului prioritas"),
        "left_before_service": gettext("Pergi sebelum dilayani"),
        "no_show": gettext("Tidak hadir saat dipanggil"),
        "cancelled": gettext("Dibatalkan petugas"),
        "transferred": gettext("Dialihkan sebelum dilayani"),
        "expired": gettext("Tidak ditutup sampai hari berakhir"),
        "still_waiting": gettext("Masih menunggu"),
        "no_promise": gettext("Di luar janji layanan"),
    }


def _exclusions() -> dict[str, str]:
    return {
        "expired": gettext("Tidak dilayani sampai hari berakhir"),
        "auto_closed": gettext("Lupa menekan Selesai"),
        "corrected": gettext("Dikoreksi manajer"),
        "implausible": gettext("Waktu di luar kewajaran"),
    }


def _readings() -> dict[str, str]:
    """The readings of service_target/readings.py."""
    return {
        "default": gettext("Sejak giliran tiba dan ada meja bebas, sampai mulai dilayani"),
        "first_call": gettext("Sejak giliran tiba dan ada meja bebas, sampai panggilan pertama"),
        "from_ticket": gettext("Sejak nomor terbit, sampai mulai dilayani"),
        "number_order": gettext("Sejak nomor sebelumnya selesai, sampai mulai dilayani"),
        "from_guest_book": gettext("Paling lama 5 menit sejak buku tamu diisi, sampai mulai dilayani"),
    }


def _emergencies() -> dict[str, str]:
    """What a manager may document (front_desk/remarks.py)."""
    return {
        "power_cut": gettext("Listrik padam"),
        "network_down": gettext("Jaringan putus"),
        "evacuation": gettext("Evakuasi"),
        "other": gettext("Lainnya"),
    }


def duration(seconds: float | None) -> str:
    """`07:12`, from an hour on `1:07:12`; a dash for none."""
    if seconds is None:
        return NONE
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
