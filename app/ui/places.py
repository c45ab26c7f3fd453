"""The places beside the phrases: cheat-sheet, unpaid orders and countdowns, with what the window says of them.

The rule: they are built once the phrases stand, because a start waits for nobody; what they want, the window wants.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.core.facts.table import Subject
from app.core.sheet import answers
from app.ui.order_place import OrderPlace
from app.ui.orders.desk import OrdersDesk
from app.ui.palette import Tone
from app.ui.place_names import ACTIVITIES, TIMERS, word
from app.ui.rail import Place
from app.ui.sheet_panel.deeds import SheetDeeds
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.panel import SheetPanel
from app.ui.theme import Look
from app.ui.timers.desk import TimersDesk
from app.ui.timers.panel import TimersPanel
from app.ui.timers.ticker import Ticker
from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_OF_SHEET = frozenset((Kind.SHEET, Kind.CHANGES, Kind.SETTINGS))
_OF_TIMERS = frozenset((Kind.SHEET, Kind.TIMERS, Kind.SETTINGS))


class Places(QObject):
    """The places and their one beat. `left`: back to the search. `second`: one has begun while something counts."""

    left = Signal()
    second = Signal()

    def __init__(self, look: Look, column: Column, window: "MainWindow") -> None:
        super().__init__(column)
        self._column = column
        self._window = window
        self._changes: SheetDesk | None = None
        self._deeds: SheetDeeds | None = None
        self._ticker: Ticker | None = None
        self.sheet = SheetPanel(look)
        self.timers = TimersPanel(look)
        column.add_place(Place(ACTIVITIES, "activities", partial(word, ACTIVITIES)), self.sheet)
        self.orders = OrderPlace(look, column, window)
        column.add_place(Place(TIMERS, "timers", partial(word, TIMERS)), self.timers)
        self._connect()

    def serve(self, sheet: SheetDesk, timers: TimersDesk) -> None:
        """Show what was loaded."""
        self._changes = sheet
        self._deeds = deeds = SheetDeeds(sheet, self)
        deeds.done.connect(self._window.changed)
        deeds.said.connect(lambda said: self._window.show_notice(said, Tone.OK, self.tr("Undo"), self._undo))
        deeds.undone.connect(lambda said: self._window.show_notice(said, Tone.OK))
        deeds.failed.connect(lambda said: self._window.show_notice(said, Tone.LATE))
        self._ticker = ticker = Ticker(timers.now, self)
        ticker.second.connect(self.second)
        self.sheet.serve(sheet, ticker)
        self.timers.serve(timers, ticker)
        self._column.strip.countdowns.serve(timers, ticker)
        self._count()

    def serve_orders(self, desk: OrdersDesk) -> None:
        """Fill the place of the unpaid orders, once they were read."""
        if self._ticker:
            self.orders.serve(desk, self._ticker)

    def show_changes(self, kinds: Changed) -> None:
        """Read again what was changed elsewhere."""
        self.orders.show_changes(kinds)
        if kinds & _OF_SHEET:
            self.sheet.refresh()
            self._show_meant()
            self._count()
        if kinds & _OF_TIMERS:
            self.timers.refresh()
            self._column.strip.countdowns.refresh()

    def _choice(self) -> None:
        """Something else is meant from now on: the results follow at once."""
        self._show_meant()
        self._column.panel.search(self._column.search.text())

    def _show_meant(self) -> None:
        if self._changes is None:
            return
        sheet, chosen = self._changes.sheet(), self._changes.subjects.chosen
        activity, product = sheet.activities.get(chosen.activity_id), sheet.products.get(chosen.product_id)
        if activity and activity.served_until and activity.served_until <= self._changes.now():
            activity = None  # of what is long over nothing is meant any more
        names = (entry.name if entry and not entry.deleted_at else "" for entry in (activity, product))
        self._column.panel.meant.show_names(*names)

    def _take_back(self, subject: Subject) -> None:
        if subject is Subject.ACTIVITY:
            self.sheet.choose(activity_id="")
        else:
            self.sheet.choose(product_id="")

    def _count(self) -> None:
        """How many changes of running activities nobody has read yet."""
        changes = self._changes.changes() if self._changes else ()
        self._column.rail.count(ACTIVITIES, sum(change.confirmed_at is None for change in changes))

    def _connect(self) -> None:
        sheet, timers, window = self.sheet, self.timers, self._window
        for place in (sheet, timers):
            place.paste_wanted.connect(window.paste_wanted)
            place.copy_wanted.connect(window.copy_wanted)
            place.changed.connect(window.changed)
            place.left.connect(self.left)
        self.orders.left.connect(self.left)
        sheet.new_wanted.connect(window.entry_new_wanted)
        sheet.edit_wanted.connect(window.entry_edit_wanted)
        sheet.duplicate_wanted.connect(window.entry_copy_wanted)
        sheet.workbook_wanted.connect(lambda: window.workbook_wanted.emit([]))
        sheet.calculator_wanted.connect(window.calculator_wanted)
        sheet.sample_wanted.connect(window.sample_wanted)
        sheet.sample_gone_wanted.connect(window.sample_gone_wanted)
        sheet.keyboard_wanted.connect(window.focus.take)
        sheet.chosen_changed.connect(self._choice)
        self._column.panel.meant.taken_back.connect(self._take_back)
        self._column.panel.meant.left.connect(self._column.panel.search_wanted)
        timers.activity_wanted.connect(self.show_entry)
        timers.waiting.connect(partial(self._column.rail.count, TIMERS))
        self._column.strip.timers_wanted.connect(partial(self._column.rail.open, TIMERS))

    def toggle_sold_out(self, answer_id: str) -> None:
        """Mark the product of an answer as sold out, or as there again."""
        product = self._changes.sheet().products.get(answers.about(answer_id).product_id) if self._changes else None
        if product and self._deeds:
            self._deeds.toggle_sold_out(product)

    def _undo(self) -> None:
        if self._deeds:
            self._deeds.undo()

    def show_entry(self, entry_id: str) -> None:
        """Show an activity, a product or a fact in the cheat-sheet."""
        self._column.rail.open(ACTIVITIES)
        self.sheet.show_entry(entry_id)
