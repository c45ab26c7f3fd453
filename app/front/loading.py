"""What a helper thread reads and opens after the first paint, in the order in which the window can use it.

The rule: nothing of the window is touched here; each step is told by a signal, and the slowest comes last. A program
that quits meanwhile shuts the door: no step is told any more.
"""

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.storage import NotStored
from app.system.paths import Paths
from app.system.telling import Telling

if TYPE_CHECKING:
    from app.front.desk import Desk
    from app.system.clock import SystemClock
    from db.opening.awaited import Awaited

_log = logging.getLogger(__name__)
USABLE_WITHIN_S = 2.0


class Loading(QObject):
    """Opens the data. `opened` (a `Desk`), `indexed` (an `Index` of its phrases, unless it had one), `furnished` (the
    `Rooms` can be built), `prepared` (the answers of the cheat-sheet), `staffed` (the orders were read) and `writable`
    follow one another; `failed` (a `Trouble` or the name of an error) ends it.
    """

    opened = Signal(object)
    indexed = Signal(object)
    furnished = Signal()
    prepared = Signal(object)
    staffed = Signal()
    writable = Signal()
    failed = Signal(object)

    def __init__(self, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._paths = paths
        self._is_usable = threading.Event()
        self._telling = Telling()

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._open, name="opening", daemon=True).start()

    def go_on(self) -> None:
        """The window is usable: what it can wait for may follow."""
        self._is_usable.set()

    def close(self) -> None:
        """Tell nothing more: when this returns, the helper thread is in no signal."""
        self._telling.shut()

    def _open(self) -> None:
        """In the helper thread: read, index, show; then open the database for writing, which takes longer."""
        try:
            from app.front.desk import open_desk, open_early  # numpy; SQLAlchemy where it cannot wait
            from app.system import memory
            from app.system.clock import SystemClock

            memory.be_thrifty()
            clock = SystemClock()
            early = open_early(self._paths, clock)
            if early is None:
                desk = open_desk(self._paths, clock)
                self._telling.tell(self.opened.emit, desk)
                self._furnish()
                self._staff(desk)
            else:
                self._go_through(*early, clock)
            self._telling.tell(self.writable.emit)
        except NotStored as not_stored:
            _log.warning("Not opened: %s", not_stored)
            self._telling.tell(self.failed.emit, not_stored.trouble)
        except Exception as error:
            _log.exception("Opening failed")
            self._telling.tell(self.failed.emit, type(error).__name__)

    def _furnish(self) -> None:
        import app.front.rooms  # noqa: F401 - with all that it builds; the window serves meanwhile

        self._telling.tell(self.furnished.emit)

    def _staff(self, desk: "Desk") -> None:
        """With many orders building the queue takes its time."""
        _ = desk.office
        self._telling.tell(self.staffed.emit)

    def _go_through(self, desk: "Desk", opened: "Awaited", clock: "SystemClock") -> None:
        """What was read early is shown, then all is opened; who waits to write hears what goes wrong on the way."""
        from app.front.desk import open_data_now

        try:
            phrases = desk.library.phrases()
            self._telling.tell(self.opened.emit, desk)
            self._is_usable.wait(USABLE_WITHIN_S)  # importing anything at the same time would slow both
            self._telling.tell(self.indexed.emit, desk.find.built(phrases))
            self._furnish()
            self._telling.tell(self.prepared.emit, desk.prepared())
            self._staff(desk)
            opened.set_result(open_data_now(self._paths, clock))
        except BaseException as error:
            opened.set_exception(error)  # without it that would wait for ever
            raise
