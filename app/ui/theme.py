"""How everything looks: one place for spacing, type and colour, in light, dark or as the system is.

The rule: widgets ask a `Look` for fonts, colours and icons; nobody else knows which theme is on.
"""

import sys
from dataclasses import asdict
from enum import Enum
from string import Template
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.core.glimpse import Theme
from app.core.values import dataclass
from app.ui.palette import DARK, LIGHT, Palette, Tone
from app.ui.sheet import DRAWINGS, SHEET
from app.ui.words import is_chinese

if TYPE_CHECKING:  # the first paint has no letters and no drawings, and their classes take their time to import
    from PySide6.QtGui import QFont, QIcon, QPalette, QPixmap
    from PySide6.QtWidgets import QAbstractButton

GRID = 4
INSIDE = 8
"""Space inside rows and between neighbours."""
BETWEEN = 12
"""Space between groups."""
EDGE = 16
"""Space at the edges of dialogs."""
TARGET = 28
"""The least height of what can be clicked."""
_ABOUT = 2
RADIUS = 6
ICON = 16
"""The side of a drawing in menus, fields and tables: what the style shows there, so that none is scaled and blurred."""
STYLE = ("-style", "Fusion")
"""What the application is made with, on every system; to set it later makes Qt look at all the styles it has."""

ON_WINDOWS = ("Microsoft YaHei UI", "Segoe UI")
ON_LINUX = ("Noto Sans CJK SC", "WenQuanYi Micro Hei")
FAMILIES = ON_WINDOWS if sys.platform == "win32" else ON_LINUX
"""What the interface is written in; the system's own font follows where they are missing."""


_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
"""All that moves by itself here, beside the cursor of a field."""


_NARROW = "pwid"
"""Quotes, dashes and dots as wide as in Latin text: Chinese fonts give them the width of a character."""


class Type(Enum):
    """The sizes of type in points of 1/96 inch, before the user's text setting."""

    SMALL = 11
    MUTED = 12
    BODY = 13
    TITLE = 14
    HEADING = 16
    BIG = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """The user's text setting: 1.0 is normal. Rows grow with it, spaces do not."""

    text: float = 1.0

    def size(self, kind: Type) -> int:
        """A size of type."""
        return round(kind.value * self.text)

    @property
    def row(self) -> int:
        """The height of a row of two lines."""
        return round(48 * self.text)

    @property
    def target(self) -> int:
        """The height of a button or chip, which small letters do not make harder to hit."""
        return max(TARGET, round(TARGET * self.text))


