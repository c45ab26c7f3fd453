"""The main job from the hotkey to the given-back clipboard, in Windows' own editor."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from app.core.changes import NOTHING, Changed
from app.core.desktop import PasteKey, Window
from app.core.hotkeys import Chord
from app.core.phrases.pasting import Copied, NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import Output, Phrase
from app.core.settings import Settings
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.sheet.facts import Facts
from app.system.steps import Steps
from app.system.windows import formats
from tests.fakes import FakeClock, FakeImages
from tests.system.windows.room import Hand, Notepad, Room, bring, until
from tests.system.windows.test_clipboard import CONTENTS

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")

CHORD = Chord.parse("Ctrl+Alt+K")
BODY = "亲，在的呢 /:^_^\n今天下单，今天发货😊"
ARRIVED = BODY.replace("\n", "\r\n")
PHRASE = Phrase("hello", "在的", BODY)


@dataclass
class Story:
    """The paste service on the real adapters; the hotkey pastes `phrase` into the window then in front."""

    room: Room
    settings: Settings = field(default_factory=Settings)
    phrase: Phrase = PHRASE
    outcomes: list[Outcome] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        clock = FakeClock()
        guard = Guard(Facts(clock, lambda: self.settings), self.room.desktop, FakeImages())
        self.steps = Steps(self.outcomes.append)  # type: ignore[arg-type]
        self.paste = Paste(
            guard,
            self.room.clipboard,
            self.room.desktop,
            self.room.keys,
            clock,
            lambda: self.settings,
            self._record,
        )
        self.room.hotkeys.listen(lambda name: self.start(self.room.desktop.target()), lambda: None)

    def start(self, target: Window | None) -> None:
        self.steps.start(self.paste.paste(self.phrase, target), self.outcomes.append)

    def _record(self, phrase_id: str, at: datetime) -> Changed:
        self.used.append(phrase_id)
        return NOTHING

    @property
    def outcome(self) -> Any:
        assert until(lambda: self.outcomes, 15_000)
        return self.outcomes[-1]


@pytest.fixture
def story(room: Room) -> Iterator[Story]:
    story = Story(room)
    assert room.hotkeys.bind("again", CHORD)
    yield story
    story.steps.stop()


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_by_the_hotkey_the_text_arrives_and_the_clipboard_is_as_it_was(
    story: Story, hand: Hand, notepad: Notepad, content: dict[object, bytes]
) -> None:
    hand.put(*(word for name, raw in content.items() for word in (name, raw.hex())))
    bring(story.room, notepad.window)

    hand.press("ctrl+alt+k")

    assert story.outcome == Pasted("hello", BODY)
    assert notepad.written == ARRIVED
    assert {name: hand.read(name) for name in content} == content
    assert story.room.keys.are_up()
    assert story.used == ["hello"]


def test_ten_pastes_in_a_row_are_ten_times_right(story: Story, hand: Hand, notepad: Notepad) -> None:
    hand.put(formats.NUMBERS[formats.TEXT], formats.to_utf16("old").hex())
    bring(story.room, notepad.window)

    for number in range(1, 11):
        hand.press("ctrl+alt+k")
        assert until(lambda number=number: len(story.outcomes) == number, 15_000)

    assert story.outcomes == [Pasted("hello", BODY)] * 10
    assert notepad.written == ARRIVED * 10
    assert hand.read(formats.NUMBERS[formats.TEXT]) == formats.to_utf16("old")


def test_while_the_chord_is_held_nothing_is_pasted_and_when_it_stays_held_it_is_said(
    story: Story, hand: Hand, notepad: Notepad
) -> None:
    hand.put(formats.NUMBERS[formats.TEXT], formats.to_utf16("old").hex())
    bring(story.room, notepad.window)

    hand.hold("ctrl", "alt", "k")

    assert story.outcome.reason is Reason.KEYS_HELD
    hand.release("k", "alt", "ctrl")
    assert notepad.written == ""
    assert hand.read(formats.NUMBERS[formats.TEXT]) == formats.to_utf16("old")
    assert story.used == []


def test_a_focus_stolen_on_the_way_is_noticed_and_nothing_is_pasted_anywhere(
    story: Story, hand: Hand, notepad: Notepad
) -> None:
    bring(story.room, notepad.window)
    hand.hold("ctrl", "alt", "k")
    assert until(lambda: story.steps.is_running)
    assert not until(lambda: story.outcomes, 300)

    hand.front()
    hand.release("k", "alt", "ctrl")

    assert story.outcome == NotPasted(Reason.TARGET_MOVED, "hello", BODY)
    assert notepad.written == ""
    assert hand.written == ""
    assert story.used == []


def test_a_clipboard_that_stays_locked_is_said_and_nothing_is_pasted(
    story: Story, hand: Hand, notepad: Notepad
) -> None:
    bring(story.room, notepad.window)
    hand.lock()

    hand.press("ctrl+alt+k")

    assert story.outcome.reason is Reason.CLIPBOARD_BUSY
    hand.unlock()
    assert notepad.written == ""


def test_a_target_that_was_closed_is_said(story: Story, hand: Hand) -> None:
    window = hand.window
    hand.close_window()

    story.start(window)

    assert story.outcome.reason is Reason.TARGET_GONE


def test_a_target_behind_another_window_is_brought_back_to_the_front(
    story: Story, hand: Hand, notepad: Notepad
) -> None:
    assert hand.window

    story.start(notepad.window)

    assert story.outcome == Pasted("hello", BODY)
    assert notepad.written == ARRIVED
    assert hand.written == ""


def test_a_phrase_that_is_only_copied_lies_on_the_clipboard(story: Story, hand: Hand) -> None:
    story.phrase = Phrase("hello", "在的", BODY, output=Output.COPY)

    story.start(hand.window)

    assert isinstance(story.outcome, Copied)
    assert hand.read(formats.NUMBERS[formats.TEXT]) == formats.to_utf16(BODY)
    assert hand.written == ""


def test_a_program_that_takes_no_paste_is_typed_into(story: Story, hand: Hand, notepad: Notepad) -> None:
    story.settings = Settings(paste_keys={"notepad": PasteKey.TYPED})
    hand.put(formats.NUMBERS[formats.TEXT], formats.to_utf16("old").hex())
    bring(story.room, notepad.window)

    hand.press("ctrl+alt+k")

    assert isinstance(story.outcome, Pasted)
    assert until(lambda: notepad.written == ARRIVED)
    assert hand.read(formats.NUMBERS[formats.TEXT]) == formats.to_utf16("old")


def test_what_was_marked_hidden_is_not_read_and_not_left_lying_with_our_text(
    story: Story, hand: Hand, notepad: Notepad
) -> None:
    hand.put(13, formats.to_utf16("password").hex(), "ExcludeClipboardContentFromMonitorProcessing", "01")
    bring(story.room, notepad.window)

    hand.press("ctrl+alt+k")

    assert story.outcome == Pasted("hello", BODY, is_clipboard_back=False)
    assert hand.read(13) == b""
