"""How the agent wants the window: its mode, where it pops up, what it stands beside, how large its letters are.

The rule: a figure that came from a file is brought into its bounds before it is used.
"""

from enum import Enum

from app.core.values import dataclass

TEXT_PERCENTS = (90, 100, 110, 120, 130)
OPACITIES = (100, 90, 80, 70, 60)


class Mode(Enum):
    """How much of the window is there: a column, only search and strip, a popup, or a list with details beside it."""

    COLUMN = "column"
    COMPACT = "compact"
    POPUP = "popup"
    WIDE = "wide"


class PopupAt(Enum):
    """Where a popup comes up, on the screen that the pointer is on."""

    CENTRE = "centre"
    POINTER = "pointer"


@dataclass(frozen=True, slots=True)
class ChatWindow:
    """The chat client's window that ours stands beside, found again by its program and its kind; empty: none.

    `kind` is what the program itself calls that window (its class), for programs that have several. No title is kept:
    it holds buyers' names.
    """

    program: str = ""
    kind: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether there is one."""
        return bool(self.program)


def text_factor(percent: int) -> float:
    """The text size as a factor of the usual one."""
    return min(max(percent, TEXT_PERCENTS[0]), TEXT_PERCENTS[-1]) / 100


def opacity(percent: int) -> float:
    """How opaque the window is while nobody uses it."""
    return min(max(percent, OPACITIES[-1]), OPACITIES[0]) / 100
