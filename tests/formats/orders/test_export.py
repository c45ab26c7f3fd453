"""The platform's order export, as it comes and as users spoil it."""

import logging
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.imports.reading import Cancelled, Watch
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.reading import SENTENCES, OrderReading
from app.core.orders.kinds import BALANCE, DEFAULTS, GROUP_BUY, ORDINARY
from app.core.orders.order import Flag, Outcome
from app.core.orders.origins import NOWHERE, Origins
from app.core.sheet.activities import Activity, ActivityKind, Phase, PhaseKind
from app.core.sheet.products import ActivityPrice, Product
from app.core.sheet.sheet import Sheet
from app.formats.orders.export import read
from tests.formats.exports import CLOSED, HEADER, NOW, PAID, SECRETS, grid, many, number, row, text
from tests.formats.files import changed_part, put, xls, xlsx
from tests.sheets import SHANGHAI


def reading(folder: Path, content: bytes | str, name: str = "ExportOrderList.csv", **more: Any) -> OrderReading:
    content = content.encode("gb18030") if isinstance(content, str) else content
    return read(put(folder, name, content), DEFAULTS, NOW, **more)


def of_rows(folder: Path, *rows: dict[str, Any], header: list[str] = HEADER) -> OrderReading:
    return reading(folder, text(rows, header))


def drafts(found: OrderReading) -> list[OrderDraft]:
    return [order.draft for order in found.orders]


def told(found: OrderReading) -> list[tuple[int, str, str]]:
    return [(problem.spot.line, problem.spot.column, problem.rule) for problem in found.problems]


def at(hour: int, minute: int, second: int = 0, day: int = 11) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=SHANGHAI)


def test_an_export_of_the_platform_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    paid = row(1, **{"订单状态": PAID, "订单付款时间 ": "2026-11-11 14:10:00", "总金额": "1,128.50"})
    closed = row(2, 订单状态=CLOSED, 订单关闭原因="买家未及时付款")

    found = of_rows(tmp_path, row(), paid, closed)

    first, second, third = drafts(found)
    assert (first.number, first.buyer, first.amount, first.items) == (
        number(),
        "小熊猫0",
        Decimal("128.00"),
        ("大号收纳箱",),
    )
    assert (first.placed_at, first.closes_at) == (at(14, 5, 33), at(14, 5, 33, day=14))
    assert (first.kind_id, first.outcome) == (ORDINARY, None)
    assert (second.outcome, second.outcome_at, second.amount) == (Outcome.PAID, at(14, 10), Decimal("1128.50"))
    assert (third.outcome, third.outcome_at, third.lost_reason) == (Outcome.CLOSED, None, "by_time")
    assert (found.problems, found.is_export) == ((), True)
    assert [order.spot.line for order in found.orders] == [2, 3, 4]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_gives_the_same(tmp_path: Path, encoding: str) -> None:
    content = text([row(), row(1)])

    assert drafts(reading(tmp_path, content.encode(encoding))) == drafts(reading(tmp_path, content))


def test_xlsx_xls_and_html_give_the_same_as_csv(tmp_path: Path) -> None:
    rows = [row(each, 订单编号=number(each)) for each in range(3)]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in grid(rows))
    wanted = drafts(of_rows(tmp_path, *rows))

    assert drafts(reading(tmp_path, xlsx(grid(rows)), "a.xlsx")) == wanted
    assert drafts(reading(tmp_path, xls(grid(rows)), "a.xls")) == wanted
    assert drafts(reading(tmp_path, f"<html><table>{cells}</table></html>".encode(), "b.xls")) == wanted


def test_a_long_workbook_gives_the_same_though_only_the_columns_that_are_needed_are_read(tmp_path: Path) -> None:
    rows = [{**one, "订单编号": number(at)} for at, one in enumerate(many(80))]
    typed = [
        {
            **one,
            "总金额": float(one["总金额"].replace(",", "")),
            "订单创建时间": datetime.fromisoformat(one["订单创建时间"]),
        }
        for one in rows
    ]
    header, *cells = grid(typed)
    wide = [[*(f"别的{at}" for at in range(30)), *header], *([7.5] * 30 + row_of for row_of in cells)]
    wide.insert(60, ["合计", *[""] * 40])

    assert drafts(reading(tmp_path, xlsx(wide), "a.xlsx")) == drafts(of_rows(tmp_path, *rows))


