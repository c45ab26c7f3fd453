"""The bottom line: what holds at this moment. Each cell says one thing and a click on it opens its place.

The rule: always visible, one line, nothing blinks; what is wrong has a colour, a drawing and words. Where it is narrow
what is well gives way first, then words, and the digits of what runs out never.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.ui.icons import SMALL
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, kind
from app.ui.window.docking import UNBOUNDED
from app.ui.words import Speaking

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStyleOptionToolButton

    from app.ui.orders.cell import OrderCell
    from app.ui.running_cell import RunningCell
    from app.ui.timers.countdown_cell import CountdownCell

_EDGE = 6
LEAST_LAST = 72
"""So much the last cell keeps beside the others."""
_AROUND = 27
"""What stands left and right of a cell's text, and between it and the drawing."""


class Cell(QToolButton):
    """One thing that is said; a long text gives way at its end."""

    def __init__(self, look: Look, is_stretching: bool = False) -> None:
        super().__init__()
        self._look = look
        self._whole = ""
        self._tip = ""
        self._is_stretching = is_stretching
        self._is_short = False
        self._is_ground_only = False
        self.is_well = True
        self.is_hint = False
        self.setProperty(*kind("cell"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(look.scale.target)
        if is_stretching:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> str:
        """The whole text."""
        return self._whole

    @property
    def whole_width(self) -> int:
        """The width that shows the whole text."""
        return self.fontMetrics().horizontalAdvance(self._whole) + SMALL + _AROUND

    def shorten(self, is_short: bool) -> None:
        """Show the drawing alone, or the text again; the tooltip says the text then."""
        self._is_short = is_short
        self._fit()

    def say(self, text: str, drawing: str = "", tone: Tone = Tone.MUTED, tooltip: str = "") -> None:
        """Say a text, after a drawing."""
        self._whole = text
        self._tip = tooltip
        self.setAccessibleName(text)
        self.setAccessibleDescription(tooltip)
        if drawing:
            self.setIconSize(self.iconSize().scaled(SMALL, SMALL, Qt.AspectRatioMode.IgnoreAspectRatio))
            self._look.dress(self, drawing, tone)
        self._fit()

    def initStyleOption(self, option: "QStyleOptionToolButton") -> None:
        """What the style is told of: while the ground is painted nothing that stands on it."""
        super().initStyleOption(option)
        if self._is_ground_only:
            option.text, option.icon = "", QIcon()  # type: ignore[attr-defined] # the stubs lack the option's fields

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the style; drawing and text on one line with those of the cells that count.

        The style paints by itself: whoever asks Qt for a style by name waits for all of them, as long as for a list.
        """
        self._is_ground_only = True
        super().paintEvent(event)
        self._is_ground_only = False
        painter = QPainter(self)
        tone, text = Tone(self.property("tone") or Tone.MUTED.value), self.text()
        left = (self.width() - SMALL) / 2 if not text else float(_EDGE)
        if self.property("drawing"):
            picture = self._look.pixmap(self.property("drawing"), tone, SMALL, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (self.height() - SMALL) / 2), picture)
        warns = tone in (Tone.SOON, Tone.LATE)
        painter.setPen(self._look.colour(tone.value if warns else "text" if self.underMouse() else "muted"))
        place = QRectF(left + SMALL + GRID, 0, self.width() - left - SMALL - GRID, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setToolTip(f"{self._whole}: {self._tip}" if self._is_short else self._tip)
        if not self._is_stretching:
            self.setText("" if self._is_short else self._whole)
            return
        room = max(self.width() - SMALL - 5 * GRID, 0)
        if self.is_hint and self.fontMetrics().horizontalAdvance(self._whole) > room:
            self.setToolTip(f"{self._whole}: {self._tip}")
            self.setText("")  # half a hint is none, and the drawing still leads to the keys
            return
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class Strip(Speaking, QWidget):
    """The line. Later places add cells of their own between its two. `stops_changed`: the Tab key comes to more."""

    pause_wanted = Signal(bool)
    taken_wanted = Signal()
    last_wanted = Signal()
    keys_wanted = Signal()
    timers_wanted = Signal()
    orders_wanted = Signal()
    stops_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_paused = False
        self._taken = 0
        self._last = ""
        self._is_typing = False
        self._orders: OrderCell | None = None
        self._countdowns: CountdownCell | None = None
        self.hotkeys = Cell(look)
        self.last = Cell(look, is_stretching=True)
        self._states: tuple[Cell, ...] = (self.hotkeys,)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch()  # what waits stands at the left, how things are at the right
        self._row.addWidget(self.hotkeys)
        self._row.addWidget(self.last, 1)
        self.hotkeys.hide()  # until it is known how they are
        self.hotkeys.clicked.connect(self._clicked)
        self.last.clicked.connect(self._last_clicked)
        self.retranslate()

    @property
    def orders(self) -> "OrderCell":
        """The queue, at the left; made when it is known that there are orders, or may be."""
        if self._orders is None:
            from app.ui.orders.cell import OrderCell  # noqa: PLC0415 - a start knows of none

            self._orders = OrderCell(self._look)
            self._begin(self._orders, 0, self.orders_wanted)
        return self._orders

    @property
    def countdowns(self) -> "CountdownCell":
        """What runs, beside the queue; made as that is."""
        if self._countdowns is None:
            from app.ui.timers.countdown_cell import CountdownCell  # noqa: PLC0415 - a start knows of none

            self._countdowns = CountdownCell(self._look)
            self._begin(self._countdowns, 1 if self._orders else 0, self.timers_wanted)
        return self._countdowns

    def _begin(self, cell: "RunningCell", at: int, wanted: "SignalInstance") -> None:
        self._row.insertWidget(at, cell)
        cell.clicked.connect(wanted)
        cell.room_changed.connect(self.share)
        self.share()
        self.stops_changed.emit()

    @property
    def _running(self) -> tuple["OrderCell | CountdownCell", ...]:
        return tuple(cell for cell in (self._orders, self._countdowns) if cell)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self._running, *self._states, self.last)

    def add(self, cell: Cell) -> None:
        """Put a further cell before the last one; it gives way as the hotkeys do."""
        self._row.insertWidget(self._row.indexOf(self.last), cell)
        self._states = (*self._states, cell)
        self.share()

    def set_hotkeys(self, *, is_paused: bool, taken: int = 0) -> None:
        """Say how the hotkeys are: on, paused, or so many of them held by other programs."""
        self._is_paused, self._taken = is_paused, taken
        self.hotkeys.show()
        self.retranslate()

    def set_last(self, title: str) -> None:
        """Say which phrase went out last; nothing after a refusal, so that no tick stands beside it."""
        self._last = title
        self.retranslate()

    def set_typing(self, is_typing: bool) -> None:
        """Tell the keys while the window has the keyboard."""
        self._is_typing = is_typing
        self._say_last()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self._say_last()
        self.hotkeys.is_well = not self._is_paused and not self._taken
        if self._is_paused:
            self.hotkeys.say(self.tr("Hotkeys paused"), "pause", Tone.SOON, self.tr("Click to turn them on again"))
        elif self._taken:
            text = self.tr("{count} hotkeys taken").replace("{count}", str(self._taken))
            self.hotkeys.say(text, "warning", Tone.SOON, self.tr("Another program holds them: click to choose others"))
        else:
            self.hotkeys.say(self.tr("Hotkeys on"), "keys", Tone.MUTED, self.tr("Click to pause all hotkeys"))
        self.share()

    def _say_last(self) -> None:
        self.last.is_hint = self._is_typing
        if self._is_typing:
            self.last.say(self.tr("Enter pastes, Ctrl+Enter copies"), "info", Tone.MUTED, self.tr("All keys"))
        elif self._last:
            self.last.say(self._last, "check", Tone.OK, self.tr("Pasted last: click to show it in the list"))
        self.last.setVisible(self._is_typing or bool(self._last))
        self.share()

    def share(self) -> None:
        """Give each what the others leave. What is well becomes a drawing before a text is cut; the order that closes
        next and the nearest countdown keep their digits, and what is left goes to their words.
        """
        cells = self._running
        states = [cell for cell in self._states if not cell.isHidden()]
        shown = sum(not cell.isHidden() for cell in (*cells, self.last)) + len(states)
        room: float = self.width() - max(shown - 1, 0) * self._row.spacing()
        wish = sum(cell.wish() for cell in cells)
        last = self._room_of_last(room - wish - sum(_least_width(cell) for cell in states))
        room -= self._share_states(states, room - wish - last, room - sum(cell.wish(0) for cell in cells), wish > 0)
        room = max(room - last, min(wish, room - min(last, LEAST_LAST)))
        if self._orders:
            other = self._countdowns.wish(0) if self._countdowns else 0.0
            own = max(min(self._orders.wish(), room - other), self._orders.wish(0))
            self._orders.set_room(own)
            room -= own
        if self._countdowns:
            self._countdowns.set_room(room)

    def _room_of_last(self, room: float) -> int:
        """What the last cell asks for; a hint that has no room for its words is a drawing."""
        wanted = 0 if self.last.isHidden() else self.last.whole_width
        is_drawing = self.last.is_hint and wanted > room
        self.last.setMinimumWidth(self._look.scale.target if is_drawing else 0)
        self.last.setMaximumWidth(self._look.scale.target if is_drawing else wanted or UNBOUNDED)
        return min(wanted, self._look.scale.target) if is_drawing else wanted

    def _share_states(self, states: Sequence[Cell], room: float, most: float, is_counting: bool) -> float:
        """Let cells say their words as far as there is room, those that are well first shortened; the width they take.

        What is not well keeps its words as long as the digits have their room, which is all but `most`.
        """
        widths = [cell.whole_width for cell in states]
        is_tight = (is_counting or len(states) > 1) and sum(widths) > room
        for at, cell in enumerate(states):
            others = sum(widths[:at]) + sum(widths[at + 1 :])
            is_short = is_tight if cell.is_well else widths[at] + others > most
            cell.shorten(is_short)
            if is_short:
                widths[at] = cell.sizeHint().width()
        return sum(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.share()

    def _clicked(self) -> None:
        if self._taken and not self._is_paused:
            self.taken_wanted.emit()
        else:
            self.pause_wanted.emit(not self._is_paused)

    def _last_clicked(self) -> None:
        if self._is_typing:
            self.keys_wanted.emit()
        else:
            self.last_wanted.emit()


def _least_width(cell: Cell) -> int:
    """A cell that is well needs room for its drawing, one that is not for its words."""
    return SMALL + _AROUND - GRID if cell.is_well else cell.whole_width
