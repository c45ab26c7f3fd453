"""The filters above the list: a chip for each stage in one row, role and group behind the arrow.

The rule: one click or key filters, and what filters is always to be seen.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from app.core.phrases.phrase import Role, Stage
from app.core.search.hits import Scope
from app.ui import trade_words
from app.ui.palette import Tone
from app.ui.row_menu import Menus
from app.ui.stage_row import StageRow
from app.ui.theme import Look, kind
from app.ui.words import Speaking

if TYPE_CHECKING:
    from app.core.phrases.shelf import Group, Node

_STAGES: tuple[Stage | None, ...] = (None, *Stage)
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -len(_STAGES),
    Qt.Key.Key_End: len(_STAGES),
}


class Chip(QToolButton):
    """One stage. Only the chip that is on is a stop of the Tab key; arrows go to its neighbours."""

    stepped = Signal(int)
    left = Signal(bool)

    def __init__(self, stage: Stage | None, look: Look) -> None:
        super().__init__()
        self.stage = stage
        self.setProperty(*kind("chip"))
        self.setCheckable(True)
        self.setMinimumSize(look.scale.target, look.scale.target)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose; Enter, Escape and Down go back to searching."""
        step = _STEPS.get(event.key())
        if step:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit(True)
        else:
            super().keyPressEvent(event)