@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_columns_may_stand_in_any_order_under_other_names_and_below_a_notice(tmp_path: Path, between: str) -> None:
    lines = (
        "本表仅供内部使用",
        between.join(("下单时间", "实付金额（元）", "订单号", "买家昵称")),
        between.join(("2026/11/11 14:05", "128元", number(), "小熊猫")),
    )

    (draft,) = drafts(reading(tmp_path, "\n".join(lines)))

    assert (draft.number, draft.buyer, draft.amount, draft.placed_at) == (
        number(),
        "小熊猫",
        Decimal(128),
        at(14, 5),
    )


@pytest.mark.parametrize("wrapped", ['="{}"', "'{}", "{}\t", "\t{}", " {} ", '"{}"', "‘{}", '=""{}""'])
def test_what_keeps_a_number_from_being_rounded_is_taken_off(tmp_path: Path, wrapped: str) -> None:
    (draft,) = drafts(of_rows(tmp_path, row(订单编号=wrapped.format(number()))))

    assert draft.number == number()


@pytest.mark.parametrize("rounded", ["2.34568E+18", "1.23E+18", "2.345678901234567E18"])
def test_a_rounded_number_is_refused_with_its_row(tmp_path: Path, rounded: str) -> None:
    found = of_rows(tmp_path, row(), row(1, 订单编号=rounded), row(2))

    assert len(found.orders) == 2
    assert told(found) == [(3, "订单编号", "digits_lost")]
    assert rounded in found.problems[0].sentence


def test_a_number_that_is_a_number_in_a_workbook_is_refused_if_it_was_rounded(tmp_path: Path) -> None:
    rows = grid([row(订单编号=int(number())), row(1, 订单编号=number(1))])
    rounded = xlsx(rows)  # the library that writes it rounds it, as Excel does
    exact = changed_part(
        rounded, "xl/worksheets/sheet1.xml", b"<v>2.345678901234568e+18</v>", f"<v>{number()}</v>".encode()
    )

    assert [draft.number for draft in drafts(reading(tmp_path, exact, "a.xlsx"))] == [number(), number(1)]
    assert told(reading(tmp_path, rounded, "b.xlsx")) == [(2, "订单编号", "digits_lost")]
    assert told(reading(tmp_path, xls(rows), "c.xls")) == [(2, "订单编号", "digits_lost")]


def test_numbers_that_all_end_in_zeros_were_rounded_and_one_alone_may_be_real(tmp_path: Path) -> None:
    zeros = [row(each, 订单编号=f"23456789012345{each}0000") for each in range(3)]

    found, among, alone = (
        of_rows(tmp_path, *zeros),
        of_rows(tmp_path, zeros[0], row(7), row(8)),
        of_rows(tmp_path, zeros[0]),
    )

    assert (len(found.orders), told(found)) == (0, [(line, "订单编号", "digits_lost") for line in (2, 3, 4)])
    assert (len(among.orders), told(among)) == (3, [])
    assert (len(alone.orders), told(alone)) == (1, [(2, "订单编号", "digits_maybe_lost")])
    assert not alone.has_failed


def test_missing_columns_are_named_and_nothing_is_taken(tmp_path: Path) -> None:
    header = [name for name in HEADER if name not in ("买家会员名", "订单创建时间", "总金额", "买家应付货款")]

    found = of_rows(tmp_path, row(), header=header)

    assert found.orders == ()
    assert told(found) == [(1, "", "column_missing")]
    assert found.problems[0].names == ("买家会员名", "订单创建时间")


def test_an_export_without_its_order_numbers_is_told_by_that_column(tmp_path: Path) -> None:
    found = of_rows(tmp_path, row(), header=[name for name in HEADER if name != "订单编号"])

    assert (found.orders, told(found)) == ((), [(1, "", "column_missing")])
    assert found.problems[0].names == ("订单编号",)


def test_where_no_column_says_who_has_paid_that_is_told_above_all_else(tmp_path: Path) -> None:
    without_state = [name for name in HEADER if name != "订单状态"]
    without_both = [name for name in without_state if name.strip() != "订单付款时间"]
    paid = row(1, **{"订单状态": PAID, "订单付款时间 ": "2026-11-11 14:10:00"})

    by_time = of_rows(tmp_path, row(), paid, header=without_state)
    unknown = of_rows(tmp_path, row(), header=without_both)

    assert [draft.outcome for draft in drafts(by_time)] == [None, Outcome.PAID]
    assert told(by_time) == []
    assert [draft.outcome for draft in drafts(unknown)] == [None]
    assert told(unknown) == [(1, "", "states_missing")]


