"""An urge has the words of its step or of the buyer's problem, is recorded, and is followed by the next order."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count

import pytest

from app.core.desktop import Clip, Window
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.kinds import GROUP_BUY, OrderKind, Step
from app.core.orders.order import Deed
from app.core.orders.urging import Held
from app.core.phrases.pasting import Copied, NotPasted, Pasted, Reason
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.core.settings import Settings
from app.core.sheet.sheet import EMPTY, NOTHING_MEANT, About
from app.core.storage import NotStored, Trouble
from app.services.orders.orders import Orders
from app.services.orders.reminders import Reminders
from app.services.orders.urged import Urged
from app.services.orders.urging import Urge, Urging
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.pulse import Pulse
from app.services.sheet.facts import Facts
from app.services.sheet.subjects import Subjects
from app.services.shop_time import ShopTime
from tests.fakes import (
    FakeClipboard,
    FakeClock,
    FakeCountdowns,
    FakeDesktop,
    FakeImages,
    FakeKeys,
    FakeOrders,
    run,
)
from tests.unpaid import MINUTE

CHAT = Window(7, "aliworkbench")
WORDS = (
    Phrase("p1", "温和", "亲，{{order.item}}还没付款哦，{{订单剩余时间}}", codes=("cf",)),
    Phrase("p2", "最后", "亲，{{order.closes_at}}前付{{order.amount}}就好，{{order.left}}", codes=("cf5",)),
    Phrase("p3", "限额", "亲，换一张卡试试", codes=("fkxe",)),
)


class Shop:
    """An agent's program with orders, joined as the real one."""

    def __init__(self, phrases: tuple[Phrase, ...] = WORDS) -> None:
        self.clock = FakeClock()
        self.store = FakeOrders()
        self.settings = Settings(agent="小夏", shop="好物铺")
        self.ids = count(1)
        self.shelf = Shelf(phrases)
        self.time = ShopTime(self.clock, lambda: self.settings)
        self.pulse = Pulse(FakeCountdowns(), self.time)
        self.pulse.load(has_lengths=True)
        self.urged = Urged(self.store, self.time)
        self.orders = Orders(
            self.store,
            self.time,
            self.new_id,
            lambda: self.settings,
            self.pulse,
            self.stored,
        )
        self.reminders = Reminders(self.orders, self.urged, self.store, self.time, self.pulse, lambda: self.settings)
        self.urging = Urging(
            self.orders, self.urged, self.shelf, self.time, self.pulse, lambda: self.settings, self.new_id
        )
        self.orders.load()
        self.reminders.load()
        self.facts = Facts(self.time, lambda: self.settings, lambda: EMPTY, self.order)
        self.desktop = FakeDesktop(CHAT, [CHAT])
        self.clipboard = FakeClipboard(Clip.of_text("x"))
        self.keys = FakeKeys(self.clipboard, self.desktop)
        guard = Guard(self.facts, self.desktop, FakeImages(), over=self.urging.over)
        self.paste = Paste(
            guard, self.clipboard, self.desktop, self.keys, self.time, lambda: self.settings, lambda *_: frozenset()
        )

    def new_id(self) -> str:
        return f"i{next(self.ids)}"

    def stored(self, orders, gone, events) -> None:
        self.reminders.take(orders, gone, events)

    def order(self, order_id: str):
        found = self.orders.get(order_id)
        return (found, self.orders.left(found)) if found else None

    def add(self, buyer: str = "小熊猫", **fields) -> str:
        now = self.time.now()
        number = f"{next(self.ids):018}"
        self.orders.add(
            OrderDraft(buyer, GROUP_BUY, now, now + 30 * MINUTE, number=number, items=("保温杯",), **fields)
        )
        added = self.orders.book.numbered(number)
        assert added
        return added.id

    def look(self) -> list[str]:
        due = self.reminders.due()
        self.reminders.told(due)
        return [f"{each.order.buyer} {each.step_id}" for each in due if each.holding is None]

    def urge(self, order_id: str) -> Urge:
        urge = self.urging.urge(order_id)
        assert urge
        return urge

    def send(self, order_id: str) -> Pasted | Copied | NotPasted:
        """The urge of an order, pasted and recorded, as one key does it."""
        urge = self.urge(order_id)
        outcome = run(self.paste.paste(urge.phrase, CHAT, about=urge.about))
        if isinstance(outcome, Pasted):
            self.urging.record(order_id, urge.step, urge.phrase, outcome.text)
        return outcome


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.mark.parametrize(
    ("minutes", "step", "phrase"), [(0, "first", "p1"), (7, "first", "p1"), (16, "second", "p1"), (25, "last", "p2")]
)
def test_the_words_are_those_of_the_step(shop: Shop, minutes: int, step: str, phrase: str) -> None:
    order_id = shop.add()
    shop.clock.go(minutes * MINUTE)

    urge = shop.urge(order_id)

    assert (urge.step.id, urge.phrase.id) == (step, phrase)
    assert urge.about == About(order_id=order_id)


