import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.phrases.phrase import Stage
from app.core.sheet.activities import (
    Activity,
    ActivityKind,
    Base,
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
from app.core.sheet.entry_checks import faults
from app.core.sheet.entry_tidying import tidied
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import NotWritten, Trouble
from app.formats.sheets.book import read
from app.formats.sheets.book_writer import write_book, write_template
from app.formats.sheets.cells import escaped, unescaped, words, words_text
from app.formats.sheets.names import folded
from app.formats.sheets.tables import READ_ME, TABLES
from tests.formats.books import NOW, new_ids
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

BERLIN = ZoneInfo("Europe/Berlin")


def back(path: Path, sheet: Sheet, zone: ZoneInfo = SHANGHAI, *, is_chinese: bool = True) -> dict[str, Entry]:
    """What a written workbook reads as, where the same entries are there already."""
    file = str(path / "out.xlsx")
    write_book(file, sheet, zone, is_chinese=is_chinese)
    found = read(file, sheet, NOW, zone, new_ids())
    assert found.problems == ()
    return {entry.id: entry for entry in found.entries}


@pytest.mark.parametrize("is_chinese", [True, False])
def test_what_is_written_reads_back_as_the_same_entries(tmp_path: Path, is_chinese: bool) -> None:
    sheet = double_eleven()

    entries = back(tmp_path, sheet, is_chinese=is_chinese)

    assert entries == {entry.id: tidied(entry) for entry in sheet}  # type: ignore[type-var]


def test_on_another_pc_the_same_entries_come_out_under_new_ids(tmp_path: Path) -> None:
    file = str(tmp_path / "out.xlsx")
    write_book(file, double_eleven(), SHANGHAI, is_chinese=True)

    found = read(file, Sheet(), NOW, SHANGHAI, new_ids())

    assert found.problems == ()
    assert len(found.entries) == len(list(double_eleven()))
    write_book(str(tmp_path / "again.xlsx"), Sheet.of(found.entries), SHANGHAI, is_chinese=True)
    assert cells(tmp_path / "again.xlsx") == cells(tmp_path / "out.xlsx")


def cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {page.title: [tuple(cell.value for cell in row) for row in page.iter_rows()] for page in book}


# Anything that the entries' own rules allow.

_SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="_{}")
TEXT = st.one_of(
    st.text(_SIGNS, max_size=12).map(str.strip),
    st.sampled_from(
        ["=1+1", "+86", "-5", "@客服", "'引号", "''", "（示例）双11", "007", "a、b", "a\nb", "1e5", "2026-11-11"]
    ),
)
NAME = st.text(_SIGNS, min_size=1, max_size=8).map(str.strip).filter(bool)
WORDS = st.lists(TEXT.filter(lambda text: bool(text) and "\n" not in text), max_size=3, unique=True).map(tuple)
MONEY = st.decimals(Decimal("0.01"), Decimal("99999999"), places=2)
COUNT = st.integers(0, 9_999_999)
MOMENT = st.datetimes(datetime(2001, 1, 1), datetime(2098, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0)
)


@st.composite
def activities(draw: st.DrawFn, number: int = 0, products: tuple[str, ...] = ()) -> Activity:
    at = draw(MOMENT)
    phases = []
    for place in range(draw(st.integers(0, 3))):
        ends_at = at + timedelta(seconds=draw(st.integers(1, 5_000_000)))
        rate = draw(st.none() | st.decimals(Decimal("0.01"), Decimal("0.99"), places=4))
        own = draw(st.sampled_from([(), products]))
        kind = draw(st.sampled_from([PhaseKind.WARM_UP, PhaseKind.SALE, PhaseKind.END]))
        phases.append(Phase(f"p{number}.{place}", draw(NAME), kind, at, ends_at, rate, own, draw(TEXT)))
        at = ends_at
    every, off = draw(MONEY), draw(MONEY)
    return Activity(
        f"a{number}",
        draw(NAME),
        draw(st.sampled_from(ActivityKind)),
        draw(TEXT),
        tuple(phases),
        draw(TEXT),
        draw(TEXT),
        draw(TEXT),
        draw(st.none() | st.builds(Limit, st.integers(1, 99), TEXT)),
        tuple(draw(st.lists(st.builds(Coupon, MONEY, MONEY, TEXT, TEXT), max_size=2))),
        tuple(draw(st.lists(st.builds(Gift, MONEY, NAME, TEXT), max_size=2))),
        draw(st.none() | st.just(PerMultiple(every, off, None, draw(TEXT)))),
        draw(st.builds(Stacking, st.booleans(), st.sampled_from(Base), st.booleans(), TEXT)),
        Shipping(
            draw(TEXT),
            draw(WORDS),
            draw(st.booleans()),
            draw(TEXT),
            tuple(draw(st.lists(st.builds(ExpressFee, NAME, NAME, MONEY), max_size=2))),
            tuple(draw(st.lists(st.builds(Transit, NAME, st.integers(0, 9), st.integers(9, 30), TEXT), max_size=2))),
            draw(TEXT),
        ),
        draw(TEXT),
        draw(TEXT),
        tuple(draw(fact(f"f{number}.{place}")) for place in range(draw(st.integers(0, 2)))),
        draw(TEXT),
    )