def test_without_a_column_of_amounts_the_orders_are_taken_and_that_is_told(tmp_path: Path) -> None:
    header = [name for name in HEADER if name not in ("总金额", "买家应付货款")]

    found = of_rows(tmp_path, row(), header=header)

    assert [draft.amount for draft in drafts(found)] == [None]
    assert told(found) == [(1, "", "amounts_missing")]
    assert not found.has_failed


def test_the_whole_is_what_is_paid_and_without_it_goods_and_postage(tmp_path: Path) -> None:
    header = [name for name in HEADER if name != "总金额"]
    cells = {"买家应付货款": "1,120.00", "买家应付邮费": "8.00"}

    assert drafts(of_rows(tmp_path, row(**cells)))[0].amount == Decimal("128.00")
    assert drafts(of_rows(tmp_path, row(**cells), header=header))[0].amount == Decimal("1128.00")


def test_a_bad_amount_is_told_and_costs_no_order(tmp_path: Path) -> None:
    found = of_rows(tmp_path, row(总金额="免费"), row(1, 总金额="-5"))

    assert [draft.amount for draft in drafts(found)] == [None, None]
    assert told(found) == [(2, "总金额", "bad_amount"), (3, "总金额", "negative")]


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"订单创建时间": "2026-11-12 10:00:00"}, "future"),
        ({"订单创建时间": "2026-02-30 10:00:00"}, "bad_moment"),
        ({"订单创建时间": "昨天"}, "bad_moment"),
        ({"订单创建时间": ""}, "no_placed_at"),
        ({"买家会员名": " "}, "no_buyer"),
        ({"订单编号": ""}, "no_number"),
        ({"订单编号": "无"}, "bad_number"),
        ({"订单状态": "外星状态"}, "unknown_state"),
        ({"订单状态": PAID, "订单付款时间 ": "2026-12-01 10:00:00"}, "future"),
        ({"订单状态": "定金已付，尾款未付"}, "no_closing"),
    ],
)
def test_one_bad_row_is_told_with_its_column_and_never_loses_the_rest(
    tmp_path: Path, cells: dict[str, str], rule: str
) -> None:
    found = of_rows(tmp_path, row(1), row(2, **cells), row(3))

    assert [draft.number for draft in drafts(found)] == [number(1), number(3)]
    assert [(line, said) for line, _, said in told(found)] == [(3, rule)]
    assert found.has_failed


def test_a_moment_a_little_ahead_of_the_clock_is_no_future(tmp_path: Path) -> None:
    assert len(of_rows(tmp_path, row(订单创建时间="2026-11-11 14:23:00")).orders) == 1


def test_of_an_order_that_stands_twice_the_last_row_holds(tmp_path: Path) -> None:
    found = of_rows(tmp_path, row(), row(1), row(**{"订单状态": PAID, "订单付款时间 ": "2026-11-11 14:10:00"}))

    assert {draft.number: draft.outcome for draft in drafts(found)} == {number(1): None, number(): Outcome.PAID}
    assert told(found) == [(4, "订单编号", "duplicate")]
    assert found.problems[0].names == ("2",)


def test_the_same_row_twice_is_told_and_taken_once(tmp_path: Path) -> None:
    found = of_rows(tmp_path, row(), row())

    assert len(found.orders) == 1
    assert told(found) == [(3, "", "row_twice")]


def test_rows_of_several_items_are_one_order(tmp_path: Path) -> None:
    parts = [
        row(**{"宝贝标题 ": "大号收纳箱", "总金额": "100.00"}),
        row(**{"宝贝标题 ": "小号收纳箱", "总金额": "28.00"}),
        {"宝贝标题 ": "箱盖"},
    ]
    whole = [row(1, **{"宝贝标题 ": "甲"}), row(1, **{"宝贝标题 ": "乙"})]

    first, second = drafts(of_rows(tmp_path, *parts, *whole))

    assert (first.items, first.amount) == (("大号收纳箱", "小号收纳箱", "箱盖"), Decimal("128.00"))
    assert (second.items, second.amount) == (("甲", "乙"), Decimal("128.00"))


def test_where_one_item_was_closed_the_other_counts(tmp_path: Path) -> None:
    (draft,) = drafts(
        of_rows(
            tmp_path,
            row(**{"订单状态": PAID, "订单付款时间 ": "2026-11-11 14:10:00", "宝贝标题 ": "甲"}),
            row(**{"订单状态": CLOSED, "宝贝标题 ": "乙"}),
        )
    )

    assert (draft.outcome, draft.items) == (Outcome.PAID, ("甲", "乙"))


