"""The bottom line: what holds at this moment. Each cell says one thing and a click on it opens its place.

The rule: always visible, one line, nothing blinks; what is wrong has a colour, a drawing and words. Where it is narrow
what is well gives way first, then words, and the digits of what runs out never.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import SMALL
from app.ui.palette import Tone
from app.ui.strip_cell import AROUND, Cell
from app.ui.theme import GRID, Look
from app.ui.window.docking import UNBOUNDED
from app.ui.words import Speaking

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from app.ui.orders.cell import OrderCell
    from app.ui.running_cell import RunningCell
    from app.ui.timers.countdown_cell import CountdownCell

LEAST_LAST = 72
"""So much the last cell keeps beside the others."""


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
        self._last_cell: Cell | None = None
        self.hotkeys = Cell(look)
        self._states: tuple[Cell, ...] = (self.hotkeys,)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch()  # what waits stands at the left, how things are at the right
        self._row.addWidget(self.hotkeys)
        self.hotkeys.hide()  # until it is known how they are
        self.hotkeys.clicked.connect(self._clicked)
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

    @property
    def last(self) -> Cell:
        """What went out last, or the keys while the window has the keyboard; made when there is something to say."""
        if self._last_cell is None:
            self._last_cell = Cell(self._look, is_stretching=True)
            self._row.addWidget(self._last_cell, 1)
            self._last_cell.clicked.connect(self._last_clicked)
            self.stops_changed.emit()
        return self._last_cell

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
        return (*self._running, *self._states, *([self._last_cell] if self._last_cell else []))

    def add(self, cell: Cell) -> None:
        """Put a further cell before the last one; it gives way as the hotkeys do."""
        self._row.insertWidget(self._row.indexOf(self._states[-1]) + 1, cell)
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
        if self._last_cell is None and not self._is_typing and not self._last:
            return
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
        lasts = (self._last_cell,) if self._last_cell else ()
        shown = sum(not cell.isHidden() for cell in (*cells, *lasts)) + len(states)
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
        if self._last_cell is None:
            return 0
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
    return SMALL + AROUND - GRID if cell.is_well else cell.whole_width
