"""The settings that the first paint shows.

The rule: hardly anything else of the rules is imported for them, so that the window need not wait for what it does
not show.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from app.core.values import dataclass
from app.core.window_choices import ChatWindow, Mode, PopupAt


class Language(Enum):
    """The languages of the interface; the value names the translation file."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class Theme(Enum):
    """Light, dark, or as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Edge(Enum):
    """The edge of the screen that the window keeps to."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`places` maps a monitor layout to where the window stands in it, e.g. `right 1560 40 360 720`.

    `idle_opacity` and `text_percent` are percents; `chat` is the window that ours stands beside. With `has_less_motion`
    nothing blinks, slides or fades.
    """

    language: Language = Language.CHINESE
    theme: Theme = Theme.SYSTEM
    edge: Edge = Edge.RIGHT
    is_on_top: bool = True
    is_started_hidden: bool = False
    places: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = Mode.COLUMN
    popup_at: PopupAt = PopupAt.CENTRE
    chat: ChatWindow = field(default_factory=ChatWindow)
    idle_opacity: int = 100
    text_percent: int = 100
    has_less_motion: bool = False
