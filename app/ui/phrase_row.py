"""How a phrase is painted: two lines, found characters tinted, variables as pills, what matters at the right.

The rule: a row is laid out once for a width and kept; painting it again only copies prepared text.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.core.phrases import Output, Phrase
from app.core.search.hits import Hit, Marks
from app.ui import runs, sentences
from app.ui.palette import Tone
from app.ui.phrase_model import HIT
from app.ui.runs import Ink, Run
from app.ui.theme import BETWEEN, GRID, INSIDE, RADIUS, Look, Type

DIGIT = 16
"""The width of the column for the digit of Alt+digit."""
ICON = 14
MARGIN = 4
LEAST_SIDE = 36
WIDEST_SIDE = 140
WIDEST_CODE = 72
KEPT = 400
"""Layouts kept before all are dropped."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One prepared text at its place from the left of its line."""

    text: QStaticText
    x: float
    width: float
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Laid:
    """A row that is ready to be painted; widths start at the left of the texts."""

    title: tuple[Piece, ...]
    body: tuple[Piece, ...]
    side: tuple[Piece, ...]
    code: Piece | None
    drawings: tuple[tuple[str, Tone], ...]
    is_cut: bool


class Fonts:
    """The fonts of a row and their measures."""

    def __init__(self, look: Look) -> None:
        self.title = look.font(Type.TITLE, is_bold=True)
        self.body = look.font(Type.BODY)
        self.small = look.font(Type.SMALL)
        self.title_m = QFontMetricsF(self.title)
        self.body_m = QFontMetricsF(self.body)
        self.small_m = QFontMetricsF(self.small)


