"""The paste story into programs that we did not write, from the adapters up to the service."""

from collections.abc import Callable
from typing import Any

import pytest
from Xlib import XK

from app.core.desktop import Clip, PasteKey, Window
from app.core.phrases.pasting import NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import Image, Phrase, Place
from app.core.settings import Settings
from app.core.waits import Flow
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.sheet.facts import Facts
from app.system.computer import Computer
from app.system.steps import Steps
from tests.desktop.targets import Chromium, Target
from tests.fakes import FakeClock, FakeImages
from tests.system.contract import COPIED, PNG
from tests.system.x11.world import Hands, PeerProgram, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(300)]

BODY = "亲，您的宝贝已经发货啦 /:^_^ /:-F\n单号：SF1234567890 [微笑]\n\n  有问题随时找我哦～ 🎁"


class Story:
    """The paste service on the real adapters; `used` are the phrases whose use was recorded."""

    def __init__(self, computer: Computer, settings: Settings) -> None:
        self.used: list[str] = []
        self.computer = computer
        self.images = FakeImages()
        clock = FakeClock()
        guard = Guard(Facts(clock, lambda: settings), computer.desktop, self.images)
        self._paste = Paste(
            guard, computer.clipboard, computer.desktop, computer.keys, clock, lambda: settings, self._record
        )
        self._broken: list[Exception] = []
        self._steps = Steps(self._broken.append)

    def _record(self, phrase_id: str, at: object) -> frozenset[Any]:
        self.used.append(phrase_id)
        return frozenset()

    def begin(self, phrase: Phrase) -> list[Outcome]:
        """Start to paste into the window in front; the outcome comes into the list."""
        outcomes: list[Outcome] = []
        flow: Flow[Outcome] = self._paste.paste(phrase, self.computer.desktop.target())
        assert self._steps.start(flow, outcomes.append)
        return outcomes

    def paste(self, phrase: Phrase) -> Outcome:
        """Paste into the window in front."""
        outcomes = self.begin(phrase)
        until(lambda: outcomes or self._broken, 30)
        assert not self._broken
        return outcomes[0]


@pytest.fixture
def story(computer: Computer) -> Story:
    return Story(computer, Settings())


def phrase(body: str = BODY, **more: Any) -> Phrase:
    return Phrase("p1", "发货通知", body, **more)


def formats(program: PeerProgram) -> dict[str, bytes]:
    return {name: program.read(name) for name in COPIED.formats}


def test_a_phrase_arrives_byte_for_byte_and_the_clipboard_is_as_it_was(
    story: Story, target: Target, other: PeerProgram
) -> None:
    other.copy(COPIED)

    outcome = story.paste(phrase())

    assert isinstance(outcome, Pasted)
    assert outcome.is_clipboard_back
    assert target.text() == BODY.replace("\n", target.breaks)
    assert formats(other) == COPIED.formats
    assert story.used == ["p1"]


def test_a_long_phrase_arrives_whole(story: Story, target: Target) -> None:
    body = "\n".join(f"{number}. 亲，请看这一条说明。" for number in range(1000))

    outcome = story.paste(phrase(body))

    assert isinstance(outcome, Pasted)
    assert target.text() == body.replace("\n", target.breaks)


def test_a_picture_is_pasted_before_the_text(story: Story, chat: Chromium, other: PeerProgram) -> None:
    other.copy(COPIED)
    story.images.files["a.png"] = PNG

    outcome = story.paste(phrase("看图", images=(Image("a.png", Place.BEFORE),)))

    assert isinstance(outcome, Pasted)
    until(lambda: "看图" in chat.text())
    assert chat.text() == "<image/png>看图"
    assert formats(other) == COPIED.formats


@pytest.mark.parametrize("key", [PasteKey.SHIFT_INSERT, PasteKey.TYPED])
def test_other_ways_to_paste_work_too(computer: Computer, chat: Chromium, other: PeerProgram, key: PasteKey) -> None:
    other.copy(COPIED)
    story = Story(computer, Settings(paste_keys={"chromium": key}))

    outcome = story.paste(phrase())
    until(lambda: chat.text() == BODY)

    assert isinstance(outcome, Pasted)
    assert formats(other) == COPIED.formats


