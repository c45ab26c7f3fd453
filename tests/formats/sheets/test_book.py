from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from app.core.imports.reading import Cancelled, Watch
from app.core.phrases.phrase import Stage
from app.core.sheet.activities import Activity, ActivityKind, Limit, Phase, PhaseKind
from app.core.sheet.book import SheetReading
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product, Related
from app.core.sheet.sheet import EMPTY, Sheet
from app.formats.sheets.book import read
from tests.formats.books import ACTIVITIES, NOW, PHASE_HEAD, book, new_ids, phases, read_sheets, reading, told, wall
from tests.sheets import SHANGHAI, double_eleven, moment


def only_activity(found: SheetReading) -> Activity:
    [entry] = found.entries
    assert isinstance(entry, Activity)
    return entry


def test_an_activity_is_read_with_its_rows_on_other_sheets(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        活动=[
            ["名称", "类型", "限购（件）", "超出限购怎么答", "默认快递"],
            ["双11", "平台大促", 2, "用家人账号", "圆通、中通"],
        ],
        阶段=[PHASE_HEAD, ["双11", "开售", "开售", wall(2026, 11, 11), "2026-11-11 24:00"]],
        优惠券=[["活动", "满（元）", "减（元）"], ["双11", 128, 10], ["双11", "238元", "￥20"]],
    )

    activity = only_activity(found)
    assert found.problems == ()
    assert activity.kind is ActivityKind.PLATFORM_SALE
    assert activity.limit == Limit(2, "用家人账号")
    assert activity.shipping.couriers == ("圆通", "中通")
    assert [(coupon.threshold, coupon.off) for coupon in activity.coupons] == [(128, 10), (238, 20)]
    assert activity.phases[0].starts_at == datetime(2026, 11, 10, 16, tzinfo=UTC)
    assert activity.phases[0].ends_at == datetime(2026, 11, 11, 16, tzinfo=UTC)


def test_columns_are_known_by_name_in_any_order_and_in_english_too(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        Activities=[["Kind", "Link", "NAME"], ["group-buy", "https://a.example", "JHS"]],
        Phases=[
            ["Ends at", "Starts at", "Phase", "Activity", "kind"],
            ["2026-11-12 10:00", "2026-11-11 10:00", "Sale", "jhs", "Sale"],
        ],
    )

    activity = only_activity(found)
    assert (activity.name, activity.kind, activity.link) == ("JHS", ActivityKind.GROUP_BUY, "https://a.example")
    assert activity.phases[0].kind is PhaseKind.SALE


def test_an_unknown_column_and_an_unknown_sheet_are_told_and_cost_nothing(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 活动=[["名称", "负责人"], ["双11", "小李"]], 排班=[["早班"], ["小王"]])

    assert only_activity(found).name == "双11"
    assert list(told(found.problems)) == [
        ("活动", 1, "B", "column_unknown"),
        ("排班", 0, "", "sheet_unknown"),
    ]
    assert not found.has_failed


@pytest.mark.parametrize(
    "cell",
    [
        wall(2026, 11, 11, 20),
        46337.833333333336,
        "2026-11-11 20:00",
        "2026/11/11 20:00:00",
        "11月11日 20:00",
        "2026年11月11日晚上8点",
    ],
)
def test_a_moment_is_read_however_it_was_typed(tmp_path: Path, cell: object) -> None:
    found = read_sheets(tmp_path, **phases(["晚场", "开售", cell, "2026-11-12"]))

    assert only_activity(found).phases[0].starts_at == datetime(2026, 11, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("cell", ["2026-11-11 24:00", "11月11日24点", wall(2026, 11, 12), 46338])
def test_the_end_of_a_day_is_the_next_ones_beginning(tmp_path: Path, cell: object) -> None:
    found = read_sheets(tmp_path, **phases(["开售", "开售", "2026-11-11", cell]))

    assert only_activity(found).phases[0].ends_at == datetime(2026, 11, 11, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("2026-02-30 20:00", "no_such_day"),
        ("2026-11-11 25:00", "no_such_time"),
        ("20:00", "no_day"),
        (time(20, 0), "no_day"),
        ("明天 20:00", "no_day"),
        ("开抢前", "not_understood"),
        (12, "not_understood"),
        ("", "needed"),
    ],
)
def test_a_moment_that_does_not_exist_is_told_with_its_sheet_row_and_column(
    tmp_path: Path, cell: object, rule: str
) -> None:
    found = read_sheets(
        tmp_path, **phases(["预热", "预热", "2026-11-01", "2026-11-11"], ["开售", "开售", cell, "2027-11-12"])
    )

    assert found.entries == ()
    assert list(told(found.problems)) == [("阶段", 3, "开始时间", rule)]


