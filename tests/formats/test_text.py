"""Encodings and delimiters: the same text comes out of every way to write it."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.core.imports.reading import BadFile, Reason
from app.formats.delimited import first_lines, lines
from app.formats.encoding import decode
from app.formats.phrases.reading import read_file
from app.formats.source import Source
from tests.formats.files import bodies, put, refusal

TEXT = "快捷编码,快捷短语\nhy,亲，欢迎光临~ 😀 /:^_^\n"


def cells(text: str) -> list[list[str]]:
    return [record for _, record in lines(Source("a.csv", b""), text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(Source("a.csv", TEXT.encode(encoding))).removeprefix("\ufeff") == TEXT


def test_a_short_gbk_text_is_not_taken_for_anything_else() -> None:
    assert decode(Source("a.csv", "你好".encode("gbk"))) == "你好"


def test_utf8_that_is_cut_in_a_character_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refusal(put(tmp_path, "a.csv", "快捷短语\n您好\n欢迎光临".encode()[:-1]))

    assert (error.reason, error.spot.line) == (Reason.BROKEN, 3)


def test_utf8_with_a_few_wrong_bytes_is_damaged_and_never_guessed_to_be_gbk(tmp_path: Path) -> None:
    content = ("快捷短语\n" + "亲，欢迎光临小店\n" * 20).encode() + "您好\n".encode("gbk")

    error = refusal(put(tmp_path, "a.csv", content))

    assert (error.reason, error.spot.line) == (Reason.BAD_ENCODING, 22)


def test_bytes_of_no_encoding_are_refused_with_the_line(tmp_path: Path) -> None:
    error = refusal(put(tmp_path, "a.csv", "快捷短语\n您好\n".encode("gbk") + b"\xff\xff\xff\n"))

    assert (error.reason, error.spot.line) == (Reason.BAD_ENCODING, 3)


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_found_by_itself(delimiter: str) -> None:
    text = delimiter.join(["快捷编码", "快捷短语"]) + "\n" + delimiter.join(["a", "您好，1；2"]) + "\n"

    assert cells(text) == [["快捷编码", "快捷短语"], ["a", "您好，1；2"]]


def test_a_line_that_names_the_delimiter_is_followed_and_is_no_row() -> None:
    assert lines(Source("a.csv", b""), "sep=;\n快捷短语;快捷编码\n您好,亲;a\n") == [
        (2, ["快捷短语", "快捷编码"]),
        (3, ["您好,亲", "a"]),
    ]


def test_a_quoted_field_holds_line_breaks_doubled_quotes_and_drops_one_leading_tab() -> None:
    text = 'a,b\n1,"x\ny"\n2,"/:"" z"\n3,"\t\tq"\n'

    assert lines(Source("a.csv", b""), text) == [
        (1, ["a", "b"]),
        (2, ["1", "x\ny"]),
        (4, ["2", '/:" z']),
        (5, ["3", "\tq"]),
    ]


def test_a_quote_that_nobody_doubled_stays_in_the_text() -> None:
    assert cells('a,"/:" 亲",c\n') == [["a", '/:" 亲', "c"]]
    assert cells('a,/:"亲,c\n') == [["a", '/:"亲', "c"]]
    assert cells('"亲"您好,b,c\nd,e,f\n') == [['"亲"您好', "b", "c"], ["d", "e", "f"]]


def test_a_quoted_field_that_never_ends_is_refused_with_the_line_it_begins_in(tmp_path: Path) -> None:
    error = refusal(put(tmp_path, "a.csv", '快捷编码,快捷短语\na,您好\nb,"欢迎\n光临\n'))

    assert (error.reason, error.spot.line) == (Reason.BROKEN, 3)


@pytest.mark.parametrize("text", ['"a' * 300_000, '"' * 600_000, ',"' * 300_000, '"a\n' * 190_000, '"a"a' * 300_000])
def test_hostile_quotes_take_no_more_than_a_moment(text: str) -> None:
    with contextlib.suppress(BadFile):  # the timeout of the test run is what this test is about
        assert lines(Source("a.csv", b""), text)


@settings(max_examples=150, deadline=None)
@example([["", "0"], ["", "", '"']])
@example([["", "", '"'], ["", "0"]])
@example([["", "", "0"], ["", '"\t0']])
@example([["", "", "0"], ["", '"\t']])
@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r\x00", codec="utf-8")), min_size=2, max_size=4)))
def test_whatever_is_written_with_all_quotes_comes_back(rows: list[list[str]]) -> None:
    told = [row for row in rows if any(cell.strip() for cell in row)]
    text = "".join(",".join('"\t' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in told)

    assert cells(text) == told


@given(st.text())
def test_the_first_lines_of_anything_can_be_looked_at(text: str) -> None:
    assert isinstance(first_lines(text), list)


def test_a_windows_file_and_a_unix_file_give_the_same_bodies(tmp_path: Path) -> None:
    text = '快捷编码,快捷短语\na,"您\n好"\n'

    unix = read_file(put(tmp_path, "a.csv", text))
    windows = read_file(put(tmp_path, "b.csv", text.replace("\n", "\r\n")))

    assert bodies(unix) == bodies(windows) == ["您\n好"]