@st.composite
def fact(draw: st.DrawFn, name: str) -> Fact:
    lifetime = draw(st.none() | st.builds(Lifetime, from_at=MOMENT) | st.builds(Lifetime, until_at=MOMENT))
    return Fact(
        name, draw(NAME), draw(TEXT.filter(bool)), draw(WORDS), draw(st.none() | st.sampled_from(Stage)), lifetime
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    names = draw(st.lists(NAME, max_size=3, unique_by=folded))
    ids = tuple(f"g{number}" for number in range(len(names)))
    activity = draw(activities(products=ids))
    made = []
    for number, name in enumerate(names):
        prices = [ActivityPrice(activity.id, draw(MONEY))] if draw(st.booleans()) else []
        prices += [ActivityPrice(activity.id, draw(MONEY), phase.id) for phase in activity.phases[:1]]
        others = tuple(Related(f"g{other}", draw(TEXT)) for other in range(number + 1, len(names)))
        made.append(
            Product(
                f"g{number}",
                name,
                keywords=draw(WORDS),
                link=draw(TEXT),
                selling_points=draw(WORDS),
                size=draw(TEXT),
                page_stock=draw(st.none() | COUNT),
                real_stock=draw(st.none() | COUNT),
                is_sold_out=draw(st.booleans()),
                price=draw(st.none() | MONEY),
                prices=tuple(prices),
                substitutes=others,
                complements=others,
                facts=tuple(draw(fact(f"q{number}.{place}")) for place in range(draw(st.integers(0, 1)))),
            )
        )
    shop = [draw(fact(f"s{place}")) for place in range(draw(st.integers(0, 2)))]
    every: list[Entry] = [activity, *made, *shop]
    whole = Sheet.of(every)
    good = [entry for entry in every if not faults(entry, whole)]
    if len({phase.name for phase in activity.phases}) < len(activity.phases):
        good = shop  # of two phases of one name only the first can be meant by a row
    return Sheet.of(entry for entry in good if activity in good or isinstance(entry, Fact))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheet=sheets(), zone=st.sampled_from([SHANGHAI, BERLIN]), is_chinese=st.booleans())
def test_whatever_an_entry_may_hold_comes_back_exactly(
    tmp_path: Path, sheet: Sheet, zone: ZoneInfo, is_chinese: bool
) -> None:
    entries = back(tmp_path, sheet, zone, is_chinese=is_chinese)

    assert entries == {entry.id: tidied(entry) for entry in sheet}  # type: ignore[type-var]


@given(text=st.text(max_size=20))
def test_an_escaped_text_is_no_formula_and_comes_back(text: str) -> None:
    safe = escaped(text)

    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescaped(safe) == text


@given(parts=st.lists(st.text("甲乙、,;a", min_size=1, max_size=4), max_size=3, unique=True).map(tuple))
def test_short_texts_side_by_side_come_back(parts: tuple[str, ...]) -> None:
    assert words(words_text(parts)) == parts


def test_codes_links_and_formulas_are_written_as_text(tmp_path: Path) -> None:
    product = Product("p", "=cmd|' /C calc'!A0", ("007", "123456789012345678"), link="https://a.example")

    write_book(str(tmp_path / "a.xlsx"), Sheet.of([product]), SHANGHAI, is_chinese=True)

    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["商品"]
    assert [page.cell(2, column).value for column in (1, 2)] == ["'=cmd|' /C calc'!A0", "007、123456789012345678"]
    assert {page.cell(2, column).data_type for column in (1, 2, 4)} == {"s"}
    assert page.cell(2, 4).hyperlink is None


def test_moments_are_a_spreadsheets_own_dates_by_the_shops_clock(tmp_path: Path) -> None:
    write_book(str(tmp_path / "a.xlsx"), double_eleven(SALE_DAY), SHANGHAI, is_chinese=True)

    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["阶段"]
    starts = {page.cell(row, 2).value: page.cell(row, 4) for row in range(2, page.max_row + 1)}
    assert str(starts["晚8点加场"].value) == "2026-11-11 20:00:00"
    assert starts["晚8点加场"].is_date


