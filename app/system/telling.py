"""What threads that may be left behind tell the main thread, until the program ends.

The rule: when `shut` has returned, no thread is inside a signal of Qt any more and none gets into one. A thread that
Python ends in there, because the program ends, takes the whole program down with a crash.
"""

import threading
from collections.abc import Callable
from contextlib import suppress


class Telling:
    """A door for words of threads. What is told may itself tell, or shut the door."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_open = True

    def tell(self, emit: Callable[..., object], *values: object) -> None:
        """Emit a signal, unless the door is shut; a receiver that was deleted meanwhile is no error."""
        with self._lock:
            if self._is_open:
                with suppress(RuntimeError):
                    emit(*values)

    @property
    def is_open(self) -> bool:
        """Whether anything is still told."""
        return self._is_open

    def shut(self) -> None:
        """Let nobody tell anything any more."""
        with self._lock:
            self._is_open = False
