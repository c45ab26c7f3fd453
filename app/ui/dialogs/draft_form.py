"""A window with fields that are saved together: faults at their fields, a draft kept when it is closed.

The rule: everything that is wrong is said at once, each at its field, and the first such field is brought into sight
with the keyboard in it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer

from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs import fault_words
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.form import Field
from app.ui.dialogs.stowing_form import StowingForm
from app.ui.dialogs.tab_order import stops
from app.ui.sheet_dialogs.entry_cells import Cell, unfold_to
from app.ui.sheet_dialogs.entry_fields import EntryFields

_CHECK_MS = 350
Refused = list[tuple[Field, str]]
"""Fields and what is wrong with each, in words."""


class Unkept(Exception):
    """What was to be kept is refused by a rule that only keeping it finds. `refused` says where and why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(len(refused))
        self.refused = refused


class DraftForm(StowingForm):
    """A subclass lays out its fields, calls `open_fields`, and gives `refused` and `keep`."""

    def __init__(self, drafts: FormDrafts, key: str, size: tuple[int, int]) -> None:
        super().__init__(drafts, key, size)
        self.fields: EntryFields
        self._has_refused = False
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(_CHECK_MS)
        self._check_timer.timeout.connect(self.recheck)

    def state(self) -> Any:
        """What stands in the fields, read or not."""
        return self.fields.state()

    def restore(self, state: Any) -> None:
        """Put it back, and say what is wrong with it."""
        self.fields.restore(state)
        self.recheck()

    def refused(self) -> Refused:
        """Everything that is wrong as the fields stand."""
        raise NotImplementedError

    def keep(self) -> None:
        """Store what stands there; nothing of it is wrong. Raises `NotStored` and `Unkept`."""
        raise NotImplementedError

    def open_fields(self, fields: EntryFields, value: Any, *, is_new: bool = False) -> None:
        """Show a value in its fields, or the draft of it."""
        self.fields = fields
        fields.put(value)
        self._opened = fields.state()
        draft = self._drafts.of(self._key)
        if draft is not None and draft != self._opened and (not is_new or fields.is_blank()):
            self._other = draft
            self.swap()
        fields.edited.connect(self._check_timer.start)
        fields.left.connect(self._look_at)
        self.add_button(lambda: self.tr("Close"), self.reject)
        self.save_button = self.add_button(lambda: self.tr("Save"), self.save, "primary")
        self.save_button.setToolTip("Ctrl+S")
        self.add_keys(self.save, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        for told in (self.tell_draft, self.recheck):
            self.spoken.again(told)

    def save(self) -> None:
        """Save and close; or say at the fields why not."""
        self._check_timer.stop()
        refused = self.refused()
        if refused:
            self.refuse(refused)
            return
        try:
            self.keep()
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
        except Unkept as unkept:
            self.refuse(unkept.refused)
        else:
            self._drafts.forget(self._key)
            self.accept()

    def recheck(self) -> None:
        """Show what is wrong so far: at fields that were left, and after a refused save everywhere."""
        refused = self.refused()
        self._mark([(field, why) for field, why in refused if self._is_due(field)])
        if self._has_refused:
            self.tell(fault_words.of_count(len(refused)) if refused else "", "error" if refused else "muted")
        self.fields.sum_up()
        self.show_more()

    def show_more(self) -> None:
        """Show what else depends on the fields."""

    def refuse(self, refused: Refused) -> None:
        """Say what is wrong at the fields, the first of them in sight."""
        self._has_refused = True
        self._mark(refused)
        for field, _reason in refused:
            unfold_to(field)
        self.tell(fault_words.of_count(len(refused)), "error")
        self.show_field(self._first([field for field, _reason in refused]))

    def _look_at(self, _cell: object) -> None:
        if self.isVisible():
            self.recheck()

    def _first(self, fields: Sequence[Field]) -> Field:
        """The uppermost field."""
        for stop in stops(self):
            for field in fields:
                if field.isAncestorOf(stop):
                    return field
        return fields[0]

    def _mark(self, refused: Refused) -> None:
        for field in self.findChildren(Field):
            if field.refusal:
                field.refuse("")
        for field, reason in refused:
            field.refuse(reason)

    def _is_due(self, field: Field) -> bool:
        """Whether it is time to say what is wrong: not while it is being written for the first time."""
        focus = self.focusWidget()
        is_here = focus is not None and field.isAncestorOf(focus) and self.isActiveWindow()
        if is_here and not field.refusal:
            return False
        return self._has_refused or (isinstance(field, Cell) and field.is_touched)