def test_the_hour_that_comes_twice_keeps_its_moment(tmp_path: Path) -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    phases = (Phase("p", "开售", PhaseKind.SALE, first, first + timedelta(hours=1)),)
    sheet = Sheet.of([Activity("a", "双11", phases=phases)])

    entries = back(tmp_path, sheet, BERLIN)

    assert entries == {"a": sheet.activities["a"]}


def test_what_names_something_in_the_bin_is_left_out_and_counted(tmp_path: Path) -> None:
    gone = Activity("gone", "旧活动", deleted_at=NOW)
    product = Product("p", "雨伞", prices=(ActivityPrice("gone", Decimal(5)),), substitutes=(Related("nobody"),))
    fact = Fact("f", "在吗", "在", lifetime=Lifetime(activity_id="gone"))

    count = write_book(str(tmp_path / "a.xlsx"), Sheet.of([gone, product, fact]), SHANGHAI, is_chinese=True)

    assert count == 3
    assert cells(tmp_path / "a.xlsx")["活动"][1:] == []
    assert cells(tmp_path / "a.xlsx")["问答"][1:] == []


def test_a_text_that_fits_in_no_cell_is_cut_and_counted(tmp_path: Path) -> None:
    points = tuple(f"{number}" + "长" * 4_900 for number in range(8))

    count = write_book(
        str(tmp_path / "a.xlsx"), Sheet.of([Product("p", "雨伞", selling_points=points)]), SHANGHAI, is_chinese=True
    )

    assert count == 1


@pytest.mark.parametrize("is_chinese", [True, False])
def test_a_template_has_every_sheet_with_headings_that_are_read_and_examples_that_are_not(
    tmp_path: Path, is_chinese: bool
) -> None:
    file = str(tmp_path / "t.xlsx")

    write_template(file, NOW, SHANGHAI, is_chinese=is_chinese)

    found = read(file, Sheet(), NOW, SHANGHAI, new_ids())
    assert (found.entries, found.problems) == ((), ())
    assert found.example_count == 12
    pages = cells(Path(file))
    assert list(pages) == [READ_ME[0 if is_chinese else 1], *(table.name(is_chinese=is_chinese) for table in TABLES)]


@pytest.mark.parametrize("is_chinese", [True, False])
def test_the_examples_of_a_template_are_right_where_their_mark_is_taken_away(tmp_path: Path, is_chinese: bool) -> None:
    write_template(str(tmp_path / "t.xlsx"), NOW, SHANGHAI, is_chinese=is_chinese)
    made = openpyxl.load_workbook(tmp_path / "t.xlsx")
    for page in made:
        for row in page.iter_rows(min_row=2):
            if isinstance(row[0].value, str):
                row[0].value = row[0].value.removeprefix("（示例）").removeprefix("(example)")
    substitute = "收纳盒中号" if is_chinese else "Storage box M"
    made["商品" if is_chinese else "Products"].append([substitute])
    made.save(tmp_path / "used.xlsx")

    found = read(str(tmp_path / "used.xlsx"), Sheet(), NOW, SHANGHAI, new_ids())

    assert found.problems == ()
    [activity] = [entry for entry in found.entries if isinstance(entry, Activity)]
    assert len(activity.phases) == 2
    assert len([entry for entry in found.entries if isinstance(entry, Product)]) == 2


def test_a_template_offers_choices_and_names_and_keeps_its_headings_in_sight(tmp_path: Path) -> None:
    write_template(str(tmp_path / "t.xlsx"), NOW, SHANGHAI, is_chinese=True)

    page = openpyxl.load_workbook(tmp_path / "t.xlsx")["阶段"]
    offered = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    assert offered["A2:A2001"] == "'活动'!$A$2:$A$2001"
    assert offered["C2:C2001"] == '"预热,开售,加场,结束"'
    assert page.freeze_panes == "B2"
    assert "必填" in page["D1"].comment.text
    assert page.column_dimensions["H"].width > 20


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(NotWritten) as lost:
        write_book(str(tmp_path / "none" / "a.xlsx"), Sheet(), SHANGHAI, is_chinese=True)
    with pytest.raises(NotWritten):
        write_book(str(tmp_path / "folder"), Sheet(), SHANGHAI, is_chinese=True)

    assert lost.value.trouble is Trouble.GONE
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_written_workbook_holds_no_formula_anywhere(tmp_path: Path) -> None:
    sheet = double_eleven()
    hostile = replace(
        sheet.products["large"] if "large" in sheet.products else next(iter(sheet.products.values())), name="=1"
    )

    write_book(str(tmp_path / "a.xlsx"), sheet.having([hostile]), SHANGHAI, is_chinese=True)

    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert parts
    assert not any(b"<f>" in part for part in parts)
