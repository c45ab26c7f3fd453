from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.packs.lead_choices import LeadChoices
from app.core.packs.of_own import OwnThings, chosen, own_phrases, pack_of_own, samples
from app.core.packs.rules import errors
from app.core.phrases.phrase import Image, Phrase
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.formats.packs.form import PublishedForm

NOON = datetime(2026, 11, 11, 4, 0, tzinfo=UTC)
WANTED = LeadChoices(pack_id="shop.own", pack_name="小店", publisher="小夏", groups=(("付款",), ()))
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def phrase(own_id: str, **fields: object) -> Phrase:
    return Phrase(own_id, own_id, f"亲，{own_id}", **{"group": ("付款",), **fields})  # type: ignore[arg-type]


def published(things: OwnThings, choices: LeadChoices = WANTED, images: dict[str, bytes] | None = None):
    return pack_of_own(choices, chosen(things, choices), images or {}, "zh-CN")


def test_what_is_published_reads_back_as_the_same_pack_without_a_fault() -> None:
    activity = Activity("d11", "双11", phases=(Phase("sale", "开售", PhaseKind.SALE, NOON, NOON + timedelta(days=1)),))
    bound = phrase("quan", codes=("q",), lifetime=Lifetime(activity_id="d11", phase_id="sale"))
    things = OwnThings((phrase("cf"), bound), (activity, Product("box", "收纳盒"), Fact("f1", "包邮吗", "包邮")))

    pack = published(things)

    form = PublishedForm()
    back = form.read(form.written(pack))
    assert errors(pack) == ()
    assert back is not None
    assert form.written(back) == form.written(pack)
    assert list(back.items()) == ["shop.own/d11", "shop.own/box", "shop.own/f1", "shop.own/cf", "shop.own/quan"]
    assert back.phrases[1].lifetime == Lifetime(activity_id="shop.own/d11", phase_id="shop.own/sale")


def test_how_one_agent_uses_a_phrase_is_nobody_elses() -> None:
    used = phrase("cf", use_count=9, last_used_at=NOON, hotkey="Ctrl+1", is_sent=True, is_pinned=True, pin_position=3)

    (out,) = published(OwnThings((used,))).phrases

    assert (out.use_count, out.last_used_at, out.hotkey, out.is_sent, out.pin_position) == (0, None, "", False, 0)
    assert out.is_pinned


@pytest.mark.parametrize(
    ("one", "goes_out"),
    [
        (phrase("cf"), True),
        (phrase("elsewhere", group=("售后",)), False),
        (phrase("loose", group=()), True),
        (phrase("starter", source="qindesk.starter"), True),
        (phrase("team/cf", source="team"), False),
    ],
    ids=["ticked", "not ticked", "without a group", "imported once", "of a subscription"],
)
def test_a_phrase_goes_out_only_if_its_group_is_ticked_and_it_is_the_shops_own(one: Phrase, goes_out: bool) -> None:
    things = OwnThings((one,), pack_ids=frozenset({"team"}))

    assert bool(chosen(things, WANTED)) is goes_out


def test_what_a_subscription_brought_is_not_counted_among_the_own() -> None:
    things = OwnThings((phrase("cf"), phrase("team/cf", source="team")), pack_ids=frozenset({"team"}))

    assert [each.id for each in own_phrases(things)] == ["cf"]


def test_the_sample_and_what_was_left_out_stay_here() -> None:
    sheet = (Activity("d11", "双11"), Product("box", "盒"), Fact("f", "包邮吗", "包邮"))
    things = OwnThings((), (*sheet, Activity("s", "示例", source=SAMPLE)))

    assert [each.id for each in chosen(things, WANTED)] == ["d11", "box", "f"]
    assert [each.id for each in chosen(things, replace(WANTED, has_activities=False))] == ["box", "f"]
    assert [each.id for each in chosen(things, replace(WANTED, has_products=False))] == ["d11"]
    assert [samples(things, each) for each in (WANTED, replace(WANTED, has_activities=False))] == [1, 0]


def test_only_kinds_of_orders_that_the_shop_made_or_changed_go_out() -> None:
    changed = replace(DEFAULTS[0], closes_after=timedelta(minutes=20))
    own = OrderKind("own", "定制", ("定",), timedelta(days=7))
    things = OwnThings((), (), (changed, replace(DEFAULTS[1], position=9), own, OrderKind("team/x", "别人的")))

    assert chosen(things, WANTED) == (changed, own)
    assert chosen(things, replace(WANTED, has_kinds=False)) == ()


def test_an_id_that_no_file_can_hold_is_made_anew_and_always_the_same() -> None:
    first, again = (published(OwnThings((phrase("二号 话术"),))) for _ in range(2))

    assert first.phrases[0].id == again.phrases[0].id
    assert errors(first) == ()


def test_only_pictures_that_a_published_thing_shows_go_with_it() -> None:
    shown, hidden = ("0" * 64 + ".png", "1" * 64 + ".png")

    pack = published(
        OwnThings((phrase("cf", images=(Image(shown),)), phrase("b", group=("售后",), images=(Image(hidden),)))),
        images={shown: PICTURE, hidden: PICTURE},
    )

    assert dict(pack.images) == {shown: PICTURE}


def test_a_group_that_is_renamed_still_goes_out_with_those_below_it_and_after_an_undo_too() -> None:
    choices = replace(WANTED, groups=(("付款",), ("付款", "催付"), ("物流",)))

    renamed = choices.renamed(("付款",), ("结账",))

    assert renamed.groups == (*choices.groups, ("结账",), ("结账", "催付"))
    assert choices.renamed(("售后",), ("结账",)) == choices
