"""What is changed of an order after its payment (改单): the note for the warehouse, and the phrase for the buyer.

The rule: a note is added to what stands there already; nothing of a note is lost by another one.
"""

from enum import Enum

from app.core.values import dataclass


class Wish(Enum):
    """What a buyer wants of an order that is paid."""

    SIZE = "size"
    COLOUR = "colour"
    ADDRESS = "address"
    REFUND = "refund"
    """Does not want it any more; the note keeps the warehouse from sending it."""


@dataclass(frozen=True, slots=True)
class OrderChange:
    """How a wish is noted and answered. `{value}` in the note is what it is changed into; `code` is the phrase's."""

    wish: Wish
    note: str
    code: str

    @property
    def has_value(self) -> bool:
        """Whether it has to be said what it is changed into."""
        return "{value}" in self.note


ORDER_CHANGES: tuple[OrderChange, ...] = (
    OrderChange(Wish.SIZE, "改尺码：{value}", "gcm"),
    OrderChange(Wish.COLOUR, "改颜色：{value}", "gys"),
    OrderChange(Wish.ADDRESS, "改地址：{value}", "gdz"),
    OrderChange(Wish.REFUND, "买家不要了", "qxdd"),
)
"""As shops write them in the client; the notes are read by the warehouse."""


def noted(change: OrderChange, value: str, before: str = "") -> str:
    """The note of an order with a change in it; one that stands there already is not written twice."""
    line = change.note.replace("{value}", " ".join(value.split()))
    former = before.rstrip()
    if line in former.split("\n"):
        return former
    return f"{former}\n{line}" if former else line
