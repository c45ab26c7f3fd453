"""What the agent does to entries from this place, and what is said of it.

The rule: nothing is asked beforehand; whatever was done can be undone, and what failed changed nothing.
"""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, name_of
from app.services.phrases.undoing import Did
from app.services.sheet.ledger import SheetStep
from app.ui import sentences
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.trying import Trying


class SheetDeeds(Trying):
    """The verbs. `came_back` is the id of the first entry that is as it was before: the next key is about it."""

    came_back = Signal(str)

    def __init__(self, desk: SheetDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def delete(self, entry: Entry) -> None:
        """Put an entry into the bin."""
        if self.tried(lambda: self._desk.verbs.delete([entry.id])):
            self.said.emit(self.tr("“{name}” is in the bin").replace("{name}", name_of(entry)))

    def toggle_sold_out(self, product: Product) -> None:
        """Say that there is none any more or, where that was said, that there is again."""
        is_out = not product.is_out
        if self.tried(lambda: self._desk.verbs.mark_sold_out(product.id, is_sold_out=is_out)):
            out, back = self.tr("“{name}” is marked sold out"), self.tr("“{name}” can be sold again")
            self.said.emit((out if is_out else back).replace("{name}", product.name))

    def confirm(self, ids: Collection[str]) -> None:
        """Mark changes as read; the list shows it."""
        self.tried(lambda: self._desk.verbs.confirm(ids))

    def undo(self) -> bool:
        """Undo what was done last; False where there is nothing."""
        step = self._desk.verbs.undoable
        if step is None:
            return False
        before = self._title(step)
        if self.tried(self._desk.verbs.undo):
            title = self._title(step) or before
            many = self.tr("Undone: {count} entries are as they were before.").replace("{count}", str(step.count))
            self.undone.emit(sentences.of_undo(step.did, 1, title) if step.count == 1 else many)
            self.came_back.emit(step.ids[0] if step.ids else "")
        return True

    def tell(self) -> bool:
        """Say what was done last, as after a dialog that saved; whether there was one thing that it was done to."""
        step = self._desk.verbs.undoable
        if step is None or not step.ids:
            return False
        gone, came = self.tr("{count} entries are in the bin"), self.tr("{count} entries were taken in")
        many = (gone if step.did is Did.DELETED else came).replace("{count}", str(step.count))
        said = sentences.of_deed(step.did, 1, self._title(step)) if step.count == 1 else many
        if said:
            self.said.emit(said)
        return step.count == 1

    def last_id(self) -> str:
        """The entry that the last deed was about, or nothing."""
        step = self._desk.verbs.undoable
        return step.ids[0] if step and step.ids else ""

    def _title(self, step: SheetStep) -> str:
        entry = self._desk.sheet().get(step.ids[0]) if step.ids else None
        return name_of(entry) if entry else ""
