"""A shop for journeys: everything that the front door connects, on a computer of fakes and by a clock that is told.

The rule: the window, its dialogs, the services, the bell and the database are the real ones.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Changed
from app.core.desktop import Window
from app.core.hotkeys import Chord
from app.core.phrases.pasting import Outcome
from app.core.settings import Edge, Settings
from app.front.bell import Bell
from app.front.counter import Counter
from app.front.desk import open_desk
from app.front.door import Hall
from app.front.doors import Doors
from app.front.doorway import Doorway
from app.front.openings import Openings
from app.front.orders.room import OrderRoom
from app.front.sheet import asked as sheet_asked
from app.front.sheet.doors import SheetDoors
from app.front.unfinished import Unfinished
from app.system.computer import Computer
from app.system.draft_file import DraftFile
from app.system.paths import paths
from app.ui.dialogs.form import Form
from app.ui.main_window import MainWindow
from app.ui.theme import Look
from tests.fakes import FakeClipboard, FakeClock, FakeDesktop, FakeFollowed, FakeHotkeys, FakeKeys, FakeSounds

CHAT = Window(7, "aliworkbench")
NOON = datetime(2026, 11, 11, 4, 0, tzinfo=UTC)
"""12:00 of November 11 in Shanghai."""
Widget = TypeVar("Widget", bound=QWidget)


class Shop(QObject):
    """One run of the program on a data folder."""

    def __init__(self, qapp: QApplication, look: Look, qtbot: QtBot, folder: Path, clock: FakeClock) -> None:
        super().__init__()
        self.qtbot, self.clock = qtbot, clock
        places = paths(folder)
        places.make()
        self.desk = desk = open_desk(places, clock)
        desk.preferences.change(has_seen_welcome=True, edge=Edge.NONE)
        self.window = window = MainWindow(qapp, look, Settings(edge=Edge.NONE))
        window.serve(desk.find, desk.library, desk.preferences)
        self.clipboard, self.desktop, self.sounds = FakeClipboard(), FakeDesktop(CHAT, [CHAT]), FakeSounds()
        self.keys, self.hotkeys = FakeKeys(self.clipboard, self.desktop), FakeHotkeys()
        computer = Computer(
            "fake", self.clipboard, self.desktop, self.keys, self.hotkeys, clock, lambda: None, FakeFollowed()
        )
        self.counter = counter = Counter(window, Doorway(window, computer), desk)
        self.openings = openings = Openings(window, counter)
        self.unfinished = kept = Unfinished(DraftFile(places.drafts), openings, self)
        self.hall = hall = Hall(window, look, desk, counter, places, openings, self.sounds)
        self.doors, self.sheet_doors = Doors(hall, kept.phrases), SheetDoors(hall, kept.sheet)
        self.orders = OrderRoom(hall, kept.orders)
        self.bell = Bell(window, desk, self.sounds)
        self.turns = 0
        self.inside = window.inside
        self.outcomes: list[Outcome] = []
        counter.served.connect(self.outcomes.append)
        others = (self.doors.changed, self.sheet_doors.changed, self.orders.changed, self.bell.turned)
        for told in (window.changed, *others):
            told.connect(self._changed)
        self.bell.turned.connect(self._count_turn)
        counter.chords.bind()
        window.serve_places(sheet_asked.by_sheet_panel(desk), sheet_asked.by_timers(desk))
        self.orders.fill()
        window.show()
        self.bell.start()
        self.orders.start()

    def _changed(self, kinds: Changed) -> None:
        self.window.show_changes(kinds)
        self.counter.chords.changed(kinds)
        self.sheet_doors.show_changes(kinds)
        self.bell.changed(kinds)
        self.orders.show_changes(kinds)

    def _count_turn(self, _kinds: Changed) -> None:
        self.turns += 1

    def go(self, **length: float) -> None:
        """Let time pass, and whoever waits for it look at the clock."""
        self.clock.go(timedelta(**length))
        self.bell.look()
        self.orders.look()

    def open(self, number: int) -> None:
        """Go to a place with the keyboard, by its key."""
        self.window.inside.routing.open(("phrases", "activities", "orders", "timers")[number - 1])
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def search(self, typed: str) -> None:
        """The hotkey over the chat, then a word as an input method writes it."""
        self.desktop.front = CHAT
        self.hotkeys.press(Chord.parse("Ctrl+Alt+Space"))
        self.qtbot.waitUntil(self.inside.search.hasFocus)
        self.write(typed)

    def write(self, text: str) -> None:
        """Letters as an input method gives them to whatever has the keyboard; what was selected goes."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus, event)

    def tap(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, held)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def outcome(self, after: int) -> Outcome:
        """How the paste after so many others ended."""
        self.qtbot.waitUntil(lambda: len(self.outcomes) > after)
        return self.outcomes[-1]

    @property
    def arrived(self) -> str:
        window, text = self.keys.written[-1]
        assert window == CHAT
        return str(text)

    def dialog(self, kind: type[Widget]) -> Widget:
        """The open dialog of a kind, in front."""
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        assert len(found) == 1
        found[0].activateWindow()
        self.qtbot.waitUntil(found[0].isActiveWindow)
        return found[0]

    @property
    def said(self) -> str:
        """What the notice of the place in sight says."""
        return self.window.inside.notice.text

    def close(self) -> None:
        """End this run, as a user who quits."""
        self.doors.close()
        self.orders.close()
        self.counter.close()
        for form in (each for each in QApplication.topLevelWidgets() if isinstance(each, Form)):
            form.close()
        self.window.close()
        self.window.deleteLater()
        self.desk.close()
