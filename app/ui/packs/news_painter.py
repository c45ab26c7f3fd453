"""How a line of news is painted: what is gone struck out, what is new marked and underlined.

The rule: a text from outside is put in as text, never as markup; a line is laid out once for a width and kept.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.ui.packs.news_lines import Ink, Line, Part
from app.ui.packs.news_model import LINE, NewsModel
from app.ui.painted_list import MARGIN, RowTinter
from app.ui.palette import Palette
from app.ui.theme import GRID, INSIDE, Look, Type

ICON = 14
_LEFT = MARGIN + ICON + INSIDE
_Index = QModelIndex | QPersistentModelIndex


class NewsPainter(RowTinter):
    """Lays a line out once for a width and keeps it."""

    def __init__(self, look: Look, view: QListView, model: NewsModel) -> None:
        super().__init__(look, view)
        self._kept: dict[tuple[str, int, bool], QTextDocument] = {}
        look.changed.connect(self.forget)
        model.modelReset.connect(self.forget)

    def forget(self) -> None:
        """Other lines are shown, or in another look."""
        self._kept.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its texts are in the width of the list."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return QSize(0, 0)
        height = self._laid(line).size().height()
        return QSize(0, round(height) + (INSIDE if line.part is Part.HEAD else 3 * GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined] # the stubs lack the option's fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.part is not Part.HEAD:
            self.paint_ground(painter, rect, index)
            picture = self._look.pixmap(line.drawing, line.tone, ICON, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.x() + MARGIN + GRID, rect.y() + 2 * GRID), picture)
        top = rect.y() + (INSIDE if line.part is Part.HEAD else 3 * GRID / 2)
        painter.translate(rect.x() + self._left(line), top)
        self._laid(line, is_selected=self._view.selectionModel().isSelected(index)).drawContents(painter)
        painter.restore()

    def _left(self, line: Line) -> int:
        return MARGIN + GRID if line.part is Part.HEAD else _LEFT + GRID

    def _laid(self, line: Line, *, is_selected: bool = False) -> QTextDocument:
        width = self._view.viewport().width() - self._left(line) - MARGIN - GRID
        key = (line.key, width, is_selected)
        if key not in self._kept:
            self._kept[key] = document(line, self._look, width, is_selected=is_selected)
        return self._kept[key]


def document(line: Line, look: Look, width: int, *, is_selected: bool = False) -> QTextDocument:
    """A line laid out for a width."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(look.font(Type.BODY))
    made.setDefaultTextOption(_wrapping())
    cursor = QTextCursor(made)
    mark = look.palette.mark_selected if is_selected else look.palette.mark
    formats: Callable[[Ink], QTextCharFormat] = lambda ink: _format(ink, look, mark, is_faint=line.is_faint)  # noqa: E731
    for number, paragraph in enumerate(line.paragraphs):
        if number:
            cursor.insertBlock()
        for piece in paragraph:
            cursor.insertText(piece.text.replace("\n", "\u2028"), formats(piece.ink))
    made.setTextWidth(max(width, 40))
    return made


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _format(ink: Ink, look: Look, mark: str, *, is_faint: bool) -> QTextCharFormat:
    made, colours = QTextCharFormat(), look.palette
    made.setFont(look.font(Type.MUTED if ink is Ink.MUTED else Type.BODY))
    made.setForeground(QColor(_colour(ink, colours, is_faint=is_faint)))
    if ink is Ink.TITLE:
        made.setFontWeight(QFont.Weight.DemiBold)
    elif ink is Ink.GONE:
        made.setFontStrikeOut(True)
    elif ink is Ink.NEW:
        made.setBackground(QColor(mark))
        made.setFontUnderline(True)
    return made


def _colour(ink: Ink, colours: Palette, *, is_faint: bool) -> str:
    if ink is Ink.GONE:
        return colours.late
    if ink is Ink.NEW:
        return colours.text
    return colours.muted if is_faint or ink is Ink.MUTED else colours.text
