"""The place of the unpaid orders (待付): the queue, what is to be done after a payment, and what was promised.

The rule: after every deed it reads again, stands where it stood, and says what was done with an undo beside it.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.changes import Changed
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.order import Order, Outcome
from app.ui.blank import Offer
from app.ui.composing import is_deed
from app.ui.orders import deed_bar
from app.ui.orders import menu as order_menu
from app.ui.orders.acts import OrderActs
from app.ui.orders.card_model import Item
from app.ui.orders.cards import Cards
from app.ui.orders.deed_bar import DeedBar
from app.ui.orders.deeds import OrderDeeds
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.menu import OrderMenu
from app.ui.orders.quick_line import QuickLine
from app.ui.orders.segments import Part
from app.ui.orders.sought import Sought, sought
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker

LOW = 16
"""Lower than so many buttons on top of each other the place has no room for a question beside everything else."""
_NEXT, _BEFORE = QKeySequence("Ctrl+PgDown"), QKeySequence("Ctrl+PgUp")


class OrdersPanel(OrderActs):
    """The place. Signals with an order carry its id, `paste_wanted` that of a phrase and of the order that it is said
    about, or none; `paste_text_wanted` the text of pasted orders, or nothing where the window is to ask for it.

    `left`: Escape where nothing is left to close. `typed`: a letter that goes on in the search. `keyboard_wanted`: the
    widget that is to be typed in. `waiting`: so many orders close soon and promises are due. `acts` are what keys of
    the window do here.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._soon, self._waiting = 0, -1
        self._typed: OrderDraft | None = None
        self._menu = OrderMenu(look, self.acts)
        self.bars = {
            page: DeedBar(look, names, keys, self.acts)
            for page, names, keys in (
                (self.queue, deed_bar.OF_QUEUE, order_menu.OF_QUEUE),
                (self.paid, deed_bar.OF_PAID, order_menu.OF_PAID),
                (self.promises, deed_bar.OF_PROMISES, order_menu.OF_PROMISES),
            )
        }
        for page, bar in self.bars.items():
            page.column.addWidget(bar)
        self._connect()
        self.retranslate()

    def serve(self, desk: OrdersDesk, ticker: Ticker) -> None:
        """Show what is there from now on."""
        self._desk, self._cards = desk, Cards(desk)
        self._deeds = OrderDeeds(desk, self)
        self._deeds.done.connect(self._done)
        self._deeds.said.connect(lambda said: self.notice.say(said, Tone.OK, self.tr("Undo"), self.undo))
        self._deeds.undone.connect(lambda said: self.notice.say(said, Tone.OK))
        self._deeds.came_back.connect(self._stand_on)
        self._deeds.failed.connect(lambda said: self.notice.say(said, Tone.LATE))
        self.queue.serve(desk)
        self.box.serve(self._understood, self._add)
        self.promise_box.serve(self._promised, lambda line: desk.verbs.promise(desk.read_promise(line)))
        ticker.second.connect(self.tick)
        for page in (self.queue, self.paid, self.promises, self.history):
            ticker.watch(page.list)
        ticker.watch(self.box.reading)
        ticker.watch(self.promise_box.reading)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; what is stood on stays so."""
        brought: Offer = (self.tr("Import the platform's export…"), self.import_wanted.emit)
        self.queue.refresh(brought)
        if self._desk:
            self._read_parts(self._desk)
            self._count()
        self._show_bars()

    def tick(self, now: datetime) -> None:
        """A second has begun."""
        self.queue.tick(now)  # its badge counts while another place is open, too
        self._count()
        if self.isVisible():
            self._tick_parts(now)
            self.segments.count({**self.segments.counts, Part.QUEUE: self.queue.count})

    def show_order(self, order_id: str) -> None:
        """Stand on an order, as from a notice."""
        self.segments.choose(Part.QUEUE)
        self.queue.show_order(order_id)

    def sought(self, text: str) -> Sought | None:
        """The order in what is searched for elsewhere, if it is one."""
        return sought(self._desk, text, lambda line: self._understood(line).whole) if self._desk else None

    def note_line(self, line: str) -> None:
        """Note the order of a line that was typed elsewhere, and stand on it."""
        self.segments.choose(Part.QUEUE)
        self.queue.sieve.clear()
        self.box.entry.setText(line)
        self.box.add()

    def show_promises(self) -> None:
        """Show what was promised to buyers, as from a notice."""
        self.segments.choose(Part.PROMISES)

    def show_urged(self, order_id: str, next_id: str = "") -> None:
        """An urge went out: show it and offer the next order, unless the agent stands elsewhere already."""
        order = self.queue.order()
        self.refresh()
        if order is None or order.id != order_id:
            return
        if next_id:
            self.queue.list.stand_on(next_id)
        else:
            self.queue.step_on()

    def take_digit(self, digit: int) -> None:
        """A digit with Alt: it answers what is asked, or says that a point of a paid order is done."""
        order = self.order()
        if self.asking.is_asking:
            self.asking.answer(digit)
        elif self.page is self.paid and order and self._deeds and not _is_lost(order):
            self._deeds.check(order, digit)

    def show_trouble(self, sentence: str, *offers: Offer) -> None:
        """Say, where the queue would be, why there is none, and what can be done."""
        self.queue.show_trouble(sentence, *offers)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        super().retranslate()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The parts are beside each other; what a letter does with Alt it does wherever the keyboard is."""
        pressed = QKeySequence(event.keyCombination())
        if pressed in (_NEXT, _BEFORE):
            self.segments.step(1 if pressed == _NEXT else -1)
            self._take_focus()
        elif is_deed(event) and event.text().isdecimal():
            self.take_digit(int(event.text()))
        elif is_deed(event) and not self.asking.is_asking:
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # What the widgets tell.

    def _connect(self) -> None:
        for page in (self.queue, self.paid, self.promises, self.history):
            page.list.pressed.connect(self._press)
            page.list.escape_pressed.connect(self._leave)
            page.list.menu_wanted.connect(partial(self._open_row_menu, page.list))
            page.list.typed.connect(self._type)
            page.list.left_up.connect(self._go_up)
        for box in (self.box, self.promise_box):
            box.added.connect(partial(self._added, box))
            box.failed.connect(lambda said: self.notice.say(said, Tone.LATE))
            box.left_down.connect(self._take_focus)
            box.escaped.connect(self.left)
            box.undo_pressed.connect(self.undo)
            box.many_pasted.connect(self.paste_text_wanted)
            box.keyboard_wanted.connect(self.keyboard_wanted)
        self.queue.ways_on = self._ways_on
        self.queue.sieve.line.pressed.connect(self._press)
        self.queue.sieve.line.left.connect(self._leave)
        self.queue.sieve.line.wanted.connect(lambda: self.keyboard_wanted.emit(self.queue.sieve.line))
        self.queue.waiting.connect(self._count_soon)
        for page in self.bars:
            page.list.current_changed.connect(self._show_bars)
        self.segments.chosen.connect(self._open_part)
        self.segments.entered.connect(self._take_focus)
        self.segments.left.connect(self.left)
        self.segments.more.clicked.connect(self._open_menu)
        self.asking.closed.connect(self._take_focus)
        for told in (self.asking.closed, self.asking.asked):
            told.connect(self._make_room)

    def _press(self, name: str) -> None:
        if name:
            self.acts[name]()

    def _ways_on(self, text: str) -> Iterator[Offer]:
        """What else the text may be meant for that no order in the queue has."""
        order = self.sought(text)
        if order:
            yield (order.label, partial(self.note_line, order.text))

    def _type(self, event: QKeyEvent) -> None:
        if self.page is self.queue:
            self.queue.filter_by(event)
        else:
            self.typed.emit(event)

    def _add(self, line: str) -> Changed:
        """Note the order of a line."""
        assert self._desk is not None
        self._typed = self._desk.read(line).draft
        return self._desk.verbs.add(self._typed)

    def _added(self, box: QuickLine, changed: Changed, understood: str) -> None:
        if self._deeds is None or self._desk is None:
            return
        self._deeds.added(changed, understood, is_promise=box is self.promise_box)
        draft = self._typed
        if box is self.box and draft:
            own = (one for one in self._desk.book().of_buyer(draft.buyer) if one.placed_at == draft.placed_at)
            self.queue.show_order(next((one.id for one in own if one.is_open), ""))

    def _stand_on(self, order_id: str) -> None:
        self.list.stand_on(order_id)

    def _done(self, kinds: Changed) -> None:
        self.refresh()
        self.changed.emit(kinds)

    def _go_up(self) -> None:
        box = self.promise_box if self.page is self.promises else self.box
        (box.entry if not box.isHidden() else self.segments.stops[0]).setFocus()

    def _open_part(self, part: Part) -> None:
        self.asking.cancel()
        self._open(part)

    def _open_menu(self) -> None:
        button = self.segments.more
        self._pop_up(button.mapToGlobal(QPoint(0, button.height())))

    def _open_row_menu(self, rows: QWidget, point: QPoint) -> None:
        self._pop_up(rows.mapToGlobal(point))

    def _pop_up(self, point: QPoint) -> None:
        has_row = self.list.current() is not None and self.page is not self.history
        menu = self._menu.build(self, self.segments.part, self.order(), has_row=has_row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _make_room(self) -> None:
        """A question needs the foot of the list for its answers, and where the window is low more than that."""
        is_asking = self.asking.is_asking
        is_low = is_asking and self.height() < LOW * self._look.scale.target
        self.notice.stand_aside(is_asking)
        self.box.setVisible(self.page is self.queue and not is_low)
        self.queue.sieve.setVisible(not is_low)
        self._stack.setMinimumHeight(self._look.scale.row if is_asking else 0)  # 0: as its pages want it
        self._show_bars()

    def _show_bars(self) -> None:
        for page, bar in self.bars.items():
            if page is self.paid:
                order = self.paid.list.current()
                bar.offer(deed_bar.OF_LOST if _is_lost(order) else deed_bar.OF_PAID)
            bar.setVisible(page.has_rows and page.list.current() is not None and not self.asking.is_asking)

    def _count_soon(self, soon: int) -> None:
        self._soon = soon
        self._count()

    def _count(self) -> None:
        if self._desk is None:
            return
        now = self._desk.now()
        due = sum(promise.due_at <= now for promise in self._desk.promises())
        if self._soon + due != self._waiting:
            self._waiting = self._soon + due
            self.waiting.emit(self._waiting)


def _is_lost(item: Item | None) -> bool:
    """Whether this is an order that ended without being paid."""
    return isinstance(item, Order) and item.outcome not in (None, Outcome.PAID)
