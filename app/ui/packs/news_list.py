"""The list of news: lines as high as their texts, moved through and confirmed by keys.

The rule: the list decides nothing; it tells which line is meant and which could be seen to their last words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.ui.packs.news_lines import Line, Part
from app.ui.packs.news_model import LINE, NewsModel
from app.ui.packs.news_painter import NewsPainter
from app.ui.sheet_panel.listing import is_typing
from app.ui.theme import GRID, Look, kind

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewsList(QListView):
    """The list. `entered` carries the line that Enter or a click on its drawing is about, and whether Ctrl was held.

    `seen` carries the keys of the lines that were in sight; `opened` is →, `left` Esc or ←.
    """

    entered = Signal(object, bool)
    moved = Signal()
    seen = Signal(object)
    opened = Signal()
    left = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.news = NewsModel(self)
        self.setModel(self.news)
        self.setProperty(*kind("bare"))
        self.setItemDelegate(NewsPainter(look, self, self.news))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())
        look.changed.connect(self.doItemsLayout)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; where the one that was stood on is gone, stand on the next."""
        at, key, offset = self.currentIndex().row(), self.key(), self.verticalScrollBar().value()
        self.news.show(lines, self.news.rowCount())
        found = self.news.row_of(key) if key else -1
        self.choose(found if found >= 0 else self._near(max(at, 0)))
        self.verticalScrollBar().setValue(offset)
        self.moved.emit()

    def choose(self, at: int) -> None:
        """Stand on a line."""
        if at >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.news.index(at), flag)

    def start(self) -> None:
        """Stand on the first line."""
        self.choose(self._near(0))
        self.scrollToTop()

    def current(self) -> Line | None:
        """The line that is stood on."""
        line = self.currentIndex().data(LINE)
        return line if isinstance(line, Line) else None

    def key(self) -> str:
        """Its key, or nothing."""
        line = self.current()
        return line.key if line else ""

    def enter(self, is_ctrl: bool = False) -> None:
        """Do what Enter does, whoever has the keyboard."""
        line = self.current()
        if line:
            self.entered.emit(line, is_ctrl)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held & Qt.KeyboardModifier.AltModifier:
            if not event.isAutoRepeat():  # one that is held down confirms one thing and not all of them
                self.enter(is_ctrl=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.opened.emit()
        elif is_typing(event):
            self.typed.emit(event)
        elif held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()  # a chord is the place's or the window's
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is an Enter; a single one only looks, so that nobody confirms by scrolling about."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()) == self.currentIndex():
            self.enter()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell what can be seen."""
        super().paintEvent(event)
        self.seen.emit(self._in_sight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _in_sight(self) -> frozenset[str]:
        """The lines whose end can be seen: a long one counts once it was scrolled to its last words."""
        area = self.viewport().rect()
        keys = set()
        for at in range(self.news.rowCount()):
            place = self.visualRect(self.news.index(at))
            if place.top() > area.bottom():
                break
            if area.top() <= place.bottom() <= area.bottom() + 2 * GRID:
                keys.add(self.news.lines[at].key)
        return frozenset(keys)

    def _near(self, at: int) -> int:
        """The first line from a place on that can be stood on, else the last before it."""
        places = [row for row in range(self.news.rowCount()) if self.news.lines[row].part is not Part.HEAD]
        return next((row for row in places if row >= at), places[-1] if places else -1)
