"""The facts that live at a moment: what the variables of a phrase are replaced by.

The rule: a fact that is not known is not there; nothing is filled in by guess.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import MONTHS
from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.facts import values as fact_values
from app.core.facts.table import Subject
from app.core.orders import facts as order_facts
from app.core.orders.order import Order
from app.core.phrases.phrase import Phrase
from app.core.settings import Language, Settings
from app.core.sheet import answers as sheet_answers
from app.core.sheet.lifetimes import Validity
from app.core.sheet.sheet import EMPTY, NOTHING_MEANT, About, Sheet
from app.ports import Clock
from app.services.shop_time import zone_in

CLIPBOARD = "clipboard"
"""The facts that exist, in the order in which an editor offers them."""


class Facts:
    """The facts of now, in the language of the text that asks for them. `clock` is the shop's."""

    def __init__(
        self,
        clock: Clock,
        settings: Callable[[], Settings],
        sheet: Callable[[], Sheet] = lambda: EMPTY,
        order: Callable[[str], tuple[Order, timedelta] | None] = lambda _order_id: None,
    ) -> None:
        """`order` gives the order of an id and how long it has until it closes."""
        self._clock = clock
        self._settings = settings
        self._sheet = sheet
        self._order = order

    def for_text(self, text: str, clipboard: str = "", about: About = NOTHING_MEANT) -> Mapping[str, str]:
        """Name → words, of what the text speaks of. An empty value counts as missing.

        `clipboard` is the text that lies there, `about` the activity and the product that are meant.
        """
        is_chinese = fact_values.is_chinese(text, self._settings().language is Language.CHINESE)
        needs = fact_names.needs(text)
        return {
            **self._general(is_chinese, clipboard),
            **(self._of_activity(about, is_chinese) if Subject.ACTIVITY in needs else {}),
            **(self._of_product(about, is_chinese) if Subject.PRODUCT in needs else {}),
            **(self._of_order(about, is_chinese) if Subject.ORDER in needs else {}),
        }

    def untold(self, names: Iterable[str], about: About) -> Validity | None:
        """Why the first of some missing facts is not told now, if what it hangs on is over or still to begin."""
        sheet, now = self._sheet(), self._clock.now()
        order = self._order(about.order_id)
        activity, product = sheet.activities.get(about.activity_id), sheet.products.get(about.product_id)
        for name in names:
            found = fact_values.over(name, activity, now) if activity else None
            if product and name == fact_values.PRICE:
                found = fact_values.no_price(product, sheet, now)
            if order and not found:
                found = order_facts.over(name, *order)
            if found:
                return found
        return None

    def validity(self, phrase: Phrase) -> Validity:
        """How the lifetime of a phrase looks now."""
        return sheet_answers.validity(phrase, self._sheet(), self._clock.now())

    def now(self) -> datetime:
        """The shop's moment."""
        return self._clock.now()

    def sample(self) -> About:
        """What a text speaks of while it is only being written: what runs or comes next, the first product, and an
        order that is made up.
        """
        sheet, now = self._sheet(), self._clock.now()
        alive = [each for each in sheet.activities_in_use() if each.ends_at is not None and now < each.ends_at]
        alive.sort(key=lambda activity: not activity.is_running(now))
        products = sheet.products_in_use()
        return About(alive[0].id if alive else "", products[0].id if products else "", order_facts.SAMPLE)

    def preview(self, text: str, answers: Mapping[str, str] | None = None, about: About | None = None) -> str:
        """The text as it would go out now, by default of a `sample`. Raises `MissingFact`.

        The clipboard stands as its own name; where no order is meant it is the one that is made up.
        """
        meant = self.sample() if about is None else about
        seen = meant if meant.order_id else replace(meant, order_id=order_facts.SAMPLE)
        facts = self.for_text(text, f"{{{{{CLIPBOARD}}}}}", seen)
        return templates.render(text, facts, answers)

    def _general(self, is_chinese: bool, clipboard: str) -> Mapping[str, str]:
        now = self._clock.local()
        settings = self._settings()
        return {
            "agent": settings.agent,
            "shop": settings.shop,
            "hello": templates.hello(now.hour, is_chinese=is_chinese),
            "date": f"{now.month}月{now.day}日" if is_chinese else f"{MONTHS[now.month - 1]} {now.day}",
            "time": f"{now:%H:%M}",
            CLIPBOARD: clipboard,
        }

    def _of_activity(self, about: About, is_chinese: bool) -> Mapping[str, str]:
        activity = self._sheet().activities.get(about.activity_id)
        if activity is None or activity.deleted_at is not None:
            return {}
        return fact_values.of_activity(activity, self._clock.now(), self._zone(), is_chinese=is_chinese)

    def _of_product(self, about: About, is_chinese: bool) -> Mapping[str, str]:
        sheet = self._sheet()
        product = sheet.products.get(about.product_id)
        if product is None or product.deleted_at is not None:
            return {}
        return fact_values.of_product(product, sheet, self._clock.now(), is_chinese=is_chinese)

    def _of_order(self, about: About, is_chinese: bool) -> Mapping[str, str]:
        if about.order_id == order_facts.SAMPLE:
            found: tuple[Order, timedelta] | None = order_facts.sample(self._clock.now(), is_chinese=is_chinese)
        else:
            found = self._order(about.order_id)
        return order_facts.of_order(*found, self._zone(), is_chinese=is_chinese) if found else {}

    def _zone(self) -> ZoneInfo:
        return zone_in(self._settings())


def needs_clipboard(text: str) -> bool:
    """Whether a text asks for what lies on the clipboard."""
    return any(variable.name == CLIPBOARD for variable in templates.variables(text))
