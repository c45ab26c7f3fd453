"""Calls from a helper thread over to the main thread.

The rule: the only way back; a QTimer that such a thread starts never fires, and says nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Homeward(QObject):
    """Lives on the main thread; `call` may be used from any."""

    _called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._called.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def call(self, function: Callable[[], None]) -> None:
        """Have it called on the main thread, soon."""
        self._called.emit(function)

    def _run(self, function: Callable[[], None]) -> None:
        function()
