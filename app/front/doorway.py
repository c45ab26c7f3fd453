"""What stands as soon as the window can be used, before anything behind it is read: the hotkeys and where a paste goes.

The rule: nothing is lost. What is wanted before there is somebody to serve it is served then, in order, and goes to the
window that was in front when it was asked for.
"""

from collections.abc import Callable

from app.core.desktop import Window
from app.core.first_page import FirstPage
from app.core.hotkeys import SEARCH
from app.front.aim import Aim
from app.front.chords import Chords
from app.front.porter import Porter
from app.system.computer import Computer
from app.ui.main_window import MainWindow

Pressed = Callable[[str, Window | None], None]
"""Serves a hotkey by its name, for the window that was in front when it was pressed."""


class Doorway:
    """The doorway. Without a page nothing is bound before `serve`; the porter may have listened before."""

    def __init__(
        self, window: MainWindow, computer: Computer, page: FirstPage | None = None, porter: Porter | None = None
    ) -> None:
        self.computer = computer
        self.aim = Aim(window, computer)
        self._served: Pressed | None = None
        self._kept: list[tuple[str, Window | None]] = []
        self.chords = Chords(window, computer, self._pressed, page)
        self.porter = porter or Porter(window)

    def serve(self, served: Pressed) -> None:
        """There is somebody who serves from now on."""
        self._served = served

    def catch_up(self) -> None:
        """Hand over what was wanted before."""
        kept, self._kept = self._kept, []
        for name, target in kept:
            if self._served:
                self._served(name, target)
        self.porter.pass_on()

    def close(self) -> None:
        """Take the keyboard hook off and let go of the computer."""
        self.chords.close()
        self.computer.close()

    def _pressed(self, name: str) -> None:
        if name == SEARCH:
            self.aim.open_search()
        elif self._served is None:
            self._kept.append((name, self.aim.in_front()))
        else:
            self._served(name, self.aim.in_front())
