"""Indonesian is the source and the default; English is complete."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import shared
from shared.offices import load_offices
from tests.web.front import OFFICE, Front, is_problem, page_of

ROOT = Path(shared.__file__).parent.parent
HOUSE = ("kiosk", "display", "counter", "shared")
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]")


def spoken() -> dict[str, list[str]]:
    """Every sentence in the sources, with the files that say it."""
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in written]
    options = {mapping["pattern"]: {"parse_template_string": "false"} for mapping in written}
    keywords = DEFAULT_KEYWORDS | {"t": None}
    found: dict[str, list[str]] = {}
    for room in HOUSE:
        for file, _, message, *_ in extract_from_dir(ROOT / room, methods, options, keywords, directory_filter=is_ours):
            for text in (message,) if isinstance(message, str) else message:
                found.setdefault(text, []).append(f"{room}/{file}")
    return found


def is_ours(folder: str) -> bool:
    """Whether to go on into a folder: nobody here speaks in what was downloaded or built."""
    return Path(folder).name not in {"node_modules", "static", "__pycache__"}


@pytest.fixture(scope="module")
def english() -> Catalog:
    with (ROOT / "shared/translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[str]]:
    return spoken()


def test_the_sources_speak(sentences: dict[str, list[str]]) -> None:
    assert len(sentences) > 150
    assert "Layanan ini tidak dikenal." in sentences  # Python
    assert "Halaman ini memerlukan JavaScript." in sentences  # a template
    assert any(file.endswith(".jsx") for files in sentences.values() for file in files)


def test_every_sentence_has_its_english(sentences: dict[str, list[str]], english: Catalog) -> None:
    missing = {
        text: files
        for text, files in sentences.items()
        if text and ((found := english.get(text)) is None or not found.string or found.fuzzy)
    }
    assert missing == {}


def test_a_translation_keeps_its_places(english: Catalog) -> None:
    broken = [
        message.id
        for message in english
        if message.id and sorted(PLACES.findall(str(message.id))) != sorted(PLACES.findall(str(message.string)))
    ]
    assert broken == []


def test_indonesian_is_spelt_as_the_dictionary_spells_it(sentences: dict[str, list[str]]) -> None:
    wrong = {"antrian", "silahkan", "ijin", "rubah", "nomer", "karna", "resiko", "jadual"}
    found = {text for text in sentences if set(re.findall(r"\w+", text.lower())) & wrong}
    assert found == set()


def test_a_letter_by_the_net_has_one_name(sentences: dict[str, list[str]]) -> None:
    """E-mail: the five published texts write email and e-mail, never surel; only what is quoted keeps its own words."""
    said = [*sentences, *(r.question + r.chosen + r.why for o in load_offices().values() for r in o.standard.readings)]
    assert [text for text in said if re.search(r"\b(surel|email)\b", text, re.IGNORECASE)] == []
    assert any("e-mail" in text for text in said)


def test_indonesian_is_the_default_even_where_the_browser_speaks_english(front: Front) -> None:
    for headers in ({}, {"Accept-Language": "en-US,en;q=0.9"}):
        page = front.browser.get(f"/{OFFICE}/counter/", headers={"Accept": "text/html", **headers})
        assert '<html lang="id"' in page.text
        assert page_of(front.browser, "/counter/")["language"] == "id"


def test_english_is_asked_for_in_the_address(front: Front) -> None:
    page = front.browser.get(f"/{OFFICE}/counter/?lang=en", headers={"Accept": "text/html"})
    assert '<html lang="en"' in page.text
    assert page_of(front.browser, "/counter/?lang=en")["language"] == "en"
    assert page_of(front.browser, "/counter/?lang=xx")["language"] == "id"


def test_a_program_is_answered_in_the_language_that_it_prefers(front: Front) -> None:
    indonesian = front.get("/display/board")
    english = front.get("/display/board", Accept_Language="en-GB,en;q=0.9,id;q=0.1")
    assert is_problem(indonesian, 401, "unauthenticated")
    assert is_problem(english, 401, "unauthenticated")
    assert indonesian.json["detail"] == "Silakan masuk dahulu."
    assert english.json["detail"] not in (indonesian.json["detail"], "")
    assert front.get("/display/board?lang=en").json["detail"] == english.json["detail"]


def test_a_visitors_page_speaks_the_language_of_the_ticket(front: Front) -> None:
    token = front.take("K", language="en")["token"]
    page = front.get(f"//T/{token}", Accept="text/html")
    assert '<html lang="en"' in page.text
    assert '<html lang="id"' in front.get(f"//T/{token}?lang=id", Accept="text/html").text


def test_the_english_words_are_served_to_the_pages(front: Front, english: Catalog) -> None:
    words = front.get("//words/en.json")
    assert words.status_code == 200
    assert words.json["Layanan ini tidak dikenal."] == english.get("Layanan ini tidak dikenal.").string  # type: ignore[union-attr] # it is there
    assert len(words.json) >= 150
    assert front.get("//words/xx.json").json == {}
    assert "X-Content-Type-Options" in words.headers
