"""A flow that waits, as a value: a generator that yields `Until` and is told whether it came true in time.

The rule: a flow never sleeps and never blocks; whoever runs it owns the waiting, so a test needs no clock.
"""

from collections.abc import Callable, Generator
from datetime import timedelta
from typing import TypeVar

from app.core.values import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Until:
    """Go on as soon as `is_true()` holds, or when `within` has passed; the flow is sent which of them it was."""

    is_true: Callable[[], bool]
    within: timedelta


Flow = Generator[Until, bool, _T]
"""A use case that waits; its return value is the outcome."""


def pause(length: timedelta) -> Until:
    """A wait that nothing ends early."""
    return Until(lambda: False, length)
