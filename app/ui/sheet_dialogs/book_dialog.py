"""The workbook of activities and products: choose, look at what would happen, take over, and back; or write one.

The rule: nothing of the cheat-sheet is touched before the primary button, and afterwards one click takes it all back.
"""

from collections.abc import Callable
from pathlib import PurePath

from app.core.changes import Changed
from app.core.sheet.book import SheetPlan
from app.core.storage import NotStored, NotWritten
from app.services.sheet.importing import PlanOutdated, SheetImport, SheetImported
from app.ui import sentences
from app.ui.dialogs.plan_form import PlanForm
from app.ui.sheet_dialogs import book_words as words
from app.ui.sheet_dialogs.book_head import SheetBookHead
from app.ui.sheet_dialogs.book_preview import SheetBookPreview
from app.ui.sheet_dialogs.book_rows import Row, told
from app.ui.theme import Look
from app.ui.worker import Task


class SheetBookDialog(PlanForm[SheetPlan, SheetImported]):
    """A window for one workbook after the other, and to write one."""

    head: SheetBookHead

    def __init__(self, look: Look, books: SheetImport) -> None:
        self._books = books
        super().__init__(SheetBookHead(), SheetBookPreview(look), SheetPlan())
        self.head.template_wanted.connect(self.write_template)
        self.head.export_wanted.connect(self.export)
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Activities and products as a workbook"))

    def apply(self) -> None:
        """Take over what is shown."""
        try:
            taken = self._books.apply(self._plan)
        except PlanOutdated:
            self._after = self.tr("Something was changed meanwhile, so it was read again. Please have another look.")
            self.open_file(self._plan.file)
            return
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        backup = self.tr("The state before is kept as {backup}.").replace("{backup}", taken.backup)
        said = f"{self.sums(is_done=True)} {backup if taken.backup else ''}".strip()
        self._show_taken(taken, self._plan, said)

    def write_template(self, path: str) -> None:
        """Write an empty workbook with examples."""
        self._write(path, lambda: self._books.template(path))

    def export(self, path: str) -> None:
        """Write all that is in use."""
        self._write(path, lambda: self._books.export(path))

    def report_text(self) -> str:
        """The counts and everything with its place, as text for a message to a colleague."""
        lines = [self.sums(is_done=self._taken is not None)]
        rows: list[Row] = [*self._plan.problems, *self._plan.rows]
        for each in rows:
            lines.append("\t".join((words.place(each.spot), words.fate(each), " | ".join(told(each).split("\n")))))
        return "\n".join(lines)

    # What a workbook is about.

    def reading(self, path: str) -> Task:
        """Reads a workbook, in the helper thread, and gives the plan."""
        return lambda watch: self._books.plan(path, watch)

    def taken_back(self, taken: SheetImported) -> Changed:
        """Take the import back; nothing where something was done to the cheat-sheet since. Raises `NotStored`."""
        return self._books.undo(taken)

    def count(self) -> int:
        """How many entries would be stored."""
        return len(self._plan.entries)

    def button_words(self, count: int) -> str:
        """What the primary button is called."""
        one, many = self.tr("Take over 1 entry"), self.tr("Take over {count} entries")
        return one if count == 1 else many.replace("{count}", f"{count:,}")

    def sums(self, *, is_done: bool) -> str:
        """What becomes of all entries, in a line."""
        return words.sums(self._plan, is_done=is_done)

    def _write(self, path: str, write: Callable[[], int | None]) -> None:
        try:
            left_out = write()
        except NotWritten as lost:
            self.tell(sentences.of_unwritten(lost), "error")
            return
        said = self.tr("Written: {file}").replace("{file}", PurePath(path).name)
        if left_out:
            parts = self.tr("{count} parts name something in the bin or are too long, and were left out.")
            said = f"{said} {parts.replace('{count}', f'{left_out:,}')}"
        self.tell(said, "ok")