class Look(QObject):
    """The look that is on; `changed` tells painters to drop what they kept, `drawn` that drawings are to be seen."""

    changed = Signal()
    drawn = Signal()

    def __init__(
        self, app: QApplication, theme: Theme = Theme.SYSTEM, scale: Scale | None = None, *, is_on: bool = True
    ) -> None:
        """Where it is not on before `put_on`, only what is painted by hand has its colours."""
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._is_on = is_on
        self.has_drawings = is_on
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self.scale = scale or Scale()
        self.palette = LIGHT
        self._moving = {effect: app.isEffectEnabled(effect) for effect in _EFFECTS}
        self._blink_ms = app.cursorFlashTime()
        self._write()
        app.screenAdded.connect(self._dress_all)  # it may have a ratio of its own
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is on."""
        return self.palette is DARK

    def use(self, theme: Theme, text: float = 1.0) -> None:
        """Switch to a theme at once, and write everything so many times as large as usual."""
        if theme is self._theme and text == self.scale.text:
            return
        self._theme = theme
        if text != self.scale.text:
            former, self.scale = self.scale, Scale(text)
            self._write()
            self._grow(former.target)
        self._apply()

    def put_on(self) -> None:
        """Dress what is no longer painted by hand; once is enough."""
        if not self._is_on:
            self._is_on = True
            self._write()
            self._apply()

    def draw(self) -> None:
        """Give buttons their drawings, which nobody has to read: what is read is in sight before; once is enough."""
        if not self.has_drawings:
            self.has_drawings = True
            self._draw_all()
            self.drawn.emit()

    def respell(self) -> None:
        """Another language is on."""
        self._write()
        self._apply()

    def calm(self, is_calm: bool) -> None:
        """With less motion no cursor blinks, and no menu or hint slides or fades; else all is as the system has it."""
        for effect, is_usual in self._moving.items():
            self._app.setEffectEnabled(effect, is_usual and not is_calm)
        self._app.setCursorFlashTime(0 if is_calm else self._blink_ms)

    def _grow(self, former: int) -> None:
        """Buttons, chips and boxes were made as high as a target of their time, or a little higher."""
        for widget in self._app.allWidgets():
            height, width = widget.minimumHeight(), widget.minimumWidth()
            if not -_ABOUT <= height - former <= _ABOUT + GRID:
                continue
            is_fixed, is_square = height == widget.maximumHeight(), width == widget.maximumWidth()
            widget.setMinimumHeight(height - former + self.scale.target)
            if is_fixed:
                widget.setMaximumHeight(widget.minimumHeight())
            if is_square and -_ABOUT <= width - former <= _ABOUT + GRID:
                widget.setFixedWidth(width - former + self.scale.target)

    def font(self, kind: Type, is_bold: bool = False) -> "QFont":
        """A font of the interface."""
        from PySide6.QtGui import QFont  # noqa: PLC0415 - the window is painted before the first letter

        font = QFont()
        font.setFamilies([*FAMILIES, *QFont().families()])
        font.setPixelSize(self.scale.size(kind))
        if is_bold:
            font.setWeight(QFont.Weight.DemiBold)
        font.clearFeatures()  # a new font is as the application's own, which may be of the other language
        if not is_chinese():
            font.setFeature(QFont.Tag(_NARROW), 1)
        return font

    def colour(self, name: str) -> QColor:
        """A colour by its name in `Palette`."""
        return QColor(getattr(self.palette, name))

    def pixmap(self, name: str, tone: Tone, size: int, ratio: float) -> "QPixmap":
        """A drawing, kept for the next time."""
        from app.ui import icons  # noqa: PLC0415 - the window is painted before the first drawing

        key = (name, self.palette.of(tone), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.pixmap(*key)
        return self._pixmaps[key]

    def icon(self, name: str, tone: Tone = Tone.MUTED, size: int = ICON) -> "QIcon":
        """An icon for a menu; buttons are dressed instead, so that they follow the theme."""
        from app.ui import icons  # noqa: PLC0415 - the window is painted before the first drawing

        return icons.icon(self.pixmap(name, tone, size, ratio) for ratio in icons.ratios())

    def dress(self, button: "QAbstractButton", name: str, tone: Tone = Tone.MUTED) -> None:
        """Give a button an icon that follows the theme."""
        button.setProperty("drawing", name)
        button.setProperty("tone", tone.value)
        if self.has_drawings:
            button.setIcon(self.icon(name, tone, button.iconSize().width()))

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self._theme is Theme.SYSTEM:
            self._apply()

    def _write(self) -> None:
        if self._is_on:
            self._app.setFont(self.font(Type.BODY))

    def _apply(self) -> None:
        wanted = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
        hints = self._app.styleHints()
        hints.setColorScheme(wanted.get(self._theme, Qt.ColorScheme.Unknown))
        scheme = wanted.get(self._theme, hints.colorScheme())
        self.palette = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        if self._is_on:
            self._app.setPalette(_qt_palette(self.palette))
            # Qt dresses a widget once for each one around it when a sheet follows a sheet, once when it follows none.
            self._app.setStyleSheet("")
            self._app.setStyleSheet(sheet(self.palette, self.scale))
        self._dress_all()

    def _dress_all(self, _screen: object = None) -> None:
        self._draw_all()
        self.changed.emit()

    def _draw_all(self) -> None:
        for widget in self._app.allWidgets():
            if widget.property("drawing"):
                self.dress(cast("QAbstractButton", widget), widget.property("drawing"), Tone(widget.property("tone")))


def sheet(palette: Palette, scale: Scale) -> str:
    """The style sheet of a theme."""
    sizes = {"body": scale.size(Type.BODY), "muted_size": scale.size(Type.MUTED), "title": scale.size(Type.TITLE)}
    sizes |= {"heading": scale.size(Type.HEADING), "big": scale.size(Type.BIG), "target": scale.target}
    return Template(SHEET).substitute(asdict(palette), **sizes, icons=DRAWINGS.as_posix())


def kind(name: str) -> tuple[str, str]:
    """The property that gives a widget a look of the sheet: `widget.setProperty(*kind("primary"))`."""
    return ("kind", name)


def _qt_palette(palette: Palette) -> "QPalette":
    from PySide6.QtGui import QPalette  # noqa: PLC0415 - the window is painted before the first widget

    role = QPalette.ColorRole
    colours = {
        role.Window: palette.ground,
        role.WindowText: palette.text,
        role.Base: palette.card,
        role.AlternateBase: palette.ground,
        role.Text: palette.text,
        role.PlaceholderText: palette.muted,
        role.Button: palette.card,
        role.ButtonText: palette.text,
        role.ToolTipBase: palette.card,
        role.ToolTipText: palette.text,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.text,
        role.Accent: palette.accent,
        role.Link: palette.accent_text,
        role.Mid: palette.line,
    }
    made = QPalette()
    for colour_role, colour in colours.items():
        made.setColor(colour_role, QColor(colour))
    for faint in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, faint, QColor(palette.muted))
    return made
