"""The opt-in keyboard hook, on a real Windows desktop (or Wine's)."""

import sys
from collections.abc import Iterator

import pytest

from app.core.desktop import Window
from app.core.hotkeys import Chord
from app.system.hooked_hotkeys import HookedHotkeys
from app.system.hooks import why_not
from app.system.typed_codes import TypedCodes
from app.system.windows.key_hook import KeyHook, Stroke, is_composing
from tests.system.windows.room import Hand, Room, came, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")


@pytest.fixture
def hook(qapp: object) -> Iterator[KeyHook]:
    hook = KeyHook()
    yield hook
    hook.close()
    assert not hook.is_hooked


@pytest.fixture
def heard(hook: KeyHook) -> list[Stroke]:
    strokes: list[Stroke] = []
    hook.listen("test", strokes.append)
    assert until(lambda: hook.is_hooked, 20_000)
    return strokes


def test_keys_are_heard_with_modifiers_and_window_and_none_is_swallowed(heard: list[Stroke], hand: Hand) -> None:
    window = hand.window.handle

    hand.press("a", "shift+b", "space")

    assert until(lambda: len(heard) == 8)
    assert [stroke for stroke in heard if stroke.key in ("a", "space")] == [
        Stroke("a", True, frozenset(), window),
        Stroke("a", False, frozenset(), window),
        Stroke("space", True, frozenset(), window),
        Stroke("space", False, frozenset(), window),
    ]
    assert Stroke("b", True, frozenset({"shift"}), window) in heard
    assert hand.written == "aB "


def test_keys_that_we_send_are_not_heard(heard: list[Stroke], hand: Hand, room: Room) -> None:
    window = hand.window

    came(room.keys.type_text("typed", window))
    came(room.keys.erase(1, window))
    hand.press("z")

    assert until(lambda: len(heard) == 2)
    assert {stroke.key for stroke in heard} == {"z"}
    assert until(lambda: hand.written == "typez")


def test_a_renewed_hook_hears_each_key_once(heard: list[Stroke], hook: KeyHook, hand: Hand) -> None:
    assert hand.window
    hook.renew()
    assert until(lambda: hook.is_hooked, 20_000)

    hand.press("a")

    assert until(lambda: heard)
    assert not until(lambda: len(heard) > 2, 200)


def test_with_the_last_listener_the_hook_goes(heard: list[Stroke], hook: KeyHook, hand: Hand) -> None:
    assert hand.window

    hook.leave("test")
    hand.press("a")

    assert not hook.is_hooked
    assert until(lambda: hand.written == "a")
    assert heard == []


def test_a_typed_code_is_erased_where_it_stands_and_handed_on(hook: KeyHook, hand: Hand, room: Room) -> None:
    window = hand.window
    typed: list[tuple[str, Window]] = []
    codes = TypedCodes(hook, room.desktop, room.keys.erase, lambda *found: typed.append(found))
    codes.turn({"cf": "urge"})
    assert until(lambda: hook.is_hooked, 20_000)

    hand.press("h", "i", "space", "c", "f", "space")

    assert until(lambda: typed == [("urge", window)])
    assert until(lambda: hand.written == "hi ")
    assert not why_not()


def test_a_chord_that_another_program_holds_is_heard_by_both(hook: KeyHook, hand: Hand, room: Room) -> None:
    assert hand.window
    hand.take_chord(3, "k")
    hotkeys = HookedHotkeys(room.hotkeys, hook, lambda: True)
    pressed: list[str] = []
    hotkeys.listen(pressed.append, lambda: None)

    assert hotkeys.bind("search", Chord.parse("Ctrl+Alt+K"))
    assert until(lambda: hook.is_hooked, 20_000)
    hand.press("ctrl+alt+k")

    assert until(lambda: pressed == ["search"])
    assert hand.chords_heard() == "1"


def test_a_window_without_a_chinese_input_method_composes_nothing(hand: Hand) -> None:
    assert not is_composing(hand.window.handle)
