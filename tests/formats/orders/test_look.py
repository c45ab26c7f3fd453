from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from app.core.orders.duties.handover import Handover, to_bytes
from app.formats.orders.look import is_export, is_handover

HEAD = "订单编号,买家会员名,买家应付货款,总金额,订单状态,订单创建时间"
ROW = '"=""1234567890123456789""",小熊猫,128.00,128.00,等待买家付款,2026-11-11 14:05:00'


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
def test_an_export_is_told_by_its_columns(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "anything.csv"
    file.write_bytes(f"{HEAD}\n{ROW}\n".encode(encoding))

    assert is_export(str(file))


def test_an_export_as_a_workbook_is_told_by_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "orders.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD.split(","))

    assert is_export(str(file))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "快捷短语编码,快捷短语,快捷短语分组\ncf,亲,催付\n".encode("gb18030"),
        "一级分类（必填）,话术内容（必填）\n催付,亲\n".encode(),
        b"PK\x03\x04 broken",
        b"\x00" * 100,
        b'"',
    ],
)
def test_other_files_are_no_exports(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "phrases.csv"
    file.write_bytes(content)

    assert not is_export(str(file))
    assert not is_handover(str(file))


def test_a_file_that_is_gone_is_neither(tmp_path: Path) -> None:
    assert not is_export(str(tmp_path / "gone.csv"))
    assert not is_handover(str(tmp_path / "gone.json"))


def test_a_handover_is_told_by_its_first_words(tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    file.write_bytes(to_bytes(Handover(datetime(2026, 11, 11, tzinfo=UTC), "小夏", "木子小店", "白班", ())))

    assert is_handover(str(file))
    assert not is_export(str(file))
