"""Urging (催付): for an order the words of its step or of what keeps its buyer from paying, and which order comes next.

The rule: it offers and records, it never decides: what is held back is given with its reason, and the agent may urge
all the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta

from app.core.changes import Changed
from app.core.orders.kinds import Step
from app.core.orders.order import Deed, Event, Order
from app.core.orders.reminders import step_on
from app.core.orders.urging import Holding, holding, snoozed
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.lifetimes import State, Validity
from app.core.sheet.sheet import About
from app.core.values import dataclass
from app.services.orders.orders import Orders
from app.services.orders.urged import Urged
from app.services.phrases.library import Library
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Urge:
    """What is said to the buyer of an order: `phrase` is none where the library has no words for it.

    `codes` are the short codes that were looked for, the best first.
    """

    order: Order
    step: Step | None
    phrase: Phrase | None
    about: About
    codes: tuple[str, ...]
    holding: Holding | None = None


class Urging:
    """Urges for the orders that are open. `holds` tells of a phrase whether it is true at this moment."""

    def __init__(
        self,
        orders: Orders,
        urged: Urged,
        library: Library,
        clock: ShopTime,
        pulse: Pulse,
        settings: Callable[[], Settings],
        new_id: Callable[[], str],
        holds: Callable[[Phrase], bool] = lambda _phrase: True,
    ) -> None:
        self._orders = orders
        self._urged = urged
        self._library = library
        self._clock = clock
        self._pulse = pulse
        self._settings = settings
        self._new_id = new_id
        self._holds = holds

    def urge(self, order_id: str) -> Urge | None:
        """What is said for an order now; nothing where it waits for no payment any more."""
        order = self._orders.get(order_id)
        if order is None or not order.is_open or self._orders.left(order) <= _NOTHING:
            return None
        step = self.step(order)
        codes = tuple(dict.fromkeys(self._codes(order, step)))
        about = About(activity_id=order.activity_id, order_id=order.id)
        return Urge(order, step, self._phrase(codes), about, codes, self.holding(order))

    def step(self, order: Order) -> Step | None:
        """The step that an order is in; before the first that is the first."""
        now = self._pulse.now() - self._pulse.shift + order.shift
        return step_on(order, self._orders.kinds().get(order.kind_id), now)

    def holding(self, order: Order) -> Holding | None:
        """Why its buyer is not urged now, by the rules of the shop."""
        others = self._orders.of_buyer(order.buyer) if order.buyer else (order,)
        urges = self._urged.of(others)
        rules, now = self._settings().urge_rules, self._pulse.now()
        return holding(order, others, urges, rules, now, self._clock.zone(), self._pulse.shift)

    def last_call(self, order_id: str) -> Event | None:
        """The latest reminder or urge of an order."""
        return self._urged.last(order_id)

    def record(self, order_id: str, step: Step | None, phrase: Phrase, text: str) -> Changed:
        """Note that an urge went out, with its words. Raises `NotStored`."""
        agent, now = self._settings().agent, self._clock.now()
        event = Event(self._new_id(), order_id, Deed.URGED, now, agent, step.id if step else "", phrase.id, text)
        self._urged.add(event)  # it went out, whether the store takes it or not
        return self._orders.record([event])

    def is_urge(self, order: Order, phrase: Phrase) -> bool:
        """Whether a phrase asks for the payment of an order: by a code of its kind's steps or of a payment problem."""
        problems = {problem.code for problem in self._settings().payment_problems}
        return order.is_open and not {*phrase.codes}.isdisjoint((self._step_codes(order) | problems) - {""})

    def over(self, phrase: Phrase, about: About) -> Validity | None:
        """Why the words of a step are not said any more: their order was paid, closed or given up in the meantime.

        Those of a problem are let through: shops say some of them after the payment, too.
        """
        order = self._orders.get(about.order_id)
        if order is None or self._step_codes(order).isdisjoint(phrase.codes):
            return None
        if order.is_open and self._orders.left(order) > _NOTHING:
            return None
        ended_at = order.outcome_at or order.closes_by(self._pulse.shift)
        return Validity(State.OVER, until_at=ended_at, from_at=order.placed_by(self._pulse.shift))

    def _step_codes(self, order: Order) -> set[str]:
        kind = self._orders.kinds().get(order.kind_id)
        return {step.code for step in kind.steps if step.code} if kind else set()

    def copied_name(self, order_id: str) -> Changed:
        """Note that the buyer's name was copied for the client's search. Raises `NotStored`."""
        agent, now = self._settings().agent, self._clock.now()
        return self._orders.record([Event(self._new_id(), order_id, Deed.NAME_COPIED, now, agent)])

    def waiting(self, order_id: str) -> Order | None:
        """An order of which the agent was reminded, until it ends, its buyer is urged, or it is put off.

        What the rules hold back by now is said where the agent urges, so it waits, too.
        """
        return self.waiting_of((order_id,)).get(order_id)

    def waiting_of(self, order_ids: Iterable[str]) -> Mapping[str, Order]:
        """Those of some orders for which the same holds, by their ids, after one look at the clocks for all."""
        now = self._pulse.now()
        shift = self._pulse.shift
        known = ((order_id, self._orders.get(order_id)) for order_id in order_ids if self._urged.is_waiting(order_id))
        return {
            order_id: order
            for order_id, order in known
            if order and order.is_open and order.closes_by(shift) > now and snoozed(order, now, shift) is None
        }

    def next_after(self, order_id: str) -> Order | None:
        """The next order to offer: of those that were reminded of and not urged since, the nearest to close."""
        if not self._urged.has_waiting:
            return None
        return next(self._waiting(order_id), None)

    def _waiting(self, without: str) -> Iterator[Order]:
        for order in self._orders.open():
            is_asked = order.id != without and self._urged.is_waiting(order.id)
            if is_asked and self._orders.left(order) > _NOTHING and self.holding(order) is None:
                yield order

    def _codes(self, order: Order, step: Step | None) -> Iterator[str]:
        """The codes to look for: what helps with the problem, the step's own, then those of the steps before it."""
        for problem in self._settings().payment_problems:
            if order.problem and problem.id == order.problem and problem.code:
                yield problem.code
        kind = self._orders.kinds().get(order.kind_id)
        steps = kind.steps if kind else ()
        if step is None:
            return
        reached = steps[: steps.index(step) + 1] if step in steps else (step,)
        yield from (each.code for each in reversed(reached) if each.code)

    def _phrase(self, codes: Iterable[str]) -> Phrase | None:
        """The first phrase that holds now; where none does the first of all, so that its refusal can be told."""
        found = [phrase for code in codes for phrase in self._library.with_code(code)]
        return next((phrase for phrase in found if self._holds(phrase)), found[0] if found else None)
