"""Broken and hostile files: one sentence with the file and the line, never anything else."""

import io
import os
import stat
import struct
import sys
import tracemalloc
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.imports.reading import MAX_FILE_BYTES, BadFile, Reading, Reason
from app.formats import xls_guard
from app.formats.phrases import reading
from app.formats.phrases.reading import FORMATS, read, read_file
from app.formats.source import Source, load
from tests.formats.files import bodies, changed_part, put, refusal, saved, told, xls, xlsx

ROWS = [
    ("快捷短语编码", "快捷短语", "快捷短语分组"),
    *((f"c{number}", f"亲{number}/:^_^", "组") for number in range(20)),
]
YAML = "matches:\n- trigger: ':a'\n  replace: '亲 {{v}}'\n  vars: [{name: v, type: echo, params: {echo: x}}]\n"
SOGOU = "fh,1=亲\ndz,2=\n一\n二\n".encode("utf-16")


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    error = refusal(str(path))

    assert (error.reason, error.limit) == (Reason.TOO_BIG, MAX_FILE_BYTES // 1024 // 1024)
    assert "50 MB" in str(error)


def test_a_small_file_costs_no_memory_for_the_largest_one(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "标题,内容\n")

    tracemalloc.start()
    load(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < MAX_FILE_BYTES / 10


def test_a_file_of_several_megabytes_is_read_whole(tmp_path: Path) -> None:
    content = bytes(range(1, 200)) * 20_000

    source = load(put(tmp_path, "a.csv", content))

    assert source.content == content


def test_a_file_that_grew_since_its_size_was_asked_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "a.csv", b"1" * 3000)
    monkeypatch.setattr("app.formats.source.MAX_FILE_BYTES", 1000)
    small = os.stat_result((stat.S_IFREG, *[0] * 5, 1000, *[0] * 3))
    monkeypatch.setattr("app.formats.source.os", SimpleNamespace(stat=lambda _path: small))

    with pytest.raises(BadFile) as refused:
        load(path)

    assert refused.value.reason is Reason.TOO_BIG


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\x00" * 100])
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.yml", "a.ini"])
def test_an_empty_file_is_called_empty(tmp_path: Path, name: str, content: bytes) -> None:
    assert refusal(put(tmp_path, name, content)).reason is Reason.EMPTY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    assert refusal(str(pipe)).reason is Reason.UNKNOWN_FORMAT


def test_a_path_without_a_file_and_a_path_that_cannot_be_are_refused(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "none.csv")).reason is Reason.NOT_FOUND
    assert refusal("a\0b.csv").reason is Reason.UNREADABLE


def test_a_folder_without_phrases_says_so(tmp_path: Path) -> None:
    put(tmp_path, "notes.md", "# nothing")

    (answer,) = read(str(tmp_path))

    assert isinstance(answer, BadFile)
    assert answer.reason is Reason.UNKNOWN_FORMAT


