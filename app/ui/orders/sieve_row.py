"""What narrows the queue: a line to type into, chips for kinds, mine, and how was ordered, flags behind a button.

The rule: one click or key filters, what filters is always to be seen, and Escape takes it off.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.core.orders.filters import EVERY, OrderFilter
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Flag, Manner
from app.ui import order_names
from app.ui.orders import flags, terms
from app.ui.orders.sieve_line import SieveLine
from app.ui.palette import Tone
from app.ui.stage_row import StageRow
from app.ui.theme import GRID, Look, kind
from app.ui.words import Speaking

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FLAGS: tuple[Flag | None, ...] = (*sorted(Flag), None)
LINE = 0.42
"""The share of the row that is typed into."""


class _Chip(QToolButton):
    """One filter that is on or off; arrows go to its neighbours."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, look: Look, change: Callable[[OrderFilter, bool], OrderFilter]) -> None:
        super().__init__()
        self.change = change
        self.setProperty(*kind("chip"))
        self.setCheckable(True)
        self.setMinimumHeight(look.scale.target)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Down and Escape go into the list."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SieveRow(Speaking, QWidget):
    """All filters. `changed`: another one is on; `left`: the keyboard goes to the list."""

    changed = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.filter = EVERY
        self._agent = ""
        self._kinds: tuple[OrderKind, ...] = ()
        self.line = SieveLine(look)
        self.flag = QToolButton()
        self._mine = _Chip(look, lambda only, is_on: replace(only, agent=self._agent if is_on else ""))
        self._manners = {each: _Chip(look, partial(_with_manner, each)) for each in Manner}
        self._of_kinds: list[_Chip] = []
        self._inside = QWidget()
        self._chips = QHBoxLayout(self._inside)
        self._build()
        self.retranslate()

    @property
    def is_on(self) -> bool:
        """Whether anything may be filtered out."""
        return self.filter != EVERY

    @property
    def chips(self) -> Sequence[_Chip]:
        """All chips, as they stand."""
        return (self._mine, *self._of_kinds, *self._manners.values())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.line, *self.chips, self.flag)

    def offer(self, kinds: Sequence[OrderKind], agent: str) -> None:
        """Offer these kinds; `agent` is who serves here, nobody if empty."""
        if (tuple(kinds), agent) == (self._kinds, self._agent):
            return
        self._kinds, self._agent = tuple(kinds), agent
        for chip in self._of_kinds:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._of_kinds = []
        for at, each in enumerate(kinds, start=1):
            chip = _Chip(self._look, partial(_with_kind, each.id))
            chip.setText(order_names.shown(each.name).replace("&", "&&"))
            self._of_kinds.append(chip)
            self._chips.insertWidget(at, chip)
            self._watch(chip)
        self._mine.setVisible(bool(agent))
        known = {each.id for each in kinds}
        self.choose(replace(self.filter, kinds=self.filter.kinds & known, agent=agent if self.filter.agent else ""))

    def choose(self, only: OrderFilter) -> None:
        """Filter by this, and show it."""
        is_other = only != self.filter
        self.filter = only
        if self.line.text().split() != only.text.split():
            self.line.setText(only.text)
        for chip, each in zip(self._of_kinds, self._kinds, strict=True):
            chip.setChecked(each.id in only.kinds)
        self._mine.setChecked(bool(only.agent))
        for manner, chip in self._manners.items():
            chip.setChecked(only.manner is manner)
        self._show_flags()
        if is_other:
            self.changed.emit()

    def clear(self) -> None:
        """Let everything through."""
        self.choose(EVERY)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.line.setPlaceholderText(self.tr("Find"))
        self.line.setToolTip(self.tr("Buyer, number, item or note; pinyin too"))
        self.line.call(self.tr("Filter the orders"))
        self._mine.setText(self.tr("Mine"))
        for manner, chip in self._manners.items():
            chip.setText(terms.manner(manner))
        self._show_flags()

    def _build(self) -> None:
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(0)
        for chip in (self._mine, *self._manners.values()):
            self._chips.addWidget(chip)
            self._watch(chip)
        self._chips.addStretch()
        scroll = StageRow(self._inside, self._look)
        scroll.setFixedHeight(self._look.scale.target)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.flag.setProperty(*kind("chip"))
        self.flag.setCheckable(True)
        self.flag.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.flag.setFixedSize(self._look.scale.target, self._look.scale.target)
        self.flag.clicked.connect(self._open_flags)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, round(100 * LINE))
        row.addWidget(scroll, round(100 * (1 - LINE)))
        row.addWidget(self.flag)
        self.line.textChanged.connect(lambda text: self.choose(replace(self.filter, text=" ".join(text.split()))))
        self._look.changed.connect(self._show_flags)

    def _watch(self, chip: _Chip) -> None:
        chip.clicked.connect(lambda is_on: self.choose(chip.change(self.filter, is_on)))
        chip.stepped.connect(lambda by: self._step(chip, by))
        chip.left.connect(self.left)

    def _step(self, chip: _Chip, by: int) -> None:
        shown = [each for each in self.chips if not each.isHidden()]
        shown[(shown.index(chip) + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_flags(self) -> None:
        chosen = sorted(flag for flag in self.filter.flags if flag is not None)
        if chosen:
            self.flag.setProperty("drawing", None)
            self.flag.setIcon(flags.icon(chosen[0], is_dark=self._look.is_dark))
        else:
            self._look.dress(self.flag, "flag", Tone.ACCENT_TEXT if self.filter.flags else Tone.MUTED)
        self.flag.setChecked(bool(self.filter.flags))
        names = ", ".join(terms.flag_name(flag) for flag in _FLAGS if flag in self.filter.flags)
        said = self.tr("Filter by flag")
        self.flag.setToolTip(f"{said}: {names}" if names else said)
        self.flag.setAccessibleName(self.flag.toolTip())

    def _open_flags(self) -> None:
        menu = QMenu(self)
        for flag in _FLAGS:
            action = menu.addAction(terms.flag_name(flag))
            action.setCheckable(True)
            action.setChecked(flag in self.filter.flags)
            if flag is not None:
                action.setIcon(flags.icon(flag, is_dark=self._look.is_dark))
            action.triggered.connect(partial(self.toggle_flag, flag))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._show_flags)
        menu.popup(self.flag.mapToGlobal(QPoint(0, self.flag.height())))

    def toggle_flag(self, flag: Flag | None, _is_on: bool = True) -> None:
        """Let the orders of a flag through too, or no more."""
        self.choose(replace(self.filter, flags=self.filter.flags ^ {flag}))


def _with_kind(kind_id: str, only: OrderFilter, is_on: bool) -> OrderFilter:
    return replace(only, kinds=only.kinds | {kind_id} if is_on else only.kinds - {kind_id})


def _with_manner(manner: Manner, only: OrderFilter, is_on: bool) -> OrderFilter:
    return replace(only, manner=manner if is_on else None)
