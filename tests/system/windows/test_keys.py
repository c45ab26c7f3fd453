"""Keys as if pressed, on a real Windows desktop (or Wine's)."""

import sys

import pytest

from app.core.desktop import Clip, PasteKey
from tests.system.windows.room import Hand, Notepad, Room, bring, came, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")


@pytest.mark.parametrize("key", ["ctrl", "rctrl", "shift", "alt", "enter"])
def test_a_held_key_on_either_side_is_seen_until_it_is_released(room: Room, hand: Hand, key: str) -> None:
    assert hand.window
    assert room.keys.are_up()

    hand.hold(key)

    assert until(lambda: not room.keys.are_up())
    hand.release(key)
    assert until(room.keys.are_up)


def test_the_key_of_the_last_hotkey_counts_as_held(room: Room, hand: Hand) -> None:
    assert hand.window
    hand.hold("k")
    was_up = room.keys.are_up()

    room.hotkeys.last_key = ord("K")

    assert was_up
    assert not room.keys.are_up()
    hand.release("k")


@pytest.mark.parametrize("key", [PasteKey.CTRL_V, PasteKey.SHIFT_INSERT])
def test_a_paste_key_pastes_into_the_window_in_front_and_leaves_no_key_down(
    room: Room, hand: Hand, key: PasteKey
) -> None:
    window = hand.window
    room.clipboard.copy(Clip.of_text("亲，在的"))

    was_pressed = came(room.keys.press(key, window))

    assert was_pressed
    assert until(lambda: hand.written == "亲，在的")
    assert room.keys.are_up()


def test_nothing_is_pressed_while_another_window_is_in_front(room: Room, hand: Hand, notepad: Notepad) -> None:
    window = hand.window
    bring(room, notepad.window)

    was_pressed = came(room.keys.press(PasteKey.CTRL_V, window))
    was_entered = came(room.keys.enter(window))
    was_typed = came(room.keys.type_text("secret", window))

    assert not was_pressed
    assert not was_entered
    assert not was_typed
    assert hand.written == ""
    assert notepad.written == ""


def test_a_text_is_typed_letter_by_letter_with_its_line_breaks_and_emoji(room: Room, hand: Hand) -> None:
    window = hand.window
    text = "亲，您好😊 /:^_^ Ab9\n第二行\n\n" + "长" * 100

    was_typed = came(room.keys.type_text(text, window))

    assert was_typed
    assert until(lambda: hand.written == text.replace("\n", "\r\n"))


def test_typing_stops_where_the_focus_is_stolen(room: Room, hand: Hand, notepad: Notepad) -> None:
    window = hand.window
    pending = room.keys.type_text("x\n" * 3000, window)
    assert not until(pending.is_done, 20)

    room.desktop.focus(notepad.window)

    assert not came(pending)
    assert len(hand.written) < 3000
    assert notepad.written == ""


def test_enter_and_backspace_reach_the_window_in_front(room: Room, hand: Hand) -> None:
    window = hand.window
    came(room.keys.type_text("abc", window))

    came(room.keys.erase(2, window))
    came(room.keys.enter(window))

    assert until(lambda: hand.written == "a\r\n")
