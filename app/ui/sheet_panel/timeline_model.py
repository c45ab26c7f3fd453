"""The rows of the timeline: activities that run or come, and the ended ones behind a fold.

The rule: it holds how things stand at one moment; when that moment has passed, the view asks for it again.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core.values import dataclass
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.lanes import Lane, Standing, next_moment
from app.ui.timers.faces import Step, step

LANE = Qt.ItemDataRole.UserRole
"""The role that gives a `Lane` or the `Fold`."""
NEVER = datetime.min.replace(tzinfo=UTC)
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Fold:
    """The row that shows and hides the ended ones."""

    count: int
    is_open: bool


class TimelineModel(QAbstractListModel):
    """The lanes of one moment. `now` moves on with every second, the lanes do not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Lane] = ()
        self._rows: list[Lane | Fold] = []
        self._made_at = NEVER
        self._next_at: datetime | None = None
        self._is_open = False
        self.now = NEVER
        self.chosen = ""
        self.steps: Sequence[int] = (60, 10, 1)
        self.zone = ZoneInfo("UTC")

    @property
    def rows(self) -> Sequence[Lane | Fold]:
        """What is shown."""
        return self._rows

    @property
    def is_single(self) -> bool:
        """Whether only one activity is running, so that there is room to name its phases."""
        return sum(lane.is_live for lane in self._all) == 1

    def show(self, lanes: Sequence[Lane], now: datetime, chosen: str) -> None:
        """Show how activities stand at a moment, one of them chosen."""
        self._all, self.now, self._made_at, self.chosen = lanes, now, now, chosen
        self._next_at = next_moment(lanes)
        self._fill()

    def step(self, lane: Lane) -> Step:
        """How near the next moment of a lane that runs is; what only comes is never urgent."""
        if not lane.is_live or lane.awaited is None:
            return Step.CALM
        return step(lane.awaited.at - self.now, self.steps)

    def face(self, lane: Lane) -> tuple[str, str]:
        """The time left of a lane, and what it counts to."""
        if lane.awaited is None:
            return "", ""
        return terms.clock(lane.awaited.at - self.now), terms.counted_to(lane.awaited, self.step(lane))

    def toggle(self) -> None:
        """Show the ended ones, or hide them."""
        self._is_open = not self._is_open
        self._fill()

    def is_old(self, now: datetime) -> bool:
        """Whether another phase is on by now, or the clock was put back."""
        return now < self._made_at or (self._next_at is not None and now >= self._next_at)

    def row_of(self, activity_id: str) -> int:
        """Where an activity stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if id_of(row) == activity_id), -1)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """The number of rows, the fold too."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The lane for painting; its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == LANE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return folded(row) if isinstance(row, Fold) else row.activity.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return folded(row) if isinstance(row, Fold) else self._spoken(row)
        return None

    def _fill(self) -> None:
        self.beginResetModel()
        ended = [lane for lane in self._all if lane.standing is Standing.ENDED]
        self._rows = [lane for lane in self._all if lane.standing is not Standing.ENDED]
        if ended:
            self._rows.append(Fold(len(ended), self._is_open))
            self._rows += ended if self._is_open else []
        self.endResetModel()

    def _spoken(self, lane: Lane) -> str:
        words = [lane.activity.name, lane.current.name if lane.current else ""]
        if lane.awaited:
            words.append(terms.left_in_words(lane.awaited, self.now, self.step(lane)))
        elif lane.standing is Standing.ENDED:
            words.append(self.tr("ended"))
        words.append(self.tr("chosen") if lane.activity.id == self.chosen else "")
        return ", ".join(word for word in words if word)


def folded(fold: Fold) -> str:
    """The words of the fold."""
    return terms.ended(fold.count)


def id_of(row: Lane | Fold) -> str:
    """The activity of a row; the fold has none."""
    return row.activity.id if isinstance(row, Lane) else ""
