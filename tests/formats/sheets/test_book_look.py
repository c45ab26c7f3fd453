import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.formats.sheets.book_look import looks_like
from app.formats.sheets.book_writer import write_template
from tests.formats.books import NOW
from tests.sheets import SHANGHAI


def workbook(file: Path, *tabs: str) -> str:
    made = openpyxl.Workbook()
    made.active.title = tabs[0]
    for tab in tabs[1:]:
        made.create_sheet(tab)
    made.save(file)
    return str(file)


@pytest.mark.parametrize("is_chinese", [True, False])
def test_a_template_is_known_whatever_it_is_called(tmp_path: Path, is_chinese: bool) -> None:
    file = tmp_path / "2026年双11 final(2).dat"

    write_template(str(file), NOW, SHANGHAI, is_chinese=is_chinese)

    assert looks_like(str(file))


def test_two_tabs_are_enough_and_one_may_be_an_accident(tmp_path: Path) -> None:
    assert looks_like(workbook(tmp_path / "two.xlsx", "商品", "备注", "Phases"))
    assert not looks_like(workbook(tmp_path / "phrases.xlsx", "活动", "售后", "物流"))


def test_anything_else_is_not_one(tmp_path: Path) -> None:
    text, empty, foreign = tmp_path / "a.txt", tmp_path / "b.xlsx", tmp_path / "c.zip"
    text.write_text("标题,内容")
    empty.touch()
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("xl/other.xml", "<sheet name='活动'/><sheet name='商品'/>")

    files = (text, empty, foreign, tmp_path, tmp_path / "gone.xlsx", Path("a\0b"))

    assert not any(looks_like(str(file)) for file in files)


def test_an_archive_that_lies_is_not_one(tmp_path: Path) -> None:
    file = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<sheet name='活动'/><sheet name='商品'/>" + " " * 5_000_000)
    good = looks_like(str(file))
    content = bytearray(file.read_bytes())
    content[60:90] = b"\xff" * 30
    file.write_bytes(bytes(content))

    assert good
    assert not looks_like(str(file))