def test_a_step_without_words_of_its_own_takes_those_of_the_step_before(shop: Shop) -> None:
    order_id = shop.add()
    shop.clock.go(16 * MINUTE)

    assert shop.urge(order_id).codes == ("cf2", "cf")


def test_what_keeps_the_buyer_from_paying_comes_first(shop: Shop) -> None:
    order_id = shop.add()
    shop.orders.problem(order_id, "card_limit")

    urge = shop.urge(order_id)

    assert (urge.phrase.id, urge.codes) == ("p3", ("fkxe", "cf"))


def test_a_problem_that_has_no_phrase_leaves_the_words_of_the_step(shop: Shop) -> None:
    order_id = shop.add()
    shop.orders.problem(order_id, "coupon_missing")

    urge = shop.urge(order_id)

    assert urge.phrase.id == "p1"


def test_a_library_without_words_says_which_codes_it_lacks() -> None:
    shop = Shop(())
    order_id = shop.add()

    urge = shop.urge(order_id)

    assert urge.phrase is None
    assert urge.codes == ("cf",)


def test_of_several_phrases_the_one_that_holds_now_is_taken(shop: Shop) -> None:
    shop.shelf.put(Phrase("p0", "旧", "旧", codes=("CF",), position=-1))
    order_id = shop.add()
    shop.urging._holds = lambda phrase: phrase.id != "p0"

    urge = shop.urge(order_id)

    assert urge.phrase.id == "p1"


def test_a_kind_without_steps_has_no_step_and_only_the_words_of_the_problem(shop: Shop) -> None:
    order_id = shop.add()
    shop.orders.save_kinds([OrderKind(GROUP_BUY, "聚划算")])
    shop.orders.problem(order_id, "card_limit")

    urge = shop.urge(order_id)

    assert (urge.step, urge.codes) == (None, ("fkxe",))


def test_an_order_that_was_paid_or_has_closed_or_is_gone_is_not_urged(shop: Shop) -> None:
    paid, closed = shop.add("甲"), shop.add("乙")
    shop.orders.pay(paid)
    shop.clock.go(30 * MINUTE)

    assert [shop.urging.urge(order_id) for order_id in (paid, closed, "gone")] == [None, None, None]


def test_an_urge_says_what_is_left_at_the_moment_it_goes_out(shop: Shop) -> None:
    order_id = shop.add(amount=Decimal(128))
    shop.clock.go(timedelta(minutes=24, seconds=20))

    outcome = shop.send(order_id)

    assert isinstance(outcome, Pasted)
    assert outcome.text == "亲，今天 14:30前付128元就好，还有5分40秒"


def test_the_deadline_of_an_urge_is_the_platforms_though_the_clock_was_set(shop: Shop) -> None:
    order_id = shop.add(amount=Decimal(128))
    shop.clock.jump(timedelta(hours=3))
    shop.clock.go(timedelta(minutes=25))

    outcome = shop.send(order_id)

    assert outcome.text == "亲，今天 14:30前付128元就好，还有5分钟"


def test_an_order_that_closed_while_the_agent_hesitated_is_refused_and_said_to_be_over(shop: Shop) -> None:
    order_id = shop.add()
    urge = shop.urge(order_id)
    shop.clock.go(31 * MINUTE)

    outcome = run(shop.paste.paste(urge.phrase, CHAT, about=urge.about))

    assert isinstance(outcome, NotPasted)
    assert (outcome.reason, outcome.away, shop.keys.written) == (Reason.OVER, MINUTE, [])


