"""The three parts of the place of the orders, with what waits in each.

The rule: a part says how much waits in it, and nothing where nothing does.
"""

from collections.abc import Mapping
from enum import Enum

from app.ui.segments import SegmentRow
from app.ui.theme import Look


class Part(Enum):
    """A part of the place."""

    QUEUE = "queue"
    PAID = "paid"
    PROMISES = "promises"


class Segments(SegmentRow):
    """The row."""

    def __init__(self, look: Look) -> None:
        self.counts: Mapping[Part, int] = {}
        super().__init__(look, Part)

    @property
    def part(self) -> Part:
        """The part that is on."""
        return Part(self.on)

    def count(self, counts: Mapping[Part, int]) -> None:
        """Say how many things wait in each part."""
        if counts != self.counts:
            self.counts = dict(counts)
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        names = {Part.QUEUE: self.tr("Unpaid"), Part.PAID: self.tr("Ended"), Part.PROMISES: self.tr("Follow-ups")}
        for part, name in names.items():
            count = self.counts.get(part, 0)
            self.segments[part].setText(f"{name} {count:,}" if count else name)
