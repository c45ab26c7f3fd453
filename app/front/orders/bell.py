"""What comes by itself of the orders: reminders are told, and orders whose time is over leave the queue.

The rule: show, then mark; where nothing is awaited nothing wakes.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.changes import NOTHING, Changed, Kind
from app.core.storage import NotStored
from app.front.desk import Desk
from app.ports import Sounds
from app.system.alarm import AGAIN, Alarm
from app.ui.main_window import MainWindow
from app.ui.orders.notices import OrderAnnouncer
from app.ui.place_names import ORDERS

_log = logging.getLogger(__name__)
_AWAITED = frozenset((Kind.ORDERS, Kind.SETTINGS))
_PIECES = 10
"""The window is told of the first piece of orders that closed, of each that is so many after it, and of the last."""


class OrderBell(QObject):
    """Rings. `changed` tells that orders have closed by themselves."""

    changed = Signal(object)

    def __init__(self, window: MainWindow, desk: Desk, sounds: Sounds, urge: Callable[[str], None]) -> None:
        super().__init__(window)
        self._desk = desk
        self._alarm = Alarm(desk.shop_time, self)
        self._announcer = OrderAnnouncer(
            window,
            sounds,
            lambda: desk.preferences.current,
            urge,
            lambda: window.open_place(ORDERS),
            desk.office.urging.waiting_of,
            desk.shop_time.now,
            lambda: desk.countdowns.pulse.shift,
        )
        self._is_on = self._is_telling = False
        self._closed: Changed = NOTHING
        self._pieces = 0
        self._alarm.fired.connect(self.ring)

    def start(self) -> None:
        """Ring from now on. What is told is marked at once, so the database has to be open for writing."""
        self._is_on = True
        self.ring()

    def ring(self) -> None:
        """Tell what is due, let go of what has closed, and wait for the next."""
        self._alarm.set(self._desk.shop_time.now() + AGAIN)  # whatever goes wrong here
        reminders = self._desk.office.reminders
        due = reminders.due()
        if any(reminder.holding is None for reminder in due):
            self._announcer.announce(due, self._desk.shop_time.now())
            reminders.told(due)
            _log.info("Said %d reminders", sum(reminder.holding is None for reminder in due))
        else:
            reminders.beat()
        is_more = self._let_go()
        self._alarm.set(self._desk.shop_time.now() if is_more else reminders.next_at())
        self._tell(is_more=is_more)

    def _let_go(self) -> bool:
        """Some of those that were told to have closed leave the queue; whether more may have to.

        Not while others are gathered: of what has come all is told together, and none of it leaves before.
        """
        reminders = self._desk.office.reminders
        if reminders.is_gathering:
            return False
        try:
            closed = self._desk.office.orders.expire(reminders.has_told_closing)
        except NotStored as not_stored:
            _log.warning("Orders that closed could not be stored: %s", not_stored)
            return False
        self._closed |= closed
        return bool(closed)

    def look(self) -> None:
        """Look at the clock now, as after sleep."""
        self._alarm.look()

    def show_changes(self, kinds: Changed) -> None:
        """What is awaited may have changed."""
        if self._is_on and not self._is_telling and kinds & _AWAITED:
            self.ring()

    def _tell(self, *, is_more: bool) -> None:
        """Others are told, and not this bell; of very many not after each piece, for then all that is shown is read."""
        is_turn = not is_more or not self._pieces % _PIECES
        self._pieces = self._pieces + 1 if is_more else 0
        if self._closed and is_turn:
            closed, self._closed = self._closed, NOTHING
            self._is_telling = True
            self.changed.emit(closed)
            self._is_telling = False

    def close(self) -> None:
        """What was said is marked before the program ends."""
        if self._is_on:
            self._is_on = False
            self._alarm.set(None)
            self._desk.office.reminders.mark_all()