def test_a_folder_gives_an_answer_for_each_of_its_files(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", "快捷编码,快捷短语\na,甲\n")
    put(tmp_path, "b.xlsx", b"PK\x03\x04 cut off")
    put(tmp_path, "~$c.xlsx", b"lock")

    first, second = read(str(tmp_path))

    assert isinstance(first, Reading)
    assert isinstance(second, BadFile)


def test_of_a_folder_with_very_many_files_the_first_are_read_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        put(tmp_path, f"{number}.csv", "快捷编码,快捷短语\na,甲\n")
    monkeypatch.setattr(reading, "MAX_FOLDER_FILES", 2)

    *read_files, last = read(str(tmp_path))

    assert [type(answer) for answer in read_files] == [Reading, Reading]
    assert isinstance(last, BadFile)
    assert (last.reason, last.limit) == (Reason.TOO_MANY_FILES, 2)


def test_nul_and_half_characters_cost_only_their_row(tmp_path: Path) -> None:
    text = "快捷编码,快捷短语\na,甲\0乙\nb,丙\n"
    half = "快捷编码,快捷短语\na,甲\ud800\nb,丙\n".encode("utf-16", "surrogatepass")

    assert bodies(read_file(put(tmp_path, "a.csv", text))) == ["甲\0乙", "丙"]
    assert bodies(read_file(put(tmp_path, "b.csv", half))) == ["甲\ud800", "丙"]


@pytest.mark.parametrize("book", [xlsx(ROWS), xls(ROWS)], ids=["xlsx", "xls"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_spreadsheet_that_is_cut_off_is_refused(tmp_path: Path, book: bytes, share: float) -> None:
    assert refusal(put(tmp_path, "a.xls", book[: int(len(book) * share)])).reason in {
        Reason.BROKEN,
        Reason.BAD_ENCODING,
    }


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 210 * 1024 * 1024)

    assert refusal(put(tmp_path, "a.xlsx", out.getvalue())).reason is Reason.UNPACKS_TOO_BIG


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    size = 5_000_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * size)
    content = out.getvalue().replace(struct.pack("<I", size), struct.pack("<I", 1_000))

    assert refusal(put(tmp_path, "a.xlsx", content)).reason is Reason.BROKEN


def test_a_zip_that_is_no_workbook_and_a_workbook_with_entities_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "x")
    laughs = changed_part(xlsx(ROWS), "xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook')

    assert refusal(put(tmp_path, "a.xlsx", out.getvalue())).reason is Reason.UNKNOWN_FORMAT
    assert refusal(put(tmp_path, "b.xlsx", laughs)).reason is Reason.BROKEN


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("A1048576", Reason.TOO_MANY_ROWS),
        ("XFD90000", Reason.FAR_CELL),
        ("AZ190000", Reason.FAR_CELL),
        ("CC99999", Reason.FAR_CELL),
    ],
)
def test_a_cell_at_the_far_corner_never_reaches_the_library(tmp_path: Path, cell: str, reason: Reason) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "快捷短语"
    book.active[cell] = "x"

    assert refusal(put(tmp_path, "a.xlsx", saved(book))).reason is reason


@pytest.mark.parametrize(
    "cell",
    [b'<c r="XFD90000"><v>1</v></c>', b"<c r='XFD90000'><v>1</v></c>", b'<c s="0" r="XFD90000"><v>1</v></c>',
     b'<x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="XFD90000"><x:v>1</x:v></x:c>'],
)  # fmt: skip
def test_a_far_cell_is_seen_however_it_is_written(tmp_path: Path, cell: bytes) -> None:
    end = b"</sheetData>"
    book = changed_part(xlsx(ROWS), "xl/worksheets/sheet1.xml", end, b'<row r="90000">' + cell + b"</row>" + end)

    assert refusal(put(tmp_path, "a.xlsx", book)).reason is Reason.FAR_CELL


def test_cells_without_a_place_are_counted_too(tmp_path: Path) -> None:
    many = b"<row><c><v>1</v></c></row>" * 3_000 + b"<row>" + b"<c><v>1</v></c>" * 3_000 + b"</row></sheetData>"
    book = changed_part(xlsx(ROWS), "xl/worksheets/sheet1.xml", b"</sheetData>", many)

    assert refusal(put(tmp_path, "a.xlsx", book)).reason is Reason.FAR_CELL


def test_an_xls_whose_sectors_run_in_a_circle_is_refused(tmp_path: Path) -> None:
    content = bytearray(xls(ROWS))
    (table,) = struct.unpack_from("<I", content, 76)
    (directory,) = struct.unpack_from("<I", content, 48)
    struct.pack_into("<I", content, (table + 1) * 512 + directory * 4, directory)

    assert refusal(put(tmp_path, "a.xls", bytes(content))).reason is Reason.BROKEN


