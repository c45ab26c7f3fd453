"""Puts the window where it stood in this layout of monitors, and remembers where the agent leaves it.

The rule: never off-screen, whatever screens come and go; what the agent did not move is not remembered anew.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.settings import Edge, Settings
from app.ui import docking
from app.ui.docking import Standing
from app.ui.frame import Frame

Keep = Callable[[dict[str, object]], None]
"""Stores fields of the settings."""


class Berth(QObject):
    """Where the window stands. Until settings are served it uses those it was built with and keeps nothing."""

    def __init__(self, window: Frame, app: QApplication, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings: Callable[[], Settings] = lambda: settings
        self._keep: Keep | None = None
        self._standing: Standing | None = None
        window.settled.connect(self._left)
        app.screenAdded.connect(self.stand)
        app.screenRemoved.connect(self.stand)
        app.primaryScreenChanged.connect(self.stand)

    def serve(self, settings: Callable[[], Settings], keep: Keep) -> None:
        """Use the agent's own settings from now on."""
        self._settings, self._keep = settings, keep
        self.stand()

    def stand(self, _screen: object = None) -> None:
        """Put the window where it belongs in the layout of now."""
        areas = _areas()
        if areas:
            settings = self._settings()
            self._go(docking.start(settings.places.get(_layout(), ""), areas, settings.edge))

    def dock(self, edge: Edge) -> None:
        """Put the window at an edge, or let it stand free."""
        standing = docking.docked(Standing(self._window.geometry(), edge), _areas())
        self._go(standing)
        self._remember(standing)

    def _left(self) -> None:
        """It has come to rest: insist on its place if it was just shown, else cling to an edge that is near.

        Right after showing, X11 may name a wrong place for a window that stands in the right one: the move that was
        not the agent's is then told apart by being the first.
        """
        if self._standing and self._window.geometry() == self._standing.rect:
            self._window.is_fresh = False
            return
        if self._window.is_fresh and self._standing:
            self._window.is_fresh = False
            self._window.setGeometry(self._standing.rect)
            return
        standing = docking.let_go(self._window.geometry(), _areas())
        self._go(standing)
        self._remember(standing)

    def _go(self, standing: Standing) -> None:
        self._standing = standing
        if self._window.geometry() != standing.rect:
            self._window.setGeometry(standing.rect)

    def _remember(self, standing: Standing) -> None:
        if self._keep:
            places = {**self._settings().places, _layout(): str(standing)}
            self._keep({"places": places, "edge": standing.edge})


def _areas() -> list[QRect]:
    screens = QGuiApplication.screens()
    primary = QGuiApplication.primaryScreen()
    return [screen.availableGeometry() for screen in sorted(screens, key=lambda screen: screen is not primary)]


def _layout() -> str:
    return docking.layout([screen.geometry() for screen in QGuiApplication.screens()])
