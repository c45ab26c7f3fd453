"""The widgets of the place, where they stand, and which of them is in sight.

The rule: only layout, words and what the keyboard comes to; what is done to orders is the panel's.
"""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.clockwork import moments
from app.core.orders.order import Event, FollowUp, Order, Outcome
from app.core.prices import yuan
from app.core.storage import NotStored
from app.ui import order_names, sentences
from app.ui.notice import Notice
from app.ui.orders import terms
from app.ui.orders.ask_row import AskRow
from app.ui.orders.card import Card
from app.ui.orders.card_list import CardList
from app.ui.orders.card_model import Item
from app.ui.orders.cards import Cards
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.list_page import ListPage
from app.ui.orders.menu import OF_HISTORY, OF_PAID, OF_PROMISES
from app.ui.orders.queue_page import QueuePage
from app.ui.orders.quick_line import QuickLine, Understood
from app.ui.orders.segments import Part, Segments
from app.ui.theme import INSIDE, Look
from app.ui.words import Speaking, is_chinese


class OrderParts(Speaking, QWidget):
    """The place without its deeds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._desk: OrdersDesk | None = None
        self._cards: Cards | None = None
        self._told_of = ""
        self.segments = Segments(look)
        self.box, self.promise_box = QuickLine(look), QuickLine(look)
        self.queue = QueuePage(look)
        self.paid = ListPage(look, self._card, OF_PAID, self._tips)
        self.promises = ListPage(look, self._card, OF_PROMISES)
        self.history = ListPage(look, self._card, OF_HISTORY, self._sent)
        self.asking = AskRow(look)
        self.notice = Notice(look)
        self._stack = QStackedWidget()
        for page in (self.queue, self.paid, self.promises, self.history):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        for widget in (self.segments, self.box, self.promise_box, self._stack, self.asking, self.notice):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self._show(self.queue)

    @property
    def page(self) -> QueuePage | ListPage:
        """The part that is in sight."""
        page = self._stack.currentWidget()
        assert isinstance(page, QueuePage | ListPage)
        return page

    @property
    def list(self) -> CardList:
        """The list in sight."""
        return self.page.list

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        pages = (stop for page in (self.queue, self.paid, self.promises, self.history) for stop in page.stops)
        lines = (self.box.entry, self.promise_box.entry)
        return (*self.segments.stops, *lines, *pages, *self.asking.stops, *self.notice.stops)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes when the place is opened."""
        if self.asking.is_asking:
            return self.asking.first
        if self.page is self.queue and (self.queue.has_rows or self.queue.sieve.is_on):
            return self.queue.sieve.line
        if self.page.has_rows:
            return self.list
        return self.promise_box.entry if self.page is self.promises else self.box.entry

    def order(self) -> Order | None:
        """The order that is stood on; in its history the one that is told of."""
        if self.page is self.history and self._desk:
            return self._desk.book().get(self._told_of)
        item = self.list.current()
        return item if isinstance(item, Order) else None

    def promise(self) -> FollowUp | None:
        """The promise that is stood on."""
        item = self.promises.list.current()
        return item if self.page is self.promises and isinstance(item, FollowUp) else None

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.box.invite(self.tr("buyer 128 14:05 #item"), self.tr("New order: buyer, amount, kind and time"))
        self.promise_box.invite(self.tr("16:00 buyer, what was promised"), self.tr("New follow-up: time, buyer, what"))
        self.paid.list.retranslate(self.tr("Ended lately"))
        self.promises.list.retranslate(self.tr("Follow-ups"))
        self.history.list.retranslate(self.tr("History"))
        self.setAccessibleName(self.tr("Unpaid orders"))

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.box.setVisible(page is self.queue)
        self.promise_box.setVisible(page is self.promises)

    def _open(self, part: Part) -> None:
        self._show({Part.QUEUE: self.queue, Part.PAID: self.paid, Part.PROMISES: self.promises}[part])

    def _read_parts(self, desk: OrdersDesk) -> None:
        """Show again what the other parts hold."""
        paid, promises = desk.paid(), desk.promises()
        nothing = self.tr("Nothing has ended yet. Who pays is checked here; what was lost can be opened again.")
        self.paid.show_items((*paid, *desk.lost()), "check", nothing)
        self.promises.show_items(promises, "bell", self.tr("Nothing is promised. Type a time, the buyer and what."))
        if self.page is self.history:
            self._read_history(desk)
        checks = {check.id for check in desk.settings().order_checks}
        open_checks = sum(not checks <= set(order.checks) for order in paid)
        counts = {Part.QUEUE: self.queue.count, Part.PAID: open_checks, Part.PROMISES: len(promises)}
        self.segments.count(counts)

    def _read_history(self, desk: OrdersDesk) -> None:
        order = desk.book().get(self._told_of)
        try:
            events = list(reversed(desk.history(self._told_of)))
        except NotStored as lack:
            self.history.show_items((), "warning", sentences.of_trouble(lack.trouble))
            return
        self.history.say_head(" · ".join(part for part in Cards(desk).tips(order)[:2] if part) if order else "")
        self.history.show_items(events, "timers", self.tr("Nothing is known of this order yet."))

    def _card(self, item: Item) -> Card:
        assert self._cards is not None
        if isinstance(item, FollowUp):
            return self._cards.of_promise(item)
        if isinstance(item, Event):
            return self._cards.of_event(item)
        assert isinstance(item, Order)
        return self._cards.of_paid(item) if item.outcome is Outcome.PAID else self._cards.of_lost(item)

    def _tips(self, item: Item) -> tuple[str, ...]:
        return self._cards.tips(item) if self._cards and isinstance(item, Order) else ()

    @staticmethod
    def _sent(item: Item) -> tuple[str, ...]:
        return (terms.deed(item.deed), item.text) if isinstance(item, Event) and item.phrase_id else ()

    def _understood(self, line: str) -> Understood:
        """What the line of an order means."""
        assert self._desk is not None
        desk = self._desk
        reading, now, zone = desk.read(line), desk.now(), desk.zone()
        draft = reading.draft
        kind = desk.kinds().get(draft.kind_id)
        placed = self.tr("placed {moment}").replace("{moment}", terms.at(draft.placed_at, now, zone))
        closes = self.tr("closes {moment}").replace("{moment}", terms.at(draft.closes_at, now, zone))
        left = draft.closes_at - now
        ahead = moments.left_in_words(left, is_chinese=is_chinese()) if left > timedelta() else ""
        parts = (
            draft.buyer,
            yuan.shown(draft.amount),
            order_names.shown(kind.name) if kind else draft.kind_id,
            *draft.items,
            draft.number,
            terms.flag_name(draft.flag) if draft.flag is not None else "",
            terms.manner(draft.manner) if draft.manner else "",
            draft.note,
            placed,
            closes,
            ahead,
        )
        warning = self.tr("it has closed already") if "closed_already" in reading.hints else ""
        return Understood(" · ".join(part for part in parts if part), warning)

    def _promised(self, line: str) -> Understood:
        """What the line of a promise means."""
        assert self._desk is not None
        promise, now, zone = self._desk.read_promise(line), self._desk.now(), self._desk.zone()
        when = moments.said(promise.due_at.replace(second=0, microsecond=0), now, zone, is_chinese())
        left = moments.left_in_words(promise.due_at - now, is_chinese=is_chinese())
        return Understood(" · ".join(part for part in (promise.buyer, promise.text, when, left) if part))

    def _tick_parts(self, now: datetime) -> None:
        for page in (self.paid, self.promises, self.history):
            page.tick(now)
        self.box.again()
        self.promise_box.again()
