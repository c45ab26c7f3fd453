"""The main job through the whole program: real keys, Windows' own editor, and another Qt program as the chat client."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from app.core.desktop import Window
from app.core.phrases.phrase import Phrase
from app.core.settings import HOTKEYS, SEARCH
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import Paths, paths
from app.system.windows import formats
from app.system.windows.desktop import owner_of
from app.system.windows.win32 import BOOL, HWND, Function, GetForegroundWindow
from tests.system.windows.chat import Chat
from tests.system.windows.room import FindWindowExW, Hand, Room, bring, until
from tests.system.windows.test_clipboard import HELLO, TEXT, bitmap, picture

pytestmark = [
    pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine"),
    pytest.mark.timeout(300),
]

BODY = "亲，您的宝贝已经发货啦 /:^_^ [微笑]\n第二行：有问题随时找我哦～\n\n  🎁 谢谢亲！"
UNPAID = "亲，看到您还没有付款呢 /:-W\n今天下单，今天发货哦。"
PHRASES = (
    Phrase("shipped", "发货通知", BODY, is_pinned=True),
    Phrase("unpaid", "催付", UNPAID, codes=("cf",), hotkey="Ctrl+Alt+Y"),
)
COPIED = {
    TEXT: HELLO,
    "HTML_Format": formats.to_cf_html("<b>旧</b>".encode()),
    "PNG": picture(),
    formats.NUMBERS[formats.DIB]: bitmap(),
}
CTRL_ALT = 3
NOTHING = subprocess.DEVNULL
IsWindowVisible = Function("user32", "IsWindowVisible", BOOL, HWND)


class Target(Protocol):
    """A program that is pasted into."""

    window: Window

    @property
    def written(self) -> str:
        """What stands in it."""


class Program:
    """QinDesk as a process of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]", places: Paths) -> None:
        self.process = process
        self.places = places

    def has_keyboard(self) -> bool:
        """Whether one of its windows is in front."""
        return owner_of(GetForegroundWindow()) == self.process.pid

    def shows_itself(self) -> bool:
        """Whether any window of it can be seen."""
        window = FindWindowExW(None, None, None, None)
        while window and not (owner_of(window) == self.process.pid and IsWindowVisible(window)):
            window = FindWindowExW(None, window, None, None)
        return bool(window)

    def log(self) -> str:
        """What it wrote into its log."""
        return self.places.log.read_text("utf-8") if self.places.log.exists() else ""


def command(places: Paths, *arguments: str) -> list[str]:
    return [sys.executable, "-X", "utf8", "-m", "app.main", "--data", str(places.data), *arguments]


def ask(places: Paths, *arguments: str) -> int:
    """Another start of it, which ends at once; its exit code."""
    started = command(places, *arguments)
    return subprocess.run(started, stdin=NOTHING, stdout=NOTHING, stderr=NOTHING, timeout=60, check=False).returncode


@contextlib.contextmanager
def running(folder: Path, *arguments: str, search: str = HOTKEYS[SEARCH]) -> Iterator[Program]:
    """The program over a few phrases, started and usable; it is asked to quit at the end."""
    places = paths(folder)
    places.make()
    desk = open_desk(places, SystemClock())
    for phrase in PHRASES:
        desk.library.save(phrase)
    desk.preferences.change(has_seen_welcome=True, hotkeys={**HOTKEYS, SEARCH: search})
    desk.close()
    told = places.data / "told.txt"
    started = command(places, "--tell", str(told), *arguments)
    with subprocess.Popen(started, stdin=NOTHING, stdout=NOTHING, stderr=NOTHING) as process:
        try:
            until(lambda: process.poll() is not None or (told.exists() and "hotkeys" in told.read_text()), 120_000)
            assert process.poll() is None
            yield Program(process, places)
        finally:
            if process.poll() is None:
                ask(places, "--quit")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()


@pytest.fixture(scope="module")
def _program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with running(tmp_path_factory.mktemp("亲台 数据")) as program:
        yield program


@pytest.fixture
def program(_program: Program) -> Program:
    """The program; asked for before the target, which comes to the front after it."""
    return _program


@pytest.fixture(params=["notepad", "chat"])
def target(request: pytest.FixtureRequest, program: Program) -> Target:
    """Each of the two, empty and in front."""
    found: Target = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def chat(room: Room) -> Iterator[Chat]:
    with Chat.started() as chat:
        bring(room, chat.window)
        yield chat


