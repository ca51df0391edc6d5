"""The whole notice behind the short one: what a visitor must be told of their data (UU 27/2022 Pasal 21).

Its seven parts are the law's, and whatever can be counted or listed is taken from the very rules that the program runs
on: another period, item or consent changes this text with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shared.domain.guest_book.consent import PURPOSES, in_force
from shared.domain.guest_book.items import BY_NAME, Item
from shared.domain.guest_book.lists import OF_AGE
from shared.domain.office import Office
from shared.domain.text import Text

HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """How long things take and last: an answer in hours, a ticket's link and a comment in days."""

    answer_hours: int
    link_days: int
    comment_days: int


@dataclass(frozen=True, slots=True)
class Part:
    """One of the seven, by the law's own letter."""

    letter: str
    heading: Text
    lines: tuple[Text, ...]


NEVER = (
    Text("NIK, nomor kartu keluarga, atau nomor kartu lain", "identity-card, family-card or other card numbers"),
    Text("foto, wajah, sidik jari, atau tanda tangan", "pictures, faces, fingerprints or signatures"),
    Text("tanggal lahir dan alamat rumah", "date of birth and home address"),
    Text("alasan Anda didahulukan", "why you are served first"),
)
"""What no form asks, and what no column could hold."""


def privacy_parts(office: Office, day: date, periods: Periods) -> tuple[Part, ...]:
    """The text of an office on a day, in the order of Pasal 21 paragraph 1."""
    return (
        Part("a", Text("Dasar hukum", "Legal basis"), _legality(office)),
        Part("b", Text("Untuk apa data dipakai", "What the data are used for"), tuple(_purposes(day))),
        Part("c", Text("Jenis data dan alasannya", "Kinds of data, and why"), _kinds()),
        Part("d", Text("Berapa lama disimpan", "How long they are kept"), _retention(office, periods)),
        Part("e", Text("Rincian yang ditanyakan", "What is asked, in detail"), _details(office)),
        Part("f", Text("Jangka waktu pemrosesan", "Period of processing"), _period()),
        Part("g", Text("Hak Anda", "Your rights"), _rights(office, periods)),
    )


def asked_by(office: Office) -> list[Item]:
    """Every item that a form of this office may ask, each once, in the order of the forms."""
    forms = dict.fromkeys(service.form for service in office.services)
    names = dict.fromkeys(item.name for form in forms for item in office.guest_book.items(form))
    return [BY_NAME[name] for name in names]


def _legality(office: Office) -> tuple[Text, ...]:
    required = [BY_NAME[name].ask for name in office.guest_book.required]
    free = Text(
        "Nomor antrean tidak memerlukan data diri, dan setiap pertanyaan buku tamu boleh dilewati.",
        "A queue number needs no personal data, and every question of the guest book may be skipped.",
    )
    demanded = Text(
        f"Nomor antrean tidak memerlukan data diri. Keputusan kantor ini meminta: {_listed(required, 'id')}. "
        "Pertanyaan lain boleh dilewati.",
        f"A queue number needs no personal data. This office's decree asks for: {_listed(required, 'en')}. Every other "
        "question may be skipped.",
    )
    return (
        Text(
            f"{office.name} memproses data Anda untuk pelayanan publik (UU 27/2022 Pasal 20 ayat 2 huruf e).",
            f"{office.name} processes your data to provide a public service (Law 27/2022, Article 20 (2) e).",
        ),
        Text(
            "Nomor HP dan e-mail dipakai untuk menghubungi Anda hanya dengan persetujuan Anda (huruf a).",
            "Phone and e-mail are used to contact you only with your consent (letter a).",
        ),
        Text(
            "Permintaan dari jauh (formulir web, WhatsApp, e-mail, telepon): kontak Anda dipakai hanya untuk "
            "menjawabnya (huruf e).",
            "A request from afar (web form, WhatsApp, e-mail, telephone): your contact is used only to answer it "
            "(letter e).",
        ),
        demanded if required else free,
    )


def _purposes(day: date) -> Iterator[Text]:
    yield Text("Melayani kunjungan Anda.", "To serve your visit.")
    yield Text(
        "Menyusun statistik pelayanan dan responden Survei Kebutuhan Data (SKD). Hasilnya tidak menyebut nama.",
        "For statistics of our service and respondents of the Data Needs Survey (SKD). Results name nobody.",
    )
    yield Text(
        "Mengenali kunjungan Anda yang lalu, hanya setelah Anda sendiri menyatakannya di ponsel atau kepada petugas.",
        "To recognise your earlier visit, only after you say so yourself, on your phone or to an officer.",
    )
    for purpose in PURPOSES:
        text = in_force(purpose, day)
        yield Text(
            f"Bila Anda mencentangnya: “{text.text.id}” (teks versi {text.version})",
            f"If you tick it: “{text.text.en}” (text version {text.version})",
        )


