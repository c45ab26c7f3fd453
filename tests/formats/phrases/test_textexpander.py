"""TextExpander: groups and settings in either kind of property list, and ragged rows of a CSV."""

import plistlib
from pathlib import Path
from typing import Any

import pytest

from app.core.imports.reading import Reason, Severity
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, refusal, told

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
    b"<plist><dict><key>snippetsTE2</key><string>&c;</string></dict></plist>"
)


def snippet(text: str, abbreviation: str = ";a", label: str = "", **more: Any) -> dict[str, Any]:
    return {"abbreviation": abbreviation, "label": label, "plainText": text, "snippetType": 0, "useCount": 3} | more


def group(*snippets: Any, name: str = "售前", form: plistlib.PlistFormat = plistlib.FMT_XML) -> bytes:
    root = {"groupInfo": {"expandAfterMode": 0, "groupName": name}, "snippetsTE2": list(snippets)}
    return plistlib.dumps(root, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY], ids=["xml", "binary"])
def test_a_group_is_read_in_both_kinds_of_property_list(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    content = group(snippet("亲，您好\n/:^_^ <3", ";hy", "欢迎"), snippet("马上发货", ";fh"), form=form)

    reading = read_file(put(tmp_path, "a.textexpander", content))

    first, second = reading.found
    assert reading.format == "textexpander"
    assert (first.title, first.codes, first.body, first.group) == (
        "欢迎",
        (";hy",),
        "亲，您好\n/:^_^ <3",
        ("售前",),
    )
    assert (second.codes, second.title) == ((";fh",), "")
    assert first.spot.line < second.spot.line


def test_a_file_of_several_groups_names_their_snippets_by_id_or_holds_them(tmp_path: Path) -> None:
    root = {
        "groupsTE2": [
            {"name": "售前", "snippetUUIDs": ["1", "none"]},
            {"name": "售后", "snippetsTE2": [snippet("丙")]},
        ],
        "snippetsTE2": [snippet("甲", uuidString="1"), snippet("乙", ";b", uuidString="2")],
    }

    reading = read_file(put(tmp_path, "Settings.textexpander", plistlib.dumps(root)))

    assert [(found.body, found.group) for found in reading.found] == [
        ("甲", ("售前",)),
        ("乙", ()),
        ("丙", ("售后",)),
    ]


def test_scripts_are_left_out_and_the_text_of_a_formatted_snippet_is_kept(tmp_path: Path) -> None:
    scripts = [snippet("rm -rf /", f";{kind}", f"s{kind}", snippetType=kind) for kind in (2, 3, 4)]

    reading = read_file(put(tmp_path, "a.textexpander", group(*scripts, snippet("粗体", snippetType=1))))

    assert bodies(reading) == ["粗体"]
    assert [problem.names for problem in told(reading, Reason.PROGRAM)] == [
        ("s2 (AppleScript)",),
        ("s3 (shell)",),
        ("s4 (JavaScript)",),
    ]
    assert told(reading, Reason.FORMATTING)


@pytest.mark.parametrize(
    ("macro", "expected"),
    [
        ("%clipboard", "{{clipboard}}"),
        ("%Y-%m-%d", "{{date}}"),
        ("%Y年%m月%d日", "{{date}}"),
        ("%A", "{{date}}"),
        ("%H:%M", "{{time}}"),
        ("%1I:%M %p", "{{time}}"),
        ("%Y/%m/%d %H:%M:%S", "{{date}} {{time}}"),
        ("50%% off", "50% off"),
        ("%filltext:name=昵称:default=亲%", "{{?昵称|亲}}"),
        ("%fillarea:name=备注%", "{{?备注}}"),
        ("%fill:昵称%", "{{?昵称}}"),
        ("%fillpopup:name=快递:default=圆通:中通%", "{{?快递（圆通/中通）|圆通}}"),
        ("%key:enter%", "\n"),
    ],
)
def test_a_macro_becomes_ours_where_that_is_faithful(tmp_path: Path, macro: str, expected: str) -> None:
    reading = read_file(put(tmp_path, "a.textexpander", group(snippet(f"[{macro}]"))))

    assert bodies(reading) == [f"[{expected}]"]
    assert {problem.severity for problem in reading.problems} <= {Severity.HINT}


@pytest.mark.parametrize("macro", ["%snippet:;b%", "%@+1D%Y-%m-%d", "%fillpart:name=a:default=yes%", "%key:esc%"])
def test_a_macro_without_a_counterpart_stays_text_and_is_told(tmp_path: Path, macro: str) -> None:
    reading = read_file(put(tmp_path, "a.textexpander", group(snippet(f"亲{macro}。"))))

    assert bodies(reading) == [f"亲{macro}。"]
    assert told(reading, Reason.VARIABLE)


def test_the_place_of_the_cursor_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.textexpander", group(snippet("(%|)"))))

    assert bodies(reading) == ["()"]
    assert told(reading, Reason.FORMATTING)[0].names == ("%|",)


def test_one_bad_snippet_never_loses_the_rest(tmp_path: Path) -> None:
    odd = [snippet("甲"), "text", {"plainText": 5}, snippet("", ";e"), snippet("乙", abbreviation=7)]

    reading = read_file(put(tmp_path, "a.textexpander", group(*odd)))

    assert [(found.body, found.codes) for found in reading.found] == [("甲", (";a",)), ("乙", ())]
    assert [problem.reason for problem in reading.problems] == [Reason.BAD_ROW, Reason.NO_BODY, Reason.NO_BODY]


def test_ragged_rows_are_read_and_only_one_that_is_too_long_is_told(tmp_path: Path) -> None:
    text = ';hy,"亲，您好\n在的",欢迎\n;fh,马上发货\n;a\n;x,多,了,一格\n;dz,%filltext:name=地址%，对吗?,\n'

    reading = read_file(put(tmp_path, "a.csv", text))

    assert reading.format == "textexpander"
    assert [(found.codes, found.body, found.title) for found in reading.found if found.body] == [
        ((";hy",), "亲，您好\n在的", "欢迎"),
        ((";fh",), "马上发货", ""),
        ((";dz",), "{{?地址}}，对吗?", ""),
    ]
    assert [problem.spot.line for problem in told(reading, Reason.BAD_ROW)] == [5]


def test_a_table_of_numbers_is_not_taken_for_abbreviations(tmp_path: Path) -> None:
    text = "".join(f"{number},0x{number * 7_919:x}\n" for number in range(20))

    assert read_file(put(tmp_path, "a.csv", text)).format == "table"


def test_a_percent_sign_in_a_csv_is_a_macro_only_where_it_cannot_be_anything_else(tmp_path: Path) -> None:
    text = ";a,全场5%down到底\n;b,%Y-%m-%d发货,日期\n;c,100%\n"

    assert bodies(read_file(put(tmp_path, "a.csv", text))) == ["全场5%down到底", "{{date}}发货", "100%"]


@pytest.mark.parametrize(
    "content",
    [
        group(snippet("甲"))[:-40],
        group(snippet("甲"), form=plistlib.FMT_BINARY)[:-9],
        b"bplist00" + b"\xff" * 64,
        LAUGHS,
        b"<plist><array/></plist>",
        b"<plist><dict><key>snippetsTE2</key><date>never</date></dict></plist>",
        b"<plist><dict><key>a</key><integer>" + b"9" * 5_000 + b"</integer></dict></plist>",
    ],
)
def test_a_broken_list_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(put(tmp_path, "a.textexpander", content)).reason is Reason.BROKEN


def test_a_list_nested_without_end_is_refused_or_read_but_never_overflows(tmp_path: Path) -> None:
    deep = b"<plist><dict><key>snippetsTE2</key>" + b"<array>" * 50_000 + b"</array>" * 50_000 + b"</dict></plist>"

    reading = read_file(put(tmp_path, "a.textexpander", deep))

    assert not reading.found
    assert told(reading, Reason.BAD_ROW)
