"""The platform's order export: choose it, look at what would happen, take it over, and back.

The rule: no order is touched before the primary button, and afterwards one click takes it all back.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.core.changes import Changed
from app.core.orders.incoming.intake import OrderPlan
from app.core.storage import NotStored
from app.services.orders.importing import OrdersImported
from app.ui import sentences
from app.ui.dialogs.plan_form import PlanForm
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_desk import OrderImportDesk
from app.ui.order_dialogs.order_import_head import OrderImportHead
from app.ui.order_dialogs.order_import_preview import OrderImportPreview
from app.ui.order_dialogs.order_import_rows import NOTHING_READ
from app.ui.theme import Look
from app.ui.worker import Task


class OrderImportDialog(PlanForm[OrderPlan, OrdersImported]):
    """A window for one export after the other. `settings_wanted` asks for the folder that is watched."""

    settings_wanted = Signal()
    head: OrderImportHead

    def __init__(self, look: Look, desk: OrderImportDesk) -> None:
        self._desk = desk
        self._is_taking = False
        preview = OrderImportPreview(look, desk.now, desk.zone)
        super().__init__(OrderImportHead(desk.watched), preview, NOTHING_READ)
        self.head.settings_wanted.connect(self.settings_wanted)
        self.add_keys(self._press, "Ctrl+Return", "Ctrl+Enter")
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Import orders"))

    def apply(self) -> None:
        """Take over what is shown; said first, because thousands of orders take a moment."""
        if self._is_taking or not self._plan.stored:
            return
        self._is_taking = True
        self.apply_button.setEnabled(False)
        self.tell(self.tr("Taking over…"))
        QTimer.singleShot(0, self, self._take)

    def refresh(self) -> None:
        """Say again which folder is watched."""
        self.head.say_watched()

    def report_text(self) -> str:
        """The counts and every row with its place, without anybody's name, as text for a message to a colleague."""
        return "\n".join((self.sums(is_done=self._taken is not None), *map(words.reported, self.preview.model.rows())))

    # What an export is about.

    def reading(self, path: str) -> Task:
        """Reads an export, in the helper thread, and gives the plan."""
        known = self._desk.known()
        return lambda watch: self._desk.plan(path, watch, known)

    def settled(self, plan: OrderPlan) -> OrderPlan:
        """The plan against the orders as they are now. Raises `NotStored`."""
        return self._desk.settle(plan)

    def taken_back(self, taken: OrdersImported) -> Changed:
        """Take the import back; nothing where something was done to the orders since. Raises `NotStored`."""
        return self._desk.undo(taken)

    def count(self) -> int:
        """How many orders would be stored."""
        return len(self._plan.stored)

    def button_words(self, count: int) -> str:
        """What the primary button is called."""
        one, many = self.tr("Take over 1 order"), self.tr("Take over {count} orders")
        return one if count == 1 else many.replace("{count}", f"{count:,}")

    def sums(self, *, is_done: bool) -> str:
        """What becomes of all orders, in a line."""
        return words.sums(self._plan, is_done=is_done)

    def copied(self) -> str:
        """What is said once the report lies on the clipboard."""
        return self.tr("The report lies on the clipboard; it names no buyer.")

    def _press(self) -> None:
        if self.apply_button.isVisible():
            self.apply_button.click()

    def _take(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            taken = self._desk.apply(self._plan)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            self._show_stage()
            return
        finally:
            self._is_taking = False
            QGuiApplication.restoreOverrideCursor()
        self._show_taken(taken, taken.plan, words.sums(taken.plan, is_done=True))
