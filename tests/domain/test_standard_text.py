"""The published standard as people read it: in the order of the law, unchanged, each step with who does it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain.office import Office
from shared.domain.standard_text import broken, parts_of, promises_of, site, sites
from shared.offices import load_offices
from tests.cast import THURSDAY, pekanbaru

OFFICES = load_offices(today=THURSDAY)
every_office = pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)


@every_office
def test_the_pieces_of_a_line_joined_are_the_line_word_for_word(office: Office) -> None:
    for part in parts_of(office.standard):
        assert tuple(" ".join(piece.text for piece in line) for line in part.lines) == part.component.lines


@every_office
def test_every_step_of_the_profile_is_marked_once_and_in_its_order(office: Office) -> None:
    marked = [piece.step for part in parts_of(office.standard) for line in part.lines for piece in line if piece.step]
    assert tuple(marked) == office.standard.steps


@every_office
def test_the_components_stand_in_the_order_of_the_law_however_the_profile_has_them(office: Office) -> None:
    upside_down = replace(office.standard, components=tuple(reversed(office.standard.components)))
    headings = [part.component.heading for part in parts_of(upside_down)]
    assert headings == [
        "Persyaratan",
        "Sistem, Mekanisme dan Prosedur",
        "Waktu Penyelesaian",
        "Biaya / Tarif",
        "Produk Pelayanan",
        "Pengaduan Layanan",
    ]


def test_a_component_that_the_law_does_not_name_stands_at_the_end() -> None:
    office = pekanbaru()
    first, *others = office.standard.components
    odd = replace(office.standard, components=(replace(first, heading="Maklumat"), *others), requirements=())
    last = parts_of(odd)[-1]
    assert (last.component.heading, last.required) == ("Maklumat", None)


def test_a_line_that_counts_inside_itself_is_broken_before_each_number() -> None:
    assert broken("Langsung: 1) Datang. 2) Menunggu 10 (sepuluh) menit. 3) Pulang") == (
        "Langsung:",
        "1) Datang.",
        "2) Menunggu 10 (sepuluh) menit.",
        "3) Pulang",
    )
    assert broken("1. Datang 2. Pulang") == ("1. Datang", "2. Pulang")


@pytest.mark.parametrize(
    "line",
    [
        "Kotak saran di lantai 1. Buka pada jam kerja",
        "WA 0823-5312-6066) atau email",
        "Telp. : (0354) 773 238 (pada jam kerja)",
        "",
    ],
)
def test_numbers_that_count_nothing_break_no_line(line: str) -> None:
    assert broken(line) == (line,)


def test_a_step_says_who_does_it() -> None:
    said = {piece.text: piece.where for part in parts_of(OFFICES["kota-kediri"].standard) for [piece] in part.lines}

    def told(text: str) -> str | None:
        found = said[text]
        return found.id if found else None

    assert told("Pengguna layanan mengisi buku tamu, jika datang langsung.") == "Di sini, di kantor PST"
    assert told("Pengguna layanan menemui resepsionis, jika datang langsung.") == "Langsung dengan petugas"
    assert told("Pengguna layanan memilih layanan konsultasi.") == "Di situs lain: halopst.web.bps.go.id"
    assert told("Transaksi konsultasi akan dijawab oleh admin layanan.") == "Dari jauh, bersama PST ini"
    assert told("Tidak dipungut biaya") is None
    searching = OFFICES["kepulauan-riau"].standard.steps[0]
    [[piece], *_] = parts_of(OFFICES["kepulauan-riau"].standard)[1].lines
    assert (piece.step, piece.where and piece.where.en) == (searching, "You do this yourself")


def test_other_sites_are_named_once_as_people_type_them() -> None:
    kediri = OFFICES["kota-kediri"].standard
    assert sites(kediri) == ("https://halopst.web.bps.go.id/",)
    assert {site(step) for step in kediri.steps if step.link} == {"halopst.web.bps.go.id"}
    assert sites(OFFICES["kepulauan-riau"].standard) == ()


def test_promises_are_figures_with_the_sentence_that_they_are_taken_from() -> None:
    told = [(one.figure, one.unit.id, one.way.id) for one in promises_of(OFFICES["kota-kediri"].standard)]
    assert told == [
        (10, "menit paling lama", "Datang langsung"),
        (2, "hari kerja paling lama", "Lewat e-mail"),
        (1, "hari kerja paling lama", "Lewat HaloPST, WhatsApp, formulir web"),
        (None, "Langsung dilayani", "Lewat telepon"),
    ]
    [only] = promises_of(OFFICES["kepulauan-riau"].standard)
    assert (only.figure, only.unit.en, only.sentence) == (5, "working days at most", "5 Hari kerja")
