"""The widgets of the cheat-sheet's place, where they stand, and which of them is in sight.

The rule: only layout, words and what the keyboard comes to; what is done to entries is the panel's.
"""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.ui.blank import Blank, Offer
from app.ui.notice import Notice
from app.ui.sheet_panel.activities_page import ActivitiesPage
from app.ui.sheet_panel.banner import Banner
from app.ui.sheet_panel.changes_page import ChangesPage
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.page import Page
from app.ui.sheet_panel.products_page import Products
from app.ui.sheet_panel.row import Row
from app.ui.sheet_panel.segments import Noun, Segments
from app.ui.sheet_panel.shop_page import ShopPage
from app.ui.theme import INSIDE, Look


class Parts(QWidget):
    """The place without its deeds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._desk: SheetDesk | None = None
        self._trouble: tuple[str, tuple[Offer, ...]] = ("", ())
        self.segments = Segments(look)
        self.banner = Banner(look)
        self.activities = ActivitiesPage(look)
        self.products = Products(look)
        self.shop = ShopPage(look)
        self.changes = ChangesPage(look)
        self.blank = Blank(look)
        self.notice = Notice(look)
        self._stack = QStackedWidget()
        for page in (self.activities, self.products, self.shop, self.changes, self.blank):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        for widget in (self.segments, self.banner, self._stack, self.notice):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self._show_state()

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every part with a list."""
        return (self.activities, self.products.page, self.products.card, self.shop, self.changes)

    @property
    def page(self) -> Page | None:
        """The part that is in sight; none while there is nothing to show."""
        current = self._stack.currentWidget()
        if current is self.products:
            return self.products.card if self.products.is_open else self.products.page
        return current if isinstance(current, Page) else None

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        inside = (stop for page in self.pages for stop in page.stops)
        return (*self.segments.stops, self.banner.button, *inside, *self.blank.stops, *self.notice.stops)

    @property
    def first(self) -> QWidget:
        """What gets the keyboard when the place is opened."""
        return self.page.first if self.page else self.blank.stops[0]

    def show_trouble(self, sentence: str, *offers: Offer) -> None:
        """Say, where the parts would be, why there are none, and what can be done."""
        self._desk, self._trouble = None, (sentence, offers)
        self._show_state()

    def row(self) -> Row | None:
        """The row that is stood on."""
        return self.page.list.current() if self.page else None

    def entry(self) -> Entry | None:
        """The entry that is stood on; in the part of the shop that of the fact."""
        if self._desk is None:
            return None
        if self.page is self.activities:
            wanted = self.activities.shown
        elif self.page is self.products.card:
            wanted = self.products.card.product_id
        else:
            row = self.row()
            wanted = row.entry_id if row else ""
        entry = self._desk.sheet().get(wanted)
        return entry if entry and entry.deleted_at is None else None

    def stand_on(self, entry_id: str) -> None:
        """Stand on an entry in the list of its part, if it is there; a card of a product that is open stays so."""
        entry = self._desk.sheet().get(entry_id) if self._desk else None
        if entry is None or entry.deleted_at is not None:
            return
        if isinstance(entry, Activity):
            self.segments.choose(Noun.ACTIVITY)
            self.activities.show_activity(entry_id)
        elif isinstance(entry, Product):
            self.segments.choose(Noun.PRODUCT)
            self.products.page.list.choose_entry(entry_id)
        else:
            self.segments.choose(Noun.FACT)
            self.shop.list.choose_entry(entry_id)

    def _open(self, noun: Noun) -> None:
        widgets = {Noun.ACTIVITY: self.activities, Noun.PRODUCT: self.products, Noun.FACT: self.shop}
        if self._desk:
            self._stack.setCurrentWidget(widgets[noun])

    def _show_state(self) -> None:
        """The part that is on, or why there is none."""
        for button in (self.segments.new, self.segments.more):
            button.setEnabled(self._desk is not None)
        if self._desk is None:
            self._stack.setCurrentWidget(self.blank)
            sentence, offers = self._trouble
            if sentence:
                self.blank.say("warning", sentence, *offers)
            else:
                self.blank.say("clock", self.tr("Loading the cheat-sheet…"))
        elif self._stack.currentWidget() is self.blank:
            self._open(self.segments.noun)
