"""The pages of the window of a lead, and the row of steps above them."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.packs.findings import Severity
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs.changes_page import ChangesPage
from app.ui.pack_dialogs.check_page import CheckPage
from app.ui.pack_dialogs.past import Past
from app.ui.pack_dialogs.publish_desk import PublishDesk
from app.ui.pack_dialogs.sitting import Sitting
from app.ui.pack_dialogs.source_page import SourcePage
from app.ui.theme import BETWEEN, Look


class Step(Enum):
    """A page of the window."""

    SOURCE = "source"
    CHECK = "check"
    CHANGES = "changes"
    HISTORY = "history"
    READERS = "readers"


class Pages(QWidget):
    """`turned` is emitted when somebody has chosen another page."""

    turned = Signal(object)

    def __init__(self, look: Look, desk: PublishDesk, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        self.steps: Choice[Step] = Choice(tuple(Step), self._word)
        self.source, self.check = SourcePage(desk), CheckPage(look)
        self.changes, self.past = ChangesPage(look, desk.zone), Past(look, desk, self)
        self._pages: Mapping[Step, QWidget] = {
            Step.SOURCE: self.source,
            Step.CHECK: self.check,
            Step.CHANGES: self.changes,
            Step.HISTORY: self.past.history,
            Step.READERS: self.past.readers,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for part in (self.steps, *self._pages.values()):
            column.addWidget(part, 0 if part is self.steps else 1)
        self.steps.chosen.connect(lambda: self.turned.emit(self.steps.value))
        for number, step in enumerate(Step, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda step=step: self.turned.emit(step))
        self._spoken = Spoken(self)
        self._spoken.again(self.steps.rename)
        self.show_step(Step.SOURCE)

    @property
    def step(self) -> Step:
        """The page that is shown."""
        return self.steps.value

    def show_step(self, step: Step) -> None:
        """Show a page, and only that one."""
        self.steps.pick(step)
        for each, page in self._pages.items():
            page.setVisible(each is step)

    def _word(self, step: Step) -> str:
        examined, preview = self._sitting.examined, self._sitting.preview
        heavy = sum(map(examined.count, (Severity.ERROR, Severity.WARNING))) if examined else 0
        changed = len(preview.differences) if preview else 0
        return {
            Step.SOURCE: self.tr("What and where"),
            Step.CHECK: self.tr("Check {count}").replace("{count}", f"{heavy:,}" if examined else "").strip(),
            Step.CHANGES: self.tr("What changes {count}").replace("{count}", f"{changed:,}" if preview else "").strip(),
            Step.HISTORY: self.tr("History"),
            Step.READERS: self.tr("Who has read"),
        }[step]
