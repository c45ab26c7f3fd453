"""Texts that follow the language while a window is open.

The rule: a text is put through `say`, which puts it again whenever a translator is installed or removed.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Spoken(QObject):
    """The texts of one widget. It watches the widget for a change of language, so no widget needs its own override."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._says: list[Callable[[], None]] = []
        widget.installEventFilter(self)

    def say(self, put: Callable[[str], object], words: Callable[[], str]) -> None:
        """Put a text now and after every change of language."""
        self.again(lambda: put(words()))

    def again(self, tell: Callable[[], object]) -> None:
        """Do something now and after every change of language."""

        def told() -> None:
            tell()

        self._says.append(told)
        told()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put every text again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            for told in self._says:
                told()
        return False
