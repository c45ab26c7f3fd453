"""What every system's adapters promise the services, and the fakes too: the same tests for all of them.

A module that wants them imports all its names and has a fixture `world` (see `World`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from app.core.desktop import Clip, PasteKey, Window
from app.core.hotkeys import Chord
from app.ports import Clipboard, Desktop, Hotkeys, Keys, Pending

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\5"
    b"\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
COPIED = Clip({Clip.TEXT: "旧的内容".encode(), Clip.HTML: "<b>旧的</b>".encode(), Clip.PNG: PNG})
REPLY = "亲，在的呢 /:^_^\n今天下单，今天发货。"
CHORD = Chord.parse("Ctrl+Alt+7")


class World(Protocol):
    """The ports of one system and what happens outside of them. `target` and `other` are windows of other programs."""

    clipboard: Clipboard
    desktop: Desktop
    keys: Keys
    hotkeys: Hotkeys
    target: Window
    other: Window

    def until(self, is_true: Callable[[], Any]) -> None:
        """Wait for something; fails the test when it does not come."""

    def copy(self, clip: Clip) -> None:
        """Another program copies."""

    def read(self, name: str) -> bytes:
        """What another program would paste now, in one format."""

    def bring(self, window: Window) -> None:
        """The user brings a window to the front."""

    def close_other(self) -> None:
        """The other window is closed."""

    def written(self) -> str:
        """What stands in the target."""

    def holding(self, modifier: str) -> AbstractContextManager[None]:
        """The user holds a modifier."""

    def press(self, chord: Chord) -> None:
        """The user presses and releases a chord."""

    def grab(self, chord: Chord) -> None:
        """Another program takes a chord."""


def came(world: World, pending: Pending[Any]) -> Any:
    world.until(pending.is_done)
    return pending.value()


def offered(world: World, clip: Clip) -> Any:
    offer = world.clipboard.offer(clip, world.target)
    world.until(offer.is_ready)
    return offer


def test_what_another_program_copied_is_kept_in_every_format(world: World) -> None:
    world.copy(COPIED)

    kept = came(world, world.clipboard.keep())

    assert {name: kept.formats.get(name) for name in COPIED.formats} == COPIED.formats
    assert kept.is_whole


def test_an_offer_is_what_others_read_and_it_is_ours(world: World) -> None:
    world.copy(COPIED)

    offer = offered(world, Clip.of_text(REPLY))

    assert world.read(Clip.TEXT).decode() == REPLY
    assert offer.is_ours()
    assert not offer.has_failed()


def test_what_was_kept_is_given_back_in_every_format(world: World) -> None:
    world.copy(COPIED)
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))

    is_back = world.clipboard.give_back(kept, offer)

    assert is_back
    assert {name: world.read(name) for name in COPIED.formats} == COPIED.formats


def test_an_offer_that_was_given_back_is_not_ours_any_more(world: World) -> None:
    world.copy(COPIED)
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))
    world.clipboard.give_back(kept, offer)

    is_back_again = world.clipboard.give_back(Clip.of_text("nonsense"), offer)

    assert not is_back_again
    assert world.read(Clip.TEXT) == COPIED.formats[Clip.TEXT]


def test_what_the_user_copied_in_between_is_not_overwritten(world: World) -> None:
    world.copy(COPIED)
    kept = came(world, world.clipboard.keep())
    offer = offered(world, Clip.of_text(REPLY))
    world.copy(Clip.of_text("新的"))

    is_back = world.clipboard.give_back(kept, offer)

    assert not is_back
    assert not offer.is_ours()
    assert world.read(Clip.TEXT).decode() == "新的"


def test_an_empty_clipboard_is_empty_again(world: World) -> None:
    offer = offered(world, Clip.of_text(REPLY))

    is_back = world.clipboard.give_back(Clip(), offer)

    assert is_back
    assert world.read(Clip.TEXT) == b""


def test_an_offer_that_nobody_read_is_not_taken(world: World) -> None:
    offer = offered(world, Clip.of_text(REPLY))

    assert not offer.is_taken()


def test_an_offer_is_taken_once_the_target_has_pasted_it(world: World) -> None:
    world.bring(world.target)
    offer = offered(world, Clip.of_text(REPLY))

    is_pressed = came(world, world.keys.press(PasteKey.CTRL_V, world.target))
    world.until(offer.is_taken)

    assert is_pressed
    assert world.written() == REPLY


def test_copied_content_stays(world: World) -> None:
    offer = world.clipboard.copy(Clip.of_text(REPLY))
    world.until(offer.is_ready)

    assert world.read(Clip.TEXT).decode() == REPLY


def test_no_key_is_pressed_while_another_window_is_in_front(world: World) -> None:
    offered(world, Clip.of_text(REPLY))
    world.bring(world.other)

    is_pressed = came(world, world.keys.press(PasteKey.CTRL_V, world.target))

    assert not is_pressed
    assert world.written() == ""


def test_no_text_is_typed_while_another_window_is_in_front(world: World) -> None:
    world.bring(world.other)

    is_typed = came(world, world.keys.type_text(REPLY, world.target))

    assert not is_typed
    assert world.written() == ""


def test_a_typed_text_arrives_with_its_line_breaks(world: World) -> None:
    world.bring(world.target)

    is_typed = came(world, world.keys.type_text(REPLY, world.target))
    world.until(lambda: world.written() == REPLY)

    assert is_typed


def test_a_held_modifier_is_seen(world: World) -> None:
    with world.holding("shift"):
        were_up = world.keys.are_up()
    world.until(world.keys.are_up)

    assert not were_up


def test_the_target_is_the_window_in_front(world: World) -> None:
    world.bring(world.other)
    world.bring(world.target)

    target = world.desktop.target()

    assert target == world.target
    assert world.desktop.is_front(world.target)
    assert not world.desktop.is_front(world.other)


def test_a_window_comes_to_the_front_when_it_is_asked_for(world: World) -> None:
    world.bring(world.other)

    world.desktop.focus(world.target)
    world.until(lambda: world.desktop.is_front(world.target))

    assert world.desktop.target() == world.target


def test_a_closed_window_is_not_there(world: World) -> None:
    was_there = world.desktop.is_there(world.other)
    world.close_other()
    world.until(lambda: not world.desktop.is_there(world.other))

    assert was_there
    assert world.desktop.is_there(world.target)


def test_a_chord_calls_its_action_once(world: World, pressed: list[str]) -> None:
    assert world.hotkeys.bind("again", CHORD)

    world.press(CHORD)
    world.until(lambda: pressed)

    assert pressed == ["again"]


def test_a_chord_that_was_let_go_is_free_for_another_action(world: World, pressed: list[str]) -> None:
    assert world.hotkeys.bind("again", CHORD)
    world.hotkeys.unbind("again")

    assert world.hotkeys.bind("pinned.1", CHORD)
    world.press(CHORD)
    world.until(lambda: pressed)

    assert pressed == ["pinned.1"]


def test_a_new_chord_takes_the_place_of_the_former(world: World, pressed: list[str]) -> None:
    assert world.hotkeys.bind("again", CHORD)

    assert world.hotkeys.bind("again", Chord.parse("Ctrl+Alt+8"))
    world.press(CHORD)
    world.press(Chord.parse("Ctrl+Alt+8"))
    world.until(lambda: pressed)

    assert pressed == ["again"]


def test_a_chord_of_another_program_cannot_be_had(world: World) -> None:
    world.grab(CHORD)

    assert not world.hotkeys.bind("again", CHORD)


def test_a_chord_of_our_own_cannot_be_had_twice(world: World) -> None:
    assert world.hotkeys.bind("again", CHORD)

    assert not world.hotkeys.bind("pinned.1", CHORD)


def listening(world: World) -> Iterator[list[str]]:
    """The body of the fixture `pressed`: which actions were called."""
    names: list[str] = []
    world.hotkeys.listen(names.append, lambda: None)
    yield names
    for name in ("again", "pinned.1"):
        world.hotkeys.unbind(name)
