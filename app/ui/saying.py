"""A sentence of the notice line, with what can be done about it.

The rule: what is awaited has a topic and stays until the agent acted or put it away; what has none is of the moment.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Protocol

from app.core.values import dataclass
from app.ui.palette import Tone


class Haste(IntEnum):
    """How soon something awaited is to be done: the most hurried one has the key."""

    SOME_TIME = 0
    PROMISED = 1
    MONEY = 2
    """An order that closes in minutes."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said. `again` gives it as it is by now, or nothing where it is not to be acted on any more.

    What is patient, or in less haste, never stands before something that is awaited, so that its key goes on meaning
    that.
    """

    text: str
    tone: Tone = Tone.INFO
    action: str = ""
    act: Callable[[], object] | None = None
    topic: str = ""
    again: Callable[[], "Saying | None"] | None = None
    is_patient: bool = False
    haste: Haste = Haste.SOME_TIME

    def renewed(self) -> "Saying | None":
        """The same, as it is by now."""
        if self.again is None:
            return self
        now = self.again()
        return replace(now, topic=self.topic, again=self.again, haste=self.haste) if now else None


class Hearer(Protocol):
    """What those who announce something ask of the window."""

    def isVisible(self) -> bool:
        """Whether a notice is seen in it."""
        ...

    def hear(self, saying: Saying) -> None:
        """Say it, through the tray where the window is hidden."""
        ...

    def awaits(self, topic: str) -> bool:
        """Whether something of a topic is still said or waits to be."""
        ...


def kept_together(text: str) -> str:
    """The text so that no line ends between a number and what it counts."""
    return re.sub(r"(?<=\d) (?=[\u4e00-\u9fff])", "\u00a0", text)


def tip_of(text: str) -> str:
    """The text for a tooltip, which would read marks in it; names come from outside."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"
