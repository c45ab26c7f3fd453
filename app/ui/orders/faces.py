"""How near an order is to its closing at a moment: its digits, its word, its drawing and its colour.

The rule: a colour never stands alone; each step has another drawing and says so in words. The last ten minutes are
told to the second.
"""

from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.core.clockwork import moments
from app.core.values import dataclass
from app.ui.palette import Tone
from app.ui.words import is_chinese, translate

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.core.orders.order import Order

LATE = timedelta(minutes=6)
"""What is left of half an hour when its last reminder comes."""
SOON = timedelta(minutes=15)
EXACT = timedelta(minutes=10)
"""From here on every second is told."""
_MINUTE = timedelta(minutes=1)


class Near(Enum):
    """How near the closing is."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"
    OVER = "over"


_DRAWINGS = {Near.CALM: "clock", Near.SOON: "bell", Near.LATE: "warning", Near.OVER: "refused"}
_TONES = {Near.CALM: Tone.TEXT, Near.SOON: Tone.SOON, Near.LATE: Tone.LATE, Near.OVER: Tone.MUTED}


@dataclass(frozen=True, slots=True)
class Face:
    """An order as it is shown. `digits` is what is left, or how long ago it closed; `word` says what that means."""

    digits: str
    word: str
    near: Near

    @property
    def still(self) -> str:
        """The digits stopped, by which their room is measured."""
        return stopped(self.digits)

    @property
    def drawing(self) -> str:
        """Its drawing."""
        return _DRAWINGS[self.near]

    @property
    def tone(self) -> Tone:
        """Its colour."""
        return _TONES[self.near]


def stopped(digits: str) -> str:
    """A time with every digit alike: while it stays the same, nothing moves."""
    return "".join("0" if sign.isdigit() else sign for sign in digits)


def near(left: timedelta) -> Near:
    """The step of a time left."""
    if left <= timedelta():
        return Near.OVER
    if left <= LATE:
        return Near.LATE
    return Near.SOON if left <= SOON else Near.CALM


def face(order: "Order", now: datetime, shift: timedelta, zone: "ZoneInfo") -> Face:
    """How an order looks in the second of a moment, the same wherever in that second it is asked."""
    from app.ui.orders import terms  # noqa: PLC0415 - the strip has a face before any order is known

    left = order.closes_by(shift) - now.replace(microsecond=0)
    how_near = near(left)
    if how_near is Near.OVER:
        return Face(terms.ago(-left), translate("orders", "closed"), how_near)
    words = {
        Near.CALM: translate("orders", "closes {moment}"),
        Near.SOON: translate("orders", "closes soon"),
        Near.LATE: translate("orders", "last minutes"),
    }
    return Face(clock(left), words[how_near].replace("{moment}", terms.at(order.closes_at, now, zone)), how_near)


def clock(left: timedelta) -> str:
    """What is left, as short as can be read: `04:18`, `18 min`, `3 h 12 min`, `2 d 5 h`. It stands still at `00:00`."""
    left = max(left, timedelta())
    if left < EXACT:
        return f"{left // _MINUTE:02}:{left % _MINUTE // timedelta(seconds=1):02}"
    return moments.length_in_words(left, is_chinese=is_chinese())
