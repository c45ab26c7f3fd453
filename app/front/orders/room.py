"""Everything of the unpaid orders behind the window: their windows, urges, reminders and the folder of exports.

The rule: it is built with the window and filled when the orders have been read; only what rings waits for the database.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.core.changes import Changed, Kind
from app.core.storage import NotStored
from app.front.door import Hall
from app.front.orders import asked
from app.front.orders.bell import OrderBell
from app.front.orders.doors import OrderDoors
from app.front.orders.duty_bell import DutyBell
from app.front.orders.folder import OrderFolder
from app.front.orders.urges import Urges
from app.ui.dialogs.drafts import FormDrafts

if TYPE_CHECKING:
    from app.front.orders.errands import OrderErrands

_log = logging.getLogger(__name__)
_DAY_MS = 24 * 60 * 60 * 1000


class OrderRoom(QObject):
    """Connects. `changed` tells that orders or their kinds were changed, `settings_wanted` asks for the settings.
    `answered` carries the name of an errand and its answer.
    """

    changed = Signal(object)
    answered = Signal(str, object)
    settings_wanted = Signal()

    def __init__(self, hall: Hall, drafts: FormDrafts) -> None:
        super().__init__(hall.window)
        window, desk, counter, sounds = hall.window, hall.desk, hall.counter, hall.sounds
        self._window = window
        self._desk = desk
        self.doors = OrderDoors(hall, drafts)
        self._urges = Urges(window, desk, counter)
        self._bell = OrderBell(window, desk, sounds, self._urges.urge)
        self._duties = DutyBell(window, desk, sounds, window.open_promises, lambda: self.doors.hand_over([]))
        self.folder = OrderFolder(window, desk, self.doors.bring_in)
        self._errands: OrderErrands | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self._daily = QTimer(self, interval=_DAY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._daily.timeout.connect(self._forget_old)
        self.doors.settings_wanted.connect(self.settings_wanted)
        for told in (self.doors.changed, self._urges.changed, self._bell.changed, self.folder.changed):
            told.connect(self.changed)

    def fill(self) -> None:
        """The orders were read: show them, and take them in for the search where there is nothing else to do."""
        self._window.serve_orders(asked.by_orders_panel(self._desk))
        self._idle.start()

    def start(self) -> None:
        """The database is open for writing: remind, and look into the folder."""
        self._forget_old()
        self._look_back()
        self._daily.start()
        self._bell.start()
        self._urges.take_up()
        self._duties.start()
        self.folder.watch()

    def do_errand(self, name: str, content: bytes) -> None:
        """Do what a command wants; most windows never hear of one."""
        if self._errands is None:
            from app.front.orders.errands import OrderErrands

            self._errands = OrderErrands(self._desk, self)
            self._errands.changed.connect(self.changed)
            self._errands.answered.connect(self.answered)
        self._errands.hear(name, content)

    def look(self) -> None:
        """Look at the clock now."""
        self._bell.look()
        self._duties.look()

    def show_changes(self, kinds: Changed) -> None:
        """Something was changed anywhere."""
        if Kind.SETTINGS in kinds:
            self._look_back()
        self._bell.show_changes(kinds)
        self._duties.show_changes(kinds)
        self.folder.show_changes(kinds)

    def _forget_old(self) -> None:
        """Buyers of orders that ended long enough ago are nobody's business any more."""
        try:
            self.changed.emit(self._desk.office.orders.forget_old())
            self.doors.forget_lost_drafts()
        except NotStored as not_stored:
            _log.warning("Old orders were not deleted: %s", not_stored)

    def _look_back(self) -> None:
        """The rules of urging may ask for more of what ended than is in memory."""
        try:
            self._desk.office.orders.look_back()
        except NotStored as not_stored:
            _log.warning("What ended earlier could not be read: %s", not_stored)

    def _prepare(self) -> None:
        if self._desk.office.finding.prepare():
            self._idle.stop()

    def close(self) -> None:
        """The program ends."""
        self._idle.stop()
        self._bell.close()
        if self._errands:
            self._errands.close()
        self.folder.close()
