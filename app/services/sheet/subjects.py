"""What a text speaks of: which activity, which product and which order are meant by a phrase.

The rule: it is never guessed. What is not bound, chosen or the only one is asked of the agent; an order always is,
because the only one that waits may still be that of another buyer.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import islice

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.facts import values as fact_values
from app.core.facts.table import SUBJECTS, Subject
from app.core.orders.order import Order
from app.core.phrases.phrase import Phrase
from app.core.prices.item_prices import held_at
from app.core.sheet import answers
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import NOTHING_MEANT, About, Entry, Sheet
from app.core.values import dataclass
from app.ports import Clock

RECENT = 9
"""Products that were chosen lately and are offered first: as many as there are digits."""
ORDERS = 300
"""Orders that are offered, the nearest to close first; of those a name is typed."""


@dataclass(frozen=True, slots=True)
class Which:
    """To be asked of the agent: `subject` is `ACTIVITY`, `PRODUCT` or `ORDER`, the likeliest candidates come first."""

    subject: Subject
    candidates: tuple[Entry | Order, ...]

    def answered(self, entry_id: str, given: About = NOTHING_MEANT) -> About:
        """What is meant with one of the candidates, beside what was known already."""
        if self.subject is Subject.ACTIVITY:
            return replace(given, activity_id=entry_id)
        if self.subject is Subject.ORDER:
            activity_ids = (
                each.activity_id for each in self.candidates if isinstance(each, Order) and each.id == entry_id
            )
            return replace(given, order_id=entry_id, activity_id=given.activity_id or next(activity_ids, ""))
        return replace(given, product_id=entry_id)


class Subjects:
    """Decides what is meant. `chosen` is what the panel stands on; `orders` are those that wait, the nearest to close
    first.
    """

    def __init__(
        self, sheet: Callable[[], Sheet], clock: Clock, orders: Callable[[], Iterable[Order]] = lambda: ()
    ) -> None:
        self._sheet = sheet
        self._orders = orders
        self._clock = clock
        self._chosen = NOTHING_MEANT
        self._recent: list[str] = []

    @property
    def chosen(self) -> About:
        """What was chosen in the panel."""
        return self._chosen

    @chosen.setter
    def chosen(self, about: About) -> None:
        self._chosen = about
        self._note(about.product_id)

    def meant(self, phrase: Phrase, given: About = NOTHING_MEANT) -> "About | Which":
        """What a phrase speaks of; `given` is what the agent has already answered for it."""
        about = answers.about(phrase.id)
        needs = fact_names.needs(phrase.body)
        if not given.order_id and Subject.ORDER in needs:
            waiting = tuple(islice(self._orders(), ORDERS))
            if waiting:
                return Which(Subject.ORDER, waiting)
        activity_id = about.activity_id or given.activity_id
        if not activity_id and Subject.ACTIVITY in needs:
            activity = self._activity(phrase)
            if isinstance(activity, Which):
                return activity
            activity_id = activity
        product_id = about.product_id or given.product_id
        if not product_id and Subject.PRODUCT in needs:
            product = self._product()
            if isinstance(product, Which):
                return product
            product_id = product
        self._note(given.product_id)
        bound = phrase.lifetime.activity_id if phrase.lifetime else ""
        return About(activity_id or bound, product_id, given.order_id)

    def _activity(self, phrase: Phrase) -> "str | Which":
        if phrase.lifetime and phrase.lifetime.activity_id:
            return phrase.lifetime.activity_id
        now = self._clock.now()
        there = self._sheet().activities_in_use()
        alive = [each for each in there if each.served_until is None or now < each.served_until]
        if any(each.id == self._chosen.activity_id for each in alive):
            return self._chosen.activity_id
        selling = [each for each in alive if each.ends_at is None or now < each.ends_at]
        sold = {held.activity.id for held in held_at(self._sheet(), now)}
        running = sorted((each for each in selling if each.is_running(now)), key=lambda each: each.id not in sold)
        served = [each for each in alive if _has_orders(each, now)] if _is_of_orders(phrase) else []
        for candidates in (served, running, selling, alive):
            if candidates:
                return _only(Subject.ACTIVITY, candidates)
        latest = max(there, key=lambda each: (each.served_until is not None, each.served_until), default=None)
        return latest.id if latest else ""

    def _product(self) -> "str | Which":
        sheet = self._sheet()
        chosen = sheet.products.get(self._chosen.product_id)
        if chosen is not None and chosen.deleted_at is None:
            return chosen.id
        there = sheet.products_in_use()
        found = map(sheet.products.get, self._recent)
        recent = [product for product in found if product is not None and product.deleted_at is None]
        others = [product for product in there if product.id not in self._recent]
        return _only(Subject.PRODUCT, [*recent, *others]) if there else ""

    def _note(self, product_id: str) -> None:
        if product_id:
            self._recent = [product_id, *(other for other in self._recent if other != product_id)][:RECENT]


def _is_of_orders(phrase: Phrase) -> bool:
    """Whether a text tells what buyers ask about their orders, for longer than they can buy."""
    names = (variable.name for variable in templates.variables(phrase.body))
    return any(name == fact_values.REFUND or SUBJECTS.get(name) is Subject.SHIPPING for name in names)


def _has_orders(activity: Activity, now: datetime) -> bool:
    starts_at = activity.sale_at or activity.starts_at
    return starts_at is not None and starts_at <= now


def _only(subject: Subject, candidates: "list[Activity] | list[Product]") -> "str | Which":
    if len(candidates) == 1:
        return candidates[0].id
    return Which(subject, tuple(candidates))
