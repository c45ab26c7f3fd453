"""Packs for tests, and a hypothesis strategy of packs that may be published."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from app.core.orders.kinds import OrderKind, Step
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Image, Output, Phrase, Role, Stage, check
from app.core.phrases.places import STEP
from app.core.sheet.activities import Activity, ActivityKind, Coupon, Gift, Limit, PerMultiple, Phase, PhaseKind
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related

NOW = datetime(2026, 11, 1, tzinfo=UTC)
SALE_AT = datetime(2026, 11, 10, 16, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"small"
PICTURE_NAME = f"{hashlib.sha256(PICTURE).hexdigest()}.png"


def whole_pack(pack_id: str = "shop.d11") -> Pack:
    """A pack with one of everything."""

    def own(name: str) -> str:
        return f"{pack_id}/{name}"

    activity = Activity(
        own("d11"),
        "双11",
        ActivityKind.PLATFORM_SALE,
        "天猫",
        (
            Phase(own("warm"), "预热", PhaseKind.WARM_UP, SALE_AT - timedelta(days=10), SALE_AT),
            Phase(own("sale"), "开售", PhaseKind.SALE, SALE_AT, SALE_AT + timedelta(days=1), note="当天有效"),
        ),
        limit=Limit(2, "多要的话可以用家人的账号拍"),
        coupons=(Coupon(Decimal(128), Decimal(10), "店铺券"),),
        gifts=(Gift(Decimal(168), "迷你收纳盒", "颜色随机"),),
        per_multiple=PerMultiple(Decimal(300), Decimal(50)),
        facts=(Fact(own("q1"), "能指定快递吗", "亲，快递是随机的", source=pack_id),),
        source=pack_id,
        position=STEP,
    )
    box = Product(
        own("box"),
        "收纳盒大号",
        ("SNH-01",),
        selling_points=("加厚", "可坐"),
        price=Decimal("59.90"),
        prices=(ActivityPrice(own("d11"), Decimal("39.90"), own("sale")),),
        complements=(Related(own("mini"), "一起买更整齐"),),
        source=pack_id,
        position=STEP,
    )
    mini = Product(own("mini"), "收纳盒迷你", ("00123",), source=pack_id, position=2 * STEP)
    fact = Fact(own("invoice"), "可以开发票吗", "亲，可以开电子发票", source=pack_id, position=STEP)
    return Pack(
        PackHead(pack_id, "双11 话术", version="3", publisher="小夏", note="改了优惠券", language="zh-CN"),
        (
            _phrase(1, pack_id, "hy", "亲，{{hello}}，欢迎光临 /:^_^\n---\n想了解哪款？", output=Output.PARTS),
            _phrase(
                2,
                pack_id,
                "cf",
                '亲，还剩 {{order.left}}，"付款"遇到问题了吗 /:\'""',
                lifetime=Lifetime(until_at=SALE_AT, activity_id=own("d11"), phase_id=own("sale")),
            ),
        ),
        (activity, box, mini, fact),
        (
            OrderKind(
                own("group"),
                "聚划算",
                ("聚", "团"),
                timedelta(minutes=30),
                (
                    Step("first", "温和提醒", after=timedelta(minutes=6), code="cf"),
                    Step("last", "最后提醒", before=timedelta(minutes=6), code="cf"),
                ),
                1,
            ),
        ),
        frozenset({own("cf"), own("d11"), own("group")}),
    )


def _phrase(number: int, pack_id: str, code: str, body: str, **fields: object) -> Phrase:
    return check(
        Phrase(
            f"{pack_id}/{code}",
            f"标题 {code}",
            body,
            ("付款", "催付"),
            Stage.PAYMENT,
            Role.PRE_SALES,
            (code,),
            ("关键词",),
            ("怎么付款", "付不了"),
            is_pinned=number == 1,
            source=pack_id,
            position=STEP * number,
            **fields,  # type: ignore[arg-type]
        )
    )


def pictured() -> Pack:
    """The same with a picture in a phrase."""
    pack = whole_pack()
    first = replace(pack.phrases[0], images=(Image(PICTURE_NAME),))
    return replace(pack, phrases=(first, *pack.phrases[1:]), images={PICTURE_NAME: PICTURE})


_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
_TEXTS = st.text(_LETTERS, max_size=20) | st.sampled_from(
    ["=1+1", "001", "null", "true", "- a", "a: b", "'", '"', "/:^_^", "# x"]
)
_LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), max_size=8)
_WORDS = st.lists(_LINE.filter(bool), max_size=3, unique=True).map(tuple)
_MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0)
)


@st.composite
def phrase_packs(draw: st.DrawFn) -> Pack:
    """Packs of phrases alone, every field of which a table can hold."""
    phrases = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        from_at = draw(st.none() | _MOMENTS)
        lifetime = Lifetime(from_at, from_at + timedelta(hours=draw(st.integers(1, 99)))) if from_at else None
        phrase = Phrase(
            f"p/n{number}",
            draw(_LINE.filter(bool)),
            draw(_TEXTS) + "亲" + draw(_TEXTS),
            draw(_WORDS),
            draw(st.none() | st.sampled_from(Stage)),
            draw(st.none() | st.sampled_from(Role)),
            draw(_WORDS),
            draw(_WORDS),
            draw(_WORDS),
            draw(st.booleans()),
            output=draw(st.sampled_from(Output)),
            source="p",
            position=STEP * number,
            lifetime=lifetime,
        )
        phrases.append(check(phrase))
    must_read = frozenset(phrase.id for phrase in phrases if draw(st.booleans()))
    return Pack(PackHead("p", draw(_LINE), note=draw(_LINE)), tuple(phrases), must_read=must_read)
