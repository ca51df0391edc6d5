"""`pst skm`: a file of answers, as people and their spreadsheets write it, and the figures of the contract."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.cli import main
from shared.domain.satisfaction import skm
from tests.domain.satisfaction.surveys import ANSWERS, CODES, REPORTED_NRR, TEN_RESPONDENTS, a_hundred_with
from tests.running import PST, ROOT

HEADER = ",".join(CODES)
TEN = "\n".join([HEADER, *(",".join(answers) for answers in TEN_RESPONDENTS)]) + "\n"
COUNTED = {
    "respondents": 10,
    "nrr": dict(zip(CODES, ["3.1", "3.1", "3.3", "3.2", "3.5", "3.6", "3.3", "3.4", "3.2"], strict=True)),
    "index": "82.50",
    "grade": "B",
    "index_rounded_weight": "81.68",
}


class Told:
    """What `pst skm` answered: exit code, the two streams."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def data(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr; nothing was printed as a figure."""
        assert self.code != 0
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        return self.err.strip()


class Asked:
    """`pst skm` on a file with these bytes."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "jawaban.csv"
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def of(self, text: str | bytes) -> Told:
        self.file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.about(self.file)

    def about(self, file: Path) -> Told:
        self._monkeypatch.setattr("sys.argv", ["pst", "skm", str(file)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self._capsys.readouterr()
        return Told(int(ended.value.code or 0), printed.out, printed.err)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Asked:
    return Asked(tmp_path, monkeypatch, capsys)


def test_it_prints_what_the_contract_says_and_opens_no_data_folder(tmp_path: Path) -> None:
    file, data = tmp_path / "jawaban.csv", tmp_path / "data"
    file.write_text(TEN)
    environment = {**os.environ, "PST_DATA_DIR": str(data), "PST_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    ended = subprocess.run(
        [*PST, "skm", str(file)], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout) == COUNTED
    assert list(json.loads(ended.stdout)) == ["respondents", "nrr", "index", "grade", "index_rounded_weight"]
    assert not data.exists()


def test_the_grade_is_that_of_the_exact_weight(asked: Asked) -> None:
    rows = [",".join(str(answers[code]) for code in CODES) for answers in a_hundred_with(REPORTED_NRR)]
    told = asked.of("\n".join([HEADER, *rows])).data
    assert (told["index"], told["grade"], told["index_rounded_weight"]) == ("88.69", "A", "87.81")
    assert told["nrr"]["U5"] == "3.5"


@pytest.mark.parametrize(
    "text",
    [
        TEN.replace("\n", "\r\n"),
        TEN.replace(",", ";"),
        TEN.replace(",", "\t"),
        "\ufeff" + TEN.replace(",", ";").replace("\n", "\r\n"),
        "sep=;\r\n" + TEN.replace(",", ";").replace("\n", "\r\n"),
        "\ufeffsep=\t\r\n" + TEN.replace(",", "\t").replace("\n", "\r\n"),
        TEN.replace(",", "\t").encode("utf-16"),
        TEN.replace("\n", "\r"),
        TEN.lower().replace("u", " u"),
        "".join('"' + line.replace(",", '","') + '"\n' for line in TEN.splitlines()),
        TEN.rstrip("\n"),
        TEN.replace("\n", "\n\n"),
        TEN.replace("\n", ",\n"),
    ],
    ids=[
        "CRLF",
        "semicolons",
        "tabs",
        "BOM",
        "sep line",
        "sep line of tabs",
        "UTF-16",
        "old Mac",
        "small letters and blanks",
        "quotes",
        "no last line end",
        "blank lines",
        "an empty column at the end",
    ],
)
def test_however_a_spreadsheet_writes_the_same_answers_the_figures_are_the_same(
    asked: Asked, text: str | bytes
) -> None:
    told = asked.of(text)
    assert (told.data, told.err) == (COUNTED, "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(ANSWERS.filter(bool), min_size=1, max_size=12), st.permutations(CODES), st.sampled_from(",;\t"))
def test_columns_in_any_order_and_with_holes_count_as_the_answers_themselves(
    asked: Asked, survey: list[dict[str, int]], columns: list[str], separator: str
) -> None:
    text = io.StringIO()
    sheet = csv.DictWriter(text, columns, delimiter=separator)
    sheet.writeheader()
    sheet.writerows(survey)
    told, counted = asked.of(text.getvalue()).data, skm(survey)
    assert told["respondents"] == len(survey)
    assert told["index"] == (str(counted.index.value) if counted.index else None)
    for code, nrr in counted.nrr.items():
        assert (told["nrr"][code] is None) == (nrr is None)
        assert nrr is None or abs(Fraction(told["nrr"][code]) - nrr) <= Fraction(1, 20000)


def test_an_nrr_has_as_many_decimals_as_it_needs_and_four_at_most(asked: Asked) -> None:
    told = asked.of(f"{HEADER}\n4,3,3,4,3,3,3,3,3\n3,3,3,4,4,3,3,3,3\n3,3,3,4,4,3,3,3,3\n").data
    assert [told["nrr"][code] for code in ("U1", "U2", "U4", "U5")] == ["3.3333", "3", "4", "3.6667"]


def test_an_unsur_that_nobody_answered_leaves_index_and_grade_open(asked: Asked) -> None:
    told = asked.of(f"{HEADER}\n4,4,4,4,4,4,4,4,\n3,3,3,3,3,3,3,3,\n").data
    assert (told["respondents"], told["nrr"]["U9"], told["nrr"]["U8"]) == (2, None, "3.5")
    assert (told["index"], told["grade"], told["index_rounded_weight"]) == (None, None, None)


def test_a_row_that_ends_early_has_empty_cells_there(asked: Asked) -> None:
    told = asked.of(f"{HEADER}\n4,4,4,4,4,4,4,4,4\n2,2\n").data
    assert (told["nrr"]["U2"], told["nrr"]["U3"]) == ("3", "4")


def test_rows_without_any_answer_are_no_respondents_and_that_is_said(asked: Asked) -> None:
    told = asked.of(TEN + ",,,,,,,,\n,,,,,,,,\n")
    assert told.data == COUNTED
    assert told.err == "pst: rows without any answer, not counted: 2\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("\ufeff\r\n", "the file is empty"),
        (f"{HEADER}\n", "nobody answered"),
        (f"{HEADER}\n,,,,,,,,\n", "nobody answered"),
        ("U1,U2,U3,U4,U5,U6,U7,U8\n3,3,3,3,3,3,3,3\n", "column U9 is missing"),
        ("3,3,3,3,3,3,3,3,3\n", "unknown column '3'"),
        (f"{HEADER},Nama\n3,3,3,3,3,3,3,3,3,Budi\n", "unknown column 'Nama'"),
        (f"{HEADER},U3\n3,3,3,3,3,3,3,3,3,4\n", "column U3 stands there twice"),
        (f"{HEADER}\n3,3,3,3,3,3,3,3,3\n3,3,3,3,5,3,3,3,3\n", "row 3, U5: '5' is no answer"),
        (f"{HEADER}\n0,3,3,3,3,3,3,3,3\n", "row 2, U1: '0' is no answer"),
        (f"{HEADER}\n-1,3,3,3,3,3,3,3,3\n", "row 2, U1: '-1' is no answer"),
        (f"{HEADER}\n\n3,3,3,3,3,3,3,3,tidak\n", "row 3, U9: 'tidak' is no answer"),
        (f"{HEADER}\n3.5,3,3,3,3,3,3,3,3\n", "row 2, U1: '3.5' is no answer"),
        (f"{HEADER}\n٣,3,3,3,3,3,3,3,3\n", "row 2, U1: '٣' is no answer"),
        ("sep=;\r\n" + HEADER.replace(",", ";") + "\r\n9;;;;;;;;\r\n", "row 2, U1: '9' is no answer"),
        (f"{HEADER}\n3,3,3,3,3,3,3,3,3,4\n", "row 2: '4' stands in a column without a name"),
        (f'{HEADER}\n"3,3,3,3,3,3,3,3,3\n', "unexpected end of data"),
        (b"PK\x03\x04\x14\x00\x06\x00", "this is no CSV file"),
        (f"{HEADER}\n" + "x" * 100_000, f"row 2, U1: '{'x' * 40}' is no answer"),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_line_with_the_file_and_the_row(
    asked: Asked, text: str | bytes, said: str
) -> None:
    complaint = asked.of(text).complaint
    assert complaint.startswith(f"pst: {asked.file}: ")
    assert said in complaint
    assert len(complaint) < len(str(asked.file)) + 120


def test_a_file_that_is_not_there_and_a_folder_are_said_in_one_line(asked: Asked, tmp_path: Path) -> None:
    absent = tmp_path / "tidak-ada.csv"
    assert asked.about(absent).complaint == f"pst: {absent}: No such file or directory"
    assert str(tmp_path) in asked.about(tmp_path).complaint