def test_a_wall_time_that_the_clocks_skip_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(**phases(["开售", "开售", wall(2026, 3, 29, 2, 30), "2026-03-30"])))

    found = read(str(path), EMPTY, NOW, ZoneInfo("Europe/Berlin"), new_ids())

    assert list(told(found.problems)) == [("阶段", 2, "开始时间", "skipped_time")]


def test_a_rule_of_the_entry_is_told_at_its_cell(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        活动=ACTIVITIES,
        阶段=[PHASE_HEAD, ["双11", "开售", "开售", "2026-11-11 20:00", "2026-11-11 10:00"]],
        优惠券=[["活动", "减（元）", "满（元）"], ["双11", 10, 128], ["双11", 60, 50], ["双11", -5, 30]],
        时效=[["活动", "地区", "最少（天）", "最多（天）"], ["双11", "县城", 6, 4]],
    )

    assert found.entries == ()
    assert list(told(found.problems)) == [
        ("阶段", 2, "结束时间", "ends_before_start"),
        ("优惠券", 3, "减（元）", "threshold_below_discount"),
        ("优惠券", 4, "减（元）", "negative"),
        ("时效", 2, "最多（天）", "to_below_from"),
    ]


def test_every_bad_cell_of_an_entry_is_told_not_only_the_first(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        活动=[["名称", "类型", "可指定快递"], ["双11", "大甩卖", "随便"]],
        优惠券=[["活动", "满（元）", "减（元）"], ["双11", "一百", 10], ["双11", 50, -1]],
    )

    assert list(told(found.problems)) == [
        ("活动", 2, "类型", "not_a_choice"),
        ("活动", 2, "可指定快递", "not_yes_no"),
        ("优惠券", 2, "满（元）", "not_a_number"),
        ("优惠券", 3, "减（元）", "negative"),
    ]


def test_good_entries_are_kept_beside_bad_ones(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 商品=[["名称", "日常价（元）"], ["收纳盒", 89], ["雨伞", -1], ["水杯", "59.90"]])

    assert [entry.name for entry in found.entries if isinstance(entry, Product)] == ["收纳盒", "水杯"]
    assert list(told(found.problems)) == [("商品", 3, "日常价（元）", "negative")]


def test_a_name_that_stands_twice_is_told_with_its_first_row(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 商品=[["名称"], ["雨伞"], ["水杯"], [" 雨伞 "]])

    [problem] = found.problems
    assert (problem.rule, problem.names, problem.spot.line) == ("duplicate_name", ("雨伞", "2"), 4)
    assert len(found.entries) == 2


def test_products_refer_to_each_other_by_name_or_code(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        商品=[["名称", "编码"], ["大号", "A-1"], ["中号", "0012"]],
        关联商品=[
            ["商品", "关系", "关联的商品", "理由"],
            ["A-1", "替代", "0012", "小一圈"],
            ["大号", "Together", "中号", ""],
        ],
    )

    large, middle = found.entries
    assert isinstance(large, Product)
    assert large.substitutes == (Related(middle.id, "小一圈"),)
    assert large.complements == (Related(middle.id),)


def test_a_circle_of_substitutes_is_told_at_a_row(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        商品=[["名称"], ["甲"], ["乙"]],
        关联商品=[["商品", "关系", "关联的商品"], ["甲", "替代", "乙"], ["乙", "替代", "甲"]],
    )

    assert found.entries == ()
    assert list(told(found.problems)) == [
        ("关联商品", 2, "关联的商品", "circular"),
        ("关联商品", 3, "关联的商品", "circular"),
    ]


