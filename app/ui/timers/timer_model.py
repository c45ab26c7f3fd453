"""The countdowns as rows, nearest first, with those that are over and not yet dismissed on top.

The rule: a row says what is awaited and when; the digits that run are the painter's and are no data of the model.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.clockwork.countdowns import Awaited, Countdown
from app.core.values import dataclass
from app.ui.timers import faces

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the `Row` itself."""
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One countdown, the name of its activity (or nothing), and its moment in words."""

    countdown: Countdown
    activity: str = ""
    due: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the agent set it, so that it can be done, moved and removed."""
        return self.countdown.awaited is Awaited.OWN

    @property
    def about(self) -> str:
        """What it is, of what, and when: `ends · Double Eleven · today 24:00`."""
        return " · ".join(part for part in (faces.what(self.countdown.awaited), self.activity, self.due) if part)


class TimerModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.left_of: Callable[[Row], str] = lambda _row: ""
        """How near a countdown is, in words: asked when somebody listens, never painted."""

    @property
    def rows(self) -> Sequence[Row]:
        """All of them, as shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> bool:
        """Put these in place of the former ones, in the order of their moments; False where nothing is new."""
        ordered = sorted(rows, key=lambda row: (row.countdown.due_at, row.countdown.id))
        if ordered == self._rows:
            return False
        self.beginResetModel()
        self._rows = ordered
        self.endResetModel()
        return True

    def row_of(self, countdown_id: str) -> int:
        """Where a countdown stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.countdown.id == countdown_id), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for painting; its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return faces.name(row.countdown)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (faces.name(row.countdown), self.left_of(row)) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.about
        return None
