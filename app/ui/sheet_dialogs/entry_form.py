"""The window around the fields of an activity, a product or a fact.

The rule: what an entry would say now stands at the foot while it is written.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.sheet import entry_checks
from app.core.sheet.entries import BadEntry, Fault
from app.core.sheet.sheet import Entry
from app.ui.dialogs import fault_words
from app.ui.dialogs.draft_form import DraftForm, Refused, Unkept
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.form import label, line
from app.ui.dialogs.scrolling import show_whole
from app.ui.sheet_dialogs.entry_cells import Elided, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.theme import EDGE, GRID, INSIDE


class EntryForm(DraftForm):
    """A window with one entry. `saved` emits its id. A subclass lays out its fields, then calls `open_entry`."""

    saved = Signal(str)

    def __init__(
        self,
        desk: SheetFormDesk,
        drafts: FormDrafts,
        entry: Entry,
        *,
        is_new: bool,
        size: tuple[int, int] = (600, 720),
    ) -> None:
        super().__init__(drafts, type(entry).__name__ if is_new else entry.id, size)
        self.desk, self.entry, self.is_new = desk, entry, is_new
        self.warning = label("hint")
        self._preview = QVBoxLayout()
        self._lay_out_edges()

    def open_entry(self, fields: EntryFields) -> None:
        """Show the entry in its fields, or the draft of it."""
        self.column.addStretch(1)
        self.open_fields(fields, self.entry, is_new=self.is_new)
        self.add_keys(lambda: self._jump(1), "Ctrl+PgDown")
        self.add_keys(lambda: self._jump(-1), "Ctrl+PgUp")

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields with another state of the entry; it is kept when the agent saves."""
        self.fields.put(entry)
        self.recheck()

    def read(self) -> tuple[Entry, Refused]:
        """The entry as the fields stand, and everything that is wrong with it, each at its field."""
        reading = Reading()
        entry = self.fields.read(reading)
        refused: Refused = [(cell, fault_words.of_fault(fault)) for cell, fault in reading.refused]
        taken = {id(field) for field, _reason in refused}
        for fault in entry_checks.faults(entry, self.desk.sheet()):
            field = self.fields.place(fault.field)
            if field is not None and id(field) not in taken:
                taken.add(id(field))
                refused.append((field, fault_words.of_fault(fault)))
        return entry, refused

    def refused(self) -> Refused:
        """Everything that is wrong, each at its field."""
        return self.read()[1]

    def keep(self) -> None:
        """Store the entry."""
        entry, _ = self.read()
        try:
            self.desk.save(entry)
        except BadEntry as bad:
            raise Unkept(self._placed(bad.faults)) from None
        self.saved.emit(entry.id)

    def show_more(self) -> None:
        """Show at the foot what the entry would say."""
        entry, _ = self.read()
        self.show_preview(self.preview(entry))
        self.warn(entry)

    def preview(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """What the entry would say now, as pairs of a label and a text."""
        raise NotImplementedError

    def warn(self, entry: Entry) -> None:
        """Say above the fields what saving will set going."""

    def show_preview(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a label and a text at the foot."""
        while self._preview.count() > len(lines):
            item = self._preview.takeAt(self._preview.count() - 1)
            gone = item.widget() if item else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        while self._preview.count() < len(lines):
            self._preview.addWidget(Elided() if len(lines) > 1 else label("muted"))
        for at, (name, text) in enumerate(lines):
            item = self._preview.itemAt(at)
            shown = item.widget() if item else None
            if isinstance(shown, Elided):
                shown.show_text(f"{name}  {text}")
            elif isinstance(shown, QLabel):
                shown.setText(f"{name}  {_short(text)}")
                shown.setToolTip(text)

    def _placed(self, faults: Sequence[Fault]) -> Refused:
        placed: Refused = []
        for fault in faults:
            field = self.fields.place(fault.field) or next(iter(self.fields.cells.values()))
            placed.append((field, fault_words.of_fault(fault)))
        return placed

    def _jump(self, by: int) -> None:
        """To the next part, unfolded, or back to the one before; one whose folded head has the keyboard is next."""
        sections = self.fields.sections
        if not sections:
            return
        focus = self.focusWidget()
        here = next((at for at, each in enumerate(sections) if focus and each.isAncestorOf(focus)), -1 if by > 0 else 0)
        is_on_folded = by > 0 and here >= 0 and not sections[here].is_open
        target = sections[min(max(here if is_on_folded else here + by, 0), len(sections) - 1)]
        target.unfold()
        self.show_field(target.arrow)
        show_whole(target)

    def _lay_out_edges(self) -> None:
        self.warning.hide()
        self.column.addWidget(self.warning)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        foot = QWidget()
        foot.setLayout(self._preview)
        self._preview.setContentsMargins(EDGE, INSIDE, EDGE, INSIDE)
        self._preview.setSpacing(GRID)
        outer.insertWidget(1, line())
        outer.insertWidget(2, foot)


def _short(text: str) -> str:
    """As much of a sentence as the foot has room for; the whole is its tip."""
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:89] + "…"
