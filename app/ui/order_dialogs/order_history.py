"""What happened to an order: when, who, what; the latest first."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.core.orders.order import Deed, Event
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import dress_table
from app.ui.order_dialogs import order_words
from app.ui.order_dialogs.order_words import Names
from app.ui.theme import GRID, INSIDE, TARGET, kind

_MOST_ROWS = 7
_FEWEST = 2
_SENT = frozenset((Deed.URGED, Deed.HANDED_OVER))
"""What has a text that was sent to somebody."""
WHEN, WHO, WHAT = range(3)


class OrderHistory(QWidget):
    """A table of events, and under it the whole of the one that is looked at where it does not fit."""

    def __init__(
        self,
        names: Names,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
    ) -> None:
        super().__init__()
        self._names, self._now, self._zone = names, now, zone
        self._events: Sequence[Event] = ()
        self.empty = label("muted")
        self.table = QTableWidget(0, 3)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.text.setFixedHeight(3 * self.text.fontMetrics().lineSpacing() + 2 * INSIDE + GRID)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.empty, self.table, self.text):
            column.addWidget(widget)
        self.table.currentItemChanged.connect(lambda _now, _was: self._look_at(self.table.currentIndex()))
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put(self, events: Sequence[Event]) -> None:
        """Show what happened, given the oldest first."""
        self._events = tuple(reversed(events))
        self._draw()

    def _draw(self) -> None:
        self.table.setRowCount(len(self._events))
        for at, event in enumerate(self._events):
            when = order_words.moment(event.at, self._now(), self._zone())
            what = order_words.event(event, self._names)
            for place, words in enumerate((when, event.agent, what)):
                item = QTableWidgetItem(words)
                item.setToolTip(words if place == WHAT else "")
                self.table.setItem(at, place, item)
        rows = min(max(len(self._events), _FEWEST), _MOST_ROWS)
        self.table.setFixedHeight((rows + 1) * (TARGET + GRID) + GRID)
        self.table.setVisible(bool(self._events))
        self.empty.setVisible(not self._events)
        self.text.hide()

    def _look_at(self, index: QModelIndex) -> None:
        event = self._events[index.row()] if 0 <= index.row() < len(self._events) else None
        is_sent = event is not None and event.deed in _SENT and bool(event.text)
        self.text.setPlainText(event.text if event and is_sent else "")
        self.text.setVisible(is_sent)

    def _dress(self) -> None:
        dress_table(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(WHEN, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHO, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def _name(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        self.table.setAccessibleName(self.tr("History"))
        self.text.setAccessibleName(self.tr("What was sent"))
        self.empty.setText(self.tr("Nothing has happened to it yet."))
        self._draw()
