"""Last year's activity as the beginning of a new one: its start is typed, and every date is shown before it is kept.

The rule: nothing is kept before the new dates have been seen.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.clockwork.moments import written
from app.core.sheet import entry_checks
from app.core.sheet.activities import Activity
from app.core.sheet.entries import BadEntry, Fault
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs import fault_words
from app.ui.dialogs.form import Form, label
from app.ui.sheet_dialogs.activity_rows import moment_line
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_inputs import text_line
from app.ui.theme import GRID, INSIDE


class ActivityCopyForm(Form):
    """A window that makes a copy of one activity. `saved` emits the id of the copy."""

    saved = Signal(str)

    def __init__(self, desk: SheetFormDesk, activity: Activity) -> None:
        super().__init__((660, 480))
        self._desk, self._activity = desk, activity
        self._copy: Activity | None = None
        name, first_at = text_line(), moment_line(desk.now, desk.zone)
        self.name = Cell(name, lambda: self.tr("Name of the new activity"))
        self.first_at = Cell(first_at, lambda: self.tr("Its first phase begins"))
        self.explained = label("muted")
        self._dates = QWidget()
        self._grid = QGridLayout(self._dates)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(2, 1)
        for widget in (self.name, self.first_at, self.explained, self._dates):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.add_button(lambda: self.tr("Cancel"), self.reject)
        self.save_button = self.add_button(lambda: self.tr("Duplicate"), self.save, "primary")
        self.add_keys(self.save, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        self.name.input.put(activity.name)
        self.first_at.edited.connect(self.show_dates)
        self.first_at.left.connect(self._look)
        name.returnPressed.connect(first_at.setFocus)
        first_at.returnPressed.connect(self.save)  # its dates stand below by then
        self.spoken.again(self._name)
        self.first_at.content.setFocus()

    def show_dates(self) -> None:
        """Show when every phase would be, beside when it was."""
        reading = Reading()
        first_at = reading.take(self.first_at, None)
        self._copy = None
        if first_at is not None:
            self.first_at.refuse("")
            try:
                self._copy = self._desk.duplicate(self._activity.id, first_at)
            except BadEntry as bad:
                self._mark([(self._place(fault), fault) for fault in bad.faults])
        self._fill()

    def save(self) -> None:
        """Keep the copy and close; or say at the field why not."""
        reading = Reading()
        name, first_at = reading.take(self.name, ""), reading.need(self.first_at)
        if first_at is not None and (self._copy is None or self._copy.starts_at != first_at):
            self.show_dates()
        copy = replace(self._copy, name=name) if self._copy else None
        faults = list(reading.refused)
        if copy is not None:
            faults += [(self._place(fault), fault) for fault in entry_checks.faults(copy, self._desk.sheet())]
        if faults or copy is None:
            self._mark(faults)
            return
        try:
            self._desk.save_duplicate(copy)
        except BadEntry as bad:
            self._mark([(self._place(fault), fault) for fault in bad.faults])
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
        else:
            self.saved.emit(copy.id)
            self.accept()

    def _look(self) -> None:
        """The keyboard left the moment: say what is wrong with it."""
        reading = Reading()
        reading.take(self.first_at, None)
        for _cell, fault in reading.refused:
            self.first_at.refuse(fault_words.of_fault(fault))

    def _mark(self, faults: "list[tuple[Cell[object], Fault]]") -> None:
        self.name.refuse("")
        self.first_at.refuse("")
        for cell, fault in faults:
            cell.refuse(fault_words.of_fault(fault))
        if faults:
            self.show_field(faults[0][0])

    def _place(self, fault: Fault) -> "Cell[object]":
        return self.name if fault.field == "name" else self.first_at  # type: ignore[return-value] # any cell will do

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        zone = self._desk.zone()
        new = self._copy.phases if self._copy else ()
        for at, phase in enumerate(self._activity.phases):
            was = f"{written(phase.starts_at, zone)} – {written(phase.ends_at, zone)}"
            will = f"{written(new[at].starts_at, zone)} – {written(new[at].ends_at, zone)}" if new else "…"
            for column, (text, look) in enumerate(((phase.name, ""), (was, "muted"), (will, ""))):
                cell = label(look, wraps=column != 1)
                cell.setText(text if column != 2 else f"→ {text}")
                self._grid.addWidget(cell, at, column)
        self._dates.setVisible(bool(self._activity.phases))

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Duplicate “{name}”").replace("{name}", self._activity.name))
        self.first_at.show_example(self.tr("11-11 00:00, or next year's date"))
        explained = self.tr(
            "All phases, and the from–until of its questions, move along; prices of products come along."
        )
        self.explained.setText(explained)
        self._fill()
