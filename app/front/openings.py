"""The dialogs that are open beside the window.

The rule: at most one of each, never under the window; the keyboard comes back to where it was when the last one is
closed.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.core.window_choices import Mode
from app.front.counter import Counter
from app.ui.main_window import MainWindow
from app.ui.window import docking

Dialog = TypeVar("Dialog", bound=QWidget)


class Openings(QObject):
    """Opens dialogs by a key. `changed` tells that one was opened or closed."""

    changed = Signal()

    def __init__(self, window: MainWindow, counter: Counter) -> None:
        super().__init__(window)
        self._window = window
        self._counter = counter
        self._open: dict[str, QWidget] = {}
        window.settled.connect(self._make_room)

    def show(self, key: str, make: Callable[[], Dialog], **heard: Callable[..., object] | SignalInstance) -> Dialog:
        """Bring the dialog of a key to the front; make it if it is not open. `heard`: who hears its signals."""
        found = self._open.get(key)
        dialog = cast("Dialog", found) if found else make()
        if found is None:
            for signal, hears in heard.items():
                getattr(dialog, signal).connect(hears)
            self._open[key] = dialog
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.destroyed.connect(partial(self._closed, key, was_typing=self._window.focus.is_taken))
            self.changed.emit()
            self._stand_beside(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def get(self, key: str) -> QWidget | None:
        """The dialog of a key, if it is open."""
        return self._open.get(key)

    def all(self) -> list[QWidget]:
        """Every dialog that is open."""
        return list(self._open.values())

    def named(self) -> list[str]:
        """The keys of all that are open."""
        return list(self._open)

    def drop(self, key: str) -> None:
        """Take a dialog away with what is written in it: what is out of sight keeps no draft."""
        dialog = self._open[key]
        dialog.hide()
        dialog.deleteLater()

    def forget(self) -> None:
        """The program ends: dialogs that are still open send the keyboard nowhere."""
        self._open.clear()

    def _make_room(self) -> None:
        """The window has grown, or went over dialogs: they stand beside it again. A popup is soon gone."""
        if self._window.settings.mode is Mode.POPUP or not self._window.isVisible():
            return
        for dialog in self._open.values():
            if dialog.isVisible() and dialog.geometry().intersects(self._window.geometry()):
                self._stand_beside(dialog)

    def _stand_beside(self, dialog: QWidget) -> None:
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        place = docking.beside(dialog.size(), self._window.geometry(), areas)
        if self._window.settings.is_on_top and place.intersects(self._window.geometry()):
            _lift(dialog)  # else the window would lie over it
        dialog.setGeometry(place)

    def _closed(self, key: str, *_: object, was_typing: bool) -> None:
        if self._open.pop(key, None) is None:
            return
        self.changed.emit()
        if not self._open:
            self._counter.come_back(was_typing=was_typing)


def _lift(dialog: QWidget) -> None:
    handle = dialog.windowHandle()
    if handle is None:
        dialog.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    else:  # setting it of the widget would hide the dialog
        handle.setFlag(Qt.WindowType.WindowStaysOnTopHint)
