"""The queue in the strip: how many orders wait, and how long the next one still has.

The rule: a tick repaints the digits and nothing else. Where it is narrow the words go first, then the count, never the
digits.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.core.clockwork import moments
from app.ui.icons import SMALL
from app.ui.orders import faces
from app.ui.orders.faces import Face, Near
from app.ui.palette import Tone
from app.ui.running_cell import EDGE, RunningCell
from app.ui.theme import GRID, Look
from app.ui.timers.ticker import Ticker
from app.ui.words import is_chinese

if TYPE_CHECKING:
    from app.core.orders.order import Order
    from app.ui.orders.desk import OrdersDesk


class OrderCell(RunningCell):
    """The cell. It is hidden while no order waits."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._desk: OrdersDesk | None = None
        self._next: Order | None = None
        self._face = Face("", "", Near.CALM)
        self._count = 0
        self._words = ""
        self._dress()

    def serve(self, desk: "OrdersDesk", ticker: Ticker) -> None:
        """Show this queue from now on."""
        self._desk = desk
        ticker.second.connect(self.tick)
        ticker.watch(self)
        self.refresh()

    @property
    def text_shown(self) -> str:
        """What stands in the cell now."""
        return self._words + self._face.digits

    def refresh(self) -> None:
        """Read the queue again."""
        if self._desk is None:
            return
        desk, now = self._desk, self._desk.now()
        from app.ui.orders import closing  # noqa: PLC0415 - as long as no order is known nothing closes

        book, steady_now = desk.book(), now - desk.shift()
        self._count = book.count() - closing.closed(book, steady_now)
        self._next = closing.next_to_close(book, steady_now) if self._count else None
        self._look_at(now)
        self.setVisible(self._next is not None)
        self._arrange()
        self.room_changed.emit()

    def tick(self, now: datetime) -> None:
        """Show a second; where the next order has closed, the one after it takes its place."""
        if self._next is None or self._desk is None:
            return
        if self._next.closes_by(self._desk.shift()) <= now:
            self.refresh()
            return
        before = self._face
        self._look_at(now)
        if before.still != self._face.still or before.near is not self._face.near:
            self._arrange()
            self.room_changed.emit()
        elif before != self._face:
            self.update()

    # The room there is.

    def wish(self, count: int = 1) -> float:
        """The width for all of it, or for the digits alone (0)."""
        if self._next is None:
            return 0.0
        return self._width(self._forms()[0 if count else -1])

    def sizeHint(self) -> QSize:
        """As wide as what is shown."""
        return QSize(round(self._width(self._words) + 0.5), self._look.scale.target)

    def _arrange(self) -> None:
        """The longest form that fits; the digits alone stand there in any case."""
        forms = self._forms()
        self._words = next((form for form in forms if self._width(form) <= self.room), forms[-1])
        self._say()
        self.updateGeometry()
        self.update()

    def _forms(self) -> tuple[str, ...]:
        count = f"{self._count:,}"
        return (self.tr("Unpaid {count} · next ").replace("{count}", count), f"{count} · ", "")

    def _width(self, words: str) -> float:
        return 2 * EDGE + SMALL + GRID + self._measure.horizontalAdvance(words + self._face.still) + 1

    # What is said and painted.

    def _look_at(self, now: datetime) -> None:
        if self._next and self._desk:
            self._face = faces.face(self._next, now, self._desk.shift(), self._desk.zone())

    def _say(self) -> None:
        if self._next is None or self._desk is None:
            return
        left = self._next.closes_by(self._desk.shift()) - self._desk.now()
        said = self.tr("Unpaid orders: {count}. The next one is {buyer}, {left}.")
        from app.core.prices import yuan  # noqa: PLC0415 - as long as no order is known nothing is said

        whole = f"{self._next.buyer} {yuan.shown(self._next.amount)}".strip()
        in_words = moments.left_in_words(max(left, timedelta()), is_chinese=is_chinese())
        said = said.replace("{count}", f"{self._count:,}").replace("{left}", in_words).replace("{buyer}", whole)
        self.setAccessibleName(said)
        self.setToolTip("\n".join((said, self.tr("Click for the queue"))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the drawing, the words, the digits."""
        painter = QPainter(self)
        self._paint_ground(painter, is_tinted=self._face.near is Near.LATE)
        is_calm = self._face.near is Near.CALM
        tone = Tone.MUTED if is_calm else self._face.tone
        picture = self._look.pixmap("orders" if is_calm else self._face.drawing, tone, SMALL, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(EDGE, (self.height() - SMALL) / 2), picture)
        painter.setFont(self._font)
        x = float(EDGE + SMALL + GRID)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._look.colour(tone.value))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), middle, self._words)
        x += self._measure.horizontalAdvance(self._words)
        painter.setPen(self._look.colour(self._face.tone.value))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), middle, self._face.digits)
