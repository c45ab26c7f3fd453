"""The porter: what the agent wants of a door that is not built yet is asked for again once it is.

The rule: nothing that was wanted is lost, and nothing is asked for twice.
"""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QMetaMethod, QObject

from app.ui.main_window import MainWindow

WANTED = "_wanted"
"""The end of the name of every signal by which the window wants something."""
MARKED = ("paste_wanted", "copy_wanted")
"""These are heard inside the window, too, which serves nobody."""


class Porter(QObject):
    """Listens to what nobody else listens to yet, until `leave`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept: list[tuple[str, tuple[object, ...]]] = []
        self._ears: dict[str, Callable[..., None]] = {}
        self._listen(MARKED)

    def pass_on(self) -> None:
        """Some doors are there: ask them for what was wanted, in order, and go on listening for the others."""
        self._hand_over(is_last=False)

    def leave(self) -> None:
        """All doors are there."""
        self._hand_over(is_last=True)

    def _hand_over(self, *, is_last: bool) -> None:
        for name, ear in self._ears.items():
            getattr(self._window, name).disconnect(ear)
        kept, self._kept, self._ears = self._kept, [], {}
        if not is_last:
            self._listen()
        for name, values in kept:
            getattr(self._window, name).emit(*values)

    def _listen(self, always: Collection[str] = ()) -> None:
        window = self._window
        self._ears = {
            name: partial(self._keep, name)
            for name in dir(type(window))
            if name.endswith(WANTED) and (name in always or not self._is_heard(name))
        }
        for name, ear in self._ears.items():
            getattr(window, name).connect(ear)

    def _is_heard(self, name: str) -> bool:
        return self._window.isSignalConnected(QMetaMethod.fromSignal(getattr(self._window, name)))

    def _keep(self, name: str, *values: object) -> None:
        self._kept.append((name, values))