def test_a_line_of_totals_is_no_order(tmp_path: Path) -> None:
    found = of_rows(tmp_path, row(), {"订单编号": "合计", "总金额": "128.00"})

    assert (len(found.orders), found.problems) == (1, ())


def test_rows_in_another_encoding_are_read_and_told(tmp_path: Path) -> None:
    head, first, second, third = text([row(), row(1), row(2)]).splitlines()
    mixed = b"\r\n".join([line.encode("gb18030") for line in (head, first)] + [second.encode()])

    found = reading(tmp_path, mixed + b"\r\n" + third.encode("gb18030"))

    assert [draft.buyer for draft in drafts(found)] == ["小熊猫0", "小熊猫1", "小熊猫2"]
    assert told(found) == [(3, "", "mixed_encoding")]
    assert not found.has_failed


def test_a_row_with_broken_letters_is_refused_alone(tmp_path: Path) -> None:
    content = text([row(), row(1), row(2)])
    for encoding in ("utf-8", "gb18030"):
        broken = content.encode(encoding).replace("小熊猫1".encode(encoding), b"\xe5\xb0\xff1")

        found = reading(tmp_path, broken)

        assert [draft.number for draft in drafts(found)] == [number(), number(2)], encoding
        assert told(found) == [(3, "买家会员名", "bad_encoding")]


def test_broken_letters_in_a_column_that_is_not_read_cost_nothing(tmp_path: Path) -> None:
    content = text([row(), row(1)]).encode().replace(SECRETS[0].encode(), b"\xe5\xbc\xff\xe4", 1)

    assert len(reading(tmp_path, content).orders) == 2


def test_a_file_that_is_open_elsewhere_and_its_lock_are_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, "a.csv", text([row()]))
    lock = put(tmp_path, "~$a.xlsx", b"x")
    monkeypatch.setattr(Path, "open", refuse)

    assert told(read(path, DEFAULTS, NOW)) == [(0, "", "is_open")]
    assert told(read(lock, DEFAULTS, NOW)) == [(0, "", "lock_file")]


def test_other_files_say_that_they_are_no_export(tmp_path: Path) -> None:
    assert told(reading(tmp_path, "快捷编码,快捷短语\na,亲\n")) == [(0, "", "no_header")]
    assert told(reading(tmp_path, b"")) == [(0, "", "empty")]
    assert told(reading(tmp_path, b"PK\x03\x04 cut", "a.xlsx")) == [(0, "", "broken")]
    assert told(read(str(tmp_path / "none.csv"), DEFAULTS, NOW)) == [(0, "", "not_found")]
    assert not reading(tmp_path, "快捷编码,快捷短语\na,亲\n").is_export
    assert told(reading(tmp_path, text([]))) == [(1, "", "no_rows")]


def test_the_kind_is_told_by_a_column_a_tag_or_a_state(tmp_path: Path) -> None:
    header = [*HEADER, "订单类型", "尾款截止时间"]
    rows = [
        row(0, 订单类型="聚划算"),
        row(1, **{"宝贝标题 ": "【聚划算】大号收纳箱"}),
        row(2, 订单状态="定金已付，尾款未付", 尾款截止时间="2026-11-13 23:59:59"),
        row(3, 订单类型="普通"),
    ]

    found = reading(tmp_path, text(rows, header), origin=lambda _items, _at: NOWHERE)

    assert [draft.kind_id for draft in drafts(found)] == [GROUP_BUY, GROUP_BUY, BALANCE, ORDINARY]
    assert drafts(found)[2].closes_at == at(23, 59, 59, day=13)
    assert [order.is_kind_told for order in found.orders] == [True] * 4


