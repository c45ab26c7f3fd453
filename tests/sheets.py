"""A believable cheat-sheet for tests: the day of the big sale, seen from any moment of that day in the shop's zone."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.phrases.phrase import Image, Stage
from app.core.sheet.activities import (
    Activity,
    ActivityKind,
    Coupon,
    ExpressFee,
    Gift,
    Limit,
    PerMultiple,
    Phase,
    PhaseKind,
    Shipping,
    Stacking,
    Transit,
)
from app.core.sheet.entries import Fact
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Sheet

SHANGHAI = ZoneInfo("Asia/Shanghai")
SALE_DAY = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
"""14:00 in Shanghai: the hours of half price are over, the evening's window is still to come."""


def double_eleven(now: datetime = SALE_DAY) -> Sheet:
    """The sheet whose sale lasts all day of `now`: one activity over, one running, one coming, and their products."""
    return Sheet.of([sale(now), warm_up_sale(now), group_buy(now), *products(), *facts()])


def moment(now: datetime, days: int = 0, hour: int = 0, minute: int = 0) -> datetime:
    """A wall time in Shanghai, some days after the day of `now`, as UTC; hour 24 is the next day's 0."""
    day = now.astimezone(SHANGHAI).date() + timedelta(days=days + hour // 24)
    return datetime.combine(day, time(hour % 24, minute), SHANGHAI).astimezone(UTC)


def sale(now: datetime = SALE_DAY) -> Activity:
    """The running one."""
    return Activity(
        id="d11",
        name="双11大促",
        kind=ActivityKind.PLATFORM_SALE,
        platform="天猫",
        phases=(
            Phase("warm", "预热", PhaseKind.WARM_UP, moment(now, -17), moment(now)),
            Phase("sale", "开售", PhaseKind.SALE, moment(now), moment(now, hour=24)),
            Phase("half", "前两小时半价", PhaseKind.EXTRA, moment(now), moment(now, hour=2), Decimal("0.5")),
            Phase("late", "晚8点加场", PhaseKind.EXTRA, moment(now, hour=20), moment(now, hour=22), Decimal("0.8")),
            Phase("end", "售后", PhaseKind.END, moment(now, 1), moment(now, 15)),
        ),
        link="https://shop.example/d11",
        how_to_buy="先加购物车，到点直接从购物车结算",
        if_page_fails="退出重进，或者从购物车直接结算",
        limit=Limit(2, "想多要的话，可以用家人的账号再拍哦"),
        coupons=(
            Coupon(Decimal(128), Decimal(10), link="https://shop.example/coupon"),
            Coupon(Decimal(238), Decimal(20)),
            Coupon(Decimal(388), Decimal(50)),
        ),
        gifts=(Gift(Decimal(168), "迷你收纳盒", "颜色随机"), Gift(Decimal(388), "帆布袋")),
        per_multiple=PerMultiple(Decimal(300), Decimal(50), name="跨店满减"),
        stacking=Stacking(is_highest_gift_only=True),
        shipping=Shipping(
            promise="付款后7天内发货",
            couriers=("汇通", "圆通", "邮政小包"),
            origin="上海",
            fees=(
                ExpressFee("顺丰", "江浙沪", Decimal(12)),
                ExpressFee("顺丰", "新疆", Decimal("28.5")),
                ExpressFee("顺丰", "其他地区", Decimal(18)),
            ),
            transits=(Transit("城市", 3, 5), Transit("县城", 4, 6), Transit("乡镇", 4, 6, "偏远地方会再久一点")),
            peak_note="高峰期会再晚3到5天",
        ),
        refund_rules="11月11日的订单从11月12日起可以申请退款，之前先备注“买家不要了”",
        also_running="会员日积分翻倍",
        facts=(Fact("d11.invoice", "能开发票吗", "亲，可以开电子发票的，确认收货后联系我们就好"),),
        position=1,
    )


def warm_up_sale(now: datetime = SALE_DAY) -> Activity:
    """One that is over since ten days."""
    return Activity(
        id="d10",
        name="开门红",
        phases=(Phase("sale10", "开售", PhaseKind.SALE, moment(now, -14), moment(now, -10)),),
        limit=Limit(5),
        coupons=(Coupon(Decimal(99), Decimal(30)),),
        position=2,
    )


def group_buy(now: datetime = SALE_DAY) -> Activity:
    """One that begins in three days."""
    return Activity(
        id="jhs",
        name="聚划算专场",
        kind=ActivityKind.GROUP_BUY,
        platform="聚划算",
        phases=(Phase("jhs.sale", "开团", PhaseKind.SALE, moment(now, 3, 10), moment(now, 5, 10)),),
        limit=Limit(1),
        position=3,
    )


def products() -> tuple[Product, ...]:
    """A cup that is out of stock, what to offer instead, and what goes with it."""
    cup = Product(
        id="cup",
        name="星空保温杯",
        codes=("bwb",),
        keywords=("水杯", "杯子"),
        link="https://shop.example/cup",
        selling_points=("12小时保温", "单手开盖"),
        size="高22厘米，直径6.5厘米",
        size_reference="和一瓶矿泉水差不多高",
        capacity="500毫升",
        material="304不锈钢内胆",
        colour_remark="实物比图片略深一点",
        page_stock=12,
        real_stock=0,
        price=Decimal(129),
        prices=(ActivityPrice("d11", Decimal(99)), ActivityPrice("d11", Decimal(89), "late")),
        substitutes=(Related("mug", "同样是304内胆，保温时间一样"),),
        complements=(Related("brush", "细口杯子用它洗更方便"),),
        picture=Image("cup.png"),
    )
    mug = Product(
        id="mug",
        name="云朵保温杯",
        size="高20厘米",
        capacity="480毫升",
        real_stock=40,
        price=Decimal(119),
        complements=(Related("brush", "杯底够得着"),),
        facts=(Fact("mug.dish", "能放洗碗机吗", "亲，建议手洗哦，洗碗机温度高，漆面容易掉"),),
        position=1,
    )
    brush = Product(id="brush", name="杯刷", size="长30厘米", page_stock=300, price=Decimal("9.9"), position=2)
    return cup, mug, brush


def facts() -> tuple[Fact, ...]:
    """What holds in the whole shop."""
    return (
        Fact("hours", "客服几点上班", "亲，我们每天9:00到24:00都在的", ("上班时间", "在线时间"), Stage.WELCOME),
        Fact("stamp", "能写贺卡吗", "亲，可以的，下单时把要写的话备注给我们就好", position=1),
    )
