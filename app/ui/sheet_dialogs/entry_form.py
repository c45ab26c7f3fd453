"""The window around the fields of an activity, a product or a fact.

The rule: leaving never asks and never loses; everything that is wrong is said at once, each at its field, and the first
such field is brought into sight with the keyboard in it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.sheet import entry_checks
from app.core.sheet.entries import BadEntry, Fault
from app.core.sheet.sheet import Entry
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs import fault_words
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.form import Field, Form, button, label, line, row, show_whole
from app.ui.dialogs.tab_order import stops
from app.ui.sheet_dialogs.entry_cells import Cell, Reading, unfold_to
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.theme import EDGE, GRID, INSIDE, kind

_CHECK_MS = 350
Refused = list[tuple[Field, str]]


class EntryForm(Form):
    """A window with one entry. `saved` emits its id. A subclass lays out its fields, then calls `open_entry`."""

    saved = Signal(str)
    draft_kept = Signal(str)

    def __init__(
        self,
        desk: SheetFormDesk,
        drafts: FormDrafts,
        entry: Entry,
        *,
        is_new: bool,
        size: tuple[int, int] = (600, 720),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, size)
        self.desk, self._drafts, self.entry, self.is_new = desk, drafts, entry, is_new
        self.fields: EntryFields
        self._opened: object = None
        self._other: object = None
        self._has_refused = False
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(_CHECK_MS)
        self._check_timer.timeout.connect(self.recheck)
        self.banner, self.banner_text, self.banner_button = QFrame(), label(), button("link")
        self.warning = label("hint")
        self._preview = QVBoxLayout()
        self._lay_out_edges()

    @property
    def key(self) -> str:
        """The place of this entry's draft."""
        return type(self.entry).__name__ if self.is_new else self.entry.id

    @property
    def is_changed(self) -> bool:
        """Whether anything stands there otherwise than it was opened."""
        return bool(self.fields.state() != self._opened)

    def open_entry(self, fields: EntryFields) -> None:
        """Show the entry in its fields, or the draft of it."""
        self.fields = fields
        self.column.addStretch(1)
        fields.put(self.entry)
        self._opened = fields.state()
        draft = self._drafts.of(self.key)
        if draft is not None and (not self.is_new or fields.is_blank()):
            self._other = draft
            self._swap()
        fields.edited.connect(self._check_timer.start)
        fields.left.connect(self._look_at)
        self.add_button(lambda: self.tr("Close"), self.reject)
        self.add_button(lambda: self.tr("Save"), self.save, "primary").setToolTip("Ctrl+S")
        self.add_keys(self.save, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        self.add_keys(lambda: self._jump(1), "Ctrl+PgDown")
        self.add_keys(lambda: self._jump(-1), "Ctrl+PgUp")
        for told in (self._tell_draft, self.recheck):
            self.spoken.again(told)

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

    def save(self) -> None:
        """Save and close; or say at the fields why not."""
        self._check_timer.stop()
        entry, refused = self.read()
        if refused:
            self._refuse(refused)
            return
        try:
            self.desk.save(entry)
        except BadEntry as bad:
            self._refuse(self._placed(bad.faults))
            return
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self._drafts.forget(self.key)
        self.saved.emit(entry.id)
        self.accept()

    def reject(self) -> None:
        """Close, on Esc as on the window's own button, and keep what was written and not saved."""
        if self.isVisible() and self.is_changed:
            self._drafts.keep(self.key, self.fields.state())
            self.draft_kept.emit(self.key)
        super().reject()

    def recheck(self) -> None:
        """Show what is wrong so far: at fields that were left, and after a refused save everywhere."""
        entry, refused = self.read()
        self._mark([(field, why) for field, why in refused if self._is_due(field)])
        if self._has_refused:
            self.tell(fault_words.of_count(len(refused)) if refused else "", "error" if refused else "muted")
        self.fields.sum_up()
        self.show_preview(self.preview(entry))
        self.warn(entry)

    def _look_at(self, _cell: object) -> None:
        if self.isVisible():
            self.recheck()

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
            self._preview.addWidget(label("muted"))
        for at, (name, text) in enumerate(lines):
            item = self._preview.itemAt(at)
            shown = item.widget() if item else None
            assert shown is not None
            shown.setText(f"{name}  {_short(text)}")  # type: ignore[attr-defined] # it is a label
            shown.setToolTip(text)

    def _refuse(self, refused: Refused) -> None:
        self._has_refused = True
        self._mark(refused)
        for field, _reason in refused:
            unfold_to(field)
        self.tell(fault_words.of_count(len(refused)), "error")
        first = self._first([field for field, _reason in refused])
        if first:
            self.show_field(first)

    def _first(self, fields: Sequence[Field]) -> Field | None:
        """The uppermost field."""
        for stop in stops(self):
            for field in fields:
                if field.isAncestorOf(stop):
                    return field
        return fields[0] if fields else None

    def _mark(self, refused: Refused) -> None:
        for field in self.findChildren(Field):
            if field.refusal:
                field.refuse("")
        for field, reason in refused:
            field.refuse(reason)

    def _placed(self, faults: Sequence[Fault]) -> Refused:
        placed: Refused = []
        for fault in faults:
            field = self.fields.place(fault.field) or next(iter(self.fields.cells.values()))
            placed.append((field, fault_words.of_fault(fault)))
        return placed

    def _is_due(self, field: Field) -> bool:
        """Whether it is time to say what is wrong: not while it is being written for the first time."""
        focus = self.focusWidget()
        is_here = focus is not None and field.isAncestorOf(focus) and self.isActiveWindow()
        if is_here and not field.refusal:
            return False
        return self._has_refused or (isinstance(field, Cell) and field.is_touched)

    def _swap(self) -> None:
        """Change between the draft and what is saved; each click has its way back."""
        other, self._other = self._other, self.fields.state()
        self.fields.restore(other)
        self.recheck()
        self._tell_draft()

    def _tell_draft(self) -> None:
        self.banner.setVisible(self._other is not None)
        is_draft = self.is_changed
        self.banner_text.setText(
            self.tr("What you had not saved is back.") if is_draft else self.tr("This is what is saved.")
        )
        self.banner_button.setText(self.tr("Start from what is saved") if is_draft else self.tr("Bring the draft back"))

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
        self.banner.setProperty(*kind("card"))
        inside = QVBoxLayout(self.banner)
        inside.setContentsMargins(INSIDE, GRID, INSIDE, GRID)
        inside.addLayout(row(self.banner_text, self.banner_button, stretch=0))
        self.banner_button.clicked.connect(self._swap)
        self.banner.hide()
        self.warning.hide()
        self.column.addWidget(self.banner)
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
