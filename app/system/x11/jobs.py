"""Work in the thread of the X connection that waits for events, and what others see of it.

The rule: a job waits by yielding, never by blocking; whoever started it sees only whether it has ended, and how.
"""

import threading
from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

from app.core.values import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Awaited:
    """An event that a job waits for, until a moment of the monotonic clock (seconds)."""

    is_it: Callable[[Any], bool]
    until: float


Job = Generator[Awaited, Any, _T]
"""Work in the thread that waits for events: each `Awaited` is answered by the event, or by None when it is too late."""


class Running(Generic[_T]):
    """What a job is doing; the port `Pending`. A job that broke is done with `otherwise`."""

    def __init__(self, job: Job[_T], otherwise: _T) -> None:
        self.job = job
        self._result = otherwise
        self._ended = threading.Event()

    def is_done(self) -> bool:
        """Whether it has ended."""
        return self._ended.is_set()

    def value(self) -> _T:
        """Its result."""
        return self._result

    def end(self, *result: _T) -> None:
        """Set the result, if there is one, and say so."""
        if result:
            self._result = result[0]
        self._ended.set()

    def wait(self, seconds: float) -> bool:
        """Only at the end of the program, when no event loop runs any more: block until it is done."""
        return self._ended.wait(seconds)


def at_once(work: Callable[[], _T]) -> Job[_T]:
    """A job that waits for nothing."""
    yield from ()
    return work()
