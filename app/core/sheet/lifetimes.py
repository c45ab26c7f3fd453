"""How long a phrase or a fact holds: between two moments, during an activity, or during one phase of it.

The rule: what is over is never said to a buyer, and what has not begun is not promised as if it had.
"""

from datetime import datetime, timedelta
from enum import Enum

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From and until are aware UTC, the end is the first moment that no longer counts; None is open.

    With an `activity_id` it also ends and begins with that activity, with a `phase_id` as well with that phase of it.
    """

    from_at: datetime | None = None
    until_at: datetime | None = None
    activity_id: str = ""
    phase_id: str = ""


class State(Enum):
    """Where a moment stands to a lifetime. `UNBOUND`: the activity or phase that it names is not there any more."""

    VALID = "valid"
    NOT_YET = "not_yet"
    OVER = "over"
    UNBOUND = "unbound"


@dataclass(frozen=True, slots=True)
class Validity:
    """A lifetime seen from a moment. `name` is what it hangs on (activity or phase; may be empty)."""

    state: State
    name: str = ""
    from_at: datetime | None = None
    until_at: datetime | None = None

    @property
    def is_valid(self) -> bool:
        """Whether it may go out."""
        return self.state is State.VALID

    def distance(self, now: datetime) -> timedelta:
        """How long it has been over, or how long until it begins; nothing while it holds."""
        if self.state is State.OVER and self.until_at is not None:
            return now - self.until_at
        if self.state is State.NOT_YET and self.from_at is not None:
            return self.from_at - now
        return timedelta()


ALWAYS = Validity(State.VALID)
UNBOUND = Validity(State.UNBOUND)


def seen(from_at: datetime | None, until_at: datetime | None, now: datetime, name: str = "") -> Validity:
    """A span seen from a moment; its end no longer belongs to it."""
    if until_at is not None and now >= until_at:
        return Validity(State.OVER, name, from_at, until_at)
    if from_at is not None and now < from_at:
        return Validity(State.NOT_YET, name, from_at, until_at)
    return Validity(State.VALID, name, from_at, until_at)
