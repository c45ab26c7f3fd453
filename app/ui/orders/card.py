"""What one row of the place shows, whatever it is about: an order, a paid one, a promise, an event.

The rule: a card is a value; two equal cards look the same, and a second changes only what is another card.
"""

from dataclasses import replace

from app.core.orders.order import Flag
from app.core.values import dataclass
from app.ui.orders import terms
from app.ui.orders.faces import stopped
from app.ui.palette import Tone
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Point:
    """Something that is done or not, with the digit that says so."""

    digit: int
    text: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Three lines and a time at the right. What is empty is not there."""

    drawing: str
    tone: Tone
    title: str
    sum: str = ""
    time: str = ""
    word: str = ""
    chip: str = ""
    flag: Flag | None = None
    manner: str = ""
    has_note: bool = False
    about: str = ""
    state: str = ""
    state_drawing: str = ""
    state_tone: Tone = Tone.MUTED
    points: tuple[Point, ...] = ()
    is_big: bool = True
    """Whether the time is told in the large digits that run."""

    @property
    def still(self) -> "Card":
        """The same card with its digits stopped: while it stays the same, nothing is laid out anew."""
        return replace(self, time=stopped(self.time))

    @property
    def spoken(self) -> str:
        """All of it in one line, for a screen reader."""
        runs = self.is_big and bool(self.time)
        time = translate("orders", "{time} left").replace("{time}", self.time) if runs else self.time
        flag = terms.flag_name(self.flag) if self.flag else ""
        note = translate("orders", "has a note") if self.has_note else ""
        points = (_in_words(point) for point in self.points)
        parts = (self.title, self.sum, time, self.word, flag, self.chip, self.manner, self.about, self.state, note)
        return ", ".join(part for part in (*parts, *points) if part)


def _in_words(point: Point) -> str:
    state = translate("orders", "done") if point.is_done else translate("orders", "still to do")
    return f"{point.digit} {point.text}: {state}"
