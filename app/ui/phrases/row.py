"""How a phrase is painted: two lines, found characters tinted, variables as pills, what matters at the right.

The rule: a row is laid out once for a width and kept; painting it again only copies prepared text.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.core.phrases.phrase import SHEET, Phrase
from app.core.search.hits import Hit
from app.ui.painted_list import MARGIN, RowTinter
from app.ui.palette import Tone
from app.ui.phrases.layout import ICON, Fonts, Laid, Piece, lay_out
from app.ui.phrases.model import HIT
from app.ui.runs import Ink
from app.ui.theme import GRID, Look
from app.ui.times import FINE, Note, Times
from app.ui.words import translate

DIGIT = 16
"""The width of the column for the digit of Alt+digit."""
KEPT = 400
"""Layouts kept before all are dropped."""
_NOUNS = {"activity": "activities", "product": "box", "fact": "shop", "offer": "calculator"}
"""The drawing of what an answer is made of, by the second part of its id."""
_SHEET = f"{SHEET}:"


class PhraseRow(RowTinter):
    """Paints the rows of the list."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(look, view)
        self._kept: dict[tuple[str, int, Note, str], Laid] = {}
        self._times: Times | None = None
        self._own: Callable[[Phrase], str] = lambda _phrase: ""
        self._fonts = Fonts(look)
        look.changed.connect(self.forget)
        look.drawn.connect(lambda: view.viewport().update())

    def know_times(self, times: Times) -> None:
        """Say of each phrase whether it holds now."""
        self._times = times
        self.forget_rows()

    def know_own(self, mark: Callable[[Phrase], str]) -> None:
        """Draw what tells that a phrase is an own version of what a pack says."""
        self._own = mark
        self.forget_rows()

    def note(self, phrase: Phrase) -> Note:
        """What is to be said of the lifetime of a phrase."""
        return self._times.note(phrase) if self._times and phrase.lifetime else FINE

    def told(self, phrase: Phrase) -> str:
        """In words what a row draws beside its texts: of its lifetime, and whose version it is."""
        own = translate("phrases", "your own version") if self._own(phrase) else ""
        return ", ".join(part for part in (self.note(phrase).text, own) if part)

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
        self.paint_ground(painter, rect, index)
        laid = self._laid(hit, rect.width())
        self._paint_digit(painter, rect, index.row() - self._first_row(), is_selected)
        self._paint_first_line(painter, rect, laid, is_selected)
        self._paint_second_line(painter, rect, laid, is_selected)
        self._paint_under_digit(painter, rect, hit.phrase)
        painter.restore()

    def _first_row(self) -> int:
        top = self._view.indexAt(QPoint())
        return max(top.row(), 0)

    def _paint_digit(self, painter: QPainter, rect: QRect, number: int, is_selected: bool) -> None:
        if not 0 <= number < 9:
            return
        painter.setFont(self._fonts.small)
        painter.setPen(self._look.colour("accent_text" if is_selected else "muted"))
        place = QRectF(rect.x() + MARGIN, rect.y(), DIGIT + 2, self._middle(rect) - rect.y())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_under_digit(self, painter: QPainter, rect: QRect, phrase: Phrase) -> None:
        """What an answer is made of, or that a phrase is pinned: there it moves no code out of line."""
        is_answer = phrase.id.startswith(_SHEET)
        name = _NOUNS.get(phrase.id.removeprefix(_SHEET).split(":", 1)[0]) if is_answer else None
        name = "pin" if phrase.is_pinned else name
        if name and self._look.has_drawings:
            picture = self._look.pixmap(name, Tone.MUTED, ICON, self._view.devicePixelRatioF())
            left, top = rect.x() + MARGIN + (DIGIT + 2 - ICON) / 2, (self._middle(rect) + rect.bottom() - MARGIN) / 2
            painter.drawPixmap(QPointF(left, top - ICON / 2), picture)

    def _paint_first_line(self, painter: QPainter, rect: QRect, laid: Laid, is_selected: bool) -> None:
        left = rect.x() + MARGIN + DIGIT + GRID
        top, bottom = rect.y() + MARGIN, self._middle(rect)
        title = "muted" if laid.is_faint else "text"
        self._paint_pieces(painter, laid.title, left, top, bottom, self._fonts.title, title, is_selected)
        if laid.side:
            self._paint_pieces(painter, laid.side, left, top, bottom, self._fonts.small, "muted", is_selected)
        if laid.code:
            self._paint_keycap(painter, laid.code, left, top, bottom, is_selected)
        right = rect.right() - MARGIN - GRID
        ratio = self._view.devicePixelRatioF()
        for name, tone in laid.drawings if self._look.has_drawings else ():
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
            inks = {Ink.PLAIN: colour, Ink.FOUND: "text", Ink.VARIABLE: "accent_text" if is_selected else "muted"}
            painter.setPen(self._look.colour(inks[piece.ink]))
            inset = GRID if piece.ink is Ink.VARIABLE else 0
            painter.drawStaticText(QPointF(left + piece.x + inset, y), piece.text)

    def _paint_tint(self, painter: QPainter, place: QRectF, ink: Ink, is_selected: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if ink is Ink.FOUND:
            painter.setBrush(self._look.colour("mark_selected" if is_selected else "mark"))
            painter.drawRoundedRect(place.adjusted(-0.5, 0.5, 0.5, -0.5), 3, 3)
        else:
            painter.setBrush(self._look.colour("card" if is_selected else "keycap"))
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
        note, own = self.note(hit.phrase), self._own(hit.phrase)
        key = (hit.phrase.id, width, note, own)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            room = width - 2 * MARGIN - DIGIT - 2 * GRID
            self._kept[key] = lay_out(hit.phrase, hit.marks, room, self._fonts, note, own)
        return self._kept[key]
