"""What an agent owes, told when it is due: promises to buyers, and the handover before the shift ends.

The rule: show, then mark; where nothing is awaited nothing wakes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.changes import Changed, Kind
from app.front.desk import Desk
from app.ports import Sounds
from app.system.alarm import AGAIN, Alarm
from app.ui.main_window import MainWindow
from app.ui.orders.duty_notices import DutyAnnouncer

_AWAITED = frozenset((Kind.ORDERS, Kind.SETTINGS, Kind.CHANGES))


class DutyBell(QObject):
    """Rings."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        sounds: Sounds,
        open_promises: Callable[[], None],
        hand_over: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._alarm = Alarm(desk.shop_time, self)
        self._announcer = DutyAnnouncer(
            window,
            sounds,
            lambda: desk.preferences.current,
            desk.shop_time.zone,
            open_promises,
            hand_over,
            desk.office.duties.is_open,
            desk.shop_time.now,
        )
        self._is_on = False
        self._alarm.fired.connect(self.ring)

    def start(self) -> None:
        """Ring from now on. What is told is marked at once, so the database has to be open for writing."""
        self._is_on = True
        self.ring()

    def ring(self) -> None:
        """Tell what is due, and wait for the next."""
        self._alarm.set(self._desk.shop_time.now() + AGAIN)  # whatever goes wrong here
        duties = self._desk.office.duties
        due = duties.due()
        if due:
            self._announcer.announce(due, self._desk.shop_time.now())
            duties.told(due)
        else:
            duties.beat()
        self._alarm.set(duties.next_at())

    def look(self) -> None:
        """Look at the clock now, as after sleep."""
        self._alarm.look()

    def show_changes(self, kinds: Changed) -> None:
        """What is awaited may have changed."""
        if self._is_on and kinds & _AWAITED:
            self.ring()
