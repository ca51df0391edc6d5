"""Whatever the provider says, what can be understood is taken; the rest costs nothing but itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.channels import Delivered, NotSent, Problem, Sent
from shared.channels.whatsapp.hook import Heard, NumberChanged, heard_in
from shared.channels.whatsapp.signature import is_signed, same_secret
from tests.channels.cloud import FAIZ, NUMBER_ID, SECRET, call, from_faiz, message, signed, status


def heard(*values: dict[str, Any]) -> Heard:
    return heard_in(call(*values), NUMBER_ID)


def one(**more: Any) -> Any:
    return heard(from_faiz(message(None, **more))).messages[0]


def test_a_text_brings_its_words_its_sender_and_when_it_was_written() -> None:
    told = heard(from_faiz(message("Halo 🙏\nmohon data 数据", context={"id": "wamid.OUT1"}))).messages[0]
    assert (told.mark, told.phone, told.name) == ("wamid.IN1", f"+{FAIZ}", "Faiz Rahman")
    assert told.text == "Halo 🙏\nmohon data 数据"
    assert told.answers_to == ["wamid.OUT1"]
    assert told.at is not None
    assert told.at.timestamp() == 1795050000


@pytest.mark.parametrize(
    ("kind", "part", "says"),
    [
        ("sticker", {"id": "1"}, "[stiker]"),
        ("reaction", {"message_id": "wamid.OUT1", "emoji": "👍"}, "[reaksi: 👍]"),
        ("location", {"latitude": -0.9, "longitude": 104, "name": "Kantor"}, "[lokasi: Kantor · -0.9, 104]"),
        ("contacts", [{"name": {"formatted_name": "Ibu Siti"}, "phones": [{"phone": "+62812"}]}], "Ibu Siti, +62812"),
        ("button", {"text": "Ya"}, "Ya"),
        ("interactive", {"type": "list_reply", "list_reply": {"id": "a", "title": "Inflasi"}}, "Inflasi"),
        ("interactive", {"nfm_reply": {"response_json": '{"flow_token": "x", "nama": "Budi"}'}}, "nama: Budi"),
        ("order", {"product_items": [{"product_retailer_id": "DDA", "quantity": 2}], "text": "cetak"}, "DDA × 2"),
        ("unsupported", {}, "unsupported"),
        ("hologram", {"beam": 1}, "hologram"),
        ("", None, "tidak dapat ditampilkan"),
        ("text", None, "tidak dapat ditampilkan"),
        ("text", {"body": 7}, "tidak dapat ditampilkan"),
        ("image", {"id": "9", "mime_type": "image/jpeg", "caption": "Tabel ini"}, "Tabel ini"),
        ("image", {"id": "9", "mime_type": "image/jpeg"}, "[foto]"),
        ("document", {"id": "9"}, "[dokumen]"),
        ("contacts", "nonsense", "contacts"),
    ],
)
def test_every_kind_is_words_that_an_officer_can_act_on(kind: str, part: Any, says: str) -> None:
    assert says in one(type=kind, **{kind or "none": part}).text


def test_a_file_is_named_by_its_sender_or_by_its_kind() -> None:
    paper = {"id": "9", "mime_type": "application/pdf; charset=x", "filename": "surat\u0000 izin.pdf"}
    assert one(type="document", document=paper).file == ("surat izin.pdf", "application/pdf", "9")
    assert one(type="image", image={"id": "8", "mime_type": "image/jpeg"}).file == ("foto.jpg", "image/jpeg", "8")
    assert one(type="audio", audio={"id": "7"}).file == ("rekaman suara.bin", "application/octet-stream", "7")
    assert one(type="image", image={"link": "http://elsewhere"}).file is None
    assert one(type="sticker", sticker={"id": "6"}).file is None


def test_several_messages_come_in_the_order_in_which_they_were_written() -> None:
    later = message("kedua", "wamid.B", timestamp="1795050060")
    sooner = message("pertama", "wamid.A", timestamp="1795050000")
    undated = message("entah", "wamid.C", timestamp="soon")
    found = heard(from_faiz(undated, later), from_faiz(sooner))
    assert [told.text for told in found.messages] == ["pertama", "kedua", "entah"]


def test_a_missing_name_or_number_costs_no_words() -> None:
    assert heard(from_faiz(message(), name=None)).messages[0].name is None
    assert heard({"messages": [message()]}).messages[0].name is None
    hidden = {"id": "wamid.H", "type": "text", "text": {"body": "Halo"}, "from_user_id": "ID.123"}
    contact = {"user_id": "ID.123", "profile": {"name": "Faiz"}}
    told = heard({"contacts": [contact], "messages": [hidden]}).messages[0]
    assert (told.phone, told.name, told.text) == (None, "Faiz", "Halo")


def test_a_new_number_of_a_user_is_told_apart_from_their_words() -> None:
    new = "6281200000099"
    changed = message(None, type="system", system={"type": "user_changed_number", "wa_id": new, "body": "…"})
    found = heard({"messages": [changed]})
    assert found.changes == [NumberChanged("wamid.IN1", f"+{FAIZ}", f"+{new}")]
    assert found.messages == []


def test_what_became_of_our_messages_is_read_and_that_they_were_read_is_not() -> None:
    found = heard(
        status("wamid.1", "sent", "7.2.1.1"),
        status("wamid.1", "read"),
        status("wamid.2", "delivered", "7.3.1.2"),
        status("wamid.3", "delivered", "7.3.2.2"),
        status("wamid.4", "failed", "7.4.1.3", code=131047),
        status("wamid.5", "failed", code=131026),
        status("wamid.6", "failed"),
        status("wamid.7", "warped"),
    )
    assert [(told.mark, told.place) for told in found.reports] == [
        ("wamid.1", (7, 2)),
        ("wamid.1", None),
        ("wamid.3", (7, 3)),
        ("wamid.4", (7, 4)),
        ("wamid.5", None),
        ("wamid.6", None),
    ]
    assert [told.mark for told in found.reports if told.of_a_part] == ["wamid.4"]
    news = [told.news for told in found.reports]
    assert news[0] == Sent("wamid.1")
    assert [type(said) for said in news[1:3]] == [Delivered, Delivered]
    problems = [said.problem for said in news[3:] if isinstance(said, NotSent) and said.final]
    assert problems == [Problem.WINDOW_CLOSED, Problem.REFUSED_MESSAGE, Problem.REFUSED_MESSAGE]


def test_what_is_for_another_number_or_another_purpose_is_left_out() -> None:
    other = heard_in(call(from_faiz(message()), status("wamid.1", "failed"), number_id="999"), NUMBER_ID)
    assert (other.messages, other.reports, other.left_out) == ([], [], 2)
    echoes = json.loads(call(from_faiz(message())))
    echoes["entry"][0]["changes"][0]["field"] = "message_echoes"
    assert heard_in(json.dumps(echoes).encode(), NUMBER_ID) == Heard()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'"x"', b"[" * 100_000, b"\xff\xfe", b'{"entry": {"changes": 1}}']
)
def test_what_is_no_call_at_all_tells_nothing(body: bytes) -> None:
    assert heard_in(body, NUMBER_ID).messages == []


def test_halves_of_characters_and_control_characters_are_left_out() -> None:
    assert heard(from_faiz(message("a\ud83d\u0000b\u202ec\n\x07d"))).messages[0].text == "ab\u202ec\nd"
    half = message(None, "wamid.\ud800A", type="image", image={"id": "4\udfff2"}, context={"id": "wamid.\udfffB"})
    [told] = heard(from_faiz(half)).messages
    assert (told.mark, list(told.answers_to), told.file and told.file.source) == ("wamid.A", ["wamid.B"], "42")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["from", "timestamp", "type", "text", "image", "context", "reaction", "interactive", "order", "system"]
KINDS = ["text", "image", "reaction", "interactive", "order", "contacts", "location", "system", "button", "document"]


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from([*FIELDS, *KINDS]), JSON), JSON, JSON)
def test_no_field_of_any_kind_breaks_the_reading(kind: str, parts: dict[str, Any], contacts: Any, told: Any) -> None:
    strange = {"id": "wamid.X", "type": kind, **parts}
    good = message("Utuh", "wamid.GOOD")
    found = heard({"contacts": contacts, "messages": [strange, told, good], "statuses": told})
    assert "Utuh" in [said.text for said in found.messages]
    assert all(said.text for said in found.messages)


def test_only_the_secret_of_the_app_signs() -> None:
    body = call(from_faiz(message()))
    signature = signed(body)["X-Hub-Signature-256"]
    assert is_signed(body, signature, SECRET)
    assert not is_signed(body + b" ", signature, SECRET)
    assert not is_signed(body, signature, "another secret")
    for wrong in (None, "", "sha256=", signature.upper(), signature[7:], "sha1=" + signature[7:], "sha256=é"):
        assert not is_signed(body, wrong, SECRET)
    assert not same_secret("", "")
    assert not same_secret(None, "")
