"""The house: the window painted at once, then everything behind it opened, connected and, at the end, let go of.

The rule: nothing here decides anything; it only builds and connects.
"""

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.changes import Changed, Kind
from app.core.window_choices import text_factor
from app.front.greeting import UNSEEN_MS, Greeting
from app.system.garbage import Garbage
from app.system.instance import QUIT, SHOW, Instance
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look, Scale
from app.ui.words import Words, translate
from db.glance import glance

if TYPE_CHECKING:
    from app.core.first_page import FirstPage
    from app.core.search.index import Index
    from app.core.storage import Trouble
    from app.front.counter import Counter
    from app.front.desk import Desk, Prepared
    from app.front.doorway import Doorway
    from app.front.loading import Loading
    from app.front.rooms import Rooms
    from app.ui.aloud import Guide


class House(QObject):
    """Lives as long as the program."""

    broke = Signal(str)

    def __init__(
        self, app: QApplication, paths: Paths, instance: Instance, *, is_hidden: bool, tell: Path | None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._instance = instance
        self._tell = tell
        self._stop_log: Callable[[], None] | None = None
        self._is_sent_away = False
        self.broke.connect(self._show_broken)
        self._garbage = Garbage(self)  # a start makes none worth a look, and each look goes through all phrases: 30 ms
        try:
            self._stand()
        except Exception:
            self._open_log()
            raise
        self._loading: Loading | None = None
        self.desk: Desk | None = None
        self.counter: Counter | None = None
        self._doorway: Doorway | None = None
        self._rooms: Rooms | None = None
        self._guide: Guide | None = None
        self._connect()
        self._greeting = Greeting(self.window, paths.database)
        self._greeting.over.connect(self._go_on)
        self.window.filled.connect(self._greet)
        is_shown = not (is_hidden or self.window.settings.is_started_hidden)
        if is_shown:
            self.window.show()
        QTimer.singleShot(0, self._painted)
        QTimer.singleShot(UNSEEN_MS if is_shown else 0, self._greet)

    def _stand(self) -> None:
        """Build what the first paint shows."""
        settings = glance(self._paths.database)
        self._words = Words(self._app, settings.language)
        self._look = Look(self._app, settings.theme, Scale(text_factor(settings.text_percent)), is_on=False)
        self._look.calm(settings.has_less_motion)
        self.window = MainWindow(self._app, self._look, settings)

    def _open_log(self) -> None:
        """From here on errors that nobody caught are logged and said; before there is little to say."""
        from app.system.logfile import keep_log

        self._stop_log = keep_log(self._paths.log, self.broke.emit)

    def close(self) -> None:
        """Let go of hotkeys, files and threads."""
        self._greeting.close()
        self._garbage.close()
        for part in (self._guide, self._loading, self._rooms, self.counter, self._doorway, self.desk):
            if part:
                part.close()
        QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall)  # what the helper thread told, and nobody heard
        self._instance.close()
        self._words.close()
        if self._rooms and not self._is_sent_away:
            self._rooms.install_update()
        if self._stop_log:
            self._stop_log()

    def _connect(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self.window.quit_wanted.connect(self._app.quit)
        self.window.focus_wanted.connect(self._keep_off_focus)
        self._instance.asked.connect(self._asked)
        self._app.commitDataRequest.connect(self._end_session)

    def _keep_off_focus(self, is_wanted: bool) -> None:
        """Windows: Qt's own flag does not keep a click from taking the keyboard."""
        if sys.platform == "win32":
            from app.system.windows.desktop import keep_off_focus

            keep_off_focus(int(self.window.winId()), not is_wanted)

    def _painted(self) -> None:
        """The first window stands: now open what is behind it."""
        self._note("painted")
        self._keep_off_focus(is_wanted=False)

    def _greet(self) -> None:
        try:
            self._greeting.greet()
        except Exception:
            self._open_log()
            raise

    def _go_on(self) -> None:
        """The first rows are painted and typing is taken: whatever is begun now cannot hold them up."""
        page = self._greeting.page
        if page:
            self._note("usable")
        if self._stop_log is None:
            self._open_log()
        if page:
            self._open_doorway(page)
        self.window.dress()
        self._instance.listen()
        self._load()

    def _load(self) -> None:
        """Begin to load, or try once more."""
        from app.front.loading import Loading

        self._loading = loading = Loading(self._paths, self)
        loading.opened.connect(self._move_in)
        loading.indexed.connect(self._search)
        loading.furnished.connect(self._furnish)
        loading.failed.connect(self._say_why_not)
        loading.prepared.connect(self._settle)
        loading.staffed.connect(self._add_orders)
        loading.writable.connect(self._start_bell)
        loading.start()

    def _open_doorway(self, page: "FirstPage | None" = None) -> "Doorway":
        from app.front.doorway import Doorway
        from app.system import pick

        self._doorway = doorway = Doorway(self.window, pick(), page, self._greeting.porter)
        if page:
            doorway.chords.bind()
            self._note("hotkeys")
        return doorway

    def _move_in(self, desk: "Desk") -> None:
        """The window serves: list and paste. What is typed waits for the index, doors for their rooms."""
        from app.core.hotkeys import SEARCH
        from app.front.counter import Counter  # needs what the helper thread has imported
        from app.front.patience import Patience

        self.desk = desk
        self._patience = patience = Patience(self.window)
        desk.stores.explain_waits(patience.explain)
        self.window.serve(desk.find, desk.library, desk.preferences)
        is_first = self._doorway is None
        doorway = self._doorway or self._open_doorway()
        self.counter = counter = Counter(self.window, doorway, desk)
        self.window.changed.connect(self._changed)
        self._changed(frozenset({Kind.SETTINGS}))  # binds the hotkeys, too
        if any(taken.name == SEARCH for taken in counter.chords.shortcuts.taken):
            self.window.show()  # started hidden, it could not be called
        if is_first:
            self._note("usable")
            self._note("hotkeys")
        self._note("serving")
        assert self._loading is not None
        self._loading.go_on()
        doorway.catch_up()

    def _search(self, index: "Index") -> None:
        """What is typed can be searched."""
        assert self.desk is not None
        self.desk.find.arrive(index)
        self.window.search_again()
        self._note("searching")

    def _furnish(self) -> None:
        """All the rest, which a helper thread has imported."""
        from app.front.rooms import Rooms
        from app.ui.aloud import Guide

        assert self.desk is not None
        assert self.counter is not None
        assert self._doorway is not None
        followed = self._doorway.computer.followed
        self._rooms = rooms = Rooms(self.window, self._look, self.desk, self.counter, followed, self._paths)
        rooms.changed.connect(self._changed)
        rooms.show_changes(frozenset({Kind.SETTINGS}))
        self._doorway.porter.leave()
        self._guide = Guide(self._app)
        rooms.open()
        self._note("furnished")

    def _add_orders(self) -> None:
        if self._rooms:
            self._rooms.fill()

    def _start_bell(self) -> None:
        from app.system import memory

        assert self._rooms is not None
        self._patience.end()
        self._rooms.start(self._instance)
        memory.give_back()
        self._garbage.start()

    def _settle(self, prepared: "Prepared") -> None:
        """The answers of the cheat-sheet are there."""
        assert self.desk is not None
        self.desk.settle(prepared)
        self.window.show_changes(frozenset({Kind.SHEET}))

    def _changed(self, kinds: Changed) -> None:
        if self.desk is None or self.counter is None:
            return
        if Kind.SETTINGS in kinds:
            settings = self.desk.preferences.current
            self._look.use(settings.theme, text_factor(settings.text_percent))
            self._look.calm(settings.has_less_motion)
            if self._words.language is not settings.language:
                self._words.use(settings.language)
                self._look.respell()
            self._app.setApplicationDisplayName(translate("house", "QinDesk"))
            self.desk.speak()
        self.window.show_changes(kinds)
        self.counter.chords.changed(kinds)
        if self._rooms:
            self._rooms.show_changes(kinds)

    def _say_why_not(self, why: "Trouble | str") -> None:
        from app.front.mending import Mending

        self._garbage.start()
        Mending(self.window, self._paths, self._load).say(why)
        self._note("usable")

    def _show_broken(self, place: str) -> None:
        from app.ui import sentences

        self.window.show_notice(sentences.of_error(place), Tone.LATE)

    def _asked(self, wish: str) -> None:
        if wish == QUIT:
            self._is_sent_away = True  # as by an installer, which needs no other beside it
            self._app.quit()
        elif wish == SHOW:
            self.window.show()
            self.window.raise_()

    def _end_session(self) -> None:
        """The system shuts down: an installer that is killed with it would leave half a program."""
        self._is_sent_away = True
        if self._rooms:
            self._rooms.stow()

    def _note(self, word: str) -> None:
        """For scripts that wait for the start (`--tell FILE`): when, and after how much work, both in nanoseconds."""
        if self._tell:
            with self._tell.open("a", encoding="ascii") as file:
                file.write(f"{word} {time.time_ns()} {time.process_time_ns()}\n")