class Chips(Speaking, QWidget):
    """All filters. `changed` is emitted when another one is on; `left` when the keyboard goes back to the search.

    `rename_wanted` carries the group that is to get another name.
    """

    changed = Signal()
    left = Signal()
    rename_wanted = Signal(tuple)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.stage: Stage | None = None
        self.role: Role | None = None
        self.group: Group = ()
        self.is_with_over = False
        self._nodes: Sequence[Node] = ()
        self._chips = [Chip(stage, look) for stage in _STAGES]
        self._more = QToolButton()
        self._build()
        self.retranslate()

    @property
    def is_on(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.stage or self.role or self.group)

    @property
    def scope(self) -> Scope:
        """What is searched."""
        return Scope(self.stage, self.role, self.group, is_with_over=self.is_with_over)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self._chips, self._more)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        for chip in self._chips:
            chip.setText(trade_words.of_stage(chip.stage) if chip.stage else self.tr("All"))
        self._more.setToolTip(self.tr("Filter by role, group and time"))
        self._more.setAccessibleName(self.tr("Filter by role, group and time"))
        self.setAccessibleName(self.tr("Stages"))
        self._show_on()

    def set_groups(self, nodes: Sequence["Node"]) -> None:
        """Offer these groups; a filter by one that is gone is taken off."""
        self._nodes = nodes
        if self.group and not _has(nodes, self.group):
            self.group = ()
            self._show_on()
            self.changed.emit()

    def follow(self, group: "Group", name: "Group") -> None:
        """A group is called otherwise: what filters by it, or by one inside it, goes on doing so."""
        if self.group[: len(group)] == group:
            self.group = (*name, *self.group[len(group) :])
            self._show_on()

    def choose(self, stage: Stage | None) -> None:
        """Filter by a stage, or by none."""
        if stage is self.stage:
            self._show_on()
            return
        self.stage = stage
        self._show_on()
        self.changed.emit()

    def narrow(self, role: Role | None, group: "Group") -> None:
        """Filter by role and group."""
        if (role, group) != (self.role, self.group):
            self.role, self.group = role, group
            self._show_on()
            self.changed.emit()

    def show_over(self, is_with_over: bool) -> None:
        """Show what is over too, or no longer."""
        if is_with_over != self.is_with_over:
            self.is_with_over = is_with_over
            self._show_on()
            self.changed.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the chip that is on."""
        self._on().setFocus(Qt.FocusReason.TabFocusReason)

    def menu(self) -> QMenu:
        """The roles and groups, what is on ticked."""
        menu = QMenu(self)
        roles = QActionGroup(menu)
        for role in (None, *Role):
            text = trade_words.of_role(role) if role else self.tr("Every role")
            action = _tickable(menu, roles, text, role is self.role)
            action.triggered.connect(lambda _=False, role=role: self.narrow(role, self.group))
        menu.addSeparator()
        groups = QActionGroup(menu)
        self._offer(menu, groups, (), self.tr("Every group"))
        self._add_nodes(menu, groups, self._nodes)
        menu.addSeparator()
        over = menu.addAction(self.tr("Also those that are over"))
        over.setCheckable(True)
        over.setChecked(self.is_with_over)
        over.triggered.connect(self.show_over)
        if self._nodes:
            renaming = menu.addMenu(self._look.icon("edit"), self.tr("Rename a group"))
            Menus(self._look).add_groups(renaming, self._nodes, self.rename_wanted.emit)
        return menu

    def _build(self) -> None:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        group = QButtonGroup(self)
        for chip in self._chips:
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, chip=chip: self.choose(chip.stage))
            chip.stepped.connect(self._step)
            chip.left.connect(self.left)
        row.addStretch()
        self._row = StageRow(inside, self._look)
        self._row.setFixedHeight(self._look.scale.target)
        self._look.dress(self._more, "chevron_down")
        self._more.setProperty(*kind("chip"))
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._more.setFixedHeight(self._look.scale.target)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setCheckable(True)
        self._more.clicked.connect(self._open_menu)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self._row, 1)
        whole.addWidget(self._more)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(self._more.width() - menu.sizeHint().width(), self._more.height())))
        self._show_on()

    def _step(self, by: int) -> None:
        at = min(max(self._chips.index(self._on()) + by, 0), len(self._chips) - 1)
        self.choose(self._chips[at].stage)
        self.take_focus()

    def _on(self) -> Chip:
        return next(chip for chip in self._chips if chip.stage is self.stage)

    def _show_on(self) -> None:
        for chip in self._chips:
            chip.setChecked(chip.stage is self.stage)
            is_on = chip.stage is self.stage
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_on else Qt.FocusPolicy.NoFocus)
        self._row.show_chip(self._on())
        names = [trade_words.of_role(self.role)] if self.role else []
        names += self.group[-1:]
        names += [self.tr("ended too")] if self.is_with_over else []
        is_narrow = bool(names)
        self._more.setChecked(is_narrow)
        text = " · ".join(names)
        self._more.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 110))
        self._look.dress(self._more, "chevron_down", Tone.ACCENT_TEXT if is_narrow else Tone.MUTED)

    def _add_nodes(self, menu: QMenu, ticks: QActionGroup, nodes: Sequence["Node"]) -> None:
        for node in nodes:
            label = f"{node.name}\t{node.count}"
            if not node.children:
                self._offer(menu, ticks, node.path, label)
                continue
            below = menu.addMenu(_plain(node.name))
            self._offer(below, ticks, node.path, self.tr("All of “{name}”").replace("{name}", node.name))
            below.addSeparator()
            self._add_nodes(below, ticks, node.children)

    def _offer(self, menu: QMenu, ticks: QActionGroup, path: "Group", text: str) -> None:
        action = _tickable(menu, ticks, text, path == self.group)
        action.triggered.connect(lambda: self.narrow(self.role, path))


def _tickable(menu: QMenu, ticks: QActionGroup, text: str, is_on: bool) -> QAction:
    action = menu.addAction(_plain(text))
    action.setCheckable(True)
    action.setChecked(is_on)
    ticks.addAction(action)
    return action


def _plain(text: str) -> str:
    """A text for a menu, where `&` would underline what follows."""
    return text.replace("&", "&&")


def _has(nodes: Sequence["Node"], path: "Group") -> bool:
    above = [node for node in nodes if path[: len(node.path)] == node.path]
    return any(node.path == path or _has(node.children, path) for node in above)
