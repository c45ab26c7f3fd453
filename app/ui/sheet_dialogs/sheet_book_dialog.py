"""The workbook of activities and products: choose, look at what would happen, take over, and back; or write one.

The rule: nothing of the cheat-sheet is touched before the primary button, and afterwards one click takes it all back.
"""

from collections.abc import Callable
from pathlib import Path, PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.sheet.book import SheetPlan
from app.core.storage import NotStored, NotWritten
from app.services.sheet.importing import PlanOutdated, SheetImport, SheetImported
from app.ui import sentences
from app.ui.dialogs.file_form import FileForm
from app.ui.sheet_dialogs import sheet_book_words as words
from app.ui.sheet_dialogs.sheet_book_head import SheetBookHead
from app.ui.sheet_dialogs.sheet_book_preview import SheetBookPreview
from app.ui.sheet_dialogs.sheet_book_rows import Row, told
from app.ui.theme import Look


class SheetBookDialog(FileForm):
    """A window for one workbook after the other. `changed` emits what kinds of data changed (`Changed`)."""

    changed = Signal(object)

    def __init__(self, look: Look, books: SheetImport, parent: QWidget | None = None) -> None:
        super().__init__(parent, (680, 640))
        self._books = books
        self._plan = SheetPlan()
        self._imported: SheetImported | None = None
        self._after = ""
        self.head = SheetBookHead()
        self.preview = SheetBookPreview(look)
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Activities and products as a workbook"))
        self.spoken.again(self._say_button)
        self._show_stage()

    def open_file(self, file: str | Path) -> None:
        """Read a workbook and show what would happen."""
        path = str(file)
        self._imported = None
        self.worker.start(lambda watch: self._books.plan(path, watch))
        self.head.begin(path)
        self.tell(self.tr("Reading…"))
        self._show_stage()

    def apply(self) -> None:
        """Take over what is shown."""
        try:
            self._imported = self._books.apply(self._plan)
        except PlanOutdated:
            self._after = self.tr("Something was changed meanwhile, so it was read again. Please have another look.")
            self.open_file(self._plan.file)
            return
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        backup = self.tr("The state before is kept as {backup}.").replace("{backup}", self._imported.backup)
        self.tell(f"{words.sums(self._plan, is_done=True)} {backup if self._imported.backup else ''}".strip(), "ok")
        self._show_stage()
        self.close_button.setFocus()
        self.changed.emit(self._imported.changed)

    def undo(self) -> None:
        """Take the import back, unless something was done to the cheat-sheet since."""
        if self._imported is None:
            return
        if not self._books.can_undo(self._imported):
            self.tell(self.tr("Something was changed since. Undo step by step in the window with Ctrl+Z."), "error")
            self.undo_button.hide()
            return
        try:
            changed = self._books.undo(self._imported)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self._after = self.tr("Taken back: everything is as it was before.")
        self.changed.emit(changed)
        self.open_file(self._plan.file)

    def write_template(self, path: str) -> None:
        """Write an empty workbook with examples."""
        self._write(path, lambda: self._books.template(path))

    def export(self, path: str) -> None:
        """Write all that is in use."""
        self._write(path, lambda: self._books.export(path))

    def report_text(self) -> str:
        """The counts and everything with its place, as text for a message to a colleague."""
        lines = [words.sums(self._plan, is_done=self._imported is not None)]
        rows: list[Row] = [*self._plan.problems, *self._plan.rows]
        for each in rows:
            lines.append("\t".join((words.place(each.spot), words.fate(each), " | ".join(told(each).split("\n")))))
        return "\n".join(lines)

    # What was read and written.

    def _hear(self, value: object) -> None:
        if not isinstance(value, SheetPlan):
            return
        self._plan = value
        self.head.settle(value.file)
        self.preview.show_plan(value)
        self.tell(self._after or words.sums(value, is_done=False), "muted" if self._after else self._look_of(value))
        self._after = ""
        self._show_stage()
        (self.apply_button if self.apply_button.isEnabled() else self.preview.table).setFocus()

    def _look_of(self, plan: SheetPlan) -> str:
        return "error" if plan.has_failed else "muted"

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

    def _stop(self) -> None:
        self.worker.stop()
        self._forget("")

    def _fail(self, place: str) -> None:
        self._forget(sentences.of_error(place))

    def _forget(self, why: str) -> None:
        """Show nothing of a file whose reading did not come to its end."""
        self._plan, self._after = SheetPlan(), ""
        self.head.settle()
        self.preview.show_plan(self._plan)
        self.tell(why, "error")
        self._show_stage()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report_text())
        self.tell(self.tr("The report lies on the clipboard."))

    # What is in sight.

    def _show_stage(self) -> None:
        has_rows = bool(self._plan.rows or self._plan.problems) and not self.worker.is_working
        is_done = self._imported is not None
        self.preview.setVisible(has_rows)
        self._gap.setVisible(not has_rows)
        self.copy_button.setVisible(has_rows)
        self.apply_button.setVisible(has_rows and not is_done)
        self.apply_button.setEnabled(bool(self._plan.entries))
        self.undo_button.setVisible(is_done and bool(self._plan.entries))
        self._say_button()

    def _say_button(self) -> None:
        count = len(self._plan.entries)
        one, many = self.tr("Take over 1 entry"), self.tr("Take over {count} entries")
        self.apply_button.setText(one if count == 1 else many.replace("{count}", f"{count:,}"))

    def _lay_out(self) -> None:
        self._gap = QWidget()
        self.column.addWidget(self.head)
        self.column.addWidget(self.preview, 10)
        self.column.addWidget(self._gap, 1)
        self.copy_button = self.add_button(lambda: self.tr("Copy report"), self._copy)
        self.undo_button = self.add_button(lambda: self.tr("Undo"), self.undo)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.apply_button: QPushButton = self.add_button(lambda: "", self.apply, "primary")

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.worker.progress.connect(self.head.progress)
        self.head.chosen.connect(self.open_file)
        self.head.stopped.connect(self._stop)
        self.head.template_wanted.connect(self.write_template)
        self.head.export_wanted.connect(self.export)
