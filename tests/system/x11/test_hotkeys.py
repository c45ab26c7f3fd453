"""Chords under X11: locks, repeating keys, new layouts, and the letters typed before our window is there."""

import contextlib
from collections.abc import Iterator

import pytest
from Xlib import XK, X

from app.core.hotkeys import Chord
from app.core.settings import Settings
from app.services.shortcuts import Shortcuts
from app.system.homeward import Homeward
from app.system.x11.connection import Connection
from app.system.x11.hotkeys import X11Hotkeys
from tests.system import contract
from tests.system.x11.world import Hands, OwnWindow, X11World, set_layout, until

pytestmark = pytest.mark.desktop
CHORD = Chord.parse("Ctrl+Alt+7")
SEARCH = Chord.parse("Ctrl+Alt+Space")


@pytest.fixture
def pressed(world: X11World) -> Iterator[list[str]]:
    yield from contract.listening(world)


@pytest.fixture
def own_window(display_name: str) -> Iterator[OwnWindow]:
    with contextlib.closing(OwnWindow(display_name)) as window:
        yield window


@pytest.fixture
def other_layout(display_name: str) -> Iterator[str]:
    yield display_name
    set_layout(display_name)


@pytest.mark.parametrize("lock", [XK.XK_Num_Lock, XK.XK_Caps_Lock])
def test_a_chord_works_while_a_lock_is_on(world: X11World, pressed: list[str], lock: int) -> None:
    world.hotkeys.bind("again", CHORD)
    world.hands.key(lock, is_down=True)
    world.hands.key(lock, is_down=False)

    world.press(CHORD)
    until(lambda: pressed)

    world.hands.key(lock, is_down=True)
    world.hands.key(lock, is_down=False)
    assert pressed == ["again"]


def test_a_chord_that_is_held_until_it_repeats_calls_its_action_once(
    world: X11World, pressed: list[str], display_name: str
) -> None:
    connection, home = Connection(display_name), Homeward()
    seen: list[int] = []
    connection.on(X.KeyPress, lambda event: seen.append(event.detail))
    hotkeys = X11Hotkeys(connection, home.call, opening=())
    hotkeys.listen(pressed.append, lambda: None)
    connection.open()
    hotkeys.bind("again", CHORD)

    world.hands.press(CHORD)
    until(lambda: len(seen) > 3, why="the server repeats the key")
    world.hands.release(CHORD)
    until(world.keys.are_up)
    connection.close()

    assert pressed == ["again"]


def test_pressed_twice_is_two_calls(world: X11World, pressed: list[str]) -> None:
    world.hotkeys.bind("again", CHORD)

    world.press(CHORD)
    until(lambda: len(pressed) == 1)  # within one millisecond it would be the keyboard's own repeating
    world.press(CHORD)
    until(lambda: len(pressed) == 2)

    assert pressed == ["again", "again"]


def test_a_chord_does_not_reach_the_window_in_front(world: X11World, pressed: list[str]) -> None:
    world.hotkeys.bind("again", CHORD)

    world.press(CHORD)
    world.hands.tap("z")
    until(lambda: pressed and "Z" in world.program.ask("keys"))

    assert pressed == ["again"]
    assert world.written() == "z"
    assert not [key for key in world.program.ask("keys") if "7" in key]


def test_letters_typed_before_our_window_is_there_are_waiting_for_it(
    world: X11World, pressed: list[str], own_window: OwnWindow
) -> None:
    world.hotkeys.bind("search", SEARCH)

    world.press(SEARCH)
    world.hands.write("cuifu")
    until(lambda: pressed)
    own_window.show()
    letters: list[str] = []
    until(lambda: letters.append(own_window.letters()) or "u" in "".join(letters)[4:], why="the letters")

    assert "".join(letters).endswith("cuifu")
    assert world.written() == ""


def test_the_keyboard_goes_on_when_our_window_does_not_come(world: X11World, pressed: list[str]) -> None:
    world.hotkeys.bind("search", SEARCH)

    world.press(SEARCH)
    world.hands.write("ok")

    until(lambda: world.written() == "ok", 2.0)
    until(world.keys.are_up)
    assert pressed == ["search"]


def test_the_search_chord_is_called_again_after_the_first_time(
    world: X11World, pressed: list[str], own_window: OwnWindow
) -> None:
    world.hotkeys.bind("search", SEARCH)
    own_window.show()
    until(lambda: world.hands.has_focus(own_window.handle))

    world.press(SEARCH)
    until(lambda: pressed)
    until(world.keys.are_up)
    world.press(SEARCH)
    until(lambda: len(pressed) == 2)

    assert pressed == ["search", "search"]


def test_after_a_new_layout_the_chord_is_where_its_letter_is(
    world: X11World, pressed: list[str], other_layout: str
) -> None:
    chord = Chord.parse("Ctrl+Alt+Q")
    lost: list[str] = []
    world.hotkeys.listen(pressed.append, lambda: lost.append("lost"))
    world.hotkeys.bind("again", chord)

    code = world.hands.server.keysym_to_keycode(XK.XK_q)
    set_layout(other_layout, "fr")
    until(lambda: lost)
    with contextlib.closing(Hands(other_layout)) as hands:
        hands.tap(str(chord))
        until(lambda: pressed)
        moved_to = hands.server.keysym_to_keycode(XK.XK_q)

    assert moved_to != code
    assert pressed == ["again"]


def test_a_chord_of_another_program_is_told_with_a_free_one_beside_it(world: X11World) -> None:
    world.grab(Chord.parse("Ctrl+Alt+R"))
    shortcuts = Shortcuts(world.hotkeys, Settings, list)

    taken = shortcuts.bind()
    free = Chord.parse(taken[0].free)

    assert [(one.name, one.chord, one.holder) for one in taken] == [("again", "Ctrl+Alt+R", "")]
    assert world.hotkeys.bind("probe", free)
    shortcuts.pause()
    world.hotkeys.unbind("probe")


def test_a_chord_of_another_program_is_had_as_soon_as_that_one_has_gone(world: X11World, display_name: str) -> None:
    with contextlib.closing(Hands(display_name)) as another:
        another.grab(CHORD)
        was_had = world.hotkeys.bind("again", CHORD)

    until(lambda: world.hotkeys.bind("again", CHORD))

    assert not was_had
    world.hotkeys.unbind("again")
