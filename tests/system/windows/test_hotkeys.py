"""Hotkeys on a real Windows desktop (or Wine's)."""

import sys

import pytest

from app.core.hotkeys import Chord
from tests.system.windows.room import Hand, Room, SendMessageW, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")

CHORD = Chord.parse("Ctrl+Alt+K")
CTRL_ALT = 3


@pytest.fixture
def pressed(room: Room) -> list[str]:
    names: list[str] = []
    room.hotkeys.listen(names.append, lambda: names.append("lost"))
    return names


def test_a_chord_reaches_us_while_another_program_is_in_front_and_does_not_leak_into_it(
    room: Room, hand: Hand, pressed: list[str]
) -> None:
    assert hand.window
    assert room.hotkeys.bind("search", CHORD)

    hand.press("ctrl+alt+k")

    assert until(lambda: pressed == ["search"])
    assert room.hotkeys.last_key == ord("K")
    assert hand.written == ""


def test_a_chord_that_another_program_holds_cannot_be_had_until_it_is_dropped(room: Room, hand: Hand) -> None:
    hand.take_chord(CTRL_ALT, "k")

    was_bound = room.hotkeys.bind("search", CHORD)
    hand.drop_chord()

    assert not was_bound
    assert room.hotkeys.bind("search", CHORD)


def test_two_actions_cannot_have_one_chord(room: Room) -> None:
    assert room.hotkeys.bind("search", CHORD)

    assert not room.hotkeys.bind("again", CHORD)


def test_an_action_keeps_its_chord_where_the_new_one_is_taken(room: Room, hand: Hand, pressed: list[str]) -> None:
    assert hand.window
    hand.take_chord(CTRL_ALT, "j")
    room.hotkeys.bind("search", CHORD)

    was_bound = room.hotkeys.bind("search", Chord.parse("Ctrl+Alt+J"))
    hand.press("ctrl+alt+k")

    assert not was_bound
    assert until(lambda: pressed == ["search"])


def test_a_new_chord_takes_the_place_of_the_former_one(room: Room, hand: Hand, pressed: list[str]) -> None:
    assert hand.window
    room.hotkeys.bind("search", CHORD)

    assert room.hotkeys.bind("search", Chord.parse("Ctrl+Alt+J"))

    hand.press("ctrl+alt+k", "ctrl+alt+j")
    assert until(lambda: pressed == ["search"])
    assert hand.take_chord(CTRL_ALT, "k") == "1"


def test_a_chord_that_is_let_go_is_free_for_others(room: Room, hand: Hand) -> None:
    room.hotkeys.bind("search", CHORD)

    room.hotkeys.unbind("search")
    room.hotkeys.unbind("never bound")

    assert hand.take_chord(CTRL_ALT, "k") == "1"


@pytest.mark.parametrize(("message", "what"), [(0x02B1, 0x8), (0x02B1, 0x3), (0x0218, 0x12)])
def test_after_unlock_reconnect_and_resume_the_chords_are_registered_anew_and_we_are_told(
    room: Room, hand: Hand, pressed: list[str], message: int, what: int
) -> None:
    assert hand.window
    room.hotkeys.bind("search", CHORD)

    SendMessageW(room.messages.handle, message, what, None)
    hand.press("ctrl+alt+k")

    assert until(lambda: pressed == ["lost", "search"])


def test_a_restarted_explorer_is_noticed(room: Room, pressed: list[str]) -> None:
    from app.system.windows.win32 import RegisterWindowMessageW

    SendMessageW(room.messages.handle, RegisterWindowMessageW("TaskbarCreated"), 0, None)

    assert pressed == ["lost"]


def test_locking_the_session_is_no_return(room: Room, pressed: list[str]) -> None:
    SendMessageW(room.messages.handle, 0x02B1, 0x7, None)

    assert pressed == []


def test_a_handler_that_breaks_is_logged_and_does_not_stop_the_next(
    room: Room, pressed: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(wparam: int, lparam: int) -> None:
        raise RuntimeError("buyer's words")

    room.messages.on(0x8001, break_down)
    room.messages.on(0x8001, lambda wparam, lparam: pressed.append("next"))

    SendMessageW(room.messages.handle, 0x8001, 0, None)

    assert pressed == ["next"]
    assert "RuntimeError" in caplog.text
    assert "buyer" not in caplog.text
