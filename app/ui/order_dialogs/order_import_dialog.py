"""The platform's order export: choose it, look at what would happen, take it over, and back.

The rule: no order is touched before the primary button, and afterwards one click takes it all back.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.orders.intake import OrderPlan
from app.core.storage import NotStored
from app.services.orders.importing import OrdersImported
from app.ui import sentences
from app.ui.dialogs.file_form import FileForm
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_desk import OrderImportDesk
from app.ui.order_dialogs.order_import_head import OrderImportHead
from app.ui.order_dialogs.order_import_preview import OrderImportPreview
from app.ui.order_dialogs.order_import_rows import NOTHING_READ
from app.ui.theme import Look


class OrderImportDialog(FileForm):
    """A window for one export after the other. `changed` emits what kinds of data changed."""

    changed = Signal(object)
    settings_wanted = Signal()

    def __init__(self, look: Look, desk: OrderImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, (680, 640))
        self._desk = desk
        self._plan = NOTHING_READ
        self._imported: OrdersImported | None = None
        self._is_taking = False
        self._after = ""
        self.head = OrderImportHead(desk.watched)
        self.preview = OrderImportPreview(look, desk.now, desk.zone)
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Import orders"))
        self.spoken.again(self._say_button)
        self._show_stage()

    def open_file(self, file: str | Path) -> None:
        """Read an export and show what would happen."""
        path = str(file)
        self._imported = None
        known = self._desk.known()
        self.worker.start(lambda watch: self._desk.plan(path, watch, known))
        self.head.begin(path)
        self.tell(self.tr("Reading…"))
        self._show_stage()

    def apply(self) -> None:
        """Take over what is shown; said first, because thousands of orders take a moment."""
        if self._is_taking or not self._plan.stored:
            return
        self._is_taking = True
        self.apply_button.setEnabled(False)
        self.tell(self.tr("Taking over…"))
        QTimer.singleShot(0, self, self._take)

    def undo(self) -> None:
        """Take the import back, unless something was done to the orders since."""
        if self._imported is None:
            return
        try:
            changed = self._desk.undo(self._imported)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        if not changed:
            self.tell(self.tr("Something was done since. Undo step by step in the window with Ctrl+Z."), "error")
            self.undo_button.hide()
            return
        self._after = self.tr("Taken back: everything is as it was before.")
        self.changed.emit(changed)
        self.open_file(self._plan.reading.file)

    def refresh(self) -> None:
        """Say again which folder is watched."""
        self.head.say_watched()

    def report_text(self) -> str:
        """The counts and every row with its place, without anybody's name, as text for a message to a colleague."""
        lines = [words.sums(self._plan, is_done=self._imported is not None)]
        return "\n".join((*lines, *map(words.reported, self.preview.model.rows())))

    # What was read and taken over.

    def _take(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._imported = self._desk.apply(self._plan)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            self._show_stage()
            return
        finally:
            self._is_taking = False
            QGuiApplication.restoreOverrideCursor()
        self._show_plan(self._imported.plan)
        self.tell(words.sums(self._plan, is_done=True), "ok")
        self.close_button.setFocus()
        self.changed.emit(self._imported.changed)

    def _hear(self, value: object) -> None:
        if not isinstance(value, OrderPlan):
            return
        try:
            plan = self._desk.settle(value)
        except NotStored as lack:
            self._forget(sentences.of_trouble(lack.trouble))
            return
        self.head.settle(plan.reading.file)
        self._show_plan(plan)
        look = "error" if plan.has_failed else "muted"
        self.tell(self._after or words.sums(plan, is_done=False), "muted" if self._after else look)
        self._after = ""
        (self.apply_button if self.apply_button.isEnabled() else self.preview.table).setFocus()

    def _show_plan(self, plan: OrderPlan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self._show_stage()

    def _stop(self) -> None:
        self.worker.stop()
        self._forget("")

    def _fail(self, place: str) -> None:
        self._forget(sentences.of_error(place))

    def _forget(self, why: str) -> None:
        """Show nothing of a file whose reading did not come to its end."""
        self._plan, self._after = NOTHING_READ, ""
        self.head.settle()
        self.preview.show_plan(self._plan)
        self.tell(why, "error")
        self._show_stage()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report_text())
        self.tell(self.tr("The report lies on the clipboard; it names no buyer."))

    # What is in sight.

    def _show_stage(self) -> None:
        has_rows = bool(self._plan.rows or self._plan.problems) and not self.worker.is_working
        self.preview.setVisible(has_rows)
        self._gap.setVisible(not has_rows)
        self.copy_button.setVisible(has_rows)
        self.apply_button.setVisible(has_rows and self._imported is None)
        self.apply_button.setEnabled(bool(self._plan.stored))
        self.undo_button.setVisible(self._imported is not None and bool(self._imported.changed))
        self._say_button()

    def _say_button(self) -> None:
        count = len(self._plan.stored)
        one, many = self.tr("Take over 1 order"), self.tr("Take over {count} orders")
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
        self.head.settings_wanted.connect(self.settings_wanted)