def test_names_that_nothing_has_are_told(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        商品=[["名称"], ["甲"]],
        优惠券=[["活动", "满（元）", "减（元）"], ["双12", 100, 10]],
        活动价=[["商品", "活动", "价格（元）"], ["甲", "双12", 50]],
        关联商品=[["商品", "关系", "关联的商品"], ["丁", "替代", "甲"]],
    )

    assert found.entries == ()
    assert list(told(found.problems)) == [
        ("优惠券", 2, "活动", "unknown_activity"),
        ("活动价", 2, "活动", "unknown_activity"),
        ("关联商品", 2, "商品", "unknown_product"),
    ]


def test_an_entry_that_names_a_refused_one_is_refused_with_that_reason(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        **phases(["开售", "开售", "2026-11-11", "2026-11-10"]),
        商品=[["名称"], ["甲"], ["乙"]],
        活动价=[["商品", "活动", "阶段", "价格（元）"], ["甲", "双11", "开售", 50]],
    )

    assert [entry.name for entry in found.entries if isinstance(entry, Product)] == ["乙"]
    assert list(told(found.problems))[1] == ("活动价", 2, "活动", "refused_activity")


def test_an_unknown_fact_in_an_answer_is_told(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 问答=[["问题", "答案"], ["几点结束", "{{activity.finish}}"], ["在吗", "在的"]])

    assert [entry.question for entry in found.entries if isinstance(entry, Fact)] == ["在吗"]
    assert list(told(found.problems)) == [("问答", 2, "答案", "unknown_fact")]


def test_questions_belong_to_an_activity_a_product_or_the_shop(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        **phases(["开售", "开售", "2026-11-11", "2026-11-12"]),
        商品=[["名称"], ["甲"]],
        问答=[
            ["所属活动", "所属商品", "问题", "答案", "仅在阶段期间", "失效时间", "环节"],
            ["双11", "", "几点结束", "今晚", "开售", "", "咨询"],
            ["", "甲", "能装多少", "很多", "", "", ""],
            ["", "", "有发票吗", "有", "", "2026-12-31 24:00", "售后"],
            ["双11", "甲", "两边", "不行", "", "", ""],
        ],
    )

    activity, product, of_shop = found.entries
    assert isinstance(activity, Activity)
    assert isinstance(product, Product)
    assert isinstance(of_shop, Fact)
    assert activity.facts[0].lifetime == Lifetime(activity_id=activity.id, phase_id=activity.phases[0].id)
    assert (product.facts[0].question, product.facts[0].stage) == ("能装多少", None)
    assert of_shop.lifetime == Lifetime(until_at=datetime(2026, 12, 31, 16, tzinfo=UTC))
    assert of_shop.stage is Stage.AFTER_SALES
    assert list(told(found.problems)) == [("问答", 5, "所属商品", "two_owners")]


def test_what_the_workbook_does_not_speak_of_stays_as_it_was(tmp_path: Path) -> None:
    before = double_eleven()

    found = read_sheets(tmp_path, before, 优惠券=[["活动", "满（元）", "减（元）"], ["双11大促", 99, 9]])

    activity = only_activity(found)
    was = before.activities["d11"]
    assert [coupon.threshold for coupon in activity.coupons] == [99]
    assert replace(activity, coupons=was.coupons) == replace(was, phases=activity.phases)


def test_a_row_that_was_taken_out_is_gone_and_a_blank_cell_is_empty(tmp_path: Path) -> None:
    before = double_eleven()

    found = read_sheets(
        tmp_path,
        before,
        活动=[["名称", "退款规则"], ["双11大促", ""]],
        赠品=[["活动", "满（元）", "赠品名称"], ["双11大促", 168, "迷你收纳盒"]],
    )

    activity = only_activity(found)
    assert [gift.name for gift in activity.gifts] == ["迷你收纳盒"]
    assert len(before.activities["d11"].gifts) == 2
    assert activity.refund_rules == ""
    assert activity.coupons == before.activities["d11"].coupons


