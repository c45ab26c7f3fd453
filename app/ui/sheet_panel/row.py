"""A row of the cheat-sheet as a value: a fact, a question, a product to offer, a change, something to do, or a heading.

The rule: a row says everything that is painted and read aloud; `key` is its own within its list and stays the same.
"""

from enum import Enum

from app.core.values import dataclass
from app.ui.palette import Tone


class Part(Enum):
    """What a row is, and so how it is laid out."""

    HEAD = "head"
    FACT = "fact"
    ASKED = "asked"
    OFFER = "offer"
    CHANGE = "change"
    DEED = "deed"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `answer_id` is what Enter pastes, `entry_id` what it opens or is about; a change has `old` and `value`.

    `is_faint`: it may not go out now, and `note` says why. `is_marked`: phrases speak of it. A product has its code in
    `old` and its price in `value`.
    """

    part: Part
    key: str
    label: str = ""
    value: str = ""
    note: str = ""
    answer_id: str = ""
    entry_id: str = ""
    old: str = ""
    drawing: str = ""
    tone: Tone = Tone.MUTED
    is_faint: bool = False
    is_marked: bool = False

    @property
    def is_pasted(self) -> bool:
        """Whether a digit and Enter paste it."""
        return bool(self.answer_id) and self.part is not Part.HEAD

    @property
    def spoken(self) -> str:
        """The row in one line, for screen readers."""
        words = (self.label, self.old, "→" if self.part is Part.CHANGE else "", self.value, self.note)
        return " ".join(word for word in words if word)


def head(label: str) -> Row:
    """A heading."""
    return Row(Part.HEAD, f"head:{label}", label)