def _kinds() -> tuple[Text, ...]:
    return (
        Text(
            "Nama, kontak, tahun lahir, dan semua yang Anda tulis dengan kata-kata: supaya petugas dapat menyapa, "
            "melayani, dan menjawab Anda. Disandikan dengan kunci Anda sendiri.",
            "Name, contact, year of birth and all that you write in words: so that we can address, serve and answer "
            "you. Encrypted under a key of your own.",
        ),
        Text(
            "Pilihan dari daftar, misalnya pendidikan dan pekerjaan: untuk statistik, tanpa menyebut nama.",
            "Choices from lists, such as education and occupation: for statistics, naming nobody.",
        ),
        Text(
            "Layar, pengeras suara, dan karcis tidak memuat nama. Petugas yang membuka data Anda tercatat: siapa, "
            "kapan, dan untuk apa. Petugas dapat menyalinnya ke pendaftaran layanan BPS, tidak ke pihak lain.",
            "Screens, loudspeaker and slip carry no names. An officer who opens your data is recorded: who, when and "
            "why. They may copy them into the service registration of BPS, and give them to nobody else.",
        ),
        Text(
            f"Di bawah {OF_AGE} tahun: nomor HP dan e-mail tidak diminta dan tidak disimpan.",
            f"Under {OF_AGE}: phone and e-mail are neither asked nor stored.",
        ),
        Text(f"Tidak pernah: {_listed(NEVER, 'id')}.", f"Never: {_listed(NEVER, 'en')}."),
    )


def _retention(office: Office, periods: Periods) -> tuple[Text, ...]:
    days = office.guest_book.keeps_days
    return (
        Text(
            f"Data identitas dihapus {days} hari setelah kunjungan terakhir Anda, atau setelah pengaduan atau "
            "permintaan Anda selesai.",
            f"Identity data are deleted {days} days after your last visit, or after your complaint or request ended.",
        ),
        Text(
            f"Tulisan dan kontak pada permintaan dari jauh: {days} hari setelah permintaan selesai. Di halaman "
            "permintaan itu Anda dapat menghapusnya sendiri, kapan saja.",
            f"Words and contact of a request from afar: {days} days after the request has ended. On the page of that "
            "request you can erase them yourself, at any time.",
        ),
        Text(
            "Bila Anda setuju dihubungi untuk SKD: sampai akhir tahun kunjungan itu.",
            "If you agreed to be contacted for the SKD: until the end of the year of that visit.",
        ),
        Text(
            f"Komentar pada penilaian: {periods.comment_days} hari. Halaman nomor Anda: {periods.link_days} hari.",
            f"Comments with a rating: {periods.comment_days} days. The page of your number: {periods.link_days} days.",
        ),
        Text(
            "Menghapus berarti memusnahkan kunci Anda: isinya tidak dapat dibaca lagi, juga di cadangan. Nomor, waktu "
            "pelayanan, dan pilihan dari daftar tetap ada, tanpa identitas.",
            "Deleting destroys your key: nothing can be read any more, not even in a backup. Number, times of service "
            "and choices from lists stay, without identity.",
        ),
    )


def _details(office: Office) -> tuple[Text, ...]:
    items = asked_by(office)
    sealed, listed = ([item.ask for item in items if item.sealed is kind] for kind in (True, False))
    return (
        Text(f"Disandikan: {_listed(sealed, 'id')}.", f"Encrypted: {_listed(sealed, 'en')}."),
        Text(f"Pilihan dan jumlah: {_listed(listed, 'id')}.", f"Choices and counts: {_listed(listed, 'en')}."),
        Text(
            "Oleh petugas: data yang Anda butuhkan dan hasilnya. Oleh sistem: nomor, layanan, meja, dan waktu.",
            "By the officer: what data you needed, and the outcome. By the system: number, service, desk and times.",
        ),
        Text(
            "Setiap persetujuan dicatat dengan versi teks, waktu, dan bahasa yang Anda baca.",
            "Each consent is recorded with the version of its text, the time, and the language that you read.",
        ),
    )


def _period() -> tuple[Text, ...]:
    return (
        Text(
            "Sejak Anda mengisi sampai pelayanan dan tindak lanjutnya selesai. Sesudah itu data hanya disimpan, lalu "
            "dihapus menurut jangka di atas.",
            "From when you write it until the service and its follow-up are done. After that the data are only kept, "
            "then deleted as said above.",
        ),
        Text(
            "Pemakaian berhenti seketika saat persetujuan Anda tarik.",
            "Use stops at once when you take your consent back.",
        ),
    )


def _rights(office: Office, periods: Periods) -> tuple[Text, ...]:
    days = periods.answer_hours // HOURS_OF_A_DAY
    return (
        Text(
            "Meminta salinan data Anda dan daftar siapa yang pernah membukanya.",
            "To get a copy of your data, and the list of who opened them.",
        ),
        Text(
            "Meminta data diperbaiki, dibatasi pemakaiannya, atau dihapus. Tempat Anda di antrean tidak terpengaruh.",
            "To have data corrected, restricted or erased. Your place in line is not affected.",
        ),
        Text("Menarik persetujuan kapan saja, berlaku seketika.", "To take consent back at any time, at once."),
        Text(
            f"Caranya: di halaman nomor Anda, “Data pribadi saya”, selama {periods.link_days} hari; di kantor dengan "
            f"nomor dan hari kunjungan; atau lewat {office.privacy_contact}.",
            f"How: on the page of your number, “My personal data”, for {periods.link_days} days; at the office with "
            f"number and day of your visit; or through {office.privacy_contact}.",
        ),
        Text(
            f"Setiap permintaan dijawab dalam {days} × {HOURS_OF_A_DAY} jam, hari libur ikut dihitung.",
            f"Every request is answered within {days} × {HOURS_OF_A_DAY} hours, holidays included.",
        ),
    )


def _listed(texts: tuple[Text, ...] | list[Text], language: str) -> str:
    return ", ".join(_lowered(text.in_language(language)) for text in texts)


def _lowered(words: str) -> str:
    """As it stands within a sentence, without the sign of a question; abbreviations keep their capitals."""
    words = words.rstrip("?")
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
