"""Hotkeys, window and paste together, on a computer of fakes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.desktop import Window
from app.core.hotkeys import Chord
from app.core.phrases.pasting import NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import Output, Phrase
from app.core.settings import Settings
from app.front import chords
from app.front.counter import Counter
from app.front.desk import Desk, open_desk
from app.front.doorway import Doorway
from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.paths import paths
from app.ui.main_window import MainWindow
from app.ui.theme import Look
from tests.fakes import FakeClipboard, FakeDesktop, FakeFollowed, FakeHotkeys, FakeKeys

CHAT = Window(7, "aliworkbench")
OTHER = Window(8, "notepad")
PHRASES = (
    Phrase("p", "催付", "亲,别忘了付款哦", codes=("cf",), is_pinned=True),
    Phrase("q", "改码", "帮您改成{{?尺码}}码"),
    Phrase("parts", "三段", "一\n---\n二", output=Output.PARTS),
    Phrase("own", "自己的键", "有自己的键", hotkey="Ctrl+Alt+F7"),
)


class Shop:
    """The counter with everything around it."""

    def __init__(self, desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = window
        self.qtbot = qtbot
        self.clipboard = FakeClipboard()
        self.desktop = FakeDesktop(CHAT, [CHAT, OTHER])
        self.keys = FakeKeys(self.clipboard, self.desktop)
        self.hotkeys = FakeHotkeys()
        computer = Computer(
            "fake", self.clipboard, self.desktop, self.keys, self.hotkeys, SystemClock(), lambda: None, FakeFollowed()
        )
        self.counter = Counter(window, Doorway(window, computer), desk)
        self.outcomes: list[Outcome] = []
        self.counter.served.connect(self.outcomes.append)
        self.counter.chords.bind()

    def press(self, chord: str) -> None:
        self.hotkeys.press(Chord.parse(chord))

    def served(self, count: int = 1) -> Outcome:
        self.qtbot.waitUntil(lambda: len(self.outcomes) >= count)
        return self.outcomes[-1]

    @property
    def written(self) -> list[tuple[Window, object]]:
        return self.keys.written


@pytest.fixture
def shop(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shop]:
    places = paths(tmp_path)
    places.make()
    desk = open_desk(places, SystemClock())
    desk.library.add(PHRASES)
    window = MainWindow(qapp, Look(qapp), Settings())
    qtbot.addWidget(window)
    window.serve(desk.find, desk.library, desk.preferences)
    window.show()
    shop = Shop(desk, window, qtbot)
    yield shop
    shop.counter.close()
    desk.close()


def test_the_search_pastes_into_the_window_that_was_in_front_at_the_hotkey(shop: Shop) -> None:
    shop.press("Ctrl+Alt+Space")
    shop.desktop.front = OTHER

    shop.window.paste_wanted.emit("p")

    assert isinstance(shop.served(), Pasted)
    assert shop.written == [(CHAT, "亲,别忘了付款哦")]
    assert shop.desk.library.get("p").use_count == 1


def test_a_pinned_phrase_needs_no_window(shop: Shop) -> None:
    shop.window.hide()

    shop.press("Ctrl+Alt+1")

    assert isinstance(shop.served(), Pasted)
    assert not shop.window.isVisible()


def test_a_digit_without_a_pinned_phrase_says_so(shop: Shop) -> None:
    shop.press("Ctrl+Alt+5")

    assert "5" in shop.window.inside.panel.notice.text
    assert shop.outcomes == []


def test_a_phrase_with_its_own_chord_is_pasted_by_it(shop: Shop) -> None:
    shop.press("Ctrl+Alt+F7")

    assert shop.served().phrase_id == "own"


def test_a_question_is_asked_first_and_its_answer_is_remembered(shop: Shop) -> None:
    shop.window.paste_wanted.emit("q")
    asked = shop.window.inside.panel.questions.is_asking

    shop.window.answered.emit({"尺码": "L"})

    assert asked
    assert shop.served().text == "帮您改成L码"
    assert shop.desk.preferences.current.answers == {"尺码": "L"}


def test_a_paste_of_another_phrase_takes_the_question_back(shop: Shop) -> None:
    shop.window.paste_wanted.emit("q")

    shop.press("Ctrl+Alt+1")
    shop.served()

    assert not shop.window.inside.panel.questions.is_asking
    assert [text for _, text in shop.written] == ["亲,别忘了付款哦"]


def test_a_question_outlasts_the_end_of_the_paste_before_it(shop: Shop) -> None:
    shop.keys.held = True
    shop.window.paste_wanted.emit("p")
    shop.window.paste_wanted.emit("q")

    shop.keys.held = False
    shop.served()

    assert shop.window.inside.panel.questions.is_asking


def test_what_is_typed_before_a_slow_chat_has_read_the_last_phrase_stays(shop: Shop) -> None:
    search = shop.window.inside.search
    shop.press("Ctrl+Alt+Space")
    shop.qtbot.keyClicks(search, "cf")
    shop.keys.held = True
    shop.qtbot.keyClick(search, Qt.Key.Key_Return)
    shop.qtbot.keyClick(search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shop.qtbot.keyClicks(search, "sd")

    shop.qtbot.keyClick(search, Qt.Key.Key_Return)  # refused, the one before it still goes on

    shop.keys.held = False
    shop.served()

    assert search.text() == "sd"


def test_what_was_looked_for_is_gone_once_it_has_arrived(shop: Shop) -> None:
    search = shop.window.inside.search
    shop.press("Ctrl+Alt+Space")
    shop.qtbot.keyClicks(search, "cf")

    shop.qtbot.keyClick(search, Qt.Key.Key_Return)
    shop.served()

    assert search.text() == ""


def test_again_pastes_the_same_with_the_same_answers(shop: Shop) -> None:
    shop.window.paste_wanted.emit("q")
    shop.window.answered.emit({"尺码": "L"})
    shop.served()

    shop.press("Ctrl+Alt+R")

    assert shop.served(2).text == "帮您改成L码"


def test_again_before_the_first_paste_says_so(shop: Shop) -> None:
    shop.press("Ctrl+Alt+R")

    assert shop.window.inside.panel.notice.text
    assert shop.outcomes == []


def test_parts_go_out_one_press_after_the_other_and_then_begin_anew(shop: Shop) -> None:
    for count in (1, 2, 3):
        shop.window.paste_wanted.emit("parts")
        shop.served(count)

    assert [text for _, text in shop.written] == ["一", "二", "一"]


def test_a_refusal_is_said_and_its_text_is_one_click_away(shop: Shop) -> None:
    shop.desktop.windows = []

    shop.window.paste_wanted.emit("p")
    refused = shop.served()
    shop.window.inside.panel.notice.do()

    assert refused == NotPasted(Reason.TARGET_GONE, "p", "亲,别忘了付款哦")
    shop.qtbot.waitUntil(lambda: shop.clipboard.content.text == "亲,别忘了付款哦")


def test_leaving_the_search_gives_the_keyboard_back_and_hides_what_was_hidden(shop: Shop) -> None:
    shop.window.hide()
    shop.press("Ctrl+Alt+Space")
    was_shown = shop.window.isVisible()
    shop.desktop.front = OTHER

    shop.window.leave_search()

    assert was_shown
    assert shop.desktop.front == CHAT
    assert not shop.window.isVisible()


def test_a_search_that_began_before_the_last_phrase_arrived_is_not_hidden_under_the_hands(shop: Shop) -> None:
    shop.window.hide()
    shop.press("Ctrl+Alt+Space")
    shop.keys.held = True
    shop.window.paste_wanted.emit("p")
    shop.window.focus.give_back()
    shop.press("Ctrl+Alt+Space")

    shop.keys.held = False
    shop.served()
    while_searching = shop.window.isVisible()
    shop.window.leave_search()

    assert while_searching
    assert not shop.window.isVisible()


def test_a_window_that_was_never_shown_can_take_the_keyboard(shop: Shop, qapp: QApplication, qtbot: QtBot) -> None:
    hidden = MainWindow(qapp, Look(qapp), Settings(is_started_hidden=True))
    qtbot.addWidget(hidden)
    hidden.serve(shop.desk.find, shop.desk.library, shop.desk.preferences)

    hidden.open_search()

    assert hidden.isVisible()
    assert not hidden.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_after_a_dialog_the_keyboard_is_where_it_was_before(shop: Shop) -> None:
    shop.press("Ctrl+Alt+Space")
    shop.window.focus.give_back()

    shop.counter.come_back(was_typing=True)
    typing = shop.window.focus.is_taken
    shop.window.focus.give_back()
    shop.counter.come_back(was_typing=False)

    assert typing
    assert shop.desktop.front == CHAT
    assert not shop.window.focus.is_taken


def test_a_pause_lets_all_chords_go_and_recording_does_not_end_it(shop: Shop) -> None:
    shop.counter.chords.pause(True)
    shop.counter.chords.record(True)
    shop.counter.chords.record(False)
    paused = dict(shop.hotkeys.bound)

    shop.counter.chords.pause(False)

    assert paused == {}
    assert "search" in shop.hotkeys.bound


def test_a_changed_chord_is_bound_at_once(shop: Shop) -> None:
    hotkeys = {**shop.desk.preferences.current.hotkeys, "search": "Ctrl+Alt+J"}

    shop.counter.chords.changed(shop.desk.preferences.change(hotkeys=hotkeys))

    assert shop.hotkeys.bound["search"] == Chord.parse("Ctrl+Alt+J")


class FakeHooks:
    """A keyboard hook that only remembers which codes it was to watch for."""

    def __init__(self) -> None:
        self.hotkeys = FakeHotkeys()
        self.codes = self
        self.watched: Mapping[str, str] | None = None

    def turn(self, codes: Mapping[str, str] | None) -> None:
        self.watched = codes

    def close(self) -> None:
        self.watched = None


def test_only_codes_that_can_be_typed_and_mean_one_phrase_are_watched_for(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = FakeHooks()
    monkeypatch.setattr(chords, "hooks", lambda *_arguments: hooks)
    shop.counter.close()
    again = Shop(shop.desk, shop.window, shop.qtbot)
    codes = {"q": ("GM", "m"), "parts": ("sd",), "own": ("SD",)}
    for phrase_id, some in codes.items():
        again.desk.library.save(replace(again.desk.library.get(phrase_id), codes=some))

    again.counter.chords.changed(again.desk.preferences.change(has_typed_codes=True))

    assert hooks.watched == {"cf": "p", "gm": "q"}
    again.counter.close()


def test_a_phrase_that_is_only_copied_leaves_the_chat_alone(shop: Shop) -> None:
    shop.desk.library.save(replace(shop.desk.library.get("p"), output=Output.COPY))

    shop.window.paste_wanted.emit("p")
    shop.served()

    assert shop.written == []
    assert shop.clipboard.content.text == "亲,别忘了付款哦"
