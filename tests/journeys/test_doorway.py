"""Between the first rows and the desk behind them: what is wanted in that moment is served as soon as it can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.desktop import Window
from app.core.first_page import FirstPage
from app.core.hotkeys import Chord
from app.core.phrases.pasting import Outcome, Pasted
from app.core.phrases.phrase import Phrase, Stage
from app.core.settings import Settings
from app.front.counter import Counter
from app.front.desk import Desk, open_desk
from app.front.doorway import Doorway
from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.paths import paths
from app.ui.main_window import MainWindow
from app.ui.theme import Look
from db.first_page import read_first_page
from tests.fakes import FakeClipboard, FakeDesktop, FakeFollowed, FakeHotkeys, FakeKeys

CHAT, OTHER = Window(7, "aliworkbench"), Window(9, "notepad")
PHRASES = (
    Phrase("p", "催付", "亲,别忘了付款哦", is_pinned=True, stage=Stage.PAYMENT),
    Phrase("q", "尺码表", "亲,这是尺码表哦"),
    Phrase("own", "自己的键", "有自己的键", hotkey="Ctrl+Alt+F7"),
)


class Start:
    """A start that has come to its first page. `open` is what follows a moment later."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, folder: Path, settings: Settings) -> None:
        self.places = paths(folder)
        self.places.make()
        desk = open_desk(self.places, SystemClock())
        desk.library.add(PHRASES)
        desk.preferences.change(stage=settings.stage)
        desk.close()
        self.qtbot = qtbot
        self.window = MainWindow(qapp, Look(qapp), settings)
        qtbot.addWidget(self.window)
        self.window.show()
        self.page = read_first_page(self.places.database, SystemClock().now())
        self.window.show_first(self.page)
        self.clipboard, self.desktop, self.hotkeys = FakeClipboard(), FakeDesktop(CHAT, [CHAT, OTHER]), FakeHotkeys()
        self.keys = FakeKeys(self.clipboard, self.desktop)
        ports = (self.clipboard, self.desktop, self.keys, self.hotkeys, SystemClock())
        self.doorway = Doorway(self.window, Computer("fake", *ports, lambda: None, FakeFollowed()), self.page)
        self.doorway.chords.bind()
        self.outcomes: list[Outcome] = []
        self.desk: Desk | None = None

    def open(self) -> Counter:
        self.desk = desk = open_desk(self.places, SystemClock())
        self.window.serve(desk.find, desk.library, desk.preferences)
        counter = Counter(self.window, self.doorway, desk)
        counter.served.connect(self.outcomes.append)
        counter.chords.bind()
        self.doorway.catch_up()
        return counter

    def served(self) -> Outcome:
        self.qtbot.waitUntil(lambda: bool(self.outcomes))
        return self.outcomes[-1]

    @property
    def titles(self) -> list[str]:
        return [hit.phrase.title for hit in self.window.inside.panel.model.rows]


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, settings: Settings) -> Iterator[Start]:
    begun = Start(qapp, qtbot, tmp_path, settings)
    yield begun
    begun.doorway.close()
    if begun.desk:
        begun.desk.close()


def test_the_first_rows_are_there_before_the_desk_and_stay_as_they_are_with_it(start: Start) -> None:
    start.window.inside.panel.list.choose(["q"])
    before = start.titles

    start.open()

    assert before == ["催付", "尺码表", "自己的键"] == start.titles
    assert start.window.inside.panel.list.current() == "q"


@pytest.mark.parametrize("settings", [Settings(stage=Stage.PAYMENT)])
def test_the_first_rows_are_those_of_the_filter_that_is_on(start: Start) -> None:
    assert start.titles == ["催付"]
    assert start.window.inside.panel.chips.stage is Stage.PAYMENT


def test_another_filter_waits_for_the_desk_and_is_kept(start: Start) -> None:
    start.window.inside.panel.chips.choose(Stage.PAYMENT)
    before, said = start.titles, start.window.inside.panel.blank.sentence

    start.open()

    assert (before, said) == ([], "Loading your phrases…")
    assert start.titles == ["催付"]
    start.qtbot.waitUntil(lambda: start.desk is not None and start.desk.preferences.current.stage is Stage.PAYMENT)


def test_what_is_typed_waits_for_the_desk_and_the_rows_come_back_without_it(start: Start) -> None:
    search = start.window.inside.search
    start.qtbot.keyClicks(search, "c")
    typed = start.titles

    search.clear()

    assert typed == []
    assert start.titles == ["催付", "尺码表", "自己的键"]


def test_an_enter_before_the_desk_pastes_once_it_is_there(start: Start) -> None:
    start.qtbot.keyClick(start.window.inside.search, Qt.Key.Key_Return)
    nothing_yet = list(start.keys.written)

    start.open()

    assert nothing_yet == []
    assert isinstance(start.served(), Pasted)
    assert start.keys.written == [(CHAT, "亲,别忘了付款哦")]


def test_a_hotkey_before_the_desk_pastes_into_the_window_that_was_in_front_then(start: Start) -> None:
    start.hotkeys.press(Chord.parse("Ctrl+Alt+F7"))
    start.desktop.focus(OTHER)

    start.open()

    assert isinstance(start.served(), Pasted)
    assert start.keys.written == [(CHAT, "有自己的键")]


def test_the_hotkey_of_the_search_gets_the_keyboard_at_once_and_the_paste_goes_where_it_was(start: Start) -> None:
    start.hotkeys.press(Chord.parse("Ctrl+Alt+Space"))
    is_taken = start.window.focus.is_taken

    start.open()
    start.qtbot.keyClick(start.window.inside.search, Qt.Key.Key_Return)

    assert is_taken
    assert isinstance(start.served(), Pasted)
    assert [window for window, _ in start.keys.written] == [CHAT]


def test_without_a_page_nothing_is_bound_before_the_desk(qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(qapp, Look(qapp), Settings())
    qtbot.addWidget(window)
    hotkeys, desktop = FakeHotkeys(), FakeDesktop(CHAT, [CHAT])
    keys = FakeKeys(FakeClipboard(), desktop)
    computer = Computer("fake", FakeClipboard(), desktop, keys, hotkeys, SystemClock(), lambda: None, FakeFollowed())

    doorway = Doorway(window, computer)

    assert doorway.chords.shortcuts.bind() == ()
    assert FirstPage().hotkeys
    doorway.close()
