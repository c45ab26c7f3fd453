"""What is said to the buyer of an order: urges and the phrases that belong to it, and the buyer's name for the client.

The rule: an urge is written down when it has arrived, and then the next order is offered; no order is guessed.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed
from app.core.clockwork import moments
from app.core.orders.order import Order
from app.core.orders.urging import Held, Holding
from app.core.phrases.phrase import Phrase
from app.core.prices import yuan
from app.core.sheet.sheet import About
from app.core.storage import NotStored
from app.front.counter import Counter
from app.front.desk import Desk
from app.services.orders.urging import Urge
from app.ui import sentences
from app.ui.main_window import MainWindow
from app.ui.orders import terms
from app.ui.orders.notices import TOPIC
from app.ui.palette import Tone
from app.ui.saying import Haste, Saying
from app.ui.words import is_chinese, translate

_log = logging.getLogger(__name__)
TOLD_LATELY = timedelta(minutes=30)
"""What was told longer ago is not taken up again by a start: the queue shows it."""


class Urges(QObject):
    """Urges by way of the counter. `changed` tells that one was written down."""

    changed = Signal(object)

    def __init__(self, window: MainWindow, desk: Desk, counter: Counter) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._counter = counter
        window.urge_wanted.connect(self.urge_anyway)
        window.order_paste_wanted.connect(self.paste)
        window.buyer_copy_wanted.connect(self.copy_name)
        counter.said_of_order.connect(self._said)

    def urge(self, order_id: str) -> None:
        """Urge from a notice. It may have stood there for long: what holds the urge back by now is said first."""
        urging, order = self._desk.office.urging, self._desk.office.orders.get(order_id)
        holding = urging.holding(order) if order is not None and order.is_open else None
        if order is None or holding is None or holding.why is Held.SNOOZED:
            self.urge_anyway(order_id)
        else:
            self._tell_held(order, holding)

    def urge_anyway(self, order_id: str) -> None:
        """Paste the words of the step that the order is in, whatever holds that back."""
        urge = self._desk.office.urging.urge(order_id)
        if urge is None:
            self._window.show_notice(translate("urges", "This order waits for no payment any more."), Tone.SOON)
        elif urge.phrase is None:
            self._tell_no_words(urge)
        else:
            self._counter.serve_about(urge.phrase.id, urge.about)

    def take_up(self) -> None:
        """After a start: offer what was told shortly before and was not urged, as after a crash."""
        urging = self._desk.office.urging
        following = None if self._window.awaits(TOPIC) else urging.next_after("")
        event = urging.last_call(following.id) if following else None
        if following and event and self._desk.shop_time.now() - event.at < TOLD_LATELY:
            self._tell_next(following)

    def paste(self, phrase_id: str, order_id: str) -> None:
        """Paste a phrase about an order, or about none."""
        order = self._desk.office.orders.get(order_id)
        about = About(activity_id=order.activity_id, order_id=order.id) if order else About()
        self._counter.serve_about(phrase_id, about)

    def copy_name(self, order_id: str) -> None:
        """Put the buyer's name on the clipboard, for the search of the client."""
        orders = self._desk.office.orders
        order = orders.get(order_id)
        if order:
            self._counter.copy_text(order.buyer)
            self._keep(lambda: self._desk.office.urging.copied_name(order_id))

    def _said(self, order_id: str, phrase: Phrase, text: str) -> None:
        """Something arrived that speaks of an order; urges are written down, wherever the agent took them from."""
        urging, order = self._desk.office.urging, self._desk.office.orders.get(order_id)
        if order is None or not urging.is_urge(order, phrase):
            return
        self._keep(lambda: urging.record(order_id, urging.step(order), phrase, text))
        following = urging.next_after(order_id)
        self._window.show_urged(order_id, following.id if following else "")
        if following:
            self._tell_next(following)

    def _keep(self, record: Callable[[], Changed]) -> None:
        try:
            self.changed.emit(record())
        except NotStored as not_stored:
            _log.warning("What was said to a buyer was not written down: %s", not_stored)
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)

    def _tell_next(self, order: Order) -> None:
        again = partial(self._offered, order.id)
        self._window.hear(replace(self._offer(order), topic=TOPIC, again=again, haste=Haste.MONEY))

    def _offered(self, order_id: str) -> Saying | None:
        """The offer as it is by now; where another order took its place, that one."""
        urging = self._desk.office.urging
        order = urging.waiting(order_id) or urging.next_after(order_id)
        return self._offer(order) if order else None

    def _offer(self, order: Order) -> Saying:
        left = self._desk.office.orders.left(order)
        said = translate("urges", "Next: {name}, closes in {length}")
        said = said.replace("{length}", moments.length_in_words(left, is_chinese=is_chinese()))
        name = " ".join(part for part in (order.buyer, yuan.shown(order.amount)) if part)
        label = translate("urges", "Urge (Alt+Enter)")
        return Saying(said.replace("{name}", name), Tone.INFO, label, lambda: self.urge(order.id))

    def _tell_held(self, order: Order, holding: Holding) -> None:
        time, rules = self._desk.shop_time, self._desk.preferences.current.urge_rules
        why = terms.waits(holding, rules, time.now(), time.zone(), order.closes_by(self._desk.countdowns.pulse.shift))
        said = translate("urges", "{name} was not urged: {why}.").replace("{why}", why).replace("{name}", order.buyer)
        label = translate("urges", "Urge anyway (Alt+Enter)")
        self._window.show_notice(said, Tone.SOON, label, lambda: self.urge_anyway(order.id))

    def _tell_no_words(self, urge: Urge) -> None:
        codes = translate("urges", ", ").join(urge.codes)
        if codes:
            said = translate("urges", "No phrase has the code {codes}: write the words of this urge.")
        else:
            said = translate("urges", "The kind of this order names no phrase: give its steps a short code.")
        label = translate("urges", "New phrase") if codes else ""
        self._window.show_notice(
            said.replace("{codes}", codes), Tone.SOON, label, lambda: self._window.new_wanted.emit("")
        )
