"""What an agent can set. Every setting has a default, so a new program runs with none stored."""

from collections.abc import Mapping
from dataclasses import field

from app.core.desktop import PASTE_KEYS, PasteKey
from app.core.glimpse import Edge, Glimpse, Language, Theme
from app.core.hotkeys import AGAIN, HOTKEYS, PINNED, SEARCH
from app.core.orders.choices import LOST_REASONS, ORDER_CHECKS, PAYMENT_PROBLEMS, Choice
from app.core.orders.duties.shifts import SHIFTS, Shift
from app.core.orders.urging import UrgeRules
from app.core.packs.lead_choices import LeadChoices
from app.core.phrases.phrase import Stage
from app.core.values import dataclass

__all__ = (
    "AGAIN",
    "HOTKEYS",
    "PINNED",
    "SEARCH",
    "Edge",
    "Language",
    "Settings",
    "Theme",
)


@dataclass(frozen=True, slots=True)
class Settings(Glimpse):
    """All settings, those of the first paint among them.

    `zone` is the shop's time zone, `clock_offset_ms` how far the platform's clock is ahead of the PC's, and
    `countdown_steps` are the minutes before an end at which it is told. `order_days` is how long an order that ended is
    kept, with all that is known of its buyer; `order_folder` is watched for exports of orders, an empty one is none.
    `seen_version` is the version of the program whose news were told. `sizes` maps a dialog to the width and height
    that the agent gave it.
    """

    agent: str = ""
    shop: str = ""
    is_started_with_system: bool = False
    has_seen_welcome: bool = False
    seen_version: str = ""
    has_typed_codes: bool = False
    has_hook_fallback: bool = False
    stage: Stage | None = None
    hotkeys: Mapping[str, str] = field(default_factory=lambda: dict(HOTKEYS))
    paste_keys: Mapping[str, PasteKey] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
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
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def paste_key(self, program: str) -> PasteKey:
        """How a program takes a paste: the agent's own choice, else the known one, else Ctrl+V."""
        return self.paste_keys.get(program) or PASTE_KEYS.get(program, PasteKey.CTRL_V)