PLAIN = (
    Phrase("p1", "温和", "亲，还没付款哦", codes=("cf",)),
    Phrase("p3", "限额", "亲，换一张卡试试", codes=("fkxe",)),
    Phrase("p9", "谢谢", "亲，谢谢您", codes=("xx",)),
)
"""Words that say nothing of a deadline."""


def test_who_paid_while_the_agent_hesitated_is_not_asked_to_pay_whatever_the_words() -> None:
    shop = Shop(PLAIN)
    urge = shop.urge(shop.add())
    shop.orders.pay(urge.order.id)
    shop.clock.go(MINUTE)

    outcome = run(shop.paste.paste(urge.phrase, CHAT, about=urge.about))

    assert isinstance(outcome, NotPasted)
    assert (outcome.reason, outcome.away, shop.keys.written) == (Reason.OVER, MINUTE, [])


def test_an_order_whose_time_is_over_is_not_urged_though_nobody_has_closed_it_yet() -> None:
    shop = Shop(PLAIN)
    urge = shop.urge(shop.add())
    shop.clock.go(31 * MINUTE)

    outcome = run(shop.paste.paste(urge.phrase, CHAT, about=urge.about))

    assert isinstance(outcome, NotPasted)
    assert (outcome.reason, outcome.away) == (Reason.OVER, MINUTE)


def test_what_is_no_urge_may_be_said_to_who_has_paid_and_an_urge_of_no_order_to_anybody() -> None:
    shop = Shop(PLAIN)
    about = About(order_id=shop.add())
    shop.orders.pay(about.order_id)

    outcomes = [run(shop.paste.paste(phrase, CHAT, about=about)) for phrase in PLAIN[1:]]
    outcomes.append(run(shop.paste.paste(PLAIN[0], CHAT)))

    assert all(isinstance(outcome, Pasted) for outcome in outcomes)


def test_a_text_that_is_pasted_for_no_order_misses_its_facts(shop: Shop) -> None:
    outcome = run(shop.paste.paste(WORDS[0], CHAT))

    assert isinstance(outcome, NotPasted)
    assert (outcome.reason, outcome.names) == (Reason.MISSING_FACTS, ("order.item", "order.left"))


def test_what_is_meant_keeps_the_order_through_the_question_for_an_activity(shop: Shop) -> None:
    subjects = Subjects(lambda: EMPTY, shop.time)

    assert subjects.meant(WORDS[0], About(order_id="o1")) == About(order_id="o1")
    assert subjects.meant(WORDS[0]) == NOTHING_MEANT


def test_an_urge_is_recorded_with_who_when_and_which_words(shop: Shop) -> None:
    order_id = shop.add()
    shop.clock.go(7 * MINUTE)

    shop.send(order_id)

    event = shop.orders.history(order_id)[-1]
    assert (event.deed, event.agent, event.at) == (Deed.URGED, "小夏", shop.time.now())
    assert (event.step_id, event.phrase_id, event.text) == ("first", "p1", "亲，保温杯还没付款哦，还有23分钟")
    assert shop.urging.last_call(order_id) == event


def test_right_after_an_urge_the_buyers_other_order_waits(shop: Shop) -> None:
    first = shop.add()
    shop.clock.go(MINUTE)
    other = shop.add()
    shop.send(first)

    urge = shop.urge(other)

    assert (urge.holding.why, urge.holding.until_at) == (Held.TOO_SOON, shop.time.now() + 5 * MINUTE)


def test_an_urge_counts_once_though_it_is_told_twice_and_even_where_the_disk_is_full(shop: Shop) -> None:
    order_id = shop.add()
    shop.send(order_id)
    shop.clock.go(6 * MINUTE)
    assert shop.urging.holding(shop.orders.get(order_id)) is None

    shop.store.trouble = Trouble.FULL
    with pytest.raises(NotStored):
        shop.send(order_id)

    assert shop.urging.holding(shop.orders.get(order_id)).why is Held.TOO_OFTEN


def test_what_went_out_is_known_after_a_restart(shop: Shop) -> None:
    order_id = shop.add()
    shop.send(order_id)

    shop.reminders.load()

    assert shop.urging.holding(shop.orders.get(order_id)).why is Held.TOO_SOON
    assert shop.urging.last_call(order_id).deed is Deed.URGED


