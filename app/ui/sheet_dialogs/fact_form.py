"""The form of a free fact of the shop: what buyers ask, and what is answered."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.phrases.phrase import Phrase
from app.core.sheet.entries import Fact
from app.core.sheet.sheet import Entry
from app.ui import trade_words
from app.ui.dialogs.drafts import FormDrafts
from app.ui.dialogs.sample import sample
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.sheet_dialogs.entry_form import EntryForm
from app.ui.sheet_dialogs.fact_cells import FactCells
from app.ui.theme import Look


class FactFields(EntryFields):
    """All fields of a fact, none of them folded away."""

    def __init__(self, look: Look, desk: SheetFormDesk, column: QVBoxLayout, window: QWidget) -> None:
        super().__init__(look, window)
        self.last = Fact("", "", "")
        self.parts = FactCells(look, desk, desk.sheet)
        for name, cell in self.parts.by_name().items():
            self.take(name, cell)
            column.addWidget(cell)

    def put(self, entry: Fact) -> None:
        """Show a fact."""
        self.last = entry
        self.parts.put(entry)

    def read(self, reading: Reading) -> Fact:
        """The fact as the fields stand."""
        self.last = replace(self.last, **self.parts.read(reading))
        return self.last


class FactForm(EntryForm):
    """A window with one fact."""

    def __init__(
        self,
        look: Look,
        desk: SheetFormDesk,
        drafts: FormDrafts,
        fact: Fact,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, drafts, fact, is_new=is_new, size=(560, 620))
        fields = FactFields(look, desk, self.column, self)
        self.open_entry(fields)
        self.spoken.again(self._name)
        (fields.parts.answer if fact.question else fields.parts.question).content.setFocus()

    def preview(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """The answer as it would be pasted now, and what nobody knows of it."""
        assert isinstance(entry, Fact)
        shown = sample(Phrase(entry.id, entry.question, entry.answer), self.desk.render)
        lines = [(self.tr("As it would be pasted now:"), "".join(shown.parts) or "…")]
        if shown.missing:
            names = ", ".join(trade_words.of_fact(name) for name in shown.missing)
            lines.append((self.tr("Nobody knows now, so a paste would be refused:"), names))
        return lines

    def _name(self) -> None:
        self.setWindowTitle(self.tr("New question and answer") if self.is_new else self.tr("Edit question and answer"))
