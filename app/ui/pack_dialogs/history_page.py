"""The page of the history: everything that was published, what each changed, and the way back to one.

The rule: nothing is ever taken back: what an older publication held is published again, under a new number.
"""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.core.packs.index import Entry
from app.services.packs.publications import State
from app.ui.dialogs.form import Field, button, grown, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import table_of
from app.ui.pack_dialogs import change_words
from app.ui.pack_dialogs.difference_view import DifferenceView
from app.ui.pack_dialogs.history_rows import CHANGED, MOMENT, NOTE, NUMBER, PUBLISHER, STATE, HistoryRows
from app.ui.pack_dialogs.publish_tasks import Comparison, History
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import INSIDE, Look


class HistoryPage(QWidget):
    """`pack_wanted` emits the id of another pack, `compare_wanted` two publications (the older may be None), and
    `back_wanted` the number to go back to, with a note.
    """

    pack_wanted = Signal(str)
    compare_wanted = Signal(object, object)
    back_wanted = Signal(int, str)
    again_wanted = Signal()

    def __init__(self, look: Look, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._history: History | None = None
        self._waits_for = ""
        self.model = HistoryRows(look, zone, self)
        self.packs, self.told, self.again_button = QComboBox(), label("muted"), button()
        widths = {NUMBER: 64, STATE: 84, MOMENT: 128, PUBLISHER: 100, CHANGED: 230}
        self.table = table_of(self.model, widths, NOTE, least=4)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # its hint is too high
        self.with_label, self.beside, self.sums = label(wraps=False), QComboBox(), label("muted")
        self.view = DifferenceView(look)
        self.note, self.password = QLineEdit(), QLineEdit()
        self.note_field, self.password_field = Field(self.note), Field(self.password)
        self.back_button = button()
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self.show_waiting("")

    def show_waiting(self, sentence: str, *, can_retry: bool = False) -> None:
        """Nothing can be shown yet; say for what it waits, or what stands against it."""
        self._history, self._waits_for = None, sentence
        self.model.show_publications((), {})
        self._show()
        self.again_button.setVisible(can_retry)

    def show_history(self, history: History, *, needs_password: bool) -> None:
        """Show the publications of a pack."""
        self._history, self._waits_for = history, ""
        self.packs.blockSignals(True)
        self.packs.clear()
        for pack_id, name in history.names.items():
            self.packs.addItem(name, pack_id)
        self.packs.setCurrentIndex(max(0, self.packs.findData(history.pack_id)))
        self.packs.blockSignals(False)
        self.password_field.setVisible(needs_password)
        self.model.show_publications(history.publications, history.changed)
        self._show()
        self.again_button.hide()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, NUMBER))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what became of everything between two publications."""
        if comparison.new == self.entry:
            self.sums.setText(change_words.sums(comparison.differences))
            self.view.show_differences(comparison.differences, comparison.items)

    @property
    def entry(self) -> Entry | None:
        """The publication that is looked at."""
        one = self.model.row(self.table.currentIndex())
        return one.entry if one else None

    def compare(self) -> None:
        """Ask for what is different between the one that is looked at and the one that is chosen beside it."""
        if self.entry is not None:
            self.sums.setText(self.tr("Comparing…"))
            self.compare_wanted.emit(self.beside.currentData(), self.entry)

    def _look_at(self) -> None:
        entry = self.entry
        self.view.show_differences((), {})
        self._offer_others(entry)
        self._say_back()
        if entry is None:
            self.sums.setText(self.tr("Nothing of it can be read: it was never finished, or another took its number."))
        else:
            self.compare()

    def _offer_others(self, entry: Entry | None) -> None:
        told = self._history.publications if self._history else ()
        others = [each.entry for each in told if each.entry and each.entry != entry]
        self.beside.blockSignals(True)
        self.beside.clear()
        for other in others:
            self.beside.addItem(self.tr("Number {number}").replace("{number}", str(other.number)), other)
        self.beside.addItem(self.tr("Nothing"), None)
        before = next((at for at, each in enumerate(others) if entry and each.number < entry.number), len(others))
        self.beside.setCurrentIndex(before)
        self.beside.blockSignals(False)

    def _say_back(self) -> None:
        one = self.model.row(self.table.currentIndex())
        can_go = one is not None and one.entry is not None and one.state is State.PAST
        for part in (self.note_field, self.back_button):
            part.setEnabled(can_go)
        said = self.tr("Publish number {number} again")
        self.back_button.setText(said.replace("{number}", str(one.number)) if one and can_go else self.tr("Go back"))

    def _go_back(self) -> None:
        entry = self.entry
        if entry is None:
            return
        needs = self.tr("Tell the team why, in a few words.")
        self.note_field.refuse("" if self.note.text().strip() else needs)
        if self.note.text().strip():
            self.back_wanted.emit(entry.number, self.note.text().strip())

    def _show(self) -> None:
        has_rows = bool(self._history and self._history.publications)
        for part in (self.table, self.view, self.with_label, self.beside, self.sums, self.note_field, self.back_button):
            part.setVisible(has_rows)
        self.password_field.setVisible(has_rows and not self.password_field.isHidden())
        self.packs.setVisible(has_rows and self.packs.count() > 1)
        none = self.tr("Nothing was published here yet.")
        self.told.setText(self._waits_for if self._history is None else "" if has_rows else none)
        self.told.setVisible(not has_rows)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.told)
        column.addLayout(row(self.packs, self.again_button))
        column.addWidget(self.table, 2)
        column.addLayout(row(self.with_label, self.beside, self.sums, stretch=2))
        column.addWidget(self.view, 3)
        column.addLayout(beside((self.note_field, 2), (self.password_field, 1)))
        column.addLayout(row(self.back_button))
        column.addStretch(0)
        self.packs.setMinimumWidth(grown(self, 220))
        self.beside.setMinimumWidth(grown(self, 130))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_field.hide()

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.beside.currentIndexChanged.connect(lambda _at: self.compare())
        self.packs.currentIndexChanged.connect(lambda _at: self.pack_wanted.emit(self.packs.currentData()))
        self.back_button.clicked.connect(self._go_back)
        self.note.returnPressed.connect(self._go_back)
        self.again_button.clicked.connect(self.again_wanted)

    def _name(self) -> None:
        self.packs.setAccessibleName(self.tr("Pack"))
        self.table.setAccessibleName(self.tr("Publications"))
        self.with_label.setText(self.tr("Compared with"))
        self.beside.setAccessibleName(self.tr("Compared with"))
        self.note_field.name(self.tr("Why the team goes back"))
        self.password_field.name(self.tr("Password of the key"))
        self.again_button.setText(self.tr("Look again"))
        self._say_back()
        self._show()
        self.model.retranslate()
