"""The house: the window painted at once, then everything behind it opened, connected and, at the end, let go of.

The rule: nothing here decides anything; it only builds and connects.
"""

import gc
import logging
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.core.changes import Changed, Kind
from app.core.storage import NotStored, Trouble
from app.core.window_choices import text_factor
from app.loading import Loading
from app.system.instance import QUIT, SHOW, Instance
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look, Scale
from app.ui.words import Words, translate
from db.glance import glance

if TYPE_CHECKING:
    from app.bell import Bell
    from app.counter import Counter
    from app.desk import Desk, Prepared
    from app.doors import Doors
    from app.order_room import OrderRoom
    from app.sheet_doors import SheetDoors
    from app.system.computer import Computer
    from app.ui.tray import Tray

_log = logging.getLogger(__name__)


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
        self.broke.connect(self._show_broken)
        try:
            self._stand()
        except Exception:
            self._open_log()
            raise
        self._tray: Tray | None = None
        self._loading = Loading(paths, self)
        self.desk: Desk | None = None
        self.counter: Counter | None = None
        self._computer: Computer | None = None
        self._doors: Doors | None = None
        self._sheet_doors: SheetDoors | None = None
        self._orders: OrderRoom | None = None
        self._bell: Bell | None = None
        self._loading.opened.connect(self._move_in)
        self._loading.failed.connect(self._say_why_not)
        self._loading.prepared.connect(self._settle)
        self._loading.staffed.connect(self._add_orders)
        self._loading.writable.connect(self._start_bell)
        self._connect()
        if not (is_hidden or self.window.settings.is_started_hidden):
            self.window.show()
        QTimer.singleShot(0, self._painted)

    def _stand(self) -> None:
        """Build what the first paint shows."""
        settings = glance(self._paths.database)
        self._look = Look(self._app, settings.theme, Scale(text_factor(settings.text_percent)))
        self._words = Words(self._app, settings.language)
        self.window = MainWindow(self._app, self._look, settings)

    def _open_log(self) -> None:
        """From here on errors that nobody caught are logged and said; before the first paint there is little to say."""
        from app.system.logfile import close_log, open_log, watch_errors

        handler = open_log(self._paths.log)
        unwatch = watch_errors(self.broke.emit)

        def stop() -> None:
            unwatch()
            close_log(handler)

        self._stop_log = stop

    def close(self) -> None:
        """Let go of hotkeys, files and threads."""
        if self._doors:
            self._doors.close()
        if self._orders:
            self._orders.close()
        if self.counter:
            self.counter.close()
        if self._computer:
            self._computer.close()
        if self.desk:
            self.desk.close()
        self._instance.close()
        self._words.close()
        if self._stop_log:
            self._stop_log()

    def _connect(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self.window.quit_wanted.connect(self._app.quit)
        if sys.platform == "win32":
            self.window.focus_wanted.connect(self._keep_off_focus)
        self._instance.asked.connect(self._asked)

    def _keep_off_focus(self, is_wanted: bool) -> None:
        """Windows: Qt's own flag does not keep a click from taking the keyboard."""
        if sys.platform == "win32":
            from app.system.windows.desktop import keep_off_focus

            keep_off_focus(int(self.window.winId()), not is_wanted)

    def _painted(self) -> None:
        """The first window stands: now open what is behind it."""
        self._note("painted")
        self._open_log()
        self._keep_off_focus(is_wanted=False)
        self._instance.listen()
        self._loading.start()

    def _move_in(self, desk: "Desk") -> None:
        """Connect everything, in the main thread."""
        from app.bell import Bell
        from app.beside_chat import BesideChat
        from app.core.settings import SEARCH
        from app.counter import Counter  # needs what the helper thread has imported
        from app.desk import RESOURCES
        from app.doors import Doors
        from app.openings import Openings
        from app.order_room import OrderRoom
        from app.pack_publishing_doors import PackPublishingDoors
        from app.sheet_doors import SheetDoors
        from app.system import pick
        from app.system.sounds import Sounds

        self.desk = desk
        self._computer = pick()
        self.window.serve(desk.find, desk.library, desk.preferences)
        self.counter = counter = Counter(self.window, self._computer, desk)
        openings = Openings(self.window, counter)
        sounds = Sounds(RESOURCES / "sounds", self._app.beep)
        self._doors = doors = Doors(self.window, self._look, desk, counter, self._paths, openings, sounds)
        self._sheet_doors = sheet_doors = SheetDoors(self.window, self._look, desk, counter, openings)
        self._orders = orders = OrderRoom(self.window, self._look, desk, counter, openings, sounds)
        BesideChat(self.window, self._look, desk.preferences, self._computer.followed, openings)
        publishing = PackPublishingDoors(self.window, self._look, desk, self._paths, openings)
        publishing.published.connect(doors.packs.look)
        orders.settings_wanted.connect(doors.order_settings)
        doors.kinds_wanted.connect(orders.doors.kinds)
        self._bell = bell = Bell(self.window, desk, sounds)
        for woken in (counter.chords.woken, self.window.second):
            woken.connect(bell.look)
            woken.connect(orders.look)
        self._open_tray(counter, doors)
        for told in (self.window.changed, doors.changed, sheet_doors.changed, orders.changed, bell.turned):
            told.connect(self._changed)
        self._changed(frozenset({Kind.SETTINGS}))
        counter.chords.bind()
        if any(taken.name == SEARCH for taken in counter.chords.shortcuts.taken):
            self.window.show()  # started hidden, it could not be called
        self._tidy(desk)
        doors.welcome()
        self._note("usable")
        self._loading.go_on()
        QTimer.singleShot(0, self, self._add_places)

    def _add_places(self) -> None:
        """The places beside the phrases come a moment later, so that a first search waits for nothing else."""
        from app import asked, sheet_asked

        assert self.desk is not None
        self.window.serve_details(asked.by_details(self.desk))
        self.window.serve_places(sheet_asked.by_sheet_panel(self.desk), sheet_asked.by_timers(self.desk))
        self._add_orders()

    def _add_orders(self) -> None:
        """The orders were read; their place may come a moment later or have been there before."""
        if self._orders and self.desk and self.desk.has_office:
            self._orders.fill()

    def _start_bell(self) -> None:
        """Nothing rings before: marking what was told would make the window wait for the database."""
        assert self._bell is not None
        assert self._orders is not None
        self._bell.start()
        self._orders.start()
        if self._doors:
            self._doors.packs.start()
        if self._doors:
            self._doors.novelties.tell()
        if self._doors:
            self._doors.packs.start()
        gc.freeze()  # what was read stays: looking through 100,000 orders again and again would make the window stall

    def _settle(self, prepared: "Prepared") -> None:
        """The answers of the cheat-sheet are there."""
        assert self.desk is not None
        self.desk.settle(prepared)
        self.window.show_changes(frozenset({Kind.SHEET}))

    def _open_tray(self, counter: "Counter", doors: "Doors") -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        from app.ui.tray import Tray

        self._tray = tray = Tray(self.window)
        tray.toggle_wanted.connect(self.window.toggle)
        tray.pause_wanted.connect(counter.chords.pause)
        tray.settings_wanted.connect(doors.settings)
        tray.quit_wanted.connect(self._app.quit)
        counter.chords.paused.connect(tray.set_paused)
        self.window.unseen.connect(tray.say)
        tray.show()

    def _changed(self, kinds: Changed) -> None:
        if self.desk is None or self.counter is None:
            return
        if Kind.SETTINGS in kinds:
            settings = self.desk.preferences.current
            self._look.use(settings.theme, text_factor(settings.text_percent))
            self._words.use(settings.language)
            self._app.setApplicationDisplayName(translate("house", "QinDesk"))
            self.desk.speak()
        self.window.show_changes(kinds)
        self.counter.chords.changed(kinds)
        if self._sheet_doors:
            self._sheet_doors.show_changes(kinds)
        if self._bell:
            self._bell.changed(kinds)
        if self._orders:
            self._orders.show_changes(kinds)
        if self._doors:
            self._doors.packs.show_changes(kinds)

    def _tidy(self, desk: "Desk") -> None:
        """What is due once a day: empty the bin of what is 30 days old, make the daily backup."""
        try:
            desk.library.purge_old()
            desk.sheet.purge_old()
        except NotStored as not_stored:
            from app.ui import sentences

            self.window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
        needed = desk.library.pictures() | desk.sheet.pictures()
        threading.Thread(target=_tidy_files, args=(desk, needed), name="tidying", daemon=True).start()

    def _say_why_not(self, why: Trouble | str) -> None:
        from app.mending import Mending

        Mending(self.window, self._paths, self._loading.start).say(why)
        self._note("usable")

    def _show_broken(self, place: str) -> None:
        from app.ui import sentences

        self.window.show_notice(sentences.of_error(place), Tone.LATE)

    def _asked(self, wish: str) -> None:
        if wish == QUIT:
            self._app.quit()
        elif wish == SHOW:
            self.window.show()
            self.window.raise_()

    def _note(self, word: str) -> None:
        """For scripts that wait for the start (`--tell FILE`)."""
        if self._tell:
            with self._tell.open("a", encoding="ascii") as file:
                file.write(f"{word} {time.time_ns()}\n")


def _tidy_files(desk: "Desk", needed: Collection[str]) -> None:
    """In a thread of its own: the daily backup, and pictures that nobody needs. `needed` are their file names."""
    try:
        desk.stores.backups.make_daily()
        desk.stores.images.collect(needed, desk.clock.now() - timedelta(days=1))
    except NotStored as not_stored:
        _log.warning("Not tidied: %s", not_stored)
