"""Reports as workbooks."""

import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.orders.tables import Column, ReportTable, Shape
from app.core.storage import NotWritten
from app.formats.orders.report_writer import content, write_report
from app.formats.source import Source
from app.formats.workbook import sheets
from tests.formats.exports import NOW
from tests.sheets import SHANGHAI

COLUMNS = (
    Column("订单编号"),
    Column("单数", Shape.COUNT),
    Column("金额", Shape.MONEY),
    Column("挽回率", Shape.RATE),
    Column("付款时间", Shape.MOMENT),
    Column("用时", Shape.LENGTH),
)
ROW = ("2345678901234567891", 3, Decimal("1128.50"), Decimal("0.25"), NOW, timedelta(minutes=90))


def opened(*tables: ReportTable) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content(tables, SHANGHAI)))


def test_figures_stay_figures_and_moments_are_those_of_the_shop(tmp_path: Path) -> None:
    path = tmp_path / "日报.xlsx"

    write_report(str(path), [ReportTable("未付款", COLUMNS, (ROW,), ("已付款的不算",))], SHANGHAI)

    page = openpyxl.load_workbook(path)["未付款"]
    assert [cell.value for cell in page[1]] == [column.name for column in COLUMNS]
    assert [cell.value for cell in page[2]] == [
        "2345678901234567891",
        3,
        1128.5,
        0.25,
        NOW.astimezone(SHANGHAI).replace(tzinfo=None),
        timedelta(minutes=90),
    ]
    assert page.cell(4, 1).value == "已付款的不算"


def test_a_difference_stays_a_figure_and_shows_its_sign() -> None:
    page = opened(ReportTable("a", (Column("n", Shape.DIFFERENCE),), ((3,), (-2,))))["a"]

    assert [page.cell(row, 1).value for row in (2, 3)] == [3, -2]
    assert page.cell(2, 1).number_format.startswith("+0")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_no_cell_heading_or_note_is_ever_a_formula(text: str) -> None:
    page = opened(ReportTable("a", (Column(text),), ((text,),), (text,)))["a"]

    assert [page.cell(row, 1).value for row in (1, 2, 4)] == [f"'{text}"] * 3
    assert {page.cell(row, 1).data_type for row in (1, 2, 4)} == {"s"}


def test_sheets_have_names_that_a_workbook_takes() -> None:
    titles = ["", "按天/活动", "按天:活动", "x" * 40, "x" * 40, "History", "'a'"]

    names = opened(*(ReportTable(title, COLUMNS) for title in titles)).sheetnames

    assert len(names) == len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name) <= 31 for name in names)
    assert names[1] == "按天 活动"


def test_a_number_with_more_digits_than_a_spreadsheet_has_is_text() -> None:
    page = opened(ReportTable("a", (Column("n", Shape.COUNT),), ((2345678901234567891,), (5,))))["a"]

    assert [page.cell(row, 1).value for row in (2, 3)] == ["2345678901234567891", 5]


def test_a_file_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        write_report(str(tmp_path / "none" / "a.xlsx"), [], SHANGHAI)


@settings(max_examples=40, deadline=None)
@given(st.text(), st.lists(st.text(), min_size=1, max_size=3))
def test_any_words_give_a_workbook_that_reads_back(title: str, words: list[str]) -> None:
    made = content([ReportTable(title, tuple(Column(word) for word in words), (words,))], SHANGHAI)

    (sheet,) = sheets(Source("a.xlsx", made))

    assert len(sheet.rows) <= 2
