"""The fakes keep the promises that the real adapters keep."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from app.core.desktop import Clip, Window
from app.core.hotkeys import Chord
from tests.fakes import FakeClipboard, FakeDesktop, FakeHotkeys, FakeKeys
from tests.system import contract
from tests.system.contract import *  # noqa: F403 - the tests themselves


class FakeWorld:
    """The fakes, and hands on them."""

    def __init__(self) -> None:
        self.target = Window(1, "chat")
        self.other = Window(2, "browser")
        self.clipboard = FakeClipboard()
        self.desktop = FakeDesktop(self.target, [self.target, self.other])
        self.keys = FakeKeys(self.clipboard, self.desktop)
        self.hotkeys = FakeHotkeys()

    def until(self, is_true: Callable[[], Any]) -> None:
        assert is_true()

    def copy(self, clip: Clip) -> None:
        self.clipboard.content = clip

    def read(self, name: str) -> bytes:
        return self.clipboard.content.formats.get(name, b"")

    def bring(self, window: Window) -> None:
        self.desktop.front = window

    def close_other(self) -> None:
        self.desktop.windows.remove(self.other)

    def written(self) -> str:
        return "".join(text for window, text in self.keys.written if window == self.target)

    @contextmanager
    def holding(self, modifier: str) -> Iterator[None]:
        self.keys.held = True
        yield
        self.keys.held = False

    def press(self, chord: Chord) -> None:
        self.hotkeys.press(chord)

    def grab(self, chord: Chord) -> None:
        self.hotkeys.others.add(chord)


@pytest.fixture
def world() -> FakeWorld:
    return FakeWorld()


@pytest.fixture
def pressed(world: FakeWorld) -> Iterator[list[str]]:
    yield from contract.listening(world)
