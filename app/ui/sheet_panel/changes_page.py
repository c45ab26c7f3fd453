"""What was changed of running activities, old → new, until the agent has confirmed it; what was read stays below.

The rule: a change is confirmed by the agent only, one by Enter or all by a button.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.core.phrases.phrase import PERSONAL
from app.core.sheet.changes import Change
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.field_words import of_field, of_value
from app.ui.sheet_panel.page import Page
from app.ui.sheet_panel.row import Part, Row, head
from app.ui.theme import GRID, Look, kind
from app.ui.words import Speaking, translate

KEPT_IN_SIGHT = 200
"""So many confirmed ones are shown; older ones stay stored."""


class ChangesPage(Speaking, Page):
    """The list. `confirmed` gives the ids of changes that were read."""

    confirmed = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._fresh: list[str] = []
        self.back = QToolButton()
        self._title = QLabel()
        self.confirm, self.confirm_all = QPushButton(), QPushButton()
        look.dress(self.back, "back")
        self._title.setProperty(*kind("title"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        for link in (self.confirm, self.confirm_all):
            link.setProperty(*kind("link"))
        for button in (self.back, self.confirm, self.confirm_all):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(look.scale.target)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        foot.addWidget(self.confirm)
        foot.addWidget(self.confirm_all)
        self.column.insertLayout(0, top)
        self.column.addLayout(foot)
        self.back.clicked.connect(self.left)
        self.confirm.clicked.connect(self.list.enter)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self.confirm_all.clicked.connect(lambda: self.confirmed.emit(list(self._fresh)))
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.back, *super().stops, self.confirm, self.confirm_all)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.back.setToolTip(self.tr("Back (Esc)"))
        self.back.setAccessibleName(self.tr("Back"))
        self._title.setText(self.tr("Changes"))
        self.confirm.setText(self.tr("Confirm"))
        self.confirm.setToolTip(self.tr("Confirm this one (Enter)"))
        self.confirm_all.setText(self.tr("Confirm all"))
        self.list.setAccessibleName(self.tr("Changes: Enter confirms one"))

    def refresh(self, desk: SheetDesk) -> None:
        """Read the changes again."""
        changes = desk.changes()
        self._fresh = [change.id for change in changes if change.confirmed_at is None]
        self.confirm_all.setVisible(len(self._fresh) > 1)
        self.list.show_rows(rows_of(changes, desk.now(), desk.zone()))
        self._offer()
        if changes:
            self.show_list()
        else:
            self.say("check", self.tr("No changes. What is edited in a running activity is shown here."))

    def choose(self, row: Row) -> None:
        """Enter and a click confirm a change that was not confirmed yet."""
        if row.key in self._fresh:
            self.confirmed.emit([row.key])
            if self._fresh:  # the next one, and not along with this one down to those that were read
                self.list.start()

    def _offer(self) -> None:
        self.confirm.setVisible(self.list.key() in self._fresh)


def rows_of(changes: Sequence[Change], now: datetime, zone: ZoneInfo) -> list[Row]:
    """Those to be confirmed by entry, then the confirmed ones."""
    fresh = [change for change in changes if change.confirmed_at is None]
    rows: list[Row] = []
    for name, group in groupby(_by_entry(fresh), key=lambda change: change.entry_name):
        rows += [head(name), *(_row(change, now, zone) for change in group)]
    earlier = [change for change in changes if change.confirmed_at is not None][:KEPT_IN_SIGHT]
    if earlier:
        rows.append(head(translate("sheet_panel", "Earlier, confirmed")))
        rows += [_row(change, now, zone) for change in earlier]
    return rows


def _by_entry(changes: Iterable[Change]) -> list[Change]:
    """Together what belongs to one entry, the entry that was changed last first."""
    order: dict[str, list[Change]] = {}
    for change in changes:
        order.setdefault(change.entry_name, []).append(change)
    return [change for group in order.values() for change in group]


def _row(change: Change, now: datetime, zone: ZoneInfo) -> Row:
    is_read = change.confirmed_at is not None
    by_hand, by_pack = translate("sheet_panel", "by hand"), translate("sheet_panel", "by pack {name}")
    who = by_hand if change.source == PERSONAL else by_pack.replace("{name}", change.source)
    name = change.entry_name if is_read else ""
    return Row(
        Part.CHANGE,
        change.id,
        terms.listed((name, of_field(change.field))),
        of_value(change.field, change.new),
        terms.listed((terms.moment(change.changed_at, now, zone), who)),
        entry_id=change.entry_id,
        old=of_value(change.field, change.old),
        is_faint=is_read,
    )