def test_an_order_placed_in_a_running_group_buy_for_its_product_is_one(tmp_path: Path) -> None:
    phases = (Phase("p", "开团", PhaseKind.SALE, at(14, 0), at(14, 10)),)
    sheet = Sheet.of(
        [
            Activity("jhs", "聚划算", ActivityKind.GROUP_BUY, phases=phases),
            Product("box", "大号收纳箱", prices=(ActivityPrice("jhs", Decimal(99)),)),
            Product("lid", "箱盖"),
        ]
    )
    rows = [
        row(0, **{"宝贝标题 ": "包邮 大号收纳箱（有盖）"}),
        row(1, **{"宝贝标题 ": "箱盖"}),
        row(2, 订单创建时间="2026-11-11 14:15:00"),
    ]

    found = drafts(reading(tmp_path, text(rows), origin=Origins(sheet)))

    assert [(draft.kind_id, draft.activity_id) for draft in found] == [
        (GROUP_BUY, "jhs"),
        (ORDINARY, ""),
        (ORDINARY, ""),
    ]
    assert found[0].closes_at - found[0].placed_at == timedelta(minutes=30)
    assert [order.is_kind_told for order in reading(tmp_path, text(rows), origin=Origins(sheet)).orders] == [False] * 3


def test_notes_flags_and_agents_come_along(tmp_path: Path) -> None:
    header = [*HEADER, "备注标签", "客服"]
    rows = [row(0, 订单备注="晚上付", 备注标签="红色", 客服="小美"), row(1, 备注标签="2"), row(2)]

    found = drafts(reading(tmp_path, text(rows, header)))

    assert [(draft.note, draft.flag, draft.agent) for draft in found] == [
        ("晚上付", Flag.RED, "小美"),
        ("", Flag.YELLOW, ""),
        ("", None, ""),
    ]


def test_without_a_state_the_times_tell_what_became_of_it(tmp_path: Path) -> None:
    header = [name for name in HEADER if name != "订单状态"]

    found = drafts(of_rows(tmp_path, row(), row(1, **{"订单付款时间 ": "2026-11-11 14:10:00"}), header=header))

    assert [draft.outcome for draft in found] == [None, Outcome.PAID]


def test_twenty_thousand_orders_tell_their_progress_and_twice_the_same(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", text(many(20_000)), "gb18030")
    steps: list[tuple[int, int]] = []

    first = read(path, DEFAULTS, NOW, Watch(lambda done, total: steps.append((done, total))))
    second = read(path, DEFAULTS, NOW)

    assert first == second
    assert (len(first.orders), first.problems) == (20_000, ())
    assert len(steps) > 50
    assert steps[-1][0] > 19_000


def test_a_reading_can_be_stopped(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", text(many(1_000)), "gb18030")
    asked = iter([False, False, True])

    with pytest.raises(Cancelled):
        read(path, DEFAULTS, NOW, Watch(is_cancelled=lambda: next(asked)))


def test_nothing_of_a_buyer_gets_into_problems_or_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    rows = [row(1, 订单状态="怪"), row(2, 订单创建时间="x"), row(3, 总金额="x"), row(4), row(4)]

    found = of_rows(tmp_path, *rows)

    said = repr([problem.to_plain() for problem in found.problems]) + caplog.text + repr(found.orders)
    assert len(found.problems) == 4
    assert not any(secret in said for secret in SECRETS)
    assert "小熊猫" not in repr([problem.to_plain() for problem in found.problems]) + caplog.text


def test_every_rule_has_a_sentence() -> None:
    for rule, sentence in SENTENCES.items():
        assert sentence.endswith("."), rule


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=600), st.sampled_from(["a.csv", "a.xls", "a.xlsx"]))
def test_no_bytes_bring_anything_but_a_reading(tmp_path: Path, content: bytes, name: str) -> None:
    assert isinstance(reading(tmp_path, content, name), OrderReading)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8))
def test_no_cells_below_a_header_do_either(tmp_path: Path, rows: list[list[str]]) -> None:
    lines = ["订单编号,买家会员名,订单创建时间,总金额,订单状态,宝贝标题", *(",".join(cells) for cells in rows)]

    found = reading(tmp_path, "\n".join(lines).encode("utf-8", "surrogatepass"))

    for draft in drafts(found):
        assert draft.number
        assert draft.buyer


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (text([row(each) for each in range(5)]).encode("gb18030"), "a.csv"),
        (text([row(each) for each in range(5)]).encode(), "a.csv"),
        (xlsx(grid([row(each) for each in range(5)])), "a.xlsx"),
        (xls(grid([row(each) for each in range(5)])), "a.xls"),
    ],
    ids=["gbk", "utf-8", "xlsx", "xls"],
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_good_file_with_a_few_bytes_changed_does_not_either(tmp_path: Path, content: bytes, name: str, data) -> None:
    broken = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(broken) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=4))
        broken[place : place + len(piece)] = piece

    assert isinstance(reading(tmp_path, bytes(broken), name), OrderReading)
