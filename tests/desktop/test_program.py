"""The main job through the real program: real keys from outside, real programs to write into, a real clipboard."""

import contextlib
import subprocess
from collections.abc import Iterator

import pytest
from Xlib import XK

from app.core.desktop import Clip
from app.core.hotkeys import Chord
from app.core.phrases.phrase import Phrase
from tests.desktop.program import Program, command, fill, running
from tests.desktop.targets import Chromium, Target
from tests.system.contract import COPIED
from tests.system.x11.world import Hands, PeerProgram, environment_of, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(300)]

SHIPPED = "亲，您的宝贝 {{clipboard}} 已经发货啦 /:^_^ /:-F [微笑]\n第二行：有问题随时找我哦～\n\n  🎁 谢谢亲！"
UNPAID = "亲，看到您还没有付款呢 /:-W\n今天下单，今天发货哦。"
PHRASES = (
    Phrase("shipped", "发货通知", SHIPPED, is_pinned=True),
    Phrase("unpaid", "催付", UNPAID, codes=("cf",), hotkey="Ctrl+Alt+Y"),
    Phrase("bye", "欢送", "亲，欢迎再来～", codes=("hs",)),
)
SEARCH = Chord.parse("Ctrl+Alt+Space")


@pytest.fixture(scope="module")
def _program(display_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    places = fill(tmp_path_factory.mktemp("data"), PHRASES)
    hands = Hands(display_name)
    with running(display_name, hands, places) as program:
        yield program
    hands.close()


@pytest.fixture
def program(_program: Program) -> Program:
    """The program; asked for before the target, which is brought to the front after it has started."""
    return _program


def formats(program: PeerProgram) -> dict[str, bytes]:
    return {name: program.read(name) for name in COPIED.formats}


def copied(number: int) -> dict[str, bytes]:
    """What an agent copied before the paste of a round: never the same twice."""
    return {**COPIED.formats, Clip.TEXT: f"单号 {number:03}".encode()}


def pasted(program: Program, other: PeerProgram, before: dict[str, bytes]) -> None:
    """Wait until the clipboard is as it was."""
    try:
        until(lambda: formats(other) == before)
    except AssertionError as never:
        raise AssertionError(f"the clipboard is not as it was; the log says:\n{program.log()}") from never


@pytest.mark.parametrize("rounds", [50])
def test_fifty_of_fifty_pastes_are_right_and_the_clipboard_is_back_after_each(
    program: Program, target: Target, other: PeerProgram, hands: Hands, rounds: int
) -> None:
    wrong = []
    for number in range(rounds):
        target.clear()
        other.copy(Clip(copied(number)))
        hands.tap("Ctrl+Alt+1")
        until(lambda: other.read() != f"单号 {number:03}".encode(), why="the phrase is offered")  # noqa: B023
        pasted(program, other, copied(number))
        expected = SHIPPED.replace("{{clipboard}}", f"单号 {number:03}").replace("\n", target.breaks)
        if (arrived := target.text()) != expected:
            wrong.append((number, arrived, program.log()))

    assert wrong == []
    assert not hands.is_any_down()


def test_what_is_typed_right_after_the_search_hotkey_finds_and_enter_pastes(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    for number, word in enumerate(["cuifu", "cf", "cuif", "hs"] * 3):
        chat.clear()
        other.copy(Clip(copied(number)))
        hands.bring(chat.window)

        hands.tap(str(SEARCH))
        hands.write(word)
        hands.tap("enter")
        until(chat.text, why=f"the phrase for {word}")
        pasted(program, other, copied(number))

        assert chat.text() == ("亲，欢迎再来～" if word == "hs" else UNPAID)
        assert hands.has_focus(chat.window)
        assert other.ask("text") == ""


def test_escape_gives_the_keyboard_back(program: Program, chat: Chromium, hands: Hands) -> None:
    hands.tap(str(SEARCH))
    until(lambda: hands.has_focus(program.window), why="our window has the keyboard")

    hands.tap("escape")
    hands.tap("escape")

    until(lambda: hands.has_focus(chat.window), why="the chat has it again")


def test_a_hotkey_does_not_reach_the_chat(program: Program, chat: Chromium, other: PeerProgram, hands: Hands) -> None:
    other.copy(COPIED)

    hands.tap("Ctrl+Alt+Y")
    until(chat.text)
    pasted(program, other, dict(COPIED.formats))

    assert chat.text() == UNPAID
    assert set(chat.keys()) <= {"Control", "Alt", "v"}
    assert chat.keys().count("v") == 1


def test_a_hotkey_that_is_still_held_pastes_when_it_is_released(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    other.copy(COPIED)
    hands.press(Chord.parse("Ctrl+Alt+Y"))
    until(lambda: other.read().decode() == UNPAID, why="the phrase is offered")
    before = chat.text()

    hands.release(Chord.parse("Ctrl+Alt+Y"))
    until(chat.text)
    pasted(program, other, dict(COPIED.formats))

    assert before == ""
    assert chat.text() == UNPAID


def test_a_chat_that_needs_400_ms_gets_the_phrase(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    for number in range(5):
        chat.clear()
        chat.be_slow(0.4)
        other.copy(Clip(copied(number)))

        hands.tap("Ctrl+Alt+Y")
        until(chat.text)
        pasted(program, other, copied(number))

        assert chat.text() == UNPAID


@pytest.mark.parametrize("number", range(8))
def test_when_the_focus_is_stolen_no_other_window_gets_the_phrase(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands, number: int
) -> None:
    other.copy(Clip(copied(number)))
    refused = program.log().count("Not pasted")

    hands.press(Chord.parse("Ctrl+Alt+Y"))
    until(lambda: other.read().decode() == UNPAID, why="the phrase is offered")
    hands.focus(other.handle)
    if number % 2:
        until(lambda: hands.has_focus(other.handle))
    hands.release(Chord.parse("Ctrl+Alt+Y"))
    pasted(program, other, copied(number))

    is_refused = program.log().count("Not pasted") > refused
    assert is_refused or not number % 2
    assert other.ask("text") == ""
    assert chat.text() == ("" if is_refused else UNPAID)


def test_what_is_copied_while_a_paste_is_under_way_stays(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    other.copy(COPIED)
    hands.tap("Ctrl+Alt+Y")
    until(chat.text)

    other.copy(Clip.of_text("刚复制的"))
    chat.clear()
    until(lambda: pressed_and_arrived(chat, hands), 30, "the next paste, so the first one is over")
    until(lambda: other.read().decode() == "刚复制的")

    assert chat.text() == SHIPPED.replace("{{clipboard}}", "刚复制的")


def pressed_and_arrived(chat: Chromium, hands: Hands) -> bool:
    """Press the hotkey again as long as it is refused because a paste still runs."""
    hands.tap("Ctrl+Alt+1")
    with contextlib.suppress(AssertionError):
        until(chat.text, 1)
    return bool(chat.text())


def test_every_key_is_up_afterwards(program: Program, chat: Chromium, other: PeerProgram, hands: Hands) -> None:
    other.copy(COPIED)
    hands.key(XK.XK_Shift_L, is_down=True)
    hands.key(XK.XK_Shift_L, is_down=False)

    hands.tap("Ctrl+Alt+Y")
    until(chat.text)
    pasted(program, other, dict(COPIED.formats))

    assert not hands.is_any_down()


def test_a_second_start_ends_and_the_first_quits_when_it_is_asked_to(
    display_name: str, hands: Hands, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = fill(tmp_path_factory.mktemp("second"), PHRASES)
    environment = environment_of(display_name) | {"QT_QPA_PLATFORM": "offscreen"}
    with running(display_name, hands, places) as first:
        second = subprocess.run(command(places), env=environment, timeout=60, check=False)
        still_runs = first.process.poll() is None
        asked = subprocess.run(command(places, "--quit"), env=environment, timeout=60, check=False)
        first.process.wait(30)

    assert (second.returncode, asked.returncode, first.process.returncode) == (0, 0, 0)
    assert still_runs
