"""What the window needs to be used before all the rest is read: the first rows of the list, and the chords.

The rule: it is a beginning of the truth, never a guess: its rows are those that the whole list begins with.
"""

from collections.abc import Mapping
from dataclasses import field

from app.core.hotkeys import HOTKEYS
from app.core.phrases.phrase import Stage
from app.core.search.hits import Hit
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class FirstPage:
    """`rows` are those of the filter by `stage`. `hotkeys` are the chords of all actions, those of phrases too."""

    rows: tuple[Hit, ...] = ()
    stage: Stage | None = None
    hotkeys: Mapping[str, str] = field(default_factory=lambda: dict(HOTKEYS))
    has_hook_fallback: bool = False
