"""The Windows adapters keep the promises of the contract."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from app.core.desktop import Clip, Window
from app.core.hotkeys import Chord
from app.system import windows
from app.system.windows import formats, hotkeys
from tests.system import contract
from tests.system.contract import *  # noqa: F403 - the tests themselves
from tests.system.windows.room import Hand, stays_front, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")

NAMES = {Clip.TEXT: formats.TEXT, Clip.HTML: formats.HTML, Clip.PNG: formats.PNG}


class WindowsWorld:
    """Two other programs beside the adapters."""

    def __init__(self, hand: Hand, other_hand: Hand) -> None:
        self.computer = windows.computer()
        self.clipboard = self.computer.clipboard
        self.desktop = self.computer.desktop
        self.keys = self.computer.keys
        self.hotkeys = self.computer.hotkeys
        self.hands = {hand.window: hand, other_hand.window: other_hand}
        self.target, self.other = self.hands
        self.bring(self.target)

    def until(self, is_true: Callable[[], Any]) -> None:
        assert until(is_true)

    def copy(self, clip: Clip) -> None:
        natives = [(word, formats.encode(clip, NAMES[mime]).hex()) for mime, word in words(clip)]
        self.hands[self.other].put(*(word for native in natives for word in native))

    def read(self, name: str) -> bytes:
        content = self.hands[self.other].read(dict(words(Clip({name: b""})))[name])
        return formats.decode({NAMES[name]: content}).get(name, b"")

    def bring(self, window: Window) -> None:
        assert stays_front(lambda: int(self.hands[window].front()))

    def close_other(self) -> None:
        self.hands[self.other].close_window()

    def written(self) -> str:
        return self.hands[self.target].written.replace("\r\n", "\n")

    @contextmanager
    def holding(self, modifier: str) -> Iterator[None]:
        self.hands[self.other].hold(modifier)
        yield
        self.hands[self.other].release(modifier)

    def press(self, chord: Chord) -> None:
        self.hands[self.other].press("+".join([*sorted(chord.modifiers), chord.key]))

    def grab(self, chord: Chord) -> None:
        self.hands[self.other].take_chord(hotkeys.modifiers(chord), chord.key)


def words(clip: Clip) -> list[tuple[str, object]]:
    """MIME type and what the other program calls the format."""
    return [(mime, formats.NUMBERS.get(NAMES[mime]) or NAMES[mime].replace(" ", "_")) for mime in clip.formats]


@pytest.fixture
def world(hand: Hand, other_hand: Hand) -> Iterator[WindowsWorld]:
    world = WindowsWorld(hand, other_hand)
    yield world
    world.computer.close()


@pytest.fixture
def pressed(world: WindowsWorld) -> Iterator[list[str]]:
    yield from contract.listening(world)
