"""Where the texts of a row stand in a width: wrapped to a few lines, cut with an ellipsis where they are longer.

The rule: pure measuring; painting a laid row only draws its lines.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from app.core.values import dataclass
from app.ui.sheet_panel.row import Part, Row
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, Type

ICON = 14
WIDEST_LABEL = 84
LEAST_LABEL = 40
PAD = 5
"""Above and below the texts of a row."""
_VALUE_LINES, _LABEL_LINES, _ANSWER_LINES = 6, 2, 3
_LEADING = 1.3
"""Line height: the fonts of Chinese carry much of their own space already."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `font` and `colour` are names, `ground` the colour under it."""

    text: str
    x: float
    y: float
    width: float
    height: float
    font: str
    colour: str
    is_struck: bool = False
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A row that is ready to be painted, from its upper left corner on."""

    lines: tuple[Line, ...]
    height: float
    is_cut: bool = False


class Fonts:
    """The fonts of rows by name, and their measures."""

    def __init__(self, look: Look) -> None:
        self.of: Mapping[str, QFont] = {
            "body": look.font(Type.BODY),
            "bold": look.font(Type.BODY, is_bold=True),
            "title": look.font(Type.TITLE, is_bold=True),
            "muted": look.font(Type.MUTED),
            "head": look.font(Type.MUTED, is_bold=True),
            "small": look.font(Type.SMALL),
        }
        self.measures = {name: QFontMetricsF(font) for name, font in self.of.items()}
        self.target = look.scale.target

    def height(self, name: str) -> float:
        """The height of a line."""
        return round(self.of[name].pixelSize() * _LEADING + 1)

    def advance(self, name: str, text: str) -> float:
        """The width of a text."""
        return self.measures[name].horizontalAdvance(text)


class Page:
    """Lines that are put below one another."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.lines: list[Line] = []
        self.y = float(PAD)
        self.is_cut = False

    def put(self, text: str, font: str, colour: str, x: float, width: float, most: int = 1, **more: object) -> None:
        """Put a text, wrapped, below what is there."""
        texts, is_cut = wrapped(text, self.fonts.of[font], width, most)
        height = self.fonts.height(font)
        for line in texts:
            advance = self.fonts.advance(font, line)
            self.lines.append(Line(line, x, self.y, advance, height, font, colour, **more))  # type: ignore[arg-type]
            self.y += height
        self.is_cut |= is_cut

    def laid(self, least: float) -> Laid:
        """The finished row; what is lower than the least height stands in its middle."""
        height = self.y + PAD
        shift = max(0.0, (least - height) / 2)
        lines = self.lines if not shift else [_moved(line, shift) for line in self.lines]
        return Laid(tuple(lines), max(height, least), self.is_cut)


def lay_out(row: Row, width: float, label_width: float, fonts: Fonts) -> Laid:
    """Lay a row out; `label_width` is that of the column of labels, the same for all rows of a list."""
    page = Page(fonts)
    _WAYS[row.part](page, row, width, label_width)
    return page.laid(fonts.target)


def label_width(rows: tuple[Row, ...], fonts: Fonts, width: float) -> float:
    """The width of the column of labels: as wide as the widest, at most about a third of it."""
    widest = max((fonts.advance("muted", row.label) for row in rows if row.part is Part.FACT), default=0.0)
    scaled = WIDEST_LABEL * fonts.of["body"].pixelSize() / Type.BODY.value
    return min(max(widest + 1, LEAST_LABEL), scaled, width / 3)


def wrapped(text: str, font: QFont, width: float, most: int) -> tuple[list[str], bool]:
    """A text as at most so many lines, and whether something of it is missing."""
    plain = text.replace("\r", "").replace("\t", " ").strip("\n").replace("\n", "\u2028")
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            layout.endLayout()
            return lines, False
        line.setLineWidth(max(width, 1.0))
        lines.append(plain[line.textStart() : line.textStart() + line.textLength()].rstrip("\u2028 "))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    if end >= len(plain):
        return lines, False
    rest = plain[line.textStart() :].replace("\u2028", " ")
    lines[-1] = _cut(rest, font, width)
    return lines, True


def _cut(text: str, font: QFont, width: float) -> str:
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1.0))
    return elided if elided.endswith("…") else elided.rstrip() + "…"


def _fact(page: Page, row: Row, width: float, label: float) -> None:
    top = page.y
    page.put(row.label, "muted", "muted", 0, label, _LABEL_LINES)
    bottom, page.y = page.y, top
    left = label + INSIDE
    page.put(row.value, "body", "muted" if row.is_faint else "text", left, width - left, _VALUE_LINES)
    if row.note:
        page.put(row.note, "small", "muted", left, width - left)
    page.y = max(page.y, bottom)


def _asked(page: Page, row: Row, width: float, _label: float) -> None:
    page.put(row.label, "bold", "muted" if row.is_faint else "text", 0, width, _LABEL_LINES)
    page.put(row.value, "muted", "muted", 0, width, _ANSWER_LINES)
    if row.note:
        page.put(row.note, "small", "muted", 0, width)


def _offer(page: Page, row: Row, width: float, _label: float) -> None:
    left = ICON + INSIDE
    relation = page.fonts.advance("small", row.label)
    top = page.y
    page.put(row.value, "bold", "muted" if row.is_faint else "text", left, width - left - relation - INSIDE, 2)
    bottom, page.y = page.y, top
    page.put(row.label, "small", row.tone.value, width - relation, relation + 1)
    page.y = bottom
    if row.note:
        page.put(row.note, "muted", "muted", left, width - left, _LABEL_LINES)


def _change(page: Page, row: Row, width: float, _label: float) -> None:
    page.put(row.label, "bold", "muted" if row.is_faint else "text", 0, width, _LABEL_LINES)
    left = BETWEEN + GRID
    if row.old:
        page.put(row.old, "body", "muted", left, width - left, _ANSWER_LINES, is_struck=True)
    ground = "" if row.is_faint else "mark"
    page.put(row.value, "body", "muted" if row.is_faint else "text", left, width - left, _VALUE_LINES, ground=ground)
    page.put(row.note, "small", "muted", 0, width)


def _product(page: Page, row: Row, width: float, _label: float) -> None:
    price = page.fonts.advance("title", row.value)
    room = width - price - INSIDE
    top = page.y
    page.put(row.value, "title", "text", width - price, price + 1)
    page.y = top
    page.put(row.label, "title", "muted" if row.is_faint else "text", 0, room)
    top, left = page.y, ICON + GRID if row.drawing else 0
    code = page.fonts.advance("small", row.old)
    page.put(row.old, "small", "muted", width - code, code + 1)
    page.y = top
    page.put(row.note, "muted", row.tone.value, left, width - left - code - INSIDE)


def _deed(page: Page, row: Row, width: float, _label: float) -> None:
    left = ICON + INSIDE if row.drawing else 0
    page.put(row.label, "muted", row.tone.value, left, width - left, _LABEL_LINES)


def _head(page: Page, row: Row, width: float, _label: float) -> None:
    page.y += GRID
    page.put(row.label, "head", "muted", 0, width)
    page.y -= GRID


_WAYS: Mapping[Part, Callable[[Page, Row, float, float], None]] = {
    Part.HEAD: _head,
    Part.FACT: _fact,
    Part.ASKED: _asked,
    Part.OFFER: _offer,
    Part.CHANGE: _change,
    Part.DEED: _deed,
    Part.PRODUCT: _product,
}


def _moved(line: Line, by: float) -> Line:
    return Line(
        line.text, line.x, line.y + by, line.width, line.height, line.font, line.colour, line.is_struck, line.ground
    )
