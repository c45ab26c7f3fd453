"""Global hotkeys: bound, taken, let go."""

from dataclasses import replace

from app.core.hotkeys import PHRASE, Chord
from app.core.phrases.phrase import Phrase
from app.core.settings import HOTKEYS, SEARCH, Settings
from app.services.shortcuts import Shortcuts, Taken
from tests.fakes import FakeHotkeys


def chord(text: str) -> Chord:
    return Chord.parse(text)


def test_all_defaults_are_bound() -> None:
    port = FakeHotkeys()
    shortcuts = Shortcuts(port, Settings, list)

    assert shortcuts.bind() == ()
    assert {name: str(held) for name, held in port.bound.items()} == HOTKEYS


def test_a_taken_chord_is_told_with_one_that_is_really_free() -> None:
    port = FakeHotkeys(others={chord("Ctrl+Alt+Space"), chord("Alt+Shift+Space")})
    shortcuts = Shortcuts(port, Settings, list)

    taken = shortcuts.bind()

    assert [(entry.name, entry.chord, entry.holder) for entry in taken] == [(SEARCH, "Ctrl+Alt+Space", "")]
    assert port.bind("free", chord(taken[0].free))


def test_a_phrase_has_its_own_chord_until_it_lies_in_the_bin() -> None:
    port = FakeHotkeys()
    phrases = [Phrase("a", "t", "b", hotkey="Ctrl+Alt+F5")]
    shortcuts = Shortcuts(port, Settings, lambda: phrases)

    shortcuts.bind()
    bound = port.bound.get(PHRASE + "a")
    phrases[:] = []
    shortcuts.bind()

    assert bound == chord("Ctrl+Alt+F5")
    assert PHRASE + "a" not in port.bound


def test_two_actions_cannot_share_a_chord() -> None:
    settings = replace(Settings(), hotkeys={"search": "Ctrl+Alt+J", "again": "Ctrl+Alt+J"})
    shortcuts = Shortcuts(FakeHotkeys(), lambda: settings, list)

    (taken,) = shortcuts.bind()

    assert (taken.name, taken.holder) == ("again", "search")


def test_pausing_lets_every_chord_go_and_resuming_takes_them_back() -> None:
    port = FakeHotkeys()
    shortcuts = Shortcuts(port, Settings, list)
    shortcuts.bind()

    shortcuts.pause()
    while_paused = dict(port.bound)
    shortcuts.resume()

    assert while_paused == {}
    assert len(port.bound) == len(HOTKEYS)


def test_after_an_unlock_everything_is_bound_anew() -> None:
    port = FakeHotkeys()
    shortcuts = Shortcuts(port, Settings, list)
    shortcuts.bind()
    port.bound.clear()

    shortcuts.again()

    assert len(port.bound) == len(HOTKEYS)


def test_a_chord_is_examined_without_being_kept() -> None:
    port = FakeHotkeys(others={chord("Ctrl+Alt+K")})
    shortcuts = Shortcuts(port, Settings, list)
    shortcuts.bind()

    assert shortcuts.examine("search", "Ctrl+Alt+L") is None
    assert shortcuts.examine("search", "Ctrl+Alt+Space") is None
    assert shortcuts.examine("again", "Ctrl+Alt+Space").holder == "search"
    assert shortcuts.examine("search", "Ctrl+Alt+K").free
    assert shortcuts.examine("search", "Ctrl+Space") == Taken("search", "Ctrl+Space", reason="input_method")
    assert "probe" not in port.bound
