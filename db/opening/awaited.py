"""A database that another thread is still opening, and the patience of whoever has to wait for it.

The rule: what is to be stored is stored before anything says so; who waits longer than half a second is told why.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.opening.early import Early
    from db.opening.folder import Data

PATIENCE_S = 0.5


class Awaited(Future["Data"]):
    """The database as soon as it is open. `explain` is called in the main thread when that has to wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self.explain: Callable[[], None] = lambda: None

    def result(self, timeout: float | None = None) -> "Data":
        """The open database; raises what went wrong in opening it."""
        is_main = threading.current_thread() is threading.main_thread()
        if timeout is None and is_main and not self.done():
            try:
                return super().result(PATIENCE_S)
            except TimeoutError:
                if not self.done():
                    self.explain()
        return super().result(timeout)


class Opening:
    """What every store of such a database stands on. `early` is what was read of it before it was opened."""

    def __init__(self, data: "Future[Data]", early: "Early | None" = None) -> None:
        self._opened = data
        self._read = early

    @property
    def _early(self) -> "Early | None":
        """What was read before, as long as nothing can have been written since."""
        return None if self._opened.done() else self._read

    @property
    def _data(self) -> "Data":
        """The open data folder, waited for. Raises `NotStored`."""
        return self._opened.result()
