"""The countdowns in the strip: the nearest one always, a second one where there is room, painted once a second.

The rule: a tick repaints the digits and nothing else; no text is laid out anew and no neighbour moves while digits run.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from app.core.values import dataclass
from app.ui.icons import SMALL
from app.ui.running_cell import EDGE, RunningCell
from app.ui.theme import GRID, Look
from app.ui.timers import faces
from app.ui.timers.faces import Face, Step
from app.ui.timers.ticker import Ticker

if TYPE_CHECKING:
    from app.core.clockwork.countdowns import Countdown
    from app.ui.timers.desk import TimersDesk

AT_ONCE = 2
"""So many countdowns the strip shows at most."""
LEAST_NAME = 36
"""A name that is cut shorter than this tells nothing."""
_GAP = 3 * GRID


@dataclass(frozen=True, slots=True)
class Piece:
    """One countdown at its place: its name as far as there is room for it, and where its digits stand."""

    countdown: "Countdown"
    name: str
    x: float
    digits_x: float
    width: float


class CountdownCell(RunningCell):
    """The cell. It is hidden while nothing counts."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._desk: TimersDesk | None = None
        self._nearest: tuple[Countdown, ...] = ()
        self._faces: tuple[Face, ...] = ()
        self._pieces: tuple[Piece, ...] = ()
        self._beats = 0
        self._dress()

    def serve(self, desk: "TimersDesk", ticker: Ticker) -> None:
        """Show what counts from now on."""
        self._desk = desk
        ticker.second.connect(self.tick)
        ticker.watch(self)
        self.refresh()

    @property
    def text_shown(self) -> str:
        """What stands in the cell now."""
        shown = zip(self._pieces, self._faces, strict=False)
        return " | ".join(f"{piece.name} {face.digits}".strip() for piece, face in shown)

    def refresh(self) -> None:
        """Read which countdowns are the nearest."""
        if self._desk is None:
            return
        now = self._desk.now()
        running = [countdown for countdown in self._desk.countdowns() if countdown.due_at > now]
        self._nearest = tuple(sorted(running, key=lambda countdown: countdown.due_at)[:AT_ONCE])
        self._look_at(now)
        self.setVisible(bool(self._nearest))
        self._arrange()
        self.room_changed.emit()

    def tick(self, now: datetime) -> None:
        """Show a second; where a countdown has come to its end, the next ones take its place."""
        if any(countdown.due_at <= now for countdown in self._nearest):
            self.refresh()
            return
        before = self._faces
        self._look_at(now)
        if [len(face.digits) for face in before] != [len(face.digits) for face in self._faces]:
            self._arrange()
            self.room_changed.emit()
        elif before != self._faces or self._is_pulsing:
            self._beats += 1
            self.update()

    # The room there is.

    def wish(self, count: int = 1) -> float:
        """The width for so many countdowns with their names, or for the digits of the nearest alone (0)."""
        if not self._nearest or self._desk is None:
            return 0.0
        if not count:
            return 2 * EDGE + SMALL + GRID + self._advance(self._faces[0], "")
        shown = list(zip(self._nearest, self._faces, strict=True))[:count]
        widths = [SMALL + GRID + self._advance(face, self._names(each)[-1]) for each, face in shown]
        return 2 * EDGE + sum(widths) + (len(widths) - 1) * _GAP

    def sizeHint(self) -> QSize:
        """As wide as what is shown."""
        end = self._pieces[-1] if self._pieces else None
        width = end.x + end.width + EDGE if end else self.wish()
        return QSize(round(width + 0.5), self._look.scale.target)

    def _arrange(self) -> None:
        """Give the names the room that the digits leave; the second countdown comes only whole."""
        self._pieces = ()
        x, left = float(EDGE), self.room - 2 * EDGE
        for at, (countdown, face) in enumerate(zip(self._nearest, self._faces, strict=True)):
            x += _GAP if at else 0
            left -= _GAP if at else 0
            name = self._fitting(countdown, face, left, is_first=not at)
            if name is None:
                break
            width = SMALL + GRID + self._advance(face, name)
            digits_x = x + width - self._digits_width(face)
            self._pieces += (Piece(countdown, name, x, digits_x, width),)
            x, left = x + width, left - width
        self._say()
        self.updateGeometry()
        self.update()

    def _fitting(self, countdown: "Countdown", face: Face, room: float, *, is_first: bool) -> str | None:
        names = self._names(countdown)
        for name in names:
            if SMALL + GRID + self._advance(face, name) <= room:
                return name
        if not is_first:
            return None
        free = room - SMALL - GRID - self._advance(face, "") - GRID
        if free < LEAST_NAME:
            return ""
        return self._measure.elidedText(names[-1], Qt.TextElideMode.ElideRight, free)

    def _names(self, countdown: "Countdown") -> tuple[str, ...]:
        activity = self._desk.activity(countdown.activity_id) if self._desk and countdown.activity_id else ""
        return faces.names(countdown, activity)

    def _advance(self, face: Face, name: str) -> float:
        named = self._measure.horizontalAdvance(name) + GRID if name else 0.0
        return named + self._digits_width(face)

    def _digits_width(self, face: Face) -> float:
        return self._measure.horizontalAdvance("".join("0" if sign.isdigit() else sign for sign in face.digits))

    # What is said and painted.

    def _look_at(self, now: datetime) -> None:
        steps = self._desk.steps() if self._desk else ()
        self._faces = tuple(faces.face(countdown, now, steps) for countdown in self._nearest)

    def _say(self) -> None:
        if self._desk is None:
            return
        now, zone = self._desk.now(), self._desk.zone()
        lines = [f"{self._names(countdown)[0]} · {faces.due(countdown, now, zone)}" for countdown in self._nearest]
        self.setAccessibleName(self.tr("Countdowns: {names}").replace("{names}", " | ".join(lines)))
        self.setToolTip("\n".join((*lines, self.tr("Click for all countdowns"))))

    @property
    def _is_pulsing(self) -> bool:
        return any(face.is_last for face in self._faces) and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, then each countdown."""
        painter = QPainter(self)
        self._paint_ground(painter, is_tinted=self._is_tinted)
        painter.setFont(self._font)
        for at, (piece, face) in enumerate(zip(self._pieces, self._faces, strict=False)):
            if at:
                painter.setPen(self._look.colour("line"))
                x = piece.x - _GAP / 2
                painter.drawLine(QPointF(x, 6), QPointF(x, self.height() - 6))
            self._paint_piece(painter, piece, face)

    @property
    def _is_tinted(self) -> bool:
        return any(face.is_last for face in self._faces) and (self._beats % 2 == 0 or not self._is_pulsing)

    def _paint_piece(self, painter: QPainter, piece: Piece, face: Face) -> None:
        drawing = faces.urgent_drawing(piece.countdown.awaited, face.step)
        picture = self._look.pixmap(drawing, face.tone, SMALL, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(piece.x, (self.height() - SMALL) / 2), picture)
        middle = QRectF(piece.x + SMALL + GRID, 0, piece.digits_x - piece.x, self.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._look.colour("muted" if face.step is Step.CALM else face.tone.value))
        painter.drawText(middle, left, piece.name)
        painter.setPen(self._look.colour(face.tone.value))
        painter.drawText(QRectF(piece.digits_x, 0, self.width(), self.height()), left, face.digits)
