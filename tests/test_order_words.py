"""Whoever starts with a starter pack finds words for every step, problem, check and change that the program names.

An order may have come from one line by hand: a buyer and two moments, and nothing else.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from app.core.facts import names as fact_names
from app.core.facts import templates
from app.core.orders.choices import PAYMENT_PROBLEMS, Choice
from app.core.orders.kinds import BALANCE, DEFAULTS, OrderKind
from app.core.orders.order import Order
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.sheet import About
from app.services.orders.urging import Urging
from app.services.sheet.facts import Facts
from tests import order_words
from tests.fakes import FakeClock
from tests.services.waiting import Shop
from tests.test_starter_pack import CHINESE, ENGLISH, imported
from tests.unpaid import HALF_HOUR, MINUTE, NOW, order

both = pytest.mark.parametrize("path", [CHINESE, ENGLISH], ids=["starter", "starter.en"])
LEFT = timedelta(minutes=8, seconds=20)
MINIMAL = Order("o1", "小熊猫", DEFAULTS[0].id, NOW + LEFT - HALF_HOUR, NOW + LEFT)
WHOLE = replace(MINIMAL, number="1234567890123456789", amount=Decimal(128), items=("保温杯",))
IN_WORDS = ("还有8分20秒", "8 min 20 s left", "今天 14:08:20", "today 14:08:20")


@cache
def by_code(path: Path) -> Mapping[str, Phrase]:
    return {code: phrase for phrase in imported(path).rows.values() for code in phrase.codes}


def rendered(phrase: Phrase, known: Order | None) -> str:
    """As it goes out on the first day, without a cheat-sheet, its questions answered."""
    facts = Facts(FakeClock(NOW), Settings, order=lambda _order_id: (known, LEFT) if known else None)
    answers = {question.name: "已经补发" for question in templates.questions(phrase.body)}
    return templates.render(phrase.body, facts.for_text(phrase.body, about=About(order_id="o1")), answers)


def test_the_program_names_a_code_wherever_words_are_wanted() -> None:
    assert all(order_words.CODES)
    assert len(order_words.STEPS) >= 5
    assert all(step.code for kind in DEFAULTS for step in kind.steps)


@both
def test_each_code_that_the_program_names_has_a_phrase(path: Path) -> None:
    assert order_words.CODES - set(by_code(path)) == set()


@both
@pytest.mark.parametrize("known", [MINIMAL, WHOLE, None], ids=["of one line", "with everything", "of no order"])
def test_each_of_them_can_be_said_whatever_is_known_of_an_order(path: Path, known: Order | None) -> None:
    for code in order_words.CODES:
        phrase = by_code(path)[code]

        text = rendered(phrase, known)

        assert "{{" not in text, code
        assert "|" not in text, code
        assert not fact_names.unknown(phrase.body), code
        assert len(text) <= 220, code


@both
def test_what_goes_out_with_one_key_asks_nothing(path: Path) -> None:
    asking = {
        code for code in order_words.STEPS | order_words.PROBLEMS if templates.questions(by_code(path)[code].body)
    }
    changing = {code for code in order_words.CHANGES if templates.questions(by_code(path)[code].body)}

    assert (asking, changing) == (set(), set())


@both
def test_each_urge_and_each_help_with_a_problem_says_how_much_time_there_is(path: Path) -> None:
    for code in order_words.STEPS | order_words.PROBLEMS:
        assert any(words in rendered(by_code(path)[code], WHOLE) for words in IN_WORDS), code


@both
def test_an_urge_names_what_was_ordered_and_what_it_costs_where_that_is_known(path: Path) -> None:
    said = [rendered(by_code(path)[code], WHOLE) for code in ("cf", "cf2", "cf5")]

    assert all(any(words in text for words in ("保温杯", "128")) for text in said)


@both
def test_of_a_balance_nobody_says_that_it_can_be_ordered_again(path: Path) -> None:
    (balance,) = (kind for kind in DEFAULTS if kind.id == BALANCE)
    words = [by_code(path)[step.code].body for step in balance.steps]

    assert not any("重新拍" in text or "order again" in text for text in words)
    assert all("定金" in text or "deposit" in text for text in words)


class Urged(Shop):
    """A shop with the phrases of a starter pack."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.urging = Urging(
            Urgeable(self), self.urged, Words(path), self.time, self.pulse, lambda: self.settings, lambda: "e1"
        )

    def code(self, placed_at: datetime, **fields: object) -> str:
        """The first code that is looked for; its phrase has to be the one that is offered."""
        urge = self.urging.urge(self.put(order(1, placed_at, **fields)).id)
        assert urge is not None
        assert urge.phrase is not None
        assert urge.codes[0] in urge.phrase.codes
        return urge.codes[0]


class Words:
    """The phrases of a pack, as urging sees them."""

    def __init__(self, path: Path) -> None:
        self._found = by_code(path)

    def with_code(self, code: str) -> list[Phrase]:
        return [self._found[code]] if code in self._found else []


class Urgeable:
    """The orders of a shop, as urging sees them."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.get, self.open = shop.queue.get, shop.queue.open
        self.of_buyer, self.kinds = shop.queue.of_buyer, shop.queue.kinds

    def left(self, order: Order) -> timedelta:
        return order.closes_by(self._shop.pulse.shift) - self._shop.time.now()

    def record(self, events: object) -> frozenset[str]:
        raise AssertionError(events)


def steps() -> list[tuple[OrderKind, int]]:
    return [(kind, at) for kind in DEFAULTS for at in range(len(kind.steps))]


@both
@pytest.mark.parametrize(("kind", "at"), steps(), ids=lambda one: one.id if isinstance(one, OrderKind) else str(one))
def test_every_step_of_every_kind_offers_its_own_words(path: Path, kind: OrderKind, at: int) -> None:
    shop = Urged(path)
    length = kind.closes_after or timedelta(days=3)
    due_in = kind.steps[at].due_at(NOW, NOW + length) - NOW

    code = shop.code(NOW - due_in, kind_id=kind.id, closes_at=NOW + length - due_in)

    assert code == kind.steps[at].code


@both
@pytest.mark.parametrize("problem", PAYMENT_PROBLEMS, ids=lambda problem: problem.id)
def test_a_problem_comes_before_the_step(path: Path, problem: Choice) -> None:
    assert Urged(path).code(NOW - 10 * MINUTE, problem=problem.id) == problem.code
