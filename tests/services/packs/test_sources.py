"""Sources of packs: their order, how they answered, and giving them up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.kinds import DEFAULTS
from app.core.phrases.phrase import PERSONAL
from app.core.sheet.products import Product
from app.core.storage import NotStored, Trouble
from app.services.packs.removal import Keeping, Removed
from app.services.packs.sources import BETWEEN_LOOKS
from tests.fakes import FakePacks
from tests.subscribed import NOW, SHOP, Pc, pack, phrase

QUICKER = replace(DEFAULTS[0], id="shop/group_buy", closes_after=timedelta(minutes=15))


def filled() -> Pc:
    """A PC with a subscribed pack, a phrase of its own, and one edit."""
    pc = Pc()
    pc.library.add([replace(phrase("own"), id="own", source=PERSONAL)])
    pc.subscribe()
    pc.take(pack(phrase("a", "甲"), phrase("b"), Product("shop/mug", "杯"), QUICKER, must_read=("a",)))
    pc.edit("a", body="我的甲", hotkey="Ctrl+Alt+7")
    pc.library.delete(["shop/b"])
    pc.clock.go(timedelta(hours=1))
    return pc


def removed(pc: Pc, keeping: Keeping) -> Removed:
    gone = pc.removal.remove("new1", keeping)
    assert gone is not None
    return gone


def test_sources_stand_in_the_order_in_which_they_were_added_until_they_are_reordered() -> None:
    pc = Pc()
    first, second, third = (pc.sources.add(url) for url in ("/a", "/b", "/c"))

    before = [one.url for one in pc.sources.all()]
    pc.sources.reorder([third.id, first.id])

    assert before == ["/a", "/b", "/c"]
    assert [one.id for one in pc.sources.all()] == [third.id, first.id, second.id]
    assert pc.in_step()


def test_an_address_is_subscribed_to_once() -> None:
    pc = Pc()

    assert pc.sources.add(" /a ") == pc.sources.add("/a")
    assert len(pc.sources.all()) == 1


def test_a_source_that_answers_as_before_is_not_stored_at_every_look() -> None:
    pc = Pc()
    source = pc.sources.add("/a")

    first = pc.sources.looked(source.id)
    pc.clock.go(timedelta(minutes=1))
    again = pc.sources.looked(source.id)
    pc.clock.go(BETWEEN_LOOKS)
    later = pc.sources.looked(source.id)

    assert (first, again, later) == ({Kind.PACKS}, NOTHING, {Kind.PACKS})
    assert pc.source(source.id).looked_at == pc.clock.now()


def test_a_source_that_is_in_trouble_says_since_when_it_did_not_answer() -> None:
    pc = Pc()
    source = pc.sources.add("/a")
    pc.sources.looked(source.id)
    pc.clock.go(timedelta(hours=2))

    pc.sources.looked(source.id, "gone")

    assert (pc.source(source.id).trouble, pc.source(source.id).looked_at) == ("gone", NOW)
    assert pc.sources.looked(source.id, "gone") == NOTHING
    assert pc.sources.looked(source.id) == {Kind.PACKS}
    assert pc.source(source.id).trouble == ""


def test_a_source_that_is_paused_or_gone_is_never_due() -> None:
    pc = Pc()
    source = pc.sources.add("/a")

    before = pc.sources.is_due(source.id, "ab")
    pc.sources.pause(source.id)

    assert (before, pc.sources.is_due(source.id, "ab"), pc.sources.is_due("gone", "ab")) == (True, False, False)


def test_nobody_raises_for_a_source_that_is_gone() -> None:
    pc = Pc()

    verbs = [pc.sources.confirm("x"), pc.sources.rename("x", "y"), pc.sources.looked("x"), pc.sources.move_to("x", "/")]

    assert verbs == [NOTHING] * 4
    assert pc.removal.remove("x", Keeping.AS_OWN) is None
    assert pc.removal.count("x") == 0


# Giving up.


def test_things_of_a_source_that_is_given_up_may_stay_as_own() -> None:
    pc = filled()

    gone = removed(pc, Keeping.AS_OWN)

    assert gone.count == 2
    assert pc.titles() == {"own", "a"}
    assert {one.source for one in pc.library.shelf} == {PERSONAL}
    assert pc.phrase("a").body == "我的甲"
    assert pc.entry("mug").source == PERSONAL
    assert {kind.id: kind for kind in pc.orders.kinds()}["group_buy"].closes_after == timedelta(minutes=15)
    assert (pc.sources.all(), pc.store.originals(SHOP), pc.news.latest()) == ((), {}, ())
    assert pc.in_step()


def test_things_of_a_source_that_is_given_up_may_go_into_the_bin() -> None:
    pc = filled()

    gone = removed(pc, Keeping.IN_BIN)

    assert gone.changed == {Kind.PHRASES, Kind.SHEET, Kind.ORDERS, Kind.PACKS}
    assert pc.titles() == {"own"}
    assert {one.id for one in pc.library.in_bin()} == {"shop/a", "shop/b"}
    assert [one.id for one in pc.sheet.in_bin()] == ["shop/mug"]
    assert tuple(pc.orders.kinds()) == DEFAULTS
    assert pc.in_step()


@pytest.mark.parametrize("keeping", Keeping)
def test_giving_up_can_be_taken_back(keeping: Keeping) -> None:
    pc = filled()
    state = pc.library.shelf.by_id(), pc.sheet.sheet, tuple(pc.orders.kinds()), pc.sources.all(), set(pc.news.latest())
    originals = pc.store.originals(SHOP)

    pc.removal.put_back(removed(pc, keeping))

    after = pc.library.shelf.by_id(), pc.sheet.sheet, tuple(pc.orders.kinds()), pc.sources.all(), set(pc.news.latest())
    assert after == state
    assert pc.store.originals(SHOP) == originals
    assert pc.in_step()


def test_what_was_edited_after_giving_up_stays_when_that_is_taken_back() -> None:
    pc = filled()
    gone = removed(pc, Keeping.AS_OWN)
    pc.edit("a", body="又改了")
    pc.library.delete(["own"])

    pc.removal.put_back(gone)

    assert (pc.phrase("a").body, pc.phrase("a").source) == ("又改了", SHOP)
    overlay = pc.overlays.overlay("shop/a")
    assert overlay is not None
    assert overlay.fields == ("body",)


def test_undoing_an_older_deed_after_giving_up_makes_nothing_the_packs_again() -> None:
    pc = filled()
    removed(pc, Keeping.AS_OWN)

    pc.library.undo()
    pc.library.undo()

    assert {one.source for one in pc.library.shelf} == {PERSONAL}
    assert pc.phrase("a").body == "甲"
    assert pc.in_step()


def test_what_another_source_brings_too_stays_when_one_is_given_up() -> None:
    pc = filled()
    mirror = pc.subscribe("/share/mirror")
    pc.sources.looked("new1", "gone")
    pc.take(pack(phrase("a", "甲2"), phrase("b"), number=2), mirror.id)

    gone = removed(pc, Keeping.IN_BIN)

    assert gone.count == 0
    assert pc.titles() == {"own", "a"}
    assert pc.store.originals(SHOP)


def test_a_pack_that_was_given_up_and_kept_is_taken_over_again_without_doubling() -> None:
    pc = filled()
    removed(pc, Keeping.AS_OWN)
    again = pc.subscribe("/share/shop")

    pc.take(pack(phrase("a", "甲2"), phrase("c"), number=2), again.id)

    assert pc.titles() == {"own", "a", "c"}
    assert (pc.phrase("a").body, pc.phrase("a").source) == ("我的甲", SHOP)
    assert [hint.item_id for hint in pc.overlays.all_moved()] == ["shop/a"]


def test_a_giving_up_that_cannot_be_stored_changes_nothing() -> None:
    pc = filled()
    assert isinstance(pc.store, FakePacks)
    pc.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        pc.removal.remove("new1", Keeping.IN_BIN)

    pc.store.trouble = None
    assert pc.titles() == {"own", "a"}
    assert pc.in_step()


def test_a_number_that_nobody_signed_does_not_outlive_the_confirmation_of_the_key() -> None:
    pc = Pc()
    source = pc.sources.add("/share/shop")
    pc.take(pack(phrase("a"), number=9_999))

    pc.sources.confirm(source.id, "RWQkey")
    pc.take(pack(phrase("a", "真的"), number=7))

    assert pc.source().number == 7
    assert pc.phrase("a").body == "真的"


def test_confirming_the_same_key_again_forgets_nothing() -> None:
    pc = filled()
    number = pc.source().number

    pc.sources.confirm("new1", "RWQkey")

    assert pc.source().number == number


def test_a_pack_is_chosen_only_as_long_as_none_was_taken_over() -> None:
    pc = Pc()
    source = pc.sources.add("/share/shop")

    pc.sources.choose(source.id, SHOP)
    pc.take(pack(phrase("a")))

    assert pc.source().pack_id == SHOP
    assert pc.sources.choose(source.id, "other") == NOTHING
