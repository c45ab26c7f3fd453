"""What an agent can set. Every setting has a default, so a new program runs with none stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.core.desktop import PASTE_KEYS, PasteKey
from app.core.lead_choices import LeadChoices
from app.core.order_choices import LOST_REASONS, ORDER_CHECKS, PAYMENT_PROBLEMS, Choice
from app.core.phrases import Stage
from app.core.shifts import SHIFTS, Shift
from app.core.urging import UrgeRules
from app.core.window_choices import ChatWindow, Mode, PopupAt

SEARCH = "search"
AGAIN = "again"
PINNED = tuple(f"pinned.{number}" for number in range(1, 10))

HOTKEYS: Mapping[str, str] = {
    SEARCH: "Ctrl+Alt+Space",
    AGAIN: "Ctrl+Alt+R",
    **{name: f"Ctrl+Alt+{number}" for number, name in enumerate(PINNED, start=1)},
}
"""The chord of each action; an empty one means none."""


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
class Settings:
    """All settings. `places` maps a monitor layout to where the window stands in it, e.g. `right 1560 40 360 720`.

    `zone` is the shop's time zone, `clock_offset_ms` how far the platform's clock is ahead of the PC's, and
    `countdown_steps` are the minutes before an end at which it is told. `order_days` is how long an order that ended is
    kept, with all that is known of its buyer; `order_folder` is watched for exports of orders, an empty one is none.
    `idle_opacity` and `text_percent` are percents; `chat` is the window that ours stands beside.
    """

    agent: str = ""
    shop: str = ""
    language: Language = Language.CHINESE
    theme: Theme = Theme.SYSTEM
    edge: Edge = Edge.RIGHT
    is_on_top: bool = True
    is_started_hidden: bool = False
    is_started_with_system: bool = False
    has_seen_welcome: bool = False
    has_typed_codes: bool = False
    has_hook_fallback: bool = False
    stage: Stage | None = None
    hotkeys: Mapping[str, str] = field(default_factory=lambda: dict(HOTKEYS))
    paste_keys: Mapping[str, PasteKey] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    zone: str = "Asia/Shanghai"
    clock_offset_ms: int = 0
    countdown_steps: tuple[int, ...] = (60, 10, 1)
    has_sounds: bool = True
    order_days: int = 30
    order_folder: str = ""
    shifts: tuple[Shift, ...] = SHIFTS
    lost_reasons: tuple[Choice, ...] = LOST_REASONS
    payment_problems: tuple[Choice, ...] = PAYMENT_PROBLEMS
    order_checks: tuple[Choice, ...] = ORDER_CHECKS
    urge_rules: UrgeRules = field(default_factory=UrgeRules)
    lead: LeadChoices = field(default_factory=LeadChoices)
    mode: Mode = Mode.COLUMN
    popup_at: PopupAt = PopupAt.CENTRE
    chat: ChatWindow = field(default_factory=ChatWindow)
    idle_opacity: int = 100
    text_percent: int = 100

    def paste_key(self, program: str) -> PasteKey:
        """How a program takes a paste: the agent's own choice, else the known one, else Ctrl+V."""
        return self.paste_keys.get(program) or PASTE_KEYS.get(program, PasteKey.CTRL_V)
