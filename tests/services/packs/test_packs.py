"""Packs as an agent meets them: taken over, updated, refused, given up."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.changes import Kind
from app.core.orders.kinds import DEFAULTS, GROUP_BUY, OrderKind
from app.core.packs import trust
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.sources import ranks
from app.core.packs.trust import Standing, Verdict
from app.core.phrases.phrase import PERSONAL, Image, Output, Stage
from app.core.sheet.activities import Coupon
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.storage import NotStored, Trouble
from app.services.packs.things import Applied, Ready
from tests.entries import activity, phase
from tests.fakes import FakePacks
from tests.subscribed import NOW, SHOP, Pc, pack, phrase, verdict
from tests.unpaid import order

MINUTE = timedelta(minutes=1)


def subscribed(*items: object, must_read: tuple[str, ...] = ()) -> Pc:
    """A PC that has taken the first publication over."""
    pc = Pc()
    pc.subscribe()
    pc.take(pack(*items, must_read=must_read))  # type: ignore[arg-type]
    return pc


def test_a_first_pack_brings_its_phrases_entries_and_kinds_in_one_go() -> None:
    pc = Pc()
    pc.subscribe()
    mug = Product("shop/mug", "保温杯", price=Decimal(99))
    presale = OrderKind("shop/presale", "预定", ("预定",), timedelta(hours=1))

    applied = pc.take(pack(phrase("cf", codes=("cf",)), phrase("hello", is_pinned=True), mug, presale))

    assert pc.titles() == {"cf", "hello"}
    assert pc.phrase("hello").is_pinned
    assert pc.entry("mug") == replace(mug, source=SHOP, position=1024)
    assert [kind.id for kind in pc.orders.kinds()] == [*(kind.id for kind in DEFAULTS), "shop/presale"]
    assert applied.changed == {Kind.PHRASES, Kind.SHEET, Kind.ORDERS, Kind.PACKS}
    assert (applied.added, pc.kinds_reloaded, pc.told_of_entries) == (4, 1, ["shop/mug"])
    assert (pc.source().pack_id, pc.source().number, pc.source().name) == (SHOP, 1, "店铺话术")
    assert pc.in_step()


def test_phrases_of_a_pack_stand_after_all_others_in_its_order() -> None:
    pc = Pc()
    pc.library.add([replace(phrase("own"), id="own", source=PERSONAL, group=("售前",))])
    pc.subscribe()

    pc.take(pack(*(phrase(name, group=("售前",)) for name in ("c", "a", "b"))))

    assert [one.title for one in pc.library.shelf.in_group(("售前",))] == ["own", "c", "a", "b"]


def test_what_a_pack_may_not_decide_is_not_taken_from_it() -> None:
    pc = Pc()
    pc.subscribe()

    pc.take(pack(phrase("cf", hotkey="Ctrl+Alt+7", is_sent=True, use_count=9, last_used_at=NOW)))

    taken = pc.phrase("cf")
    assert (taken.hotkey, taken.is_sent, taken.use_count, taken.last_used_at) == ("", False, 0, None)


def test_an_update_touches_only_what_the_pack_changed() -> None:
    pc = subscribed(phrase("cf"), phrase("hello"), phrase("old"))
    hello = pc.phrase("hello")

    applied = pc.take(pack(phrase("cf", "亲，还有 10 分钟"), phrase("hello"), phrase("new"), number=2))

    assert pc.phrase("cf").body == "亲，还有 10 分钟"
    assert pc.phrase("hello") is hello
    assert pc.titles() == {"cf", "hello", "new"}
    assert (applied.added, applied.changed_count, applied.withdrawn) == (1, 1, 1)
    assert pc.in_step()


def test_the_same_publication_again_changes_nothing() -> None:
    given = pack(phrase("cf"), Product("shop/mug", "杯"))
    pc = subscribed(phrase("cf"), Product("shop/mug", "杯"))

    applied = pc.take(given)

    assert applied.changed == {Kind.PACKS}
    assert not applied.news
    assert not pc.sources.is_due("new1", verdict(given).sha256)


def test_pins_hotkeys_use_and_places_survive_every_update() -> None:
    pc = subscribed(phrase("cf", is_pinned=True), phrase("hello"))
    pc.library.unpin(["shop/cf"])
    pc.library.pin(["shop/hello"])
    pc.edit("hello", hotkey="Ctrl+Alt+7", is_sent=True)
    pc.library.record_use("shop/hello", NOW)
    before = pc.phrase("hello")

    pc.take(pack(phrase("hello", "亲，新的"), phrase("cf", "亲，也新", is_pinned=True), number=2))

    assert pc.phrase("hello") == replace(before, body="亲，新的")
    assert not pc.phrase("cf").is_pinned


def test_an_own_edit_stays_and_the_rest_of_the_phrase_follows_the_pack() -> None:
    pc = subscribed(phrase("cf", codes=("cf",), stage=Stage.PAYMENT))
    pc.edit("cf", body="亲，我的说法", keywords=("催",))

    applied = pc.take(pack(phrase("cf", title="催付", codes=("cf", "cuifu"), stage=Stage.INQUIRY), number=2))

    own = pc.phrase("cf")
    assert (own.body, own.keywords) == ("亲，我的说法", ("催",))
    assert (own.title, own.codes, own.stage) == ("催付", ("cf", "cuifu"), Stage.INQUIRY)
    assert (applied.hints, pc.overlays.moved("shop/cf")) == (0, None)


def test_where_the_pack_moved_on_under_an_own_edit_that_is_told() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"))
    pc.edit("cf", body="亲，我的说法")

    applied = pc.take(pack(phrase("cf", "亲，20 分钟"), number=2))

    hint = pc.overlays.moved("shop/cf")
    assert pc.phrase("cf").body == "亲，我的说法"
    assert applied.hints == 1
    assert hint is not None
    assert hint.fields == ("body",)
    assert [one.body for one in (hint.former, hint.own, hint.original)] == [
        "亲，30 分钟",
        "亲，我的说法",
        "亲，20 分钟",
    ]  # type: ignore[union-attr]
    assert pc.in_step()


def test_a_hint_tells_from_what_the_edit_was_made_of_however_often_the_pack_moves_on() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"))
    pc.edit("cf", body="亲，我的说法")
    pc.take(pack(phrase("cf", "亲，20 分钟"), number=2))

    pc.take(pack(phrase("cf", "亲，10 分钟"), number=3))

    hint = pc.overlays.moved("shop/cf")
    assert hint is not None
    assert (hint.former.body, hint.original.body) == ("亲，30 分钟", "亲，10 分钟")  # type: ignore[union-attr]


def test_a_hint_goes_when_the_agent_keeps_the_own_words_or_takes_the_packs() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b", "乙"))
    pc.edit("a", body="我的甲")
    pc.edit("b", body="我的乙")
    pc.take(pack(phrase("a", "甲2"), phrase("b", "乙2"), number=2))

    pc.overlays.keep_own(["shop/a"])
    pc.overlays.reset(["shop/b"])

    assert pc.overlays.all_moved() == []
    assert (pc.phrase("a").body, pc.phrase("b").body) == ("我的甲", "乙2")
    assert pc.overlays.overlay("shop/b") is None
    assert pc.in_step()


def test_a_hint_is_there_again_after_a_new_start() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟"))
    pc.edit("cf", body="亲，我的说法")
    pc.take(pack(phrase("cf", "亲，20 分钟"), number=2))

    pc.start()

    assert [hint.item_id for hint in pc.overlays.all_moved()] == ["shop/cf"]


def test_reset_can_be_undone() -> None:
    pc = subscribed(phrase("cf", "亲，原话"))
    pc.edit("cf", body="亲，我的说法")

    pc.overlays.reset(["shop/cf"])
    reset = pc.phrase("cf").body
    pc.library.undo()

    assert (reset, pc.phrase("cf").body) == ("亲，原话", "亲，我的说法")


def test_reset_brings_back_what_the_agent_deleted() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.library.delete(["shop/a", "shop/b"])
    pc.library.purge(["shop/b"])

    pc.overlays.reset(["shop/a", "shop/b", "never/was"])

    assert pc.titles() == {"a", "b"}
    assert pc.in_step()


def test_a_phrase_that_the_agent_deleted_stays_deleted() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.library.delete(["shop/a", "shop/b"])
    pc.library.purge(["shop/b"])

    pc.take(pack(phrase("a", "甲2"), phrase("b", "乙2"), number=2))

    assert pc.titles() == set()
    assert pc.phrase("a").body == "甲2"
    assert pc.library.get("shop/b") is None


def test_a_withdrawn_phrase_is_in_the_bin_and_comes_back_as_it_was() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b"))
    pc.edit("a", body="我的甲", hotkey="Ctrl+Alt+7")
    pc.library.record_use("shop/a", NOW)
    before = pc.phrase("a")

    pc.take(pack(phrase("b"), number=2))
    binned = [one.id for one in pc.library.in_bin()]
    pc.clock.go(MINUTE)
    pc.take(pack(phrase("a", "甲"), phrase("b"), number=3))

    assert binned == ["shop/a"]
    assert pc.phrase("a") == before
    assert pc.in_step()


def test_a_withdrawn_phrase_that_the_agent_took_out_of_the_bin_stays() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.take(pack(phrase("b"), number=2))
    pc.library.restore(["shop/a"])

    pc.take(pack(phrase("b", "乙2"), number=3))

    assert pc.titles() == {"a", "b"}


def test_a_phrase_that_was_in_the_bin_when_it_was_withdrawn_stays_there_when_it_comes_back() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.library.delete(["shop/a"])
    pc.clock.go(MINUTE)
    pc.take(pack(phrase("b"), number=2))

    pc.take(pack(phrase("a"), phrase("b"), number=3))

    assert pc.titles() == {"b"}


def test_nothing_is_remembered_of_what_was_withdrawn_and_is_gone_for_good() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.library.delete(["shop/a"])
    pc.library.purge()

    pc.take(pack(phrase("b"), number=2))

    assert list(pc.store.originals(SHOP)) == ["shop/b"]


def test_what_was_withdrawn_is_forgotten_once_it_left_the_bin() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.take(pack(phrase("b"), number=2))
    pc.library.purge()

    pc.take(pack(phrase("b", "乙2"), number=3))

    assert list(pc.store.originals(SHOP)) == ["shop/b"]


# Undo of older deeds.


def test_undoing_an_older_edit_gives_the_packs_new_words_and_not_those_of_yesterday() -> None:
    pc = subscribed(phrase("cf", "亲，30 分钟", stage=Stage.PAYMENT))
    pc.edit("cf", stage=Stage.INQUIRY)

    pc.take(pack(phrase("cf", "亲，20 分钟", stage=Stage.PAYMENT), number=2))
    pc.library.undo()

    assert (pc.phrase("cf").body, pc.phrase("cf").stage) == ("亲，20 分钟", Stage.PAYMENT)
    assert pc.overlays.overlay("shop/cf") is None
    assert pc.in_step()


def test_undoing_an_older_edit_brings_nothing_back_that_was_withdrawn() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.edit("a", body="我的甲")
    pc.library.move(["shop/a"], ("别处",))

    pc.take(pack(phrase("b"), number=2))
    pc.library.undo()
    pc.library.undo()

    assert pc.titles() == {"b"}
    assert pc.in_step()


def test_undoing_an_older_deletion_of_what_was_withdrawn_since_leaves_it_in_the_bin() -> None:
    pc = subscribed(phrase("a"), phrase("b"))
    pc.library.delete(["shop/a"])

    pc.take(pack(phrase("b"), number=2))
    pc.library.undo()

    assert pc.titles() == {"b"}
    assert [one.id for one in pc.library.in_bin()] == ["shop/a"]


def test_undoing_an_older_deletion_brings_the_phrase_back_with_its_new_words() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b"))
    pc.library.delete(["shop/a", "shop/b"])

    pc.take(pack(phrase("a", "甲2"), phrase("b"), number=2))
    pc.library.undo()

    assert pc.titles() == {"a", "b"}
    assert pc.phrase("a").body == "甲2"


def test_undoing_the_import_of_a_pack_that_is_subscribed_since_deletes_nothing_of_it() -> None:
    pc = Pc()
    own = replace(phrase("own"), id="own", source=PERSONAL)
    pc.library.add([phrase("cf"), own])
    pc.subscribe()
    pc.take(pack(phrase("cf")))

    pc.library.undo()

    assert pc.titles() == {"cf"}
    assert pc.in_step()


def test_undo_of_the_cheat_sheet_knows_the_pack_too() -> None:
    mug = Product("shop/mug", "杯", size="20 cm", material="304")
    pc = subscribed(mug, Product("shop/cap", "盖"))
    pc.edit_entry("mug", material="316")
    pc.edit_entry("cap", size="5 cm")

    pc.take(pack(replace(mug, size="21 cm"), number=2))
    pc.sheet.undo()
    pc.sheet.undo()

    assert (pc.entry("mug").size, pc.entry("mug").material) == ("21 cm", "304")  # type: ignore[union-attr]
    assert pc.entry("cap").deleted_at is not None


# What was there before.


def test_a_pack_that_was_imported_by_hand_is_taken_over_without_doubling() -> None:
    pc = Pc()
    pc.library.add([phrase("a", "甲", is_pinned=True), phrase("b", "乙")])
    pc.library.record_use("shop/a", NOW)
    before = pc.phrase("a")
    pc.subscribe()

    applied = pc.take(pack(phrase("a", "甲"), phrase("b", "乙"), phrase("c", "丙")))

    assert pc.titles() == {"a", "b", "c"}
    assert pc.phrase("a") == before
    assert applied.hints == 0
    assert pc.in_step()


def test_of_an_imported_phrase_whose_origin_nobody_knows_the_own_words_stay_with_a_hint() -> None:
    pc = Pc()
    pc.library.add([phrase("a", "甲", keywords=("旧",)), phrase("b", "乙")])
    pc.subscribe()

    applied = pc.take(pack(phrase("a", "甲2", keywords=("新",), stage=Stage.PAYMENT), phrase("b", "乙")))

    assert (pc.phrase("a").body, pc.phrase("a").stage) == ("甲", Stage.PAYMENT)
    assert set(pc.phrase("a").keywords) == {"旧", "新"}
    assert applied.hints == 1
    assert [hint.fields for hint in pc.overlays.all_moved()] == [("body",)]


# The cheat-sheet.


def test_own_rows_of_an_activity_stay_beside_the_rows_of_the_pack() -> None:
    sale = activity()
    sale = replace(sale, id="shop/d11", phases=(replace(phase(), id="shop/sale"),))
    sale = replace(sale, coupons=(Coupon(Decimal(100), Decimal(10)), Coupon(Decimal(200), Decimal(30))))
    pc = subscribed(sale)
    mine = Fact("mine", "能改地址吗", "能")
    pc.edit_entry("d11", coupons=(*sale.coupons, Coupon(Decimal(300), Decimal(60))), facts=(mine,))

    less = Coupon(Decimal(200), Decimal(20))
    theirs = Fact("shop/f", "包邮吗", "包")
    pc.take(pack(replace(sale, coupons=(sale.coupons[0], less), facts=(theirs,), name="双11"), number=2))

    met = pc.entry("d11")
    assert [(one.threshold, one.off) for one in met.coupons] == [(100, 10), (200, 20), (300, 60)]  # type: ignore[union-attr]
    assert {one.question for one in met.facts} == {"能改地址吗", "包邮吗"}  # type: ignore[union-attr]
    assert met.name == "双11"  # type: ignore[union-attr]
    assert pc.overlays.moved("shop/d11") is None


def test_a_running_activity_that_a_pack_changes_is_told_as_a_change() -> None:
    running = replace(activity(), id="shop/d11", phases=(replace(phase(starts_at=NOW), id="shop/sale"),))
    pc = subscribed(running)

    applied = pc.take(pack(replace(running, refund_rules="12 日起可退"), number=2))

    assert [(one.field, one.new, one.source) for one in pc.sheet.unconfirmed()] == [
        ("refund_rules", "12 日起可退", SHOP)
    ]
    assert Kind.CHANGES in applied.changed
    assert list(pc.sheets.changes()) == list(pc.sheet.changes())


def test_an_own_edit_that_cannot_stand_beside_the_packs_words_gives_way() -> None:
    first = replace(phase(1), id="shop/p1")
    sale = replace(activity(), id="shop/d11", phases=(first,))
    pc = subscribed(sale)
    longer = replace(first, ends_at=first.ends_at + timedelta(hours=2))
    pc.edit_entry("d11", phases=(longer,))

    second = replace(phase(2, starts_at=first.ends_at), id="shop/p2")
    applied = pc.take(pack(replace(sale, phases=(first, second)), number=2))

    assert isinstance(applied, Applied)
    assert pc.entry("d11").phases == (first, second)  # type: ignore[union-attr]


def test_a_pack_is_taken_though_the_agent_deleted_what_it_names() -> None:
    mug, cap = Product("shop/mug", "杯"), Product("shop/cap", "盖")
    pc = subscribed(mug, cap)
    pc.sheet.delete(["shop/cap"])
    pc.sheet.purge()

    sale = replace(activity(), id="shop/d11", phases=(replace(phase(), id="shop/s", product_ids=("shop/cap",)),))
    pc.take(pack(mug, cap, sale, number=2))

    assert pc.sheet.get("shop/cap") is None
    assert pc.entry("d11").name == sale.name  # type: ignore[union-attr]


# Kinds of orders.


def test_a_packs_kind_of_the_same_name_gives_the_shops_kind_its_figures() -> None:
    pc = Pc()
    pc.subscribe()
    quicker = replace(DEFAULTS[0], id="shop/group_buy", closes_after=15 * MINUTE, position=9)

    pc.take(pack(phrase("cf"), quicker))

    kinds = {kind.id: kind for kind in pc.orders.kinds()}
    assert list(kinds) == [kind.id for kind in DEFAULTS]
    assert kinds[GROUP_BUY] == replace(DEFAULTS[0], closes_after=15 * MINUTE)


def test_a_withdrawn_kind_is_again_what_the_program_came_with() -> None:
    quicker = replace(DEFAULTS[0], id="shop/group_buy", closes_after=15 * MINUTE)
    pc = subscribed(phrase("cf"), quicker)

    pc.take(pack(phrase("cf"), number=2))

    assert tuple(pc.orders.kinds()) == DEFAULTS


def test_a_withdrawn_kind_that_an_order_has_stays() -> None:
    presale = OrderKind("shop/presale", "预定", (), timedelta(hours=1))
    pc = subscribed(phrase("cf"), presale, replace(presale, id="shop/other", name="别的"))
    pc.orders.put([replace(order(1), kind_id="shop/presale")])

    pc.take(pack(phrase("cf"), number=2))

    assert [kind.id for kind in pc.orders.kinds()] == [*(kind.id for kind in DEFAULTS), "shop/presale"]


def test_the_shops_own_edit_of_a_packs_kind_stays() -> None:
    quicker = replace(DEFAULTS[0], id="shop/group_buy", closes_after=15 * MINUTE)
    pc = subscribed(quicker)
    kinds = {kind.id: kind for kind in pc.orders.kinds()}
    pc.orders.put_kinds([replace(kinds[GROUP_BUY], words=("聚", "拼"))])

    pc.take(pack(replace(quicker, closes_after=20 * MINUTE), number=2))

    kind = {kind.id: kind for kind in pc.orders.kinds()}[GROUP_BUY]
    assert kind.closes_after == 20 * MINUTE
    assert "拼" in kind.words


# Refused.


def test_a_refused_verdict_changes_nothing() -> None:
    pc = subscribed(phrase("cf"))
    judged = Verdict(Standing.REFUSED, trust.Refusal.TAMPERED)

    refused = pc.packs.take("new1", pack(phrase("cf", "亲，假的"), number=2), judged)

    assert refused == Refused("new1", Refusal.NOT_TRUSTED, verdict=judged)
    assert isinstance(refused, Refused)
    assert refused.sentence == trust.SENTENCES[trust.Refusal.TAMPERED]
    assert pc.phrase("cf").body == "亲，cf"


def test_another_pack_from_the_same_source_is_refused() -> None:
    pc = subscribed(phrase("cf"))

    refused = pc.refused(pack(phrase("x", pack_id="other"), pack_id="other", number=2))

    assert refused == Refused("new1", Refusal.OTHER_PACK, (SHOP,))


@pytest.mark.parametrize("number", [0, 6])
def test_an_older_publication_is_refused(number: int) -> None:
    pc = Pc()
    pc.subscribe()
    pc.take(pack(phrase("cf"), number=7))

    refused = pc.refused(pack(phrase("cf", "亲，昨天的"), number=number))

    assert refused == Refused("new1", Refusal.OLDER, ("7",))
    assert "publication 7" in refused.sentence


def test_a_broken_pack_is_refused_whole() -> None:
    pc = subscribed(phrase("cf"))

    refused = pc.refused(pack(phrase("cf", "亲，好的"), phrase("bad", " "), number=2))

    assert refused.refusal is Refusal.BROKEN
    assert [finding.item_id for finding in refused.findings] == ["shop/bad"]
    assert refused.sentence.endswith(refused.findings[0].sentence)
    assert pc.phrase("cf").body == "亲，cf"


def test_a_pack_from_a_source_that_is_gone_is_refused() -> None:
    assert Pc().refused(pack(phrase("cf"))).refusal is Refusal.NO_SOURCE


def test_what_cannot_be_stored_changes_nothing() -> None:
    pc = subscribed(phrase("cf"))
    assert isinstance(pc.store, FakePacks)
    pc.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        pc.take(pack(phrase("cf", "亲，新的"), phrase("new"), number=2, must_read=("cf",)))

    pc.store.trouble = None
    assert (pc.titles(), pc.phrase("cf").body, pc.source().number) == ({"cf"}, "亲，cf", 1)
    assert pc.in_step()


# Trust.


def test_a_source_that_nobody_has_confirmed_brings_nothing_that_acts_by_itself() -> None:
    pc = Pc()
    source = pc.subscribe(is_confirmed=False)
    given = pack(phrase("cf", is_pinned=True), OrderKind("shop/presale", "预定", (), timedelta(hours=1)))

    applied = pc.packs.take(source.id, given, verdict(given, Standing.RESTRICTED))

    assert isinstance(applied, Applied)
    assert pc.titles() == {"cf"}
    assert not pc.phrase("cf").is_pinned
    assert tuple(pc.orders.kinds()) == DEFAULTS
    assert pc.source().is_partly


def test_what_was_held_back_comes_once_the_source_is_confirmed() -> None:
    pc = Pc()
    source = pc.subscribe(is_confirmed=False)
    given = pack(phrase("cf"), OrderKind("shop/presale", "预定", (), timedelta(hours=1)))
    pc.packs.take(source.id, given, verdict(given, Standing.RESTRICTED))

    pc.sources.confirm(source.id, "RWQkey")
    is_due = pc.sources.is_due(source.id, verdict(given).sha256)
    pc.take(given)

    assert is_due
    assert "shop/presale" in {kind.id for kind in pc.orders.kinds()}
    assert not pc.sources.is_due(source.id, verdict(given).sha256)


# Several sources.


def test_a_pack_that_a_source_of_higher_priority_brings_is_refused_from_another() -> None:
    pc = subscribed(phrase("cf"))
    mirror = pc.subscribe("/share/mirror")

    refused = pc.refused(pack(phrase("cf", "亲，镜像"), number=2), mirror.id)

    assert refused == Refused(mirror.id, Refusal.OUTRANKED, ("店铺话术",))


def test_a_source_of_lower_priority_steps_in_while_the_first_cannot_be_reached() -> None:
    pc = subscribed(phrase("cf"))
    mirror = pc.subscribe("/share/mirror")
    pc.sources.looked("new1", "gone")

    pc.take(pack(phrase("cf", "亲，镜像"), number=2), mirror.id)
    pc.sources.looked("new1")
    late = pc.refused(pack(phrase("cf", "亲，昨天"), number=1))

    assert pc.phrase("cf").body == "亲，镜像"
    assert late.refusal is Refusal.OLDER


def test_of_phrases_with_one_code_own_ones_go_first_then_the_first_source() -> None:
    pc = Pc()
    first, second = pc.subscribe(), pc.subscribe("/share/platform")
    pc.take(pack(phrase("cf", codes=("cf",), pack_id="platform"), pack_id="platform"), second.id)
    pc.take(pack(phrase("cf", codes=("CF",))), first.id)
    pc.library.save(replace(pc.library.draft("亲，我的"), codes=("cf",)))

    pc.library.rank(ranks(pc.sources.all()))
    in_order = [one.source for one in pc.library.with_code("cf")]
    pc.sources.reorder([second.id])
    pc.library.rank(ranks(pc.sources.all()))

    assert in_order == [PERSONAL, SHOP, "platform"]
    assert [one.source for one in pc.library.with_code("cf")] == [PERSONAL, "platform", SHOP]


# Between planning and taking over.


def ready(pc: Pc, *items: object, number: int = 2) -> Ready:
    given = pack(*items, number=number)  # type: ignore[arg-type]
    planned = pc.packs.plan(pc.packs.present(pc.source()), given, verdict(given))
    assert isinstance(planned, Ready)
    return planned


def test_what_the_agent_does_between_the_plan_and_its_taking_over_is_kept() -> None:
    pc = subscribed(phrase("a", "甲"), phrase("b", "乙"), phrase("c", "丙"), Product("shop/mug", "杯"))
    planned = ready(
        pc, phrase("a", "甲2"), phrase("b", "乙2"), phrase("c", "丙2"), Product("shop/mug", "杯", size="大")
    )
    pc.library.record_use("shop/a", NOW)
    pc.edit("b", body="我的乙")
    pc.library.delete(["shop/c"])
    pc.edit_entry("mug", material="304")

    pc.packs.commit(planned)

    assert (pc.phrase("a").body, pc.phrase("a").use_count) == ("甲2", 1)
    assert pc.phrase("b").body == "我的乙"
    assert [hint.item_id for hint in pc.overlays.all_moved()] == ["shop/b"]
    assert pc.titles() == {"a", "b"}
    assert (pc.entry("mug").size, pc.entry("mug").material) == ("大", "304")  # type: ignore[union-attr]
    assert pc.in_step()


def test_a_plan_that_another_pack_overtook_is_made_again() -> None:
    pc = subscribed(phrase("a", "甲"))
    planned = ready(pc, phrase("a", "甲3"), number=3)
    late = ready(pc, phrase("a", "甲2"), number=2)

    pc.packs.commit(planned)
    refused = pc.packs.commit(late)

    assert pc.phrase("a").body == "甲3"
    assert refused == Refused("new1", Refusal.OLDER, ("3",))


def test_a_source_that_was_paused_meanwhile_stays_paused() -> None:
    pc = subscribed(phrase("a", "甲"))
    planned = ready(pc, phrase("a", "甲2"))
    pc.sources.pause("new1")

    pc.packs.commit(planned)

    assert pc.phrase("a").body == "甲2"
    assert pc.source().is_paused


def test_a_plan_whose_source_is_gone_is_refused() -> None:
    pc = subscribed(phrase("a"))
    planned = ready(pc, phrase("a", "甲2"))
    pc.sources._have([])

    refused = pc.packs.commit(planned)

    assert isinstance(refused, Refused)
    assert refused.refusal is Refusal.NO_SOURCE


def test_thousands_are_searched_by_an_index_that_was_built_beforehand() -> None:
    pc = Pc()
    pc.library.add([replace(phrase("own"), id="own", source=PERSONAL)])
    pc.subscribe()
    planned = ready(pc, *(phrase(f"p{number}") for number in range(600)))
    pc.library.save(pc.library.draft("亲，刚写的"))
    pc.library.delete(["own"])

    pc.packs.commit(planned)

    assert pc.search.built_count == 1
    assert len(pc.search.rows) == 601
    assert pc.in_step()


def test_a_short_update_needs_no_index() -> None:
    pc = subscribed(*(phrase(f"p{number}") for number in range(20)))

    pc.take(pack(*(phrase(f"p{number}", "亲，新") for number in range(20)), number=2))

    assert pc.search.built_count == 0


def test_pictures_are_kept_before_the_phrases_that_show_them() -> None:
    pc = Pc()
    pc.subscribe()
    content = b"\x89PNG\r\n\x1a\n0"
    name = f"{hashlib.sha256(content).hexdigest()}.png"

    pc.take(replace(pack(phrase("cf", images=(Image(name),), output=Output.COPY)), images={name: content}))

    assert content in pc.images.files.values()
