"""What exists: all facts that a text may speak of, with what each would say right now. Enter puts one into the text.

The rule: the keyboard stays in the search line; arrows walk the facts and Enter takes one.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from app.ui.composing import ComposingEdit
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import Form, grown, label
from app.ui.dialogs.table import dress_table
from app.ui.sheet_dialogs.fact_lines import FactLine, Values, lines, of_subject
from app.ui.theme import TARGET

QUESTION = "?"
"""What `chosen` emits for a question that is asked of the agent when pasting."""
_NAME = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1, Qt.Key.Key_PageDown.value: 8, Qt.Key.Key_PageUp.value: -8}


class FactList(Form):
    """A window with all facts by subject. `chosen` emits a name, `meant` says of what the values are."""

    chosen = Signal(str)

    def __init__(self, values: Values, meant: Callable[[], str] = str, parent: QWidget | None = None) -> None:
        super().__init__((660, 600), parent)
        self._meant_words = meant
        self._lines = lines(values)
        self._values = values
        self.entry, self.meant, self.empty = ComposingEdit(), label("muted"), label("muted")
        add_cross(self.entry)
        self.entry.installEventFilter(self)
        self.table = QTableWidget(0, 3)
        self._dress()
        for widget in (self.entry, self.meant, self.empty):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        self.add_button(lambda: self.tr("Close"), self.reject)
        self.insert_button = self.add_button(lambda: self.tr("Insert"), self.take, "primary")
        self.entry.textChanged.connect(lambda _text: self._fill())
        self.table.itemActivated.connect(lambda _item: self.take())
        self.spoken.again(self._name)
        self.entry.setFocus()

    def take(self) -> None:
        """Give the fact in hand and close."""
        name = self.current()
        if name:
            self.accept()
            self.chosen.emit(name)

    def current(self) -> str:
        """The name of the fact in hand, or nothing."""
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(_NAME) or "") if item else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list and Enter takes, while typing goes on."""
        if watched is not self.entry or self.entry.is_composing or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() in _STEPS:
            self._step(_STEPS[event.key()])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return True
        return False

    def _step(self, by: int) -> None:
        """To the next fact; headings are walked over."""
        facts = [at for at in range(self.table.rowCount()) if self._name_at(at)]
        if facts:
            here = facts.index(self.table.currentRow()) if self.table.currentRow() in facts else -1
            self.table.setCurrentCell(facts[min(max(here + by, 0), len(facts) - 1)], 0)

    def _name_at(self, at: int) -> str:
        item = self.table.item(at, 0)
        return str(item.data(_NAME) or "") if item else ""

    def _fill(self) -> None:
        self.table.setRowCount(0)
        subject = None
        for line in self._lines:
            if not line.is_found_by(self.entry.text()):
                continue
            if line.subject is not subject:
                subject = line.subject
                self._add_heading(of_subject(subject))
            self._add(line)
        if not self.entry.text():
            self._add_heading(self.tr("Asked of you"))
            self._add_row(QUESTION, ("{{?…}}", self.tr("a question, answered when pasting"), ""))
        has_any = self.table.rowCount() > 0
        self.empty.setVisible(not has_any)
        self.table.setVisible(has_any)
        self.insert_button.setEnabled(has_any)
        self._step(1)

    def _add(self, line: FactLine) -> None:
        now = line.value or self.tr("not known now")
        self._add_row(
            line.name, (f"{{{{{line.name}}}}}", " · ".join(dict.fromkeys((line.words, line.aliases[0]))), now)
        )
        if not line.value:
            shown = self.table.item(self.table.rowCount() - 1, 2)
            assert shown is not None
            shown.setForeground(self.palette().placeholderText())

    def _add_row(self, name: str, cells: tuple[str, str, str]) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(text)
            item.setData(_NAME, name)
            self.table.setItem(at, column, item)

    def _add_heading(self, text: str) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, TARGET))
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        self.table.setItem(at, 0, item)
        self.table.setSpan(at, 0, 1, 3)

    def _dress(self) -> None:
        dress_table(self.table)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.resizeSection(0, grown(self, 190))
        header.resizeSection(1, grown(self, 220))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("What a text can say by itself"))
        self.entry.setPlaceholderText(self.tr("Find: time left, 券, size"))
        self.entry.setAccessibleName(self.tr("Find a fact"))
        self.table.setAccessibleName(self.tr("Facts"))
        self.table.setHorizontalHeaderLabels([self.tr("In the text"), self.tr("Meaning"), self.tr("What it says now")])
        self.empty.setText(self.tr("No fact is called that. Clear the search to see all of them."))
        meant = self._meant_words()
        self.meant.setText(self.tr("Said of {name}.").replace("{name}", meant))
        self.meant.setVisible(bool(meant))
        self._lines = lines(self._values)
        self._fill()
