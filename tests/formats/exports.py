"""Order exports as the platform and its users' spreadsheets write them."""

import csv
import io
import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.sheets import SHANGHAI

NOW = datetime(2026, 11, 11, 14, 20, tzinfo=SHANGHAI).astimezone(UTC)
HEADER = [
    "订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "总金额", "买家实际支付金额",
    "订单状态", "买家留言", "收货人姓名", "收货地址 ", "联系电话 ", "联系手机", "订单创建时间", "订单付款时间 ",
    "宝贝标题 ", "宝贝种类 ", "物流单号 ", "订单备注", "宝贝总数量", "订单关闭原因",
]  # fmt: skip
OPEN, PAID, CLOSED = "等待买家付款", "买家已付款，等待卖家发货", "交易关闭"
SECRETS = ("张三丰", "13800138000", "世纪大道")
"""A name, a phone and a piece of an address that must not come out anywhere."""


def number(count: int = 0) -> str:
    """An order number of the platform's length."""
    return str(2345678901234567891 + count * 1_000_003)


def row(count: int = 0, **cells: Any) -> dict[str, Any]:
    """One order, open unless told otherwise; cells by the names of the header."""
    usual = {
        "订单编号": f'="{number(count)}"',
        "买家会员名": f"小熊猫{count}",
        "买家支付宝账号": SECRETS[1],
        "买家应付货款": "128.00",
        "买家应付邮费": "0.00",
        "总金额": "128.00",
        "订单状态": OPEN,
        "收货人姓名": SECRETS[0],
        "收货地址 ": f"上海市 浦东新区 {SECRETS[2]} 100 号",
        "联系手机": f"'{SECRETS[1]}",
        "订单创建时间": "2026-11-11 14:05:33",
        "宝贝标题 ": "大号收纳箱",
        "宝贝总数量": "1",
    }
    return {**usual, **cells}


def grid(rows: Iterable[Mapping[str, Any]], header: Sequence[str] = HEADER) -> list[list[Any]]:
    """Header and rows as a spreadsheet holds them."""
    return [list(header), *([each.get(name, "") for name in header] for each in rows)]


def text(rows: Iterable[Mapping[str, Any]], header: Sequence[str] = HEADER) -> str:
    """A CSV as the platform writes it: all quoted, a TAB behind what a spreadsheet would round."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for cells in grid(rows, header):
        writer.writerow([f"{cell}\t" if str(cell).isdigit() else cell for cell in cells])
    return out.getvalue()


def many(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """A real-shaped export of some days."""
    chance = random.Random(seed)
    rows = []
    for each in range(count):
        placed = datetime(2026, 11, 1) + timedelta(seconds=chance.randrange(10 * 86_400))  # noqa: DTZ001
        state = chance.choice((OPEN, PAID, CLOSED, "卖家已发货，等待买家确认"))
        is_paid = state not in (OPEN, CLOSED)
        rows.append(
            row(
                each,
                **{
                    "订单创建时间": f"{placed}",
                    "订单付款时间 ": f"{placed + timedelta(minutes=chance.randrange(1, 29))}" if is_paid else "",
                    "订单状态": state,
                    "总金额": f"{chance.randrange(100, 200_000) / 100:,.2f}",
                    "宝贝标题 ": f"收纳箱 {each % 50}",
                    "订单关闭原因": "买家未及时付款" if state == CLOSED else "",
                },
            )
        )
    return rows
