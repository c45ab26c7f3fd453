"""An unpaid order (待付款订单): placed, not paid, and closed by the platform at its deadline.

The rule: an order keeps what the platform said of it and what became of it; how urgent it is, is worked out from `now`.

Its half hour takes half an hour, whatever is done to the clock of the PC: `placed_at` and `closes_at` stay what the
platform said, `shift` is how far the wall clock was ahead of the one that nobody sets when that was written down
(`app/core/clockwork/deadlines.py`), and what is worked out or sorted by is asked of `placed_by` and `closes_by`.
"""

from dataclasses import field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum

from app.core.values import dataclass


class Outcome(Enum):
    """What became of an order. An open one has none."""

    PAID = "paid"
    CLOSED = "closed"
    GIVEN_UP = "given_up"


class Manner(Enum):
    """How the buyer ordered: after asking the agent (询单) or without a word (静默下单)."""

    ASKED = "asked"
    SILENT = "silent"


class Flag(IntEnum):
    """The colour of the client's order flag (旗子), by the client's own numbers."""

    GREY = 0
    RED = 1
    YELLOW = 2
    GREEN = 3
    BLUE = 4
    PURPLE = 5


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `number` is text and may be empty for one noted by hand; moments are aware UTC; money is yuan.

    `kind_id` names an `OrderKind`; `problem` and `lost_reason` are ids of the shop's own lists; `checks` are the ids of
    the points after payment that are done; `is_overridden` lets reminders through that the rules would hold back.
    `source` is empty for one noted by hand, else the format it came in.
    """

    id: str
    buyer: str = field(repr=False)  # a representation gets into logs
    kind_id: str
    placed_at: datetime
    closes_at: datetime
    number: str = field(default="", repr=False)
    amount: Decimal | None = None
    items: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    flag: Flag | None = None
    agent: str = ""
    manner: Manner | None = None
    problem: str = ""
    activity_id: str = ""
    outcome: Outcome | None = None
    outcome_at: datetime | None = None
    lost_reason: str = ""
    snoozed_until: datetime | None = None
    is_overridden: bool = False
    checks: tuple[str, ...] = ()
    source: str = ""
    added_at: datetime | None = None
    shift: timedelta = timedelta()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its payment."""
        return self.outcome is None

    @property
    def is_recovered(self) -> bool:
        """Whether it was paid after it had been in the queue; an order that came in paid says nothing of the agent."""
        if self.outcome is not Outcome.PAID or self.outcome_at is None or self.added_at is None:
            return False
        return self.outcome_at > self.added_at

    def placed_by(self, shift: timedelta) -> datetime:
        """When it was placed, by a wall clock that is so far ahead; by the clock that nobody sets with none."""
        return self.placed_at + (shift - self.shift)

    def closes_by(self, shift: timedelta) -> datetime:
        """When it closes, by a wall clock that is so far ahead; by the clock that nobody sets with none."""
        return self.closes_at + (shift - self.shift)

    def snoozed_by(self, shift: timedelta) -> datetime | None:
        """Until when nobody is reminded of it, by a wall clock that is so far ahead."""
        return None if self.snoozed_until is None else self.snoozed_until + (shift - self.shift)


class Deed(Enum):
    """What can happen to an order; the history holds them."""

    ADDED = "added"
    IMPORTED = "imported"
    EDITED = "edited"
    REMINDED = "reminded"
    SNOOZED = "snoozed"
    URGED = "urged"
    NAME_COPIED = "name_copied"
    PAID = "paid"
    CLOSED = "closed"
    GIVEN_UP = "given_up"
    REOPENED = "reopened"
    CHECKED = "checked"
    OVERRIDDEN = "overridden"
    HANDED_OVER = "handed_over"
    REMOVED = "removed"
    """Names a step to undo; the history of an order that is removed goes with it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `step_id` and `phrase_id` are those of an urge or reminder, `text` is what was sent."""

    id: str
    order_id: str
    deed: Deed
    at: datetime
    agent: str = ""
    step_id: str = ""
    phrase_id: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A promise to a buyer ("I'll get back to you by 16:00") that is open until it is done."""

    id: str
    buyer: str = field(repr=False)
    text: str = field(repr=False)
    due_at: datetime
    order_id: str = ""
    phrase_id: str = ""
    agent: str = ""
    made_at: datetime | None = None
    done_at: datetime | None = None
