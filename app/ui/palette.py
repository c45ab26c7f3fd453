"""The colours of the interface by name, light and dark; everywhere else they are named, never written as figures.

The rule: a text on any ground it may stand on has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3); a test measures it.
"""

from enum import Enum

from app.core.values import dataclass


class Tone(Enum):
    """A colour that an icon or a text may have; the value is its name in `Palette`."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ACCENT_TEXT = "accent_text"
    OK = "ok"
    SOON = "soon"
    LATE = "late"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as `#RRGGBB`.

    `accent` fills and marks, `accent_text` is the same colour made dark (light) enough to be read. `mark` lies under
    found characters, `mark_selected` does so on a selected row. `button` is the ground of the one primary button.
    """

    ground: str
    card: str
    line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    selection: str
    mark: str
    mark_selected: str
    hover: str
    keycap: str
    button: str
    button_hover: str
    button_text: str
    ok: str
    soon: str
    late: str
    info: str

    def of(self, tone: Tone) -> str:
        """The colour of a tone."""
        colour: str = getattr(self, tone.value)
        return colour


LIGHT = Palette(
    ground="#F6F6F4",
    card="#FFFFFF",
    line="#E3E2DD",
    text="#1F1E1B",
    muted="#6B6963",
    accent="#E8590C",
    accent_text="#B93E06",
    selection="#FFEBDD",
    mark="#FFE0CB",
    mark_selected="#FFCDA8",
    hover="#F3F2EF",
    keycap="#F3F2EF",
    button="#B93E06",
    button_hover="#A53605",
    button_text="#FFFFFF",
    ok="#2B7A3B",
    soon="#A35A00",
    late="#B42318",
    info="#1B64A8",
)

DARK = Palette(
    ground="#1B1B1A",
    card="#252524",
    line="#3A3936",
    text="#EDECE8",
    muted="#A3A19A",
    accent="#F0702B",
    accent_text="#FF9A5F",
    selection="#402C20",
    mark="#553822",
    mark_selected="#6E4522",
    hover="#2D2D2B",
    keycap="#30302E",
    button="#F0702B",
    button_hover="#FF8441",
    button_text="#1B1B1A",
    ok="#7BC98B",
    soon="#F0B35A",
    late="#FF8A7A",
    info="#7FB6EC",
)
