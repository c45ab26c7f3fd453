"""What the entries of the cheat-sheet (活动速查) have in common: free facts, and how a broken rule is told.

The rule: everything that is wrong with an entry is told at once, each at its field, so that a form or a workbook can
point at all of it.
"""

from datetime import datetime

from app.core.phrases.phrase import PERSONAL, Stage
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

SAMPLE = "sample"
"""The source of the entries that come with the program for trying it out; they go as they came, all at once."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A free fact: what buyers ask and what is true. Shop-wide as an entry of its own, or of an activity or product.

    `answer` is a template as the body of a phrase is. `id` never changes and is unique in the shop.
    """

    id: str
    question: str
    answer: str
    keywords: tuple[str, ...] = ()
    stage: Stage | None = Stage.INQUIRY
    lifetime: Lifetime | None = None
    source: str = PERSONAL
    position: int = 0
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule. `field` is a dotted path (`phases.1.ends_at`, counted from 0), `rule` a word the interface turns
    into a sentence, `names` what that sentence tells (a limit, another phase, the other end of a circle).
    """

    field: str
    rule: str
    names: tuple[str, ...] = ()


class BadEntry(ValueError):
    """An entry breaks rules; nothing of it was kept."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.rule}" for fault in faults))
        self.faults = faults