def test_a_chinese_text_typed_into_a_terminal_arrives(
    computer: Computer, opened: Callable[[str], Target], hands: Hands
) -> None:
    terminal = opened("xterm")
    hands.bring(terminal.window)
    terminal.clear()
    story = Story(computer, Settings(paste_keys={"xterm": PasteKey.TYPED}))

    outcome = story.paste(phrase())
    until(lambda: terminal.text() == BODY.replace("\n", "\r"))

    assert isinstance(outcome, Pasted)


def test_a_target_that_needs_400_ms_gets_the_right_text(story: Story, chat: Chromium, other: PeerProgram) -> None:
    for number in range(5):
        other.copy(Clip.of_text(f"旧的 {number}"))
        chat.clear()
        chat.be_slow(0.4)

        outcome = story.paste(phrase(f"第 {number} 次"))
        until(chat.text)

        assert isinstance(outcome, Pasted)
        assert chat.text() == f"第 {number} 次"
        assert other.read().decode() == f"旧的 {number}"


def test_when_the_focus_is_stolen_nothing_is_pasted_anywhere_and_the_outcome_says_so(
    story: Story, chat: Chromium, other: PeerProgram, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.copy(COPIED)
    are_up = story.computer.keys.are_up

    def stolen_at_the_last_moment() -> bool:
        hands.bring(other.handle)
        return are_up()

    monkeypatch.setattr(story.computer.keys, "are_up", stolen_at_the_last_moment)

    outcome = story.paste(phrase())

    assert isinstance(outcome, NotPasted)
    assert outcome.reason is Reason.TARGET_MOVED
    assert chat.text() == ""
    assert other.ask("text") == ""
    assert formats(other) == COPIED.formats
    assert story.used == []


@pytest.mark.parametrize("number", range(12))
def test_however_the_focus_is_stolen_no_other_window_gets_the_text(
    story: Story, chat: Chromium, other: PeerProgram, hands: Hands, number: int
) -> None:
    other.copy(Clip.of_text("旧的"))
    outcomes = story.begin(phrase())
    if number % 4:
        until(lambda: other.read() != "旧的".encode() or outcomes)

    hands.focus(other.handle)
    until(lambda: outcomes)

    assert other.ask("text") == ""
    if isinstance(outcomes[0], NotPasted):
        assert outcomes[0].reason is Reason.TARGET_MOVED
        assert chat.text() == ""
    else:
        until(lambda: chat.text() == BODY)


def test_what_the_user_copies_while_a_paste_is_under_way_stays(
    story: Story, chat: Chromium, other: PeerProgram
) -> None:
    other.copy(COPIED)
    outcomes = story.begin(phrase())
    until(chat.text)

    other.copy(Clip.of_text("刚复制的"))
    until(lambda: outcomes)

    assert isinstance(outcomes[0], Pasted)
    assert not outcomes[0].is_clipboard_back
    assert other.read().decode() == "刚复制的"


def test_while_a_modifier_is_held_the_paste_waits_and_arrives_after_it(
    story: Story, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    other.copy(COPIED)
    hands.key(XK.XK_Control_L, is_down=True)
    outcomes = story.begin(phrase())
    until(lambda: other.read().decode() == BODY, why="everything is ready but the keyboard")
    before = chat.text()
    hands.key(XK.XK_Control_L, is_down=False)
    until(lambda: outcomes)

    assert before == ""
    assert isinstance(outcomes[0], Pasted)
    assert chat.text() == BODY


def test_a_modifier_that_is_never_released_refuses_the_paste(
    story: Story, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    other.copy(COPIED)
    hands.key(XK.XK_Alt_L, is_down=True)

    outcome = story.paste(phrase())
    hands.key(XK.XK_Alt_L, is_down=False)

    assert isinstance(outcome, NotPasted)
    assert outcome.reason is Reason.KEYS_HELD
    assert chat.text() == ""
    assert formats(other) == COPIED.formats


def test_a_target_that_was_closed_is_said_to_be_gone(story: Story, other: PeerProgram, hands: Hands) -> None:
    hands.bring(other.handle)
    gone = story.computer.desktop.target()
    other.ask("hide")
    until(lambda: not story.computer.desktop.is_there(Window(other.handle)))

    outcomes: list[Outcome] = []
    story._steps.start(story._paste.paste(phrase(), gone), outcomes.append)
    until(lambda: outcomes)

    assert isinstance(outcomes[0], NotPasted)
    assert outcomes[0].reason is Reason.TARGET_GONE


def test_all_keys_are_up_after_a_paste(story: Story, target: Target, hands: Hands) -> None:
    story.paste(phrase())

    assert not hands.is_any_down()
