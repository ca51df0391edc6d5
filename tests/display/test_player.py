"""The board's sound in a real Chromium: what is played, what is reported, and that it always ends."""

import itertools
from typing import Any

from playwright.sync_api import Browser, Page, Route, expect

from tests.display.conftest import ORIGIN, OpenBoard

PLAYER = """
async (call) => {
  const { createPlayer } = await import("/assets/sound/player.js");
  const player = createPlayer({ root: "/office", onState() {} });
  const began = performance.now();
  const heard = await player.announce(call);
  return { heard, seconds: (performance.now() - began) / 1000, ...document.documentElement.dataset };
}
"""
# Notes what is placed on the audio clock, and when, without changing it.
LISTEN = """
window.played = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (at) {
  window.played.push({ at, ends: at + this.buffer.duration });
  return start.call(this, at);
};
"""


def call(*indonesian: str, english: tuple[str, ...] = (), language: str = "id") -> dict[str, Any]:
    return {"seq": 1, "language": language, "clips": {"id": list(indonesian), "en": list(english)}}


def announce(page: Page, spoken: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(PLAYER, spoken)
    return answer


def test_an_announcement_really_goes_out(sounding: Browser, open_board: OpenBoard) -> None:
    told = announce(open_board(sounding), call("nol", "satu"))
    assert told["heard"] is True
    assert told["sound"] == "running"
    assert 0.1 < float(told["peak"]) <= 1


def test_the_words_follow_each_other_and_never_overlap(sounding: Browser, open_board: OpenBoard) -> None:
    page = open_board(sounding, LISTEN)
    announce(page, call("nomor_antrean", "k", "nol", "lima", "silakan_menuju", "meja", "satu", "layanan_k"))
    played = page.evaluate("() => window.played")
    assert len(played) == 8
    assert all(later["at"] > earlier["ends"] for earlier, later in itertools.pairwise(played))


def test_an_english_ticket_is_called_in_both_languages(sounding: Browser, open_board: OpenBoard) -> None:
    page = open_board(sounding, LISTEN)
    announce(page, call("nol", english=("zero", "one"), language="en"))
    assert len(page.evaluate("() => window.played")) == 3
    page.evaluate("() => { window.played = []; }")
    announce(page, call("nol", english=("zero", "one"), language="id"))
    assert len(page.evaluate("() => window.played")) == 1


def test_a_clip_that_cannot_be_loaded_is_skipped(sounding: Browser, open_board: OpenBoard) -> None:
    page = open_board(sounding, LISTEN)
    told = announce(page, call("nobody_recorded_this", "nol"))
    assert told["heard"] is True
    assert len(page.evaluate("() => window.played")) == 1


def test_without_any_words_the_chime_sounds_but_is_no_spoken_call(sounding: Browser, open_board: OpenBoard) -> None:
    told = announce(open_board(sounding), call("nobody_recorded_this"))
    assert float(told["peak"]) > 0.1
    assert told["heard"] is False


def test_a_clip_that_never_arrives_holds_nobody_up(sounding: Browser, open_board: OpenBoard) -> None:
    page = open_board(sounding)
    never: list[Route] = []
    page.route(f"{ORIGIN}/office/display/voice/id/nol.wav", lambda route: never.append(route))  # noqa: PLW0108 # Playwright cannot wrap a built-in
    told = announce(page, call("nol", "satu"))
    assert never
    assert told["heard"] is True
    assert told["seconds"] < 8


WARM = """
addEventListener("DOMContentLoaded", async () => {
  const { createPlayer } = await import("/assets/sound/player.js");
  createPlayer({ root: "/office", onState() {} }).warm();
});
"""


def test_a_server_that_has_no_recordings_yet_is_asked_again_until_it_has_them(
    sounding: Browser, open_board: OpenBoard
) -> None:
    page = open_board(sounding)
    page.add_init_script(WARM)
    empty = {"language": "id", "clips": {}}
    page.route("**/voice/*/manifest.json", lambda route: route.fulfill(json=empty))
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-voice", "partly")
    page.unroute("**/voice/*/manifest.json")
    expect(page.locator("html")).to_have_attribute("data-voice", "whole", timeout=30_000)


CALLED_MEANWHILE = """
async (call) => {
  const { createPlayer } = await import("/assets/sound/player.js");
  const player = createPlayer({ root: "/office", onState() {} });
  await player.warm();
  const before = document.documentElement.dataset.voice;
  const tooLong = new Promise((go) => { setTimeout(go, 8000, "too long"); });
  return { before, heard: await Promise.race([player.announce(call), tooLong]) };
}
"""


def test_a_call_speaks_the_recordings_that_were_made_since_the_board_last_asked(
    sounding: Browser, open_board: OpenBoard
) -> None:
    page = open_board(sounding, LISTEN)
    asked: list[str] = []

    def nothing_at_first(route: Route) -> None:
        asked.append(route.request.url)
        if asked.count(route.request.url) == 1:
            route.fulfill(json={"clips": {}})
        else:
            route.fallback()

    page.route("**/voice/*/manifest.json", nothing_at_first)
    told = page.evaluate(CALLED_MEANWHILE, call("nomor_antrean", "k", "nol"))
    assert told == {"before": "partly", "heard": True}
    assert len(page.evaluate("() => window.played")) == 3


def test_a_server_that_never_says_what_it_has_holds_nobody_up_in_an_old_browser_either(
    sounding: Browser, open_board: OpenBoard
) -> None:
    page = open_board(sounding, "delete AbortSignal.timeout;")
    never: list[Route] = []

    def nothing_and_then_silence(route: Route) -> None:
        if len(never) < 2:  # one for each language
            route.fulfill(json={"clips": {}})
        never.append(route)

    page.route("**/voice/*/manifest.json", nothing_and_then_silence)
    assert page.evaluate(CALLED_MEANWHILE, call("nol")) == {"before": "partly", "heard": False}
    assert len(never) > 2


def test_a_sound_that_never_ends_is_cut(sounding: Browser, open_board: OpenBoard) -> None:
    deaf = "AudioScheduledSourceNode.prototype.addEventListener = () => {};"  # "ended" is never told
    told = announce(open_board(sounding, deaf), call("nol"))
    assert told["heard"] is False
    assert told["seconds"] < 8


# The page reports by a request: any question of ours would count as a gesture and allow the sound.
ALONE = """
addEventListener("DOMContentLoaded", async () => {
  const { createPlayer } = await import("/assets/sound/player.js");
  const states = [];
  const player = createPlayer({ root: "/office", onState(on) { states.push(on); tell(); } });
  let heard = null;
  const tell = () => heard !== null && states.length && fetch(`/told?heard=${heard}&on=${states.at(-1)}`);
  heard = await player.announce({ seq: 1, language: "id", clips: { id: ["nol"], en: [] } });
  tell();
});
"""


def test_a_browser_that_forbids_sound_says_so_until_somebody_touches_the_board(
    silenced: Browser, open_board: OpenBoard
) -> None:
    page = open_board(silenced)
    page.add_init_script(ALONE)
    with page.expect_request("**/told?*") as told:
        page.reload()
    assert told.value.url.endswith("heard=false&on=false")
    with page.expect_request("**/told?*") as told:
        page.mouse.click(100, 100)
    assert told.value.url.endswith("on=true")


def test_a_browser_without_web_audio_still_shows_the_board(sounding: Browser, open_board: OpenBoard) -> None:
    told = announce(open_board(sounding, "delete window.AudioContext;"), call("nol"))
    assert told["heard"] is False
    assert told["sound"] == "none"
