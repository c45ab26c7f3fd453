"""What comes by itself: countdowns are told, and lists are read again where a phase begins or ends.

The rule: show, then mark; where nothing is awaited nothing wakes.
"""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.front.desk import Desk
from app.front.sheet.asked import activity_name
from app.ports import Sounds
from app.system.alarm import AGAIN, Alarm
from app.ui.main_window import MainWindow
from app.ui.place_names import TIMERS
from app.ui.timers.notices_said import Announcer

_COUNTED = frozenset((Kind.SHEET, Kind.TIMERS, Kind.SETTINGS, Kind.PHRASES))
_TURNED: Changed = frozenset({Kind.SHEET})


class Bell(QObject):
    """Rings. `turned` tells that something began or ended to hold, so that what depends on it is read again."""

    turned = Signal(object)

    def __init__(self, window: MainWindow, desk: Desk, sounds: Sounds) -> None:
        super().__init__(window)
        self._desk = desk
        self._alarm = Alarm(desk.shop_time, self)
        self._turn = Alarm(desk.shop_time, self)
        self._announcer = Announcer(
            window,
            sounds,
            lambda: desk.preferences.current,
            lambda activity_id: activity_name(desk, activity_id),
            lambda: window.open_place(TIMERS),
            desk.shop_time.now,
        )
        self._is_on = False
        self._alarm.fired.connect(self.ring)
        self._turn.fired.connect(self._has_turned)

    def start(self) -> None:
        """Ring from now on. What is told is marked at once, so the database has to be open for writing."""
        self._is_on = True
        self.changed(_COUNTED)

    def ring(self) -> None:
        """Tell what is due, and wait for the next."""
        self._alarm.set(self._desk.shop_time.now() + AGAIN)  # whatever goes wrong here
        counting = self._desk.countdowns
        due = counting.due()
        if due:
            self._announcer.announce(due, self._desk.shop_time.now())
            counting.told(due)
        else:
            counting.beat()
        self._alarm.set(counting.next_at())

    def look(self) -> None:
        """Look at the clock now: after sleep, and wherever somebody looks every second anyway."""
        self._alarm.look()
        self._turn.look()

    def changed(self, kinds: Changed) -> None:
        """What is awaited may have changed."""
        if self._is_on and kinds & _COUNTED:
            self.ring()
            self._wait_for_turn()

    def _has_turned(self) -> None:
        self.turned.emit(_TURNED)
        self._wait_for_turn()

    def _wait_for_turn(self) -> None:
        lifetimes = (phrase.lifetime for phrase in self._desk.library.shelf)
        self._turn.set(self._desk.countdowns.next_change_at(lifetimes))