def test_a_sheet_without_a_row_of_an_entry_leaves_that_entry_alone(tmp_path: Path) -> None:
    before = double_eleven()

    found = read_sheets(
        tmp_path,
        before,
        活动=[["名称", "备注"], ["双11大促", "看过了"]],
        阶段=[PHASE_HEAD],
        优惠券=[["活动", "满（元）", "减（元）"]],
        平台满减=[["活动", "每满（元）", "减（元）"]],
        问答=[["所属活动", "问题", "答案"]],
    )

    assert only_activity(found) == replace(before.activities["d11"], note="看过了", phases=only_activity(found).phases)
    assert len(only_activity(found).phases) == len(before.activities["d11"].phases)


def test_entries_in_the_bin_are_not_meant(tmp_path: Path) -> None:
    gone = Sheet.of([Product("old", "雨伞", deleted_at=NOW)])

    found = read_sheets(tmp_path, gone, 商品=[["名称"], ["雨伞"]])

    assert [entry.id for entry in found.entries] == ["n1"]


def test_examples_are_skipped_and_counted(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path, 活动=[["名称"], ["（示例）双11"], ["(Example) sale"], ["双12"]], 商品=[["名称"], ["'（示例）盒"]]
    )

    assert [entry.name for entry in found.entries if not isinstance(entry, Fact)] == ["双12", "（示例）盒"]
    assert found.example_count == 2


def test_merged_cells_mean_each_of_their_rows(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "活动"
    for row in ACTIVITIES:
        made.active.append(row)
    page = made.create_sheet("赠品")
    for row in (["活动", "满（元）", "赠品名称"], ["双11", 100, "袋"], [None, 200, "盒"]):
        page.append(row)
    page.merge_cells("A2:A3")
    made.save(tmp_path / "a.xlsx")

    found = read(str(tmp_path / "a.xlsx"), EMPTY, NOW, SHANGHAI, new_ids())

    assert [gift.name for gift in only_activity(found).gifts] == ["袋", "盒"]


def test_headings_are_found_below_a_title(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 商品=[["双11商品清单"], [], ["名称", "尺寸"], ["雨伞", "1 米"]])

    assert [entry.size for entry in found.entries if isinstance(entry, Product)] == ["1 米"]


def test_a_missing_column_costs_its_sheet_only(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 商品=[["尺寸"], ["1 米"]], 活动=ACTIVITIES)

    assert only_activity(found).name == "双11"
    [problem] = found.problems
    assert (problem.spot.sheet, problem.rule, problem.names) == ("商品", "column_missing", ("名称 / Name",))


def test_one_row_an_activity_on_the_platform_sheet(tmp_path: Path) -> None:
    head = ["活动", "每满（元）", "减（元）", "可与店铺券同用", "满减门槛按"]

    found = read_sheets(
        tmp_path, 活动=ACTIVITIES, 平台满减=[head, ["双11", 300, 50, "否", "用券后金额"], ["双11", 200, 30]]
    )

    assert found.entries == ()
    assert list(told(found.problems)) == [("平台满减", 3, "活动", "row_twice")]


def test_half_a_platform_offer_is_told(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 活动=ACTIVITIES, 平台满减=[["活动", "每满（元）", "减（元）"], ["双11", 300, None]])

    assert list(told(found.problems)) == [("平台满减", 2, "减（元）", "needed")]


@pytest.mark.parametrize(
    ("cell", "share"),
    [(0.5, "0.5"), ("50%", "0.5"), ("5折", "0.5"), ("75折", "0.75"), ("半价", "0.5"), ("8.5 折", "0.85")],
)
def test_a_share_of_the_price_is_read_as_shops_write_it(tmp_path: Path, cell: object, share: str) -> None:
    found = read_sheets(
        tmp_path,
        活动=ACTIVITIES,
        阶段=[[*PHASE_HEAD, "实付比例"], ["双11", "开售", "开售", "2026-11-11", "2026-11-12", cell]],
    )

    assert only_activity(found).phases[0].rate == Decimal(share)


def test_a_bare_number_above_one_is_no_share(tmp_path: Path) -> None:
    found = read_sheets(
        tmp_path,
        活动=ACTIVITIES,
        阶段=[[*PHASE_HEAD, "实付比例"], ["双11", "开售", "开售", "2026-11-11", "2026-11-12", 5]],
    )

    assert list(told(found.problems)) == [("阶段", 2, "实付比例", "not_a_rate")]


def test_the_mark_of_an_open_workbook_is_told_in_its_own_words(tmp_path: Path) -> None:
    found = reading(tmp_path, b"\x05user", name="~$活动.xlsx")

    assert [problem.rule for problem in found.problems] == ["lock_file"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [(b"", "empty"), (b"hello there", "not_a_workbook"), (b"PK\x03\x04" + b"x" * 50, "broken")],
)
def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, content: bytes, rule: str) -> None:
    found = reading(tmp_path, content)

    assert ([problem.rule for problem in found.problems], found.entries) == ([rule], ())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = read(str(tmp_path / "none.xlsx"), EMPTY, NOW, SHANGHAI, new_ids())

    assert [problem.rule for problem in found.problems] == ["not_found"]


