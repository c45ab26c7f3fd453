"""Everything behind the window that a first search need not wait for: the doors to dialogs, what rings, the tray.

The rule: a helper thread imports this module, and with it all that it builds, while the window serves already.
"""

import logging
import threading
from collections.abc import Collection
from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.core.changes import Changed
from app.core.storage import NotStored
from app.front import asked
from app.front.bell import Bell
from app.front.beside_chat import BesideChat
from app.front.counter import Counter
from app.front.desk import RESOURCES, Desk
from app.front.door import Hall
from app.front.doors import Doors
from app.front.openings import Openings
from app.front.orders.room import OrderRoom
from app.front.packs.publishing_door import PackPublishingDoors
from app.front.sheet import asked as sheet_asked
from app.front.sheet.doors import SheetDoors
from app.front.unfinished import ORDERS, PHRASES, SHEET, Unfinished
from app.front.update_room import UpdateRoom
from app.ports import Followed
from app.system.draft_file import DraftFile
from app.system.instance import Instance
from app.system.paths import Paths
from app.system.sounds import Sounds
from app.ui import sentences
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.theme import Look
from app.ui.window.tray import Tray
from app.ui.words import translate

_log = logging.getLogger(__name__)


class Rooms(QObject):
    """Builds and connects them. `changed` tells what was changed in one."""

    changed = Signal(object)

    def __init__(
        self, window: MainWindow, look: Look, desk: Desk, counter: Counter, followed: Followed, paths: Paths
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._counter = counter
        openings = Openings(window, counter)
        self._unfinished = unfinished = Unfinished(DraftFile(paths.drafts), openings, self)
        sounds = Sounds(RESOURCES / "sounds", QApplication.beep)
        hall = Hall(window, look, desk, counter, paths, openings, sounds)
        self.doors = Doors(hall, unfinished.phrases)
        self._sheet_doors = SheetDoors(hall, unfinished.sheet)
        self._sheet_doors.made.connect(self.doors.packs.dress_form)
        self._orders = OrderRoom(hall, unfinished.orders)
        BesideChat(window, look, desk.preferences, followed, openings)
        publishing = PackPublishingDoors(hall)
        publishing.published.connect(self.doors.packs.look)
        self._updates = UpdateRoom(window, openings, paths, desk.clock)
        self._bell = Bell(window, desk, sounds)
        self._connect()
        self._open_tray()

    def open(self) -> None:
        """Show the places beside the phrases, and do what is due once a day or at the first start."""
        self._window.serve_commands(self._desk.readings)
        self._window.serve_details(asked.by_details(self._desk))
        self._window.serve_places(sheet_asked.by_sheet_panel(self._desk), sheet_asked.by_timers(self._desk))
        self.fill()
        self._tidy()
        self._offer_drafts()
        self.doors.welcome()

    def fill(self) -> None:
        """The orders were read; their place may come a moment later or have been there before."""
        if self._desk.has_office:
            self._orders.fill()

    def start(self, instance: Instance) -> None:
        """Nothing rings before: marking what was told would make the window wait for the database. Nor does anything
        that commands want of the program that runs.
        """
        self._bell.start()
        self._orders.start()
        self.doors.novelties.tell()
        self.doors.packs.start()
        self._updates.start()
        instance.handed.connect(self._orders.do_errand)
        self._orders.answered.connect(instance.answer)
        instance.take_errands()

    def show_changes(self, kinds: Changed) -> None:
        """Something was changed anywhere."""
        self._sheet_doors.show_changes(kinds)
        self._bell.changed(kinds)
        self._orders.show_changes(kinds)
        self.doors.packs.show_changes(kinds)

    def close(self) -> None:
        """Let go of what they watch."""
        self._unfinished.close()
        self.doors.close()
        self._orders.close()
        self._updates.close()

    def stow(self) -> None:
        """Write down what is being written: the session ends, and nobody knows how much time is left."""
        self._unfinished.stow()

    def install_update(self) -> None:
        """The very last thing of a quit, if the user agreed to it."""
        self._updates.install()

    def _connect(self) -> None:
        doors, orders, bell = self.doors, self._orders, self._bell
        orders.settings_wanted.connect(doors.settings.open_orders)
        doors.settings.forgotten.connect(orders.doors.forget_lost_drafts)
        doors.kinds_wanted.connect(orders.doors.kinds)
        for woken in (self._counter.chords.woken, self._window.second):
            woken.connect(bell.look)
            woken.connect(orders.look)
        for told in (doors.changed, self._sheet_doors.changed, orders.changed, bell.turned):
            told.connect(self.changed)

    def _offer_drafts(self) -> None:
        """What was being written when the program ended is one key away."""
        kept = self._unfinished.kept()
        if not kept:
            return
        go_on = {PHRASES: self.doors.go_on, SHEET: self._sheet_doors.go_on, ORDERS: self._orders.doors.go_on}

        def act() -> None:
            for kind, key in kept:
                go_on[kind](key)

        said = translate("doors", "What you were writing when QinDesk ended is kept.")
        self._window.hear(Saying(said, Tone.INFO, translate("doors", "Go on writing"), act, is_patient=True))

    def _open_tray(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        window, chords = self._window, self._counter.chords
        tray = Tray(window)
        tray.toggle_wanted.connect(window.toggle)
        tray.pause_wanted.connect(chords.pause)
        tray.settings_wanted.connect(self.doors.settings.open)
        tray.quit_wanted.connect(window.quit_wanted)
        chords.paused.connect(tray.set_paused)
        window.unseen.connect(tray.say)
        tray.show()

    def _tidy(self) -> None:
        """What is due once a day: empty the bin of what is 30 days old, make the daily backup."""
        desk = self._desk
        try:
            desk.library.purge_old()
            desk.sheet.purge_old()
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
        needed = desk.library.pictures() | desk.sheet.pictures() | self._unfinished.pictures()
        threading.Thread(target=_tidy_files, args=(desk, needed), name="tidying", daemon=True).start()


def _tidy_files(desk: Desk, needed: Collection[str]) -> None:
    """In a thread of its own: the daily backup, and pictures that nobody needs. `needed` are their file names."""
    try:
        desk.stores.backups.make_daily()
        desk.stores.images.collect(needed, desk.clock.now() - timedelta(days=1))
    except NotStored as not_stored:
        _log.warning("Not tidied: %s", not_stored)
