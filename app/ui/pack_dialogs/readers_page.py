"""The page of who has read the must-reads of the newest publication, and who has not.

The rule: what agents wrote down decides nothing; it only tells the lead whom to remind.
"""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.core.packs.confirmations import Reader
from app.services.packs.confirming import Confirmed
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import dress_table
from app.ui.pack_dialogs import publish_words
from app.ui.pack_dialogs.publish_tasks import Readers
from app.ui.palette import Tone
from app.ui.theme import INSIDE, TARGET, Look

AGENT, STATE, MISSING, NUMBER, MOMENT = range(5)


class ReadersPage(QWidget):
    """`team_changed` emits the names of those who should read, `told` a sentence for the foot of the window."""

    team_changed = Signal(tuple)
    again_wanted = Signal()
    told = Signal(str)

    def __init__(self, look: Look, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._look = look
        self._zone = zone
        self._readers: Readers | None = None
        self._waits_for = ""
        self._team: tuple[str, ...] = ()
        self.head, self.hint = label("title"), label("muted")
        self.table, self.team = QTableWidget(), QPlainTextEdit()
        self.team_field = Field(self.team)
        self.copy_button, self.again_button = button(), button()
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put_team(self, team: Sequence[str]) -> None:
        """Show who should read."""
        self._team = tuple(team)
        self.team.setPlainText("\n".join(team))

    def show_waiting(self, sentence: str) -> None:
        """Nothing can be shown yet; say for what it waits, or what stands against it."""
        self._readers, self._waits_for = None, sentence
        self._show()

    def show_readers(self, readers: Readers) -> None:
        """Show how far everybody is."""
        self._readers, self._waits_for = readers, ""
        self._show()

    def keep_team(self) -> None:
        """Tell of the names, if others stand there than before."""
        names = tuple(dict.fromkeys(line.strip() for line in self.team.toPlainText().split("\n") if line.strip()))
        if names != self._team:
            self._team = names
            self.team_changed.emit(names)

    def copy_missing(self) -> None:
        """Put the names of those who have not read everything onto the clipboard, to be reminded."""
        confirmed = self._readers.confirmed if self._readers else None
        if confirmed is not None:
            QGuiApplication.clipboard().setText("、".join(reader.agent for reader in confirmed.have_not))
            self.told.emit(self.tr("The names lie on the clipboard."))

    def _show(self) -> None:
        confirmed = self._readers.confirmed if self._readers else None
        has_rows = confirmed is not None and bool(confirmed.readers)
        self.table.setVisible(has_rows)
        self.copy_button.setVisible(confirmed is not None and bool(confirmed.have_not))
        self.head.setText(self._heading(confirmed))
        self.hint.setText(self._hint(confirmed))
        self._fill(confirmed.readers if confirmed else ())

    def _heading(self, confirmed: Confirmed | None) -> str:
        if confirmed is None:
            return self._waits_for if self._readers is None else self.tr("Nothing was published here yet.")
        said = self.tr("Publication {number}: {done} of {all} have read everything")
        done = len(confirmed.readers) - len(confirmed.have_not)
        if not confirmed.entry.marks:  # nothing was to be read; who has it is what there is to know
            said = self.tr("Publication {number}: {done} of {all} use it")
            done = sum(reader.number >= confirmed.entry.number for reader in confirmed.readers)
        said = said.replace("{number}", str(confirmed.entry.number)).replace("{done}", f"{done:,}")
        return said.replace("{all}", f"{len(confirmed.readers):,}")

    def _hint(self, confirmed: Confirmed | None) -> str:
        if confirmed is None or not self._readers:
            return ""
        if not confirmed.readers:
            return self.tr(
                "No agent has written anything back yet. Each does when it takes the publication over, unless the "
                "folder can only be read; then nobody can see here who has read."
            )
        marks = [self._readers.names.get(item_id, item_id) for item_id in confirmed.entry.marks]
        none = self.tr("This publication has no must-reads; whoever uses it is listed with its number.")
        return self.tr("Must-reads: {names}").replace("{names}", "、".join(marks)) if marks else none

    def _fill(self, readers: Sequence[Reader]) -> None:
        names = (self.tr("Agent"), self.tr("Has read"), self.tr("Still to read"), self.tr("Uses number"))
        self.table.setHorizontalHeaderLabels([*names, self.tr("Last heard of")])
        self.table.setRowCount(len(readers))
        for at, reader in enumerate(readers):
            known = self._readers.names if self._readers else {}
            missing = "、".join(known.get(item_id, item_id) for item_id in reader.missing)
            moment = publish_words.moment(reader.at, self._zone()) if reader.at else self.tr("never")
            state = self.tr("Everything") if reader.has_read_all else self.tr("Not yet")
            number = str(reader.number) if reader.number else "–"
            for column, text in enumerate((reader.agent, state, missing, number, moment)):
                item = QTableWidgetItem(text)
                item.setToolTip(text if column == MISSING else "")
                if column == STATE:
                    item.setForeground(self._look.colour((Tone.OK if reader.has_read_all else Tone.SOON).value))
                self.table.setItem(at, column, item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.head)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.copy_button, self.again_button))
        column.addWidget(self.team_field)
        column.addStretch(0)
        self.team.setTabChangesFocus(True)
        self.team.setFixedHeight(4 * self.team.fontMetrics().lineSpacing() + 2 * INSIDE)
        self.table.setColumnCount(5)
        dress_table(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setMinimumHeight(5 * TARGET)
        header = self.table.horizontalHeader()
        for at, width in ((AGENT, 140), (STATE, 96), (NUMBER, 96), (MOMENT, 132)):
            header.resizeSection(at, width)
        header.setSectionResizeMode(MISSING, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy_missing)
        self.again_button.clicked.connect(self._look_again)
        self._look.changed.connect(self._show)

    def _look_again(self) -> None:
        self.keep_team()
        self.again_wanted.emit()

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("Who has read"))
        self.copy_button.setText(self.tr("Copy the names of those who have not"))
        self.again_button.setText(self.tr("Look again"))
        self.team_field.name(self.tr("Who should read, one name a line"))
        self.team_field.remark(
            self.tr("The names as they stand in each PC's settings; who was never heard of is listed.")
        )
        self._show()