def put(hand: Hand) -> None:
    hand.put(*(word for name, content in COPIED.items() for word in (name, content.hex())))


def is_back(hand: Hand) -> bool:
    return {name: hand.read(name) for name in COPIED} == COPIED


def arrived(target: Target) -> str:
    return target.written.replace("\r\n", "\n")


def test_hotkey_search_enter_and_the_text_stands_in_the_target(
    program: Program, hand: Hand, target: Target, room: Room
) -> None:
    put(hand)
    bring(room, target.window)

    hand.press("ctrl+alt+space")
    assert until(program.has_keyboard, 15_000)
    hand.press("c", "f", "enter")

    assert until(lambda: arrived(target) == UNPAID, 15_000), program.log()
    assert until(lambda: is_back(hand), 10_000)
    assert room.keys.are_up()
    assert room.desktop.is_front(target.window)


def test_the_phrases_own_hotkeys_paste_without_our_window(
    program: Program, hand: Hand, target: Target, room: Room
) -> None:
    put(hand)
    bring(room, target.window)

    hand.press("ctrl+alt+1")

    assert until(lambda: arrived(target) == BODY, 15_000), program.log()
    assert until(lambda: is_back(hand), 10_000)
    assert room.keys.are_up()


def test_ten_of_ten_pastes_are_right(program: Program, hand: Hand, chat: Chat) -> None:
    wrong = []
    for number in range(10):
        copied = formats.to_utf16(f"单号 {number:03}")
        hand.put(TEXT, copied.hex())
        chat.clear()

        hand.press("ctrl+alt+y")
        until(lambda: chat.written, 15_000)

        if not until(lambda copied=copied: hand.read(TEXT) == copied, 10_000) or chat.written != UNPAID:
            wrong.append((number, chat.written, program.log()))

    assert wrong == []


def test_a_focus_stolen_while_the_keys_are_held_is_refused_and_nothing_arrives_anywhere(
    program: Program, hand: Hand, chat: Chat, room: Room
) -> None:
    put(hand)
    refused = program.log().count("Not pasted")
    hand.hold("ctrl", "alt", "y")
    assert until(lambda: hand.read(TEXT) == formats.to_utf16(UNPAID), 10_000)

    assert hand.window  # now in front
    hand.release("y", "alt", "ctrl")

    assert until(lambda: program.log().count("Not pasted") > refused, 15_000)
    assert until(lambda: is_back(hand), 10_000)
    assert (chat.written, hand.written) == ("", "")
    assert room.keys.are_up()


def test_a_chat_that_needs_400_ms_gets_the_phrase_and_not_what_was_copied_before(
    program: Program, hand: Hand, chat: Chat
) -> None:
    put(hand)
    chat.ask("be_slow", 0.4)

    hand.press("ctrl+alt+y")

    assert until(lambda: chat.written == UNPAID, 15_000), program.log()
    assert until(lambda: is_back(hand), 10_000)


def test_escape_gives_the_keyboard_back(program: Program, hand: Hand, chat: Chat, room: Room) -> None:
    hand.press("ctrl+alt+space")
    assert until(program.has_keyboard, 15_000)

    hand.press("escape", "escape")

    assert until(lambda: room.desktop.is_front(chat.window), 10_000)


def test_a_program_that_cannot_have_its_search_hotkey_shows_itself_though_it_was_to_start_hidden(
    hand: Hand, tmp_path: Path
) -> None:
    with running(tmp_path / "free", "--hidden", search="Ctrl+Alt+K") as program:
        was_seen = until(program.shows_itself, 1500)
    hand.take_chord(CTRL_ALT, "k")

    with running(tmp_path / "taken", "--hidden", search="Ctrl+Alt+K") as program:
        is_seen = until(program.shows_itself, 10_000)

    assert not was_seen
    assert is_seen


def test_a_second_start_ends_and_the_first_quits_when_it_is_asked_to(tmp_path: Path) -> None:
    with running(tmp_path / "second", "--hidden") as first:
        second = ask(first.places)
        still_runs = first.process.poll() is None
        asked = ask(first.places, "--quit")
        first.process.wait(30)

    assert (second, asked, first.process.returncode) == (0, 0, 0)
    assert still_runs
