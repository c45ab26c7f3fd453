"""The place of the unpaid orders in the window: what it wants, the window wants.

The rule: it stands from the start and is filled a moment later, when the orders have been read.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.panel import OrdersPanel
from app.ui.orders.segments import Part
from app.ui.place_names import ORDERS, word
from app.ui.rail import Place
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker
from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_SHOWN_BY = frozenset((Kind.ORDERS, Kind.SETTINGS, Kind.PHRASES))


class OrderPlace(QObject):
    """The panel with its badge in the rail and its cell in the strip. `left`: back to the search."""

    left = Signal()

    def __init__(self, look: Look, column: Column, window: "MainWindow") -> None:
        super().__init__(column)
        self._column = column
        self._window = window
        self._is_served = False
        self.panel = OrdersPanel(look)
        column.add_place(Place(ORDERS, "orders", partial(word, ORDERS)), self.panel)
        self._connect()

    def serve(self, desk: OrdersDesk, ticker: Ticker) -> None:
        """Show the queue that was read."""
        if self._is_served:
            self.refresh()
            return
        self._is_served = True
        self.panel.serve(desk, ticker)
        self._column.strip.orders.serve(desk, ticker)

    def refresh(self) -> None:
        """Read everything again."""
        self.panel.refresh()
        self._column.strip.orders.refresh()

    def show_changes(self, kinds: Changed) -> None:
        """Read again what was changed elsewhere."""
        if self._is_served and kinds & _SHOWN_BY:
            self.refresh()

    def show_order(self, order_id: str) -> None:
        """Stand on an order."""
        self._column.rail.open(ORDERS)
        self.panel.show_order(order_id)

    def show_promises(self, *, has_keyboard: bool) -> None:
        """Show what was promised to buyers."""
        self._column.rail.open(ORDERS)
        self.panel.segments.choose(Part.PROMISES)
        if has_keyboard:
            self._window.focus.take(self.panel.first)

    def _connect(self) -> None:
        panel, window = self.panel, self._window
        panel.urge_wanted.connect(window.urge_wanted)
        panel.copy_name_wanted.connect(window.buyer_copy_wanted)
        panel.copy_text_wanted.connect(window.copy_text_wanted)
        panel.paste_wanted.connect(window.order_paste_wanted)
        panel.edit_wanted.connect(window.order_edit_wanted)
        panel.change_wanted.connect(window.order_change_wanted)
        panel.import_wanted.connect(lambda: window.orders_import_wanted.emit([]))
        panel.paste_text_wanted.connect(window.orders_paste_wanted)
        panel.report_wanted.connect(window.report_wanted)
        panel.handover_wanted.connect(lambda: window.handover_wanted.emit([]))
        panel.changed.connect(window.changed)
        panel.left.connect(self.left)
        panel.keyboard_wanted.connect(window.focus.take)
        panel.waiting.connect(partial(self._column.rail.count, ORDERS))
        self._column.strip.orders_wanted.connect(partial(self._column.rail.open, ORDERS))
