"""The data folders that the pictures are taken of: a small shop in the middle of a sale, and one in each trouble.

The rule: everything goes through the program's own services, so that a picture never shows what could not be.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from app import VERSION
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.incoming.lines import read_line
from app.core.orders.kinds import GROUP_BUY
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase, Stage
from app.core.settings import Language, Theme
from app.formats.packs.packs import save_pack
from app.front import books
from app.front.desk import STARTER_PACKS, Desk, open_desk
from app.system.clock import SystemClock
from app.system.paths import paths

FOREIGN = """快捷短语编码,快捷短语,快捷短语分组
fh,亲，拍下后 48 小时内发出哦 /:^_^,物流
by,亲，满 99 元包邮,咨询
cf,亲，还没付款哦,付款
"""
WAITING = (
    ("小熊猫", "128", "聚", 5.85),
    ("糖果女孩2015", "1288.5", "聚", 3),
    ("tb38271_99", "59", "聚", 26.5),
    ("雨后彩虹", "388", "聚", 14.9),
    ("夏天的风", "99", "普通", 30),
    ("阿良", "240", "普通", 600),
    ("木木", "77", "聚", 12),
)
TEAM_ZH = (
    (
        ("ship", "什么时候发货", "亲，付款后 48 小时内发出哦"),
        ("invoice", "能开发票吗", "亲，可以的，收货后在订单页申请就好"),
        ("late", "催发货", "亲，大促订单多，仓库正在加急打包"),
    ),
    (
        ("ship", "什么时候发货", "亲，大促期间付款后 72 小时内发出哦，会尽量提前"),
        ("invoice", "能开发票吗", "亲，可以的，收货后在订单页申请就好"),
        ("gift", "赠品有吗", "亲，满 168 元送收纳盒一个，送完为止"),
    ),
)
TEAM_EN = (
    (
        ("ship", "When is it sent", "It is sent within 48 hours after you paid."),
        ("invoice", "Invoices", "Yes: apply for it in the order once you have received the goods."),
        ("late", "Still not sent", "We have many orders these days and are packing as fast as we can."),
    ),
    (
        ("ship", "When is it sent", "During the sale it is sent within 72 hours after you paid, sooner if we can."),
        ("invoice", "Invoices", "Yes: apply for it in the order once you have received the goods."),
        ("gift", "Gifts", "From 168 yuan a storage box comes with it, as long as there are any."),
    ),
)
"""What a team publishes first, and then: own id, title, text."""
TEAM = {"zh_CN": (TEAM_ZH, "大促客服话术", "小周"), "en": (TEAM_EN, "Words for the sale", "Zhou")}
NAMES = {"zh_CN": ("小亲", "好物铺"), "en": ("Qin", "Good Things")}
_REASONS = ("by_time", "by_time", "price", "slow_shipping", "", "by_time")
_HOURS_BACK = 40


def a_shop(data: Path, language: str, theme: str) -> None:
    """A shop with everything in it."""
    desk = _opened(data, language, theme)
    try:
        desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS[language])]))
        books.sample(desk).put_in()
        desk.countdowns.add("15m 回电" if language == "zh_CN" else "15m call back")
        desk.countdowns.add("1h 发货截止" if language == "zh_CN" else "1h shipping ends")
        _use(desk)
        _orders(desk, language)
        desk.stores.backups.make("hand")
        desk.library.delete([phrase.id for phrase in desk.library.phrases()][-3:])
    finally:
        desk.close()
    (data / "phrases.csv").write_text(FOREIGN, "gb18030")


def a_team_shop(data: Path, language: str, theme: str) -> None:
    """An agent who is the lead too: a pack is published, and the next one lies ready."""
    a_shop(data, language, theme)
    share = str(data / "share")
    Path(share).mkdir()
    _pack(data, "keygen", "--no-password")
    publish(data, language, 1)
    save_pack_of(data, language, 2)
    desk = open_desk(paths(data), SystemClock())
    choices = replace(desk.preferences.current.lead, file=str(data / "team.json"), folder=share)
    desk.preferences.change(lead=choices, stage=None)
    desk.close()


def publish(data: Path, language: str, number: int) -> None:
    """Publish the pack as it is for the so-many-th time, as from the command line."""
    save_pack_of(data, language, number)
    notes = ("双11第一版", "发货时间改了") if language == "zh_CN" else ("First", "Shipping times")
    must_read = ("--must-read", "team/ship") if number > 1 else ()
    _pack(data, "publish", str(data / "team.json"), str(data / "share"), "--note", notes[number - 1], *must_read)


def _pack(data: Path, *words: str) -> None:
    """A command of packs in a process of its own: several folders are made at once, and only the pictures tell it."""
    command = [sys.executable, "-m", "app.main", "--data", str(data), "pack", *words]
    subprocess.run(command, cwd=Path(__file__).parent.parent, check=True, capture_output=True)


def save_pack_of(data: Path, language: str, number: int) -> None:
    """What the lead has written for the so-many-th time."""
    rows, name, publisher = TEAM[language]
    phrases = tuple(
        Phrase(f"team/{own}", title, body, codes=(own,), source="team", stage=Stage.LOGISTICS)
        for own, title, body in rows[number - 1]
    )
    pack = Pack(PackHead("team", name, publisher=publisher), phrases)
    save_pack(str(data / "team.json"), pack, ZoneInfo("Asia/Shanghai"))


def a_newcomer(data: Path, language: str, theme: str) -> None:
    """Nothing but a language: the first start."""
    desk = _opened(data, language, theme, has_seen_welcome=False, seen_version="")
    desk.close()


def an_empty_shop(data: Path, language: str, theme: str) -> None:
    """Somebody who skipped the first start, and was updated since."""
    desk = _opened(data, language, theme, seen_version="")
    desk.close()


def a_damaged_shop(data: Path, language: str, theme: str) -> None:
    """A database that a bad disk has eaten a part of, with a backup beside it."""
    desk = _opened(data, language, theme)
    desk.stores.backups.make_daily()
    desk.close()
    file = paths(data).database
    content = bytearray(file.read_bytes())
    content[4096:12288] = bytes(8192)
    file.write_bytes(bytes(content))


def a_newer_shop(data: Path, language: str, theme: str) -> None:
    """A database of a later program."""
    desk = _opened(data, language, theme)
    desk.close()
    connection = sqlite3.connect(paths(data).database)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def _opened(
    data: Path, language: str, theme: str, *, has_seen_welcome: bool = True, seen_version: str = VERSION
) -> Desk:
    folder = paths(data)
    folder.make()
    desk = open_desk(folder, SystemClock())
    agent, shop = NAMES[language] if has_seen_welcome else ("", "")
    desk.preferences.change(
        language=Language(language),
        theme=Theme(theme),
        agent=agent,
        shop=shop,
        has_seen_welcome=has_seen_welcome,
        seen_version=seen_version,
    )
    return desk


def _use(desk: Desk) -> None:
    """Some phrases were used more than others."""
    coded = [phrase for phrase in desk.library.phrases() if phrase.codes]
    phrases = sorted(coded, key=lambda phrase: phrase.stage is not Stage.PAYMENT)
    now = desk.shop_time.now()
    used = [replace(each, use_count=max(0, 240 - 17 * at), last_used_at=now) for at, each in enumerate(phrases[:14])]
    desk.stores.phrases.put(used)
    desk.library.load()
    desk.library.pin([phrase.id for phrase in coded[:3]])


def _orders(desk: Desk, language: str) -> None:
    """Some that wait, some that were paid or lost today and yesterday, and a promise."""
    orders, now = desk.office.orders, desk.shop_time.now()
    local = desk.shop_time.local()
    kinds = Kinds(list(orders.kinds().values()))
    for buyer, amount, kind, minutes in WAITING:
        placed = local - timedelta(minutes=minutes)
        line = read_line(f"{buyer} {amount} {kind} {placed:%H:%M}", kinds, now, desk.shop_time.zone())
        orders.add(line.draft)
    orders.pay([order.id for order in list(orders.open()) if order.buyer == "木木"])
    promise = "回复改色" if language == "zh_CN" else "answer about the colour"
    orders.follow_ups.add("小熊猫", promise, now + timedelta(minutes=40))
    urges = [phrase.id for phrase in desk.library.phrases() if phrase.stage is Stage.PAYMENT][:4]
    steps = [step.id for step in orders.kinds()[GROUP_BUY].steps]
    ended = list(_ended(now, urges, steps))
    desk.stores.orders.put([order for order, _events in ended], [event for _order, events in ended for event in events])


def _ended(now: datetime, urges: list[str], steps: list[str]) -> Iterator[tuple[Order, list[Event]]]:
    """What became of the orders of the last two days."""
    for back in range(1, _HOURS_BACK):
        for number in range(1 + (back * 7) % 5):
            placed = now - timedelta(hours=back, minutes=number * 9)
            is_paid = (back + number) % 3 != 0
            ended = placed + timedelta(minutes=21 if is_paid else 30)
            order_id = f"e{back}-{number}"
            order = Order(
                order_id,
                f"tb{back:02}{number}_{back * 37 % 1000}",
                GROUP_BUY,
                placed,
                placed + timedelta(minutes=30),
                amount=Decimal(59 + back * 13 % 240),
                outcome=Outcome.PAID if is_paid else Outcome.CLOSED,
                outcome_at=ended,
                lost_reason="" if is_paid else _REASONS[(back + number) % len(_REASONS)],
                added_at=placed + timedelta(minutes=1),
            )
            urge = Event(
                f"u{back}-{number}",
                order_id,
                Deed.URGED,
                placed + timedelta(minutes=12),
                step_id=steps[number % len(steps)] if steps else "",
                phrase_id=urges[(back + number) % len(urges)] if urges else "",
            )
            yield order, [urge] if number % 4 != 3 else []