def test_an_xls_that_only_declares_a_huge_sheet_is_read_without_the_memory_for_it(tmp_path: Path) -> None:
    content = bytearray(xls(ROWS))
    at = content.index(struct.pack("<HH", 0x0200, 14)) + 4
    struct.pack_into("<IIHH", content, at, 0, 0x7FFFFFFF, 0, 0xFFFF)

    assert len(read_file(put(tmp_path, "a.xls", bytes(content))).found) == 20


def test_a_protected_spreadsheet_asks_for_no_password_but_says_so(tmp_path: Path) -> None:
    entry = "EncryptedPackage".encode("utf-16-le")
    content = xls(ROWS).replace("Workbook".encode("utf-16-le").ljust(len(entry), b"\0"), entry)

    assert refusal(put(tmp_path, "a.xlsx", content)).reason is Reason.PASSWORD


def test_more_rows_than_can_be_are_refused(tmp_path: Path) -> None:
    text = "快捷编码,快捷短语\n" + "a,b\n" * 200_001

    assert refusal(put(tmp_path, "a.csv", text)).reason is Reason.TOO_MANY_ROWS


def test_a_table_in_html_whose_cells_reach_down_for_ever_is_refused(tmp_path: Path) -> None:
    text = "<table>" + "<tr><td rowspan=99999>a</td><td>b</td></tr>" * 6_000 + "</table>"

    assert refusal(put(tmp_path, "a.xls", text)).reason in {Reason.TOO_MANY_ROWS, Reason.BROKEN}


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "&", '<a x="', "<script></s", "<td>"])
def test_hostile_html_takes_no_more_than_a_moment(tmp_path: Path, piece: str) -> None:
    (answer,) = read(put(tmp_path, "a.xls", "<html><table><tr>" + piece * 200_000))

    assert isinstance(answer, Reading | BadFile)  # the timeout of the test run is what this test is about


def test_only_an_unfilled_part_of_a_row_is_told_and_the_rest_of_the_file_read(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.csv", "快捷编码,快捷短语\na,\nb,乙\n"))

    assert bodies(reading) == ["", "乙"]
    assert not told(reading, Reason.BAD_ROW)


def test_a_fresh_container_holds_the_same_workbook() -> None:
    source = Source("a.xls", xls(ROWS))

    safe = xls_guard.repacked(source)

    assert xls_guard.repacked(Source("a.xls", safe)) == safe


def answers(folder: Path, content: bytes, name: str) -> None:
    for answer in read(put(folder, name, content)):
        assert isinstance(answer, Reading | BadFile)
        if isinstance(answer, Reading):
            assert answer.format in {known.name for known in FORMATS}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=600), st.sampled_from(["a.csv", "a.xls", "a.xlsx", "a.yml", "a.ini", "a.txt", "a.json"]))
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "a.xls")
@example(b"PK\x03\x04" + b"\xff" * 100, "a.xlsx")
def test_no_bytes_bring_anything_but_a_reading_or_a_sentence(tmp_path: Path, content: bytes, name: str) -> None:
    answers(tmp_path, content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (xlsx(ROWS), "a.xlsx"),
        (xls(ROWS), "a.xls"),
        ("\n".join(",".join(row) for row in ROWS).encode("gbk"), "a.csv"),
        (YAML.encode(), "a.yml"),
        (SOGOU, "a.ini"),
        (b"<table><tr><td>a</td></tr></table>", "b.xls"),
    ],
    ids=["xlsx", "xls", "csv", "yml", "ini", "html"],
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_good_file_with_a_few_bytes_changed_does_not_either(tmp_path: Path, content: bytes, name: str, data) -> None:
    broken = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(broken) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=4))
        broken[at : at + len(piece)] = piece

    answers(tmp_path, bytes(broken), name)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_in_a_match_brings_anything_else(tmp_path: Path, text: str) -> None:
    answers(tmp_path, ("matches:\n" + text).encode("utf-8", "surrogatepass"), "a.yml")
    answers(tmp_path, ("快捷编码,快捷短语\n" + text).encode("utf-8", "surrogatepass"), "a.csv")