def test_the_next_order_is_the_nearest_to_close_that_was_reminded_of_and_not_urged(shop: Shop) -> None:
    first, second, third = shop.add("甲"), shop.add("乙"), shop.add("丙")
    shop.clock.go(2 * MINUTE)
    fourth = shop.add("丁")
    shop.clock.go(4 * MINUTE)
    assert shop.look() == ["甲 first", "乙 first", "丙 first"]
    shop.send(second)

    assert {shop.urging.next_after(first).id} == {third}
    shop.clock.go(2 * MINUTE)
    shop.look()
    for order_id in (first, third):
        shop.send(order_id)
    assert shop.urging.next_after(third).id == fourth
    shop.send(fourth)
    assert shop.urging.next_after(fourth) is None


def test_an_order_whose_buyer_is_let_alone_is_not_offered(shop: Shop) -> None:
    first = shop.add()
    shop.clock.go(MINUTE)
    other = shop.add()
    shop.clock.go(6 * MINUTE)
    assert len(shop.look()) == 2
    shop.send(first)

    assert shop.urging.next_after(first) is None
    shop.orders.override(other)
    assert shop.urging.next_after(first).id == other


def test_an_order_that_was_told_as_closed_is_not_offered(shop: Shop) -> None:
    shop.add()
    shop.clock.go(31 * MINUTE)

    assert shop.look() == ["小熊猫 closed"]
    assert shop.urging.next_after("") is None


def test_orders_that_were_told_as_closed_are_closed_and_told_no_more(shop: Shop) -> None:
    order_id = shop.add()
    shop.clock.go(31 * MINUTE)
    shop.look()
    shop.orders.expire()

    assert shop.look() == []
    assert shop.reminders.next_at() is None
    shop.orders.reopen(order_id)
    assert shop.look() == []


def test_an_urge_that_is_edited_into_a_kind_names_its_own_steps(shop: Shop) -> None:
    order_id = shop.add()
    steps = (Step("only", "一次", after=10 * MINUTE, code="fkxe"),)
    shop.orders.save_kinds([OrderKind(GROUP_BUY, "聚划算", steps=steps)])
    shop.reminders.changed()

    urge = shop.urge(order_id)

    assert (urge.step.id, urge.phrase.id) == ("only", "p3")


def test_a_buyer_without_a_name_is_nobodys_other_order(shop: Shop) -> None:
    order_id = shop.add("甲")
    nameless = replace(shop.orders.get(order_id), buyer="")
    shop.store.put([nameless])
    shop.orders.load()

    assert shop.urging.holding(nameless) is None


def test_an_order_waits_from_its_reminder_to_its_urge_unless_it_is_put_off(shop: Shop) -> None:
    urged, later, unsaid = shop.add("小熊猫"), shop.add("阿良"), shop.add("木木")
    shop.clock.go(6 * MINUTE)
    before = shop.urging.waiting(urged)
    shop.look()
    reminded = [each for each in (urged, later, unsaid) if shop.urging.waiting(each)]

    shop.send(urged)
    shop.orders.snooze(later, 3)

    assert before is None
    assert reminded == [urged, later, unsaid]
    assert [each for each in (urged, later, unsaid) if shop.urging.waiting(each)] == [unsaid]


def test_an_order_that_was_paid_or_has_closed_waits_for_no_urge(shop: Shop) -> None:
    paid, closed = shop.add("小熊猫"), shop.add("阿良")
    shop.clock.go(6 * MINUTE)
    shop.look()

    shop.orders.pay(paid)
    shop.clock.go(24 * MINUTE)

    assert shop.urging.waiting(paid) is None
    assert shop.urging.waiting(closed) is None


def test_many_orders_are_asked_after_with_one_look_at_the_clock(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [shop.add(buyer) for buyer in ("小熊猫", "阿良", "木木")]
    shop.clock.go(6 * MINUTE)
    shop.look()
    shop.orders.pay(ids[2])
    looks: list[float] = []
    monkeypatch.setattr(shop.clock, "ticks", lambda: looks.append(0) or 1360.0)

    waiting = shop.urging.waiting_of(ids)

    assert set(waiting) == set(ids[:2])
    assert len(looks) == 1
