"""What a door stands in: the window, what it looks like, the desk and the counter behind it, and what is open.

The rule: a window is imported when it is opened first, and at most one of each is open.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.values import dataclass
from app.front.counter import Counter
from app.front.desk import Desk
from app.front.openings import Openings
from app.ports import Sounds
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Hall:
    """Everything that rooms and doors are built from; it is handed on whole."""

    window: MainWindow
    look: Look
    desk: Desk
    counter: Counter
    paths: Paths
    openings: Openings
    sounds: Sounds


class Door(QObject):
    """Opens windows. `changed` tells what was changed in one."""

    changed = Signal(object)

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall.window)
        self._hall = hall
        self._window, self._look, self._desk = hall.window, hall.look, hall.desk
        self._counter, self._openings = hall.counter, hall.openings

    def go_on(self, key: str) -> None:
        """Open what a draft is of."""
        raise NotImplementedError

    def tell_draft(self, key: str) -> None:
        """What was being written is kept, and one key away."""
        said = translate("doors", "Not saved; what you wrote is kept.")
        self._window.show_notice(said, Tone.INFO, translate("doors", "Go on writing"), partial(self.go_on, key))
