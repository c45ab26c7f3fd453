"""Our window on a real screen: who has the keyboard after a click, a hotkey, an Escape."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.ext import xtest

from tests.system.x11.world import Hands, PeerProgram, ended, environment_of, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]


@pytest.fixture
def window(display_name: str, other: PeerProgram, hands: Hands) -> Iterator[PeerProgram]:
    """Our window beside another program, which has the keyboard."""
    hands.bring(other.handle)
    environment = environment_of(display_name) | {"QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "tests.desktop.window_program"]
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with ended(process):
        program = PeerProgram(process)
        until(lambda: program.handle in hands.windows(), why="our window")
        until(lambda: program.ask("is_ready"), why="its first paint")
        yield program


def click(hands: Hands, place: list[int]) -> None:
    xtest.fake_input(hands.server, X.MotionNotify, x=place[0], y=place[1])
    xtest.fake_input(hands.server, X.ButtonPress, 1)
    xtest.fake_input(hands.server, X.ButtonRelease, 1)
    hands.server.sync()


def test_it_comes_up_without_taking_the_keyboard(window: PeerProgram, other: PeerProgram, hands: Hands) -> None:
    window.ask("hide")
    window.ask("show")
    until(lambda: window.handle in hands.windows())

    assert hands.has_focus(other.handle)


def test_a_click_on_a_row_pastes_and_leaves_the_keyboard_to_the_chat(
    window: PeerProgram, other: PeerProgram, hands: Hands
) -> None:
    click(hands, window.ask("place", "row"))

    until(lambda: window.ask("wishes", "paste_wanted") == ["last"])
    assert hands.has_focus(other.handle)


@pytest.mark.parametrize("part", ["chip", "strip"])
def test_a_click_on_anything_else_leaves_the_keyboard_too(
    window: PeerProgram, other: PeerProgram, hands: Hands, part: str
) -> None:
    before = window.ask("titles")

    click(hands, window.ask("place", part))

    until(lambda: window.ask("titles") != before or window.ask("wishes", "pause_wanted"))
    assert hands.has_focus(other.handle)


def test_the_search_gets_the_keyboard_and_finds(window: PeerProgram, other: PeerProgram, hands: Hands) -> None:
    window.ask("open_search")
    until(lambda: hands.has_focus(window.handle), why="the keyboard in the search")

    hands.write("cf5")

    until(lambda: window.ask("titles") == ["催付·最后 5 分钟"])
    assert other.ask("text") == ""


def test_it_is_shown_and_gets_the_keyboard_when_it_was_hidden(window: PeerProgram, hands: Hands) -> None:
    window.ask("hide")

    window.ask("open_search")

    until(lambda: hands.has_focus(window.handle), why="the keyboard in the search")


def test_after_leaving_a_click_leaves_the_keyboard_to_the_chat_again(
    window: PeerProgram, other: PeerProgram, hands: Hands
) -> None:
    window.ask("open_search")
    until(lambda: hands.has_focus(window.handle))

    hands.tap("Escape")
    until(lambda: window.ask("wishes", "left_search") == [True])
    hands.bring(other.handle)
    click(hands, window.ask("place", "row"))

    until(lambda: window.ask("wishes", "paste_wanted"))
    assert hands.has_focus(other.handle)


def test_a_click_into_the_search_box_gets_the_keyboard(window: PeerProgram, hands: Hands) -> None:
    click(hands, window.ask("place", "search"))

    until(lambda: hands.has_focus(window.handle), why="the keyboard in the search")
    hands.write("cf")
    until(lambda: window.ask("typed") == "cf")


def test_a_refusal_takes_no_keyboard(window: PeerProgram, other: PeerProgram, hands: Hands) -> None:
    window.ask("refuse")

    assert hands.has_focus(other.handle)
