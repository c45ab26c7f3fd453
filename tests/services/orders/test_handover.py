"""From one PC to the next: made, read, taken over once and once more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.duties.handover import Handover, of_bytes, to_bytes
from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Outcome
from app.core.sheet.changes import Change
from app.core.storage import NotStored, Trouble
from app.services.orders.handover import HandingOver
from tests.services.orders.test_orders import Desk
from tests.unpaid import HALF_HOUR, MINUTE, NOW, order

ORDERS = frozenset({Kind.ORDERS})
HOUR = timedelta(hours=1)
CHANGE = Change("c1", "a1", "双11", "limit.count", "2", "3", NOW, "personal")


def handing(desk: Desk) -> HandingOver:
    return HandingOver(desk.orders, desk.store, lambda: [CHANGE], desk.time, desk.pulse, lambda: desk.settings)


def sent(desk: Desk) -> Handover:
    """As it arrives on the other PC."""
    return of_bytes(to_bytes(handing(desk).made()))


def test_what_is_open_and_what_ended_lately_is_handed_over_with_its_history() -> None:
    desk = Desk(order(1), order(2), order(3))
    desk.settings = replace(desk.settings, shop="猫店")
    desk.orders.pay("o2")
    desk.orders.note("o1", "要红色")
    desk.orders.remove("o3")
    desk.orders.follow_ups.add("小猫", "查快递", NOW + HOUR)

    made = handing(desk).made()

    assert (made.made_at, made.agent, made.shop, made.shift) == (NOW, "小二", "猫店", "白班")
    assert [one.id for one in made.orders] == ["o1", "o2"]
    assert [(event.order_id, event.deed) for event in made.events] == [("o2", Deed.PAID), ("o1", Deed.EDITED)]
    assert made.kinds == DEFAULTS[:1]
    assert [one.text for one in made.follow_ups] == ["查快递"]
    assert made.changes == (CHANGE,)


def test_the_next_pc_takes_it_over_in_one_step_and_the_same_once_more_changes_nothing() -> None:
    here, there = Desk(order(1), order(2)), Desk(order(2, id="mine"))
    here.orders.pay("o2")
    here.orders.follow_ups.add("小猫", "查快递", NOW + HOUR)
    handover = sent(here)

    taken = handing(there).take(handover)

    assert taken.changed == ORDERS
    assert (taken.merge.new, taken.merge.changed, taken.changes) == (1, 1, (CHANGE,))
    assert sorted(there.store.rows) == ["mine", "o1"]
    assert there.one("mine").outcome is Outcome.PAID
    assert [deed for deed, *_ in there.deeds("mine")] == [Deed.PAID, Deed.HANDED_OVER]
    assert len(there.orders.follow_ups.open()) == 1
    assert there.orders.undoable is not None
    assert (there.orders.undoable.did, there.orders.undoable.count) == (Deed.HANDED_OVER, 2)

    again = handing(there).take(handover)
    assert again.changed == NOTHING
    assert len(there.store.rows) == 2

    there.orders.undo()
    assert there.store.rows == {"mine": order(2, id="mine")}


def test_an_order_keeps_its_half_hour_on_a_pc_whose_clock_was_set_right() -> None:
    here, there = Desk(order(1)), Desk()
    there.clock.jump(-2 * HOUR)
    there.pulse.keep()
    there.clock.jump(2 * HOUR)

    handing(there).take(sent(here))

    assert there.pulse.shift == 2 * HOUR
    assert there.orders.left(there.one("o1")) == HALF_HOUR


def test_a_kind_that_the_next_pc_does_not_know_comes_along() -> None:
    flash = OrderKind("flash", "秒杀", ("秒",), 15 * MINUTE, position=9)
    here, there = Desk(order(1, kind_id="flash")), Desk()
    here.orders.save_kinds([*DEFAULTS, flash])

    handing(there).take(sent(here))

    assert list(there.orders.kinds().values()) == [*DEFAULTS, flash]


def test_what_ended_here_long_ago_is_known_when_an_older_handover_comes() -> None:
    here = Desk(order(1))
    there = Desk(order(1, outcome=Outcome.PAID, outcome_at=NOW - 9 * 24 * HOUR, added_at=NOW - 10 * 24 * HOUR))

    handing(there).take(sent(here))

    assert there.store.rows["o1"].outcome is Outcome.PAID


def test_the_card_has_names_of_kinds_and_problems_and_masks_where_asked() -> None:
    desk = Desk(order(1, buyer="小熊猫", problem="card_limit"))
    service = handing(desk)
    made = service.made()

    plain = service.text(made, is_masked=False, field=lambda field: "限购" if field == "limit.count" else "")
    masked = service.text(made, is_masked=True)

    assert "小熊猫 | 聚划算 | 128元 | 今天 14:30 关闭，还有30分钟 | 银行卡限额" in plain
    assert "双11 · 限购：2 → 3" in plain
    assert "小熊猫" not in masked


def test_the_card_of_a_file_goes_by_the_clock_of_the_file() -> None:
    here, there = Desk(order(1)), Desk(order(9))
    there.pulse.keep()
    there.clock.jump(2 * HOUR)

    text = handing(there).text(sent(here), is_masked=False, is_own=False)

    assert "还有30分钟" in text


@pytest.mark.parametrize(
    ("hours", "minutes", "name"), [(2, 50, "白班"), (3, 10, "白班"), (3, 40, "晚班"), (10, 20, "晚班"), (11, 0, "")]
)
def test_a_shift_is_handed_over_under_its_name_until_half_an_hour_after_its_end(
    hours: int, minutes: int, name: str
) -> None:
    desk = Desk()
    desk.clock.go(hours * HOUR + minutes * MINUTE)

    assert handing(desk).made().shift == name


def test_it_tells_which_shift_hands_over_next() -> None:
    turn = handing(Desk()).next()

    assert turn is not None
    assert (turn.shift.name, turn.hand_over_at) == ("白班", NOW + 2 * HOUR + 45 * MINUTE)


def test_a_store_in_trouble_takes_nothing_over() -> None:
    here, there = Desk(order(1)), Desk()
    there.pulse.keep()
    there.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        handing(there).take(sent(here))

    assert there.store.rows == {}
    assert there.orders.get("o1") is None