class PhraseRow(QStyledItemDelegate):
    """Paints the rows of the list."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._kept: dict[tuple[str, int], Laid] = {}
        self._fonts = Fonts(look)
        self.hovered = -1
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Drop fonts and layouts: another look is on."""
        self._fonts = Fonts(self._look)
        self._kept.clear()

    def forget_rows(self) -> None:
        """Drop the layouts: other rows are shown, or the same ones found otherwise or in another language."""
        self._kept.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as every other."""
        return QSize(0, self._look.scale.row)

    def is_cut(self, index: QModelIndex) -> bool:
        """Whether something of a row does not fit, so that a tooltip helps."""
        hit = index.data(HIT)
        return isinstance(hit, Hit) and self._laid(hit, self._view.viewport().width()).is_cut

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        is_selected = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, is_selected, index.row() == self.hovered)
        laid = self._laid(hit, rect.width())
        self._paint_digit(painter, rect, index.row() - self._first_row(), is_selected)
        self._paint_first_line(painter, rect, laid, is_selected)
        self._paint_second_line(painter, rect, laid, is_selected)
        painter.restore()

    def _first_row(self) -> int:
        top = self._view.indexAt(self._view.viewport().rect().topLeft() + self._view.rect().topLeft())
        return max(top.row(), 0)

    def _paint_ground(self, painter: QPainter, rect: QRect, is_selected: bool, is_hovered: bool) -> None:
        if not is_selected and not is_hovered:
            return
        has_keyboard = is_selected and self._view.hasFocus()
        painter.setPen(self._look.colour("accent") if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("selection" if is_selected else "hover"))
        ground = QRectF(rect).adjusted(MARGIN, 1, -MARGIN, -1)
        painter.drawRoundedRect(ground, RADIUS - 1, RADIUS - 1)

    def _paint_digit(self, painter: QPainter, rect: QRect, number: int, is_selected: bool) -> None:
        if not 0 <= number < 9:
            return
        painter.setFont(self._fonts.small)
        painter.setPen(self._look.colour("accent_text" if is_selected else "muted"))
        place = QRectF(rect.x() + MARGIN, rect.y(), DIGIT + 2, self._middle(rect) - rect.y())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_first_line(self, painter: QPainter, rect: QRect, laid: Laid, is_selected: bool) -> None:
        left = rect.x() + MARGIN + DIGIT + GRID
        top, bottom = rect.y() + MARGIN, self._middle(rect)
        self._paint_pieces(painter, laid.title, left, top, bottom, self._fonts.title, "text", is_selected)
        if laid.side:
            self._paint_pieces(painter, laid.side, left, top, bottom, self._fonts.small, "muted", is_selected)
        if laid.code:
            self._paint_keycap(painter, laid.code, left, top, bottom, is_selected)
        right = rect.right() - MARGIN - GRID
        ratio = self._view.devicePixelRatioF()
        for name, tone in laid.drawings:
            right -= ICON
            picture = self._look.pixmap(name, tone, ICON, ratio)
            painter.drawPixmap(QPointF(right, (top + bottom - ICON) / 2), picture)
            right -= GRID

    def _paint_second_line(self, painter: QPainter, rect: QRect, laid: Laid, is_selected: bool) -> None:
        left = rect.x() + MARGIN + DIGIT + GRID
        top, bottom = self._middle(rect), rect.bottom() - MARGIN
        self._paint_pieces(painter, laid.body, left, top, bottom, self._fonts.body, "muted", is_selected)

    def _paint_pieces(
        self,
        painter: QPainter,
        pieces: tuple[Piece, ...],
        left: float,
        top: float,
        bottom: float,
        font: QFont,
        colour: str,
        is_selected: bool,
    ) -> None:
        painter.setFont(font)
        for piece in pieces:
            height = piece.text.size().height()
            y = (top + bottom - height) / 2
            if piece.ink is not Ink.PLAIN:
                self._paint_tint(painter, QRectF(left + piece.x, y, piece.width, height), piece.ink, is_selected)
            inks = {Ink.PLAIN: colour, Ink.FOUND: "text", Ink.VARIABLE: "accent_text"}
            painter.setPen(self._look.colour(inks[piece.ink]))
            inset = GRID if piece.ink is Ink.VARIABLE else 0
            painter.drawStaticText(QPointF(left + piece.x + inset, y), piece.text)

    def _paint_tint(self, painter: QPainter, place: QRectF, ink: Ink, is_selected: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if ink is Ink.FOUND:
            painter.setBrush(self._look.colour("mark_selected" if is_selected else "mark"))
            painter.drawRoundedRect(place.adjusted(-0.5, 0.5, 0.5, -0.5), 3, 3)
        else:
            painter.setBrush(self._look.colour("card" if is_selected else "selection"))
            painter.drawRoundedRect(place.adjusted(1, 0.5, -1, -0.5), 4, 4)

    def _paint_keycap(
        self, painter: QPainter, code: Piece, left: float, top: float, bottom: float, is_selected: bool
    ) -> None:
        height = self._fonts.small_m.height() + 2
        place = QRectF(left + code.x, (top + bottom - height) / 2, code.width, height)
        is_found = code.ink is Ink.FOUND
        ground = ("mark_selected" if is_selected else "mark") if is_found else "keycap"
        painter.setPen(QColor(self._look.colour("line")))
        painter.setBrush(self._look.colour("card" if is_selected and not is_found else ground))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._fonts.small)
        painter.setPen(self._look.colour("text" if is_found else "muted"))
        painter.drawStaticText(QPointF(place.x() + 5, place.center().y() - code.text.size().height() / 2), code.text)

    def _middle(self, rect: QRect) -> float:
        return rect.y() + rect.height() / 2 + 0.5

    def _laid(self, hit: Hit, width: int) -> Laid:
        key = (hit.phrase.id, width)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = lay_out(hit.phrase, hit.marks, width - 2 * MARGIN - DIGIT - 2 * GRID, self._fonts)
        return self._kept[key]


def lay_out(phrase: Phrase, marks: Marks, width: float, fonts: Fonts) -> Laid:
    """Give every text of a row its place in a width; the title gives way last."""
    drawings = _drawings(phrase)
    right = width - len(drawings) * (ICON + GRID)
    code = _code(phrase, marks, right, fonts)
    if code:
        right = code.x - INSIDE
    title, title_cut = _line(runs.of_title(phrase, marks), right, fonts.title, fonts.title_m)
    end = title[-1].x + title[-1].width if title else 0.0
    side = _side(runs.of_side(phrase, marks), end + BETWEEN, right, fonts)
    body, body_cut = _line(runs.of_body(phrase, marks), width, fonts.body, fonts.body_m)
    return Laid(title, body, side, code, drawings, title_cut or body_cut)


def _line(line: tuple[Run, ...], width: float, font: QFont, measure: QFontMetricsF) -> tuple[tuple[Piece, ...], bool]:
    pieces: list[Piece] = []
    x = 0.0
    for run in line:
        text = sentences.of_fact(run.text) if run.ink is Ink.VARIABLE else run.text
        inset = 2 * GRID if run.ink is Ink.VARIABLE else 0
        advance = measure.horizontalAdvance(text) + inset
        if x + advance <= width:
            pieces.append(Piece(_static(text, font), x, advance, run.ink))
            x += advance
            continue
        cut = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(width - x - inset, 0))
        if cut and cut != "…":
            pieces.append(Piece(_static(cut, font), x, measure.horizontalAdvance(cut) + inset, run.ink))
        elif width - x >= measure.horizontalAdvance("…"):
            pieces.append(Piece(_static("…", font), x, measure.horizontalAdvance("…")))
        return tuple(pieces), True
    return tuple(pieces), False


def _code(phrase: Phrase, marks: Marks, right: float, fonts: Fonts) -> Piece | None:
    run = runs.of_code(phrase, marks)
    if run is None:
        return None
    text = fonts.small_m.elidedText(run.text, Qt.TextElideMode.ElideRight, WIDEST_CODE)
    width = fonts.small_m.horizontalAdvance(text) + 10
    return Piece(_static(text, fonts.small), right - width, width, run.ink)


def _side(line: tuple[Run, ...], left: float, right: float, fonts: Fonts) -> tuple[Piece, ...]:
    room = min(right - left, WIDEST_SIDE)
    if not line or room < LEAST_SIDE:
        return ()
    text = "".join(run.text for run in line)
    if fonts.small_m.horizontalAdvance(text) > room:
        line = (Run(fonts.small_m.elidedText(text, Qt.TextElideMode.ElideLeft, room)),)
    pieces, _ = _line(line, room + 1, fonts.small, fonts.small_m)
    shift = right - pieces[-1].x - pieces[-1].width
    return tuple(Piece(piece.text, piece.x + shift, piece.width, piece.ink) for piece in pieces)


def _drawings(phrase: Phrase) -> tuple[tuple[str, Tone], ...]:
    """What to know of a phrase before it is pasted, from the right."""
    shown = (
        ("pin", Tone.ACCENT, phrase.is_pinned),
        ("send", Tone.SOON, phrase.is_sent),
        ("image", Tone.MUTED, bool(phrase.images)),
        ("parts", Tone.MUTED, phrase.output is Output.PARTS),
        ("copy", Tone.MUTED, phrase.output is Output.COPY),
    )
    return tuple((name, tone) for name, tone, is_shown in shown if is_shown)


def _static(text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=font)
    return made