def test_a_workbook_of_something_else_is_told(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, Sheet1=[["问题", "答案"]])

    assert [problem.rule for problem in found.problems] == ["no_known_sheets", "sheet_unknown"]


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(活动=ACTIVITIES))

    with pytest.raises(Cancelled):
        read(str(path), EMPTY, NOW, SHANGHAI, new_ids(), Watch(is_cancelled=lambda: True))


def test_a_formula_gives_the_value_that_was_saved_and_is_never_worked_out(tmp_path: Path) -> None:
    found = read_sheets(tmp_path, 商品=[["名称", "日常价（元）"], ["雨伞", "=1+1"]])

    assert [entry.price for entry in found.entries if isinstance(entry, Product)] == [None]


def test_phases_keep_their_ids_by_name_when_they_move(tmp_path: Path) -> None:
    before = Sheet.of(
        [
            Activity(
                "d11",
                "双11",
                phases=(
                    Phase("p1", "加场", PhaseKind.SALE, moment(NOW), moment(NOW, 1)),
                    Phase("p2", "加场", PhaseKind.SALE, moment(NOW, 2), moment(NOW, 3)),
                ),
            )
        ]
    )

    found = read_sheets(
        tmp_path,
        before,
        阶段=[
            PHASE_HEAD,
            ["双11", "加场", "开售", "2026-11-20", "2026-11-21"],
            ["双11", "预热", "预热", "2026-11-01", "2026-11-05"],
            ["双11", "加场", "开售", "2026-11-22", "2026-11-23"],
        ],
    )

    assert {phase.id: phase.name for phase in only_activity(found).phases} == {"n1": "预热", "p1": "加场", "p2": "加场"}


def test_new_entries_stand_behind_those_that_are_there_in_the_order_of_the_rows(tmp_path: Path) -> None:
    before = Sheet.of([Product("a", "甲", position=5000)])

    found = read_sheets(tmp_path, before, 商品=[["名称"], ["乙"], ["丙"], ["甲"]])

    positions = {entry.name: entry.position for entry in found.entries if isinstance(entry, Product)}
    assert positions["甲"] == 5000 < positions["乙"] < positions["丙"]


def test_ten_thousand_products_are_no_burden_to_the_reader(tmp_path: Path) -> None:
    rows = [[f"商品{number}", f"C{number}"] for number in range(10_000)]

    found = read_sheets(tmp_path, 商品=[["名称", "编码"], *rows])

    assert len(found.entries) == 10_000


@pytest.mark.parametrize(("name", "kind"), [("预热", PhaseKind.WARM_UP), ("双11当天", PhaseKind.SALE)])
@pytest.mark.parametrize("has_column", [True, False])
def test_a_phase_without_a_kind_is_what_its_name_says_or_a_sale(
    tmp_path: Path, name: str, kind: PhaseKind, has_column: bool
) -> None:
    head = ["活动", "阶段名称", "开始时间", "结束时间", *(["类型"] if has_column else [])]
    row = ["双11", name, "2026-11-11 00:00", "2026-11-11 24:00"]

    found = read_sheets(tmp_path, 活动=[["名称"], ["双11"]], 阶段=[head, row])

    [activity] = found.entries
    assert isinstance(activity, Activity)
    assert [phase.kind for phase in activity.phases] == [kind]
