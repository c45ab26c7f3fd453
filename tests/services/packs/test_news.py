"""What packs changed, as an agent is told of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.changes import NOTHING
from app.core.packs.pack import Fate
from app.core.packs.sources import News
from app.core.sheet.products import Product
from tests.subscribed import Pc, pack, phrase

DAY = timedelta(days=1)


def subscribed(*items: object, must_read: tuple[str, ...] = ()) -> Pc:
    pc = Pc()
    pc.subscribe()
    pc.take(pack(*items, must_read=must_read))  # type: ignore[arg-type]
    pc.news.see()
    return pc


def lines(pc: Pc) -> dict[str, tuple[Fate, list[tuple[str, str, str]]]]:
    """What is told and not read, by the own id of the thing."""
    told = (one.difference for one in pc.news.unread())
    return {
        one.item_id.removeprefix("shop/"): (one.fate, [(each.field, each.old, each.new) for each in one.changes])
        for one in told
    }


def of(pc: Pc, own_id: str) -> News:
    return next(one for one in pc.news.latest() if one.difference.item_id == f"shop/{own_id}")


def test_a_first_pack_is_one_line_and_its_must_reads() -> None:
    pc = Pc()
    pc.subscribe()
    pc.take(pack(phrase("a"), phrase("b"), phrase("c"), must_read=("b",)))

    whole, must_read = pc.news.latest()

    assert (whole.difference.item_id, whole.difference.name, whole.count) == ("", "店铺话术", 3)
    assert (must_read.difference.item_id, must_read.difference.fate) == ("shop/b", Fate.ADDED)
    assert pc.news.must_reads() == [must_read]


def test_an_update_tells_what_came_what_changed_and_what_went() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"), phrase("old"), Product("shop/mug", "杯", size="20 cm"))

    pc.take(pack(phrase("cf", "亲，20 分钟"), phrase("new"), Product("shop/mug", "杯", size="21 cm"), number=2))

    assert lines(pc) == {
        "mug": (Fate.CHANGED, [("size", "20 cm", "21 cm")]),
        "cf": (Fate.CHANGED, [("body", "亲，30 分钟", "亲，20 分钟")]),
        "new": (Fate.ADDED, []),
        "old": (Fate.WITHDRAWN, []),
    }


def test_what_one_publication_changed_is_told_at_one_moment_however_the_clock_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pc = subscribed(phrase("cf"), phrase("old"))
    moments = iter(pc.clock.at + timedelta(microseconds=step) for step in range(1, 99))
    monkeypatch.setattr(pc.clock, "now", lambda: next(moments))

    pc.take(pack(phrase("cf", "亲，20 分钟"), phrase("new"), number=2))

    assert len(pc.news.unread()) == 3
    assert len({one.told_at for one in pc.news.unread()}) == 1


def test_a_must_read_that_was_taken_back_before_it_was_read_waits_no_more() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"))
    pc.take(pack(phrase("cf", "亲，20 分钟"), number=2, must_read=("cf",)))

    pc.take(pack(phrase("cf", "亲，30 分钟"), number=3))

    assert pc.news.must_reads() == []
    assert lines(pc) == {"cf": (Fate.CHANGED, [("body", "亲，20 分钟", "亲，30 分钟")])}


def test_own_edits_are_no_news() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"), phrase("hello"))
    pc.edit("hello", body="亲，我的")

    pc.take(pack(phrase("cf", "亲，20 分钟"), phrase("hello"), number=2))

    assert set(lines(pc)) == {"cf"}


def test_looking_at_the_list_reads_all_but_the_must_reads() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b", "乙"))
    pc.take(pack(phrase("a", "甲2"), phrase("b", "乙2"), number=2, must_read=("b",)))

    pc.news.see()

    assert [one.difference.item_id for one in pc.news.unread()] == ["shop/b"]
    assert pc.in_step()


def test_a_must_read_stays_until_it_is_confirmed_and_the_lead_may_know() -> None:
    pc = subscribed(phrase("a", "甲"))
    pc.take(pack(phrase("a", "甲2"), number=2, must_read=("a",)))
    pc.clock.go(200 * DAY)
    pc.take(pack(phrase("a", "甲2"), phrase("b"), number=3, must_read=("a",)))
    before = [one.difference.item_id for one in pc.news.must_reads()]

    pc.news.confirm([of(pc, "a").id, "never was"])

    assert before == ["shop/a"]
    assert pc.news.must_reads() == []
    confirmed = pc.news.confirmed("new1")
    assert [(one.difference.item_id, one.number, one.confirmed_at) for one in confirmed] == [
        ("shop/a", 2, pc.clock.now())
    ]
    assert pc.news.confirm([of(pc, "a").id]) == NOTHING


def test_a_must_read_that_is_changed_again_unread_tells_the_whole_way_in_one_line() -> None:
    pc = subscribed(phrase("a", "甲", title="一"))
    pc.take(pack(phrase("a", "甲2", title="一"), number=2, must_read=("a",)))

    pc.take(pack(phrase("a", "甲3", title="二"), number=3))

    (line,) = pc.news.must_reads()
    assert lines(pc)["a"] == (Fate.CHANGED, [("body", "甲", "甲3"), ("title", "一", "二")])
    assert line.number == 3
    assert pc.in_step()


def test_a_must_read_that_arrived_unread_and_was_changed_is_still_new() -> None:
    pc = subscribed(phrase("a"))
    pc.take(pack(phrase("a"), phrase("b", "乙"), number=2, must_read=("b",)))

    pc.take(pack(phrase("a"), phrase("b", "乙2", title="新的"), number=3, must_read=("b",)))

    (line,) = pc.news.must_reads()
    assert (line.difference.fate, line.difference.name) == (Fate.ADDED, "新的")


def test_a_must_read_that_was_withdrawn_unread_tells_that_and_stays() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.take(pack(phrase("a", "甲2"), phrase("b"), number=2, must_read=("a",)))

    pc.take(pack(phrase("b"), number=3))

    (line,) = pc.news.must_reads()
    assert line.difference.fate is Fate.WITHDRAWN


def test_what_is_marked_only_later_is_a_must_read_then_and_only_then() -> None:
    pc = subscribed(phrase("a"), phrase("b"))

    pc.take(pack(phrase("a"), phrase("b"), number=2, must_read=("a",)))
    marked = [one.difference.item_id for one in pc.news.must_reads()]
    pc.news.confirm([one.id for one in pc.news.must_reads()])
    pc.take(pack(phrase("a"), phrase("b", "乙2"), number=3, must_read=("a",)))

    assert marked == ["shop/a"]
    assert pc.news.must_reads() == []


def test_news_are_forgotten_after_ninety_days_save_must_reads_that_wait() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b", "乙"))
    pc.take(pack(phrase("a", "甲2"), phrase("b", "乙2"), number=2, must_read=("b",)))

    pc.clock.go(91 * DAY)
    pc.take(pack(phrase("a", "甲3"), phrase("b", "乙2"), number=3, must_read=("b",)))

    assert sorted((one.difference.item_id, one.number) for one in pc.news.all()) == [("shop/a", 3), ("shop/b", 2)]


def test_news_are_there_after_a_new_start() -> None:
    pc = subscribed(phrase("a", "甲"))
    pc.take(pack(phrase("a", "甲2"), number=2, must_read=("a",)))
    before = pc.news.must_reads()

    pc.start()

    assert pc.news.must_reads() == before
    assert replace(before[0], confirmed_at=None) == before[0]
