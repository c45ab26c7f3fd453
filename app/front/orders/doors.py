"""The doors to the windows of the unpaid orders: form, pasted texts, import, kinds, handover, reports, changes.

The rule: nothing of a buyer is kept in a window or a draft whose order is no more.
"""

from pathlib import Path

from PySide6.QtCore import Signal

from app.core.orders.order import Order
from app.front.door import Door, Hall
from app.front.orders import asked
from app.ui.dialogs.drafts import FormDrafts

KINDS = "order_kinds"
"""The key of the draft of the kinds."""
_OF_ONE = ("order", "change")
"""What the keys of windows about a single order begin with."""


class OrderDoors(Door):
    """Opens what belongs to the orders. `settings_wanted` asks for their settings."""

    settings_wanted = Signal()

    def __init__(self, hall: Hall, drafts: FormDrafts) -> None:
        super().__init__(hall)
        self._drafts = drafts
        window = hall.window
        window.order_edit_wanted.connect(self.edit)
        window.order_change_wanted.connect(self.change)
        window.orders_import_wanted.connect(self.bring_in)
        window.orders_paste_wanted.connect(self.pasted)
        window.report_wanted.connect(self.report)
        window.handover_wanted.connect(self.hand_over)

    def edit(self, order_id: str) -> None:
        """Change an order."""
        order = self._order(order_id)
        if order is None:
            return
        from app.ui.order_dialogs.order_form import OrderForm

        self._openings.show(
            f"order.{order_id}",
            lambda: OrderForm(self._look, asked.by_order_form(self._desk), self._drafts, order, is_new=False),
            changed=self.changed,
            draft_kept=self.tell_draft,
        )

    def change(self, order_id: str) -> None:
        """Another size, colour or address, or a buyer who wants it no more."""
        order = self._order(order_id)
        if order is None:
            return
        from app.ui.order_dialogs.order_changes import OrderChanges

        self._openings.show(
            f"change.{order_id}",
            lambda: OrderChanges(self._look, asked.by_changes(self._desk, self._counter), order),
            changed=self.changed,
        )

    def pasted(self, text: str) -> None:
        """Take orders over from a text."""
        from app.ui.order_dialogs.pasted_orders import PastedOrders

        self._openings.show(
            "pasted", lambda: PastedOrders(self._look, asked.by_pasted_orders(self._desk), text), changed=self.changed
        )

    def bring_in(self, files: list[Path]) -> None:
        """Take the platform's export over."""
        from app.ui.order_dialogs.order_import_dialog import OrderImportDialog

        dialog = self._openings.show(
            "orders",
            lambda: OrderImportDialog(self._look, asked.by_order_import(self._desk)),
            changed=self.changed,
            settings_wanted=self.settings_wanted,
        )
        if files:
            dialog.open_file(files[0])

    def kinds(self) -> None:
        """Change the kinds of orders and their reminders."""
        from app.ui.order_dialogs.kinds_form import KindsForm

        self._openings.show(
            "kinds",
            lambda: KindsForm(self._look, asked.by_kinds(self._desk), self._drafts, KINDS),
            changed=self.changed,
            draft_kept=self.tell_draft,
        )

    def go_on(self, key: str) -> None:
        """Open the form of a draft."""
        if key == KINDS:
            self.kinds()
        else:
            self.edit(key)

    def forget_lost_drafts(self) -> None:
        """What was written about orders that are no more names buyers who are nobody's business."""
        for opened in self._openings.named():
            kind, _, order_id = opened.partition(".")
            if kind in _OF_ONE and self._order(order_id) is None:
                self._openings.drop(opened)
        for key in self._drafts.all:
            if key != KINDS and self._order(key) is None:
                self._drafts.forget(key)

    def report(self) -> None:
        """Show outcomes and reports."""
        from app.ui.order_dialogs.report_window import ReportWindow

        self._openings.show("report", lambda: ReportWindow(self._look, asked.by_reports(self._desk)))

    def hand_over(self, files: list[Path]) -> None:
        """Hand the shift over, or take one over from a file."""
        from app.ui.order_dialogs.handover_dialog import HandoverDialog

        dialog = self._openings.show(
            "handover", lambda: HandoverDialog(asked.by_handover(self._desk)), changed=self.changed
        )
        if files:
            dialog.open_file(str(files[0]))

    def _order(self, order_id: str) -> Order | None:
        found = self._desk.stores.orders.find([order_id])
        return self._desk.office.orders.get(order_id) or next(iter(found), None)
