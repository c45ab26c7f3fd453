"""The first part of the place: what narrows the queue, its totals, and the orders, the nearest to close on top.

The rule: the book is asked for pages and totals and never copied; a second costs only the rows in sight.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.core.orders.order import Order
from app.core.prices import yuan
from app.ui.blank import Blank, Offer
from app.ui.orders import closing, faces
from app.ui.orders.card import Card
from app.ui.orders.card_list import CardList
from app.ui.orders.card_model import Item, Listed, Paged, Rows
from app.ui.orders.cards import Cards
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.menu import OF_QUEUE
from app.ui.orders.sieve_row import SieveRow
from app.ui.theme import GRID, INSIDE, Look, kind
from app.ui.words import Speaking

_MANY = 20_000
_PAUSE_MS = 120
"""Words are looked for in every order: among so many that takes longer than a letter is typed."""


class QueuePage(Speaking, QWidget):
    """The queue. `waiting` gives how many orders close soon."""

    waiting = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._desk: OrdersDesk | None = None
        self._cards: Cards | None = None
        self._rows: Rows = Listed(())
        self._over = (0, Decimal(0))
        self._found_money = Decimal(0)
        self._soon = -1
        self._said = ("", "")
        self._trouble: tuple[str, tuple[Offer, ...]] = ("", ())
        self._offers: tuple[Offer, ...] = ()
        self.ways_on: Callable[[str], Iterable[Offer]] = lambda _text: ()
        self.sieve = SieveRow(look)
        self.totals, self.recovered = QLabel(), QLabel()
        self.list = CardList(look, self._card, OF_QUEUE, self._tips)
        self.blank = Blank(look, has_enter=True)
        self._build()
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._narrow)
        self.sieve.changed.connect(self._narrow_soon)
        self.sieve.left.connect(self.take_focus)
        self.sieve.line.list_key.connect(self.list.keyPressEvent)
        self.sieve.line.enter_pressed.connect(self._enter)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (*self.sieve.stops, self.list, *self.blank.stops)

    @property
    def has_rows(self) -> bool:
        """Whether there is a list to stand in."""
        return self._stack.currentWidget() is self.list

    @property
    def count(self) -> int:
        """How many orders are not closed yet, whatever is filtered."""
        return self._desk.book().count() - self._closed_by(timedelta()) if self._desk else 0

    def serve(self, desk: OrdersDesk) -> None:
        """Show this queue from now on."""
        self._desk, self._cards = desk, Cards(desk)
        self._trouble = ("", ())

    def show_trouble(self, sentence: str, *offers: Offer) -> None:
        """Say, where the list would be, why there is none."""
        self._trouble = (sentence, offers)
        self._show_state()

    def refresh(self, *offers: Offer) -> None:
        """Read the queue again; what is stood on stays so."""
        if self._desk is None:
            self._show_state()
            return
        desk = self._desk
        kinds = sorted(desk.kinds().values(), key=lambda each: (each.position, each.id))
        self.sieve.offer(kinds, desk.settings().agent)
        self._rows = self._asked()
        self.list.show_rows(self._rows)
        self._offers = offers
        self._show_state()
        self._over = (-1, Decimal(0))
        self._total()
        self._fit()

    def tick(self, now: datetime) -> None:
        """A second has begun."""
        self._total()
        if self.list.isVisible():
            self.list.tick(now)

    def order(self) -> Order | None:
        """The order that is stood on."""
        item = self.list.current()
        return item if isinstance(item, Order) else None

    def show_order(self, order_id: str) -> None:
        """Stand on an order; a filter that hides it is taken off."""
        if self.list.cards.row_of(order_id) < 0 and self.sieve.is_on:
            self.sieve.clear()
        if self.list.cards.row_of(order_id) >= 0:
            self.list.choose(order_id)

    def step_on(self) -> None:
        """Go on to the next order."""
        self.list.choose("", self.list.currentIndex().row() + 1)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        (self.list if self.has_rows else self.sieve.line).setFocus(Qt.FocusReason.TabFocusReason)

    def filter_by(self, event: QKeyEvent | None = None) -> None:
        """Type into the filter; a letter that was typed in the list begins it."""
        self.sieve.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if event:
            self.sieve.line.insert(event.text())

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.list.retranslate(self.tr("Unpaid orders"))
        self._said = ("", "")
        self.refresh(*self._offers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was recovered gives way where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        card = QFrame()
        card.setProperty(*kind("card"))
        head = QWidget()
        line = QVBoxLayout(head)
        line.setContentsMargins(INSIDE + GRID, 2, INSIDE + GRID, 0)
        line.setSpacing(0)
        for label in (self.totals, self.recovered):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line.addWidget(label)
        self.recovered.setProperty(*kind("ok"))
        self.totals.setProperty(*kind("muted"))
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.list)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, GRID, 1, GRID)
        inside.setSpacing(2)
        inside.addWidget(head)
        inside.addWidget(body, 1)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        column.addWidget(self.sieve)
        column.addWidget(card, 1)
        self.list.setAccessibleName(self.tr("Unpaid orders"))

    # What the list asks.

    def _card(self, item: Item) -> Card:
        assert self._cards is not None
        assert isinstance(item, Order)
        return self._cards.of_open(item)

    def _tips(self, item: Item) -> tuple[str, ...]:
        return self._cards.tips(item) if self._cards and isinstance(item, Order) else ()

    def _asked(self) -> Rows:
        assert self._desk is not None
        book, only, find = self._desk.book(), self.sieve.filter, self._desk.find
        if find and only.text:
            found = find(only)
            self._found_money = closing.money(found)
            return Listed(found)
        return Paged(
            book.count(only),
            lambda first, count: book.page(first, count, only),
            lambda order_id: book.row(order_id, only),
        )

    def _narrow_soon(self) -> None:
        """At once, but among very many orders not before the agent pauses typing."""
        is_typing = self.sieve.line.hasFocus() and self._desk is not None and self._desk.book().count() > _MANY
        if is_typing:
            self._wait.start()
        else:
            self._wait.stop()
            self._narrow()

    def _narrow(self) -> None:
        self.refresh(*self._offers)
        self.list.choose("", 0)
        self.list.scrollToTop()

    def _enter(self) -> None:
        if self.has_rows:
            self.list.pressed.emit("urge")
        else:
            self.blank.enter()

    # What the head says.

    def _total(self) -> None:
        """How many orders and how much money is at risk; what has closed is none of it."""
        if self._desk is None:
            return
        over = self._row_after(self._desk.now() - self._desk.shift())
        if over != self._over[0]:
            self._over = (over, closing.money(self._rows.first(over)))
        self._say()
        soon = self._closed_by(faces.SOON) - self._closed_by(timedelta())
        if soon != self._soon:
            self._soon = soon
            self.waiting.emit(soon)

    def _say(self) -> None:
        assert self._desk is not None
        count = len(self._rows) - self._over[0]
        money = yuan.shown(self._money() - self._over[1])
        text = self.tr("{count} orders, {money} at risk") if count != 1 else self.tr("1 order, {money} at risk")
        if self.sieve.is_on:
            text = self.tr("{count} of {all} orders, {money} at risk").replace("{all}", f"{self.count:,}")
        today = self._desk.recovered()
        got = self.tr("{money} recovered today ({count})") if today.count else ""
        got = got.replace("{money}", yuan.shown(today.money)).replace("{count}", f"{today.count:,}")
        said = (text.replace("{count}", f"{count:,}").replace("{money}", money), got)
        if said != self._said:
            self._said = said
            self._fit()

    def _fit(self) -> None:
        """Both in one line where there is room, else one below the other."""
        text, got = self._said
        both = f"{text} · {got}" if got else text
        measure = self.totals.fontMetrics()
        self.totals.setVisible(self._is_list)
        is_wide = measure.horizontalAdvance(both) <= self.width() - 2 * (INSIDE + GRID) - 2
        self.totals.setText(both if is_wide else text)
        self.totals.setAccessibleName(both)
        self.recovered.setText(got)
        self.recovered.setVisible(bool(got) and not (is_wide and self._is_list))

    def _money(self) -> Decimal:
        assert self._desk is not None
        if isinstance(self._rows, Listed):
            return self._found_money
        return self._desk.book().total(self.sieve.filter).money

    def _row_after(self, moment: datetime) -> int:
        """How many of the rows close at a moment or before."""
        return closing.closed_rows(len(self._rows), self._rows.at, moment)

    def _closed_by(self, later: timedelta) -> int:
        """How many of all open orders close so much later or before."""
        assert self._desk is not None
        return closing.closed(self._desk.book(), self._desk.now() - self._desk.shift() + later)

    @property
    def _is_list(self) -> bool:
        return self._desk is not None and not self._trouble[0] and len(self._rows) > 0

    def _show_state(self) -> None:
        if self._is_list:
            if not self.has_rows:
                self._stack.setCurrentWidget(self.list)
                self.list.current_changed.emit()  # what is stood on can be reached again
            return
        self._stack.setCurrentWidget(self.blank)
        if self._trouble[0]:
            self.blank.say("warning", self._trouble[0], *self._trouble[1])
        elif self._desk is None:
            self.blank.say("clock", self.tr("Loading the orders…"))
        elif self.sieve.is_on:
            offers = (*self.ways_on(self.sieve.filter.text), (self.tr("Show all"), self._clear))
            self.blank.say("search", self.tr("No order comes through this filter."), *offers)
        else:
            sentence = self.tr("No order waits for its payment. Type one above, such as “buyer 128 14:05”.")
            self.blank.say("check", sentence, *self._offers)

    def _clear(self) -> None:
        self.sieve.clear()
        self.take_focus()
