"""AutoHotkey: hotstrings that replace are phrases; whatever would run is told and left out."""

from pathlib import Path

import pytest

from app.core.imports.reading import Reading, Reason, Severity
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, told


def script(folder: Path, text: str, encoding: str = "utf-8-sig") -> Reading:
    return read_file(put(folder, "shop.ahk", text, encoding))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gbk", "utf-16"])
def test_an_abbreviation_and_its_text_are_a_phrase_of_the_scripts_group(tmp_path: Path, encoding: str) -> None:
    reading = script(tmp_path, "; 话术\n::hy::亲，您好，欢迎光临小店 ; 问候\n\n:*C1:fh/::马上发货\n", encoding)

    assert reading.format == "autohotkey"
    assert [(found.codes, found.body, found.spot.line, found.group) for found in reading.found] == [
        (("hy",), "亲，您好，欢迎光临小店", 2, ("shop",)),
        (("fh/",), "马上发货", 4, ("shop",)),
    ]
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一`n二`t三", "一\n二\t三"),
        ("a`; b `` c `% d", "a; b ` c % d"),
        ("http://x.cn/a;b", "http://x.cn/a;b"),
        ("一{Enter}二{Tab}三", "一\n二\t三"),
        ("一+{Enter 2}二", "一\n\n二"),
        ("{!}{#}{+}{^}{{}{}}", "!#+^{}"),
        ("{U+4F60}{U+1F600}", "你😀"),
        ("a{Space 3}b", "a   b"),
        ("您好! C# 1+1", "您好! C# 1+1"),
        ("看^v", "看{{clipboard}}"),
        ("a::b", "a::b"),
        ("一{Tab}{Raw}{Enter}^v", "一\t{Enter}^v"),
        ("/:^_^ /:^$^", "/:^_^ /:^$^"),
    ],
)
def test_escapes_and_keys_become_what_they_type(tmp_path: Path, text: str, expected: str) -> None:
    reading = script(tmp_path, f"::x::{text}\n")

    assert bodies(reading) == [expected]
    assert not reading.problems


def test_a_raw_hotstring_types_its_text_as_it_stands(tmp_path: Path) -> None:
    reading = script(tmp_path, ":R:a::{Enter}^v\n#Hotstring T ; 原样\n::b::{Tab}\n:T0R0:c::{Tab}c\n")

    assert bodies(reading) == ["{Enter}^v", "{Tab}", "\tc"]


def test_a_colon_may_begin_an_abbreviation_and_spaces_may_stand_among_the_options(tmp_path: Path) -> None:
    reading = script(tmp_path, ":::smile::😄\n:R  C:STr::String\n\t:?*:`.` `.::…\n")

    assert [(found.codes, found.body) for found in reading.found] == [
        ((":smile",), "😄"),
        (("STr",), "String"),
        ((". .",), "…"),
    ]


def test_keys_that_move_are_dropped_and_told_and_unknown_ones_stay(tmp_path: Path) -> None:
    reading = script(tmp_path, ":*b0:<em>::</em>{left 5}\n::x::{F5}甲^c\n")

    assert bodies(reading) == ["<em></em>", "{F5}甲^c"]
    assert [problem.names for problem in told(reading, Reason.FORMATTING)] == [("{left 5}",)]
    assert [problem.names for problem in told(reading, Reason.VARIABLE)] == [("{F5}",), ("^c",)]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("(\n一\n\n  二  \n)", "一\n\n  二"),
        ("; 说明\n(LTrim\n  一\n  二`t三\n)尾", "一\n二\t三尾"),
        ("(Join`s\n一\n二\n)", "一 二"),
        ("(Join\n一\n二\n)", "一二"),
        ("(Join)\n一\n二\n)", "一)二"),
        ("(RTrim0 Comments\n一 \n; 说明\n二 ; 说明\n)", "一 \n二"),
        ("(`\n一`n二\n)", "一`n二"),
        ("(\n::不是::热字串\n)", "::不是::热字串"),
    ],
)
def test_a_continuation_section_is_the_text(tmp_path: Path, section: str, expected: str) -> None:
    reading = script(tmp_path, f"::x::\n{section}\n::y::乙\n")

    assert bodies(reading) == [expected, "乙"]


def test_a_section_goes_on_a_text_and_version_two_takes_its_indentation_away(tmp_path: Path) -> None:
    text = "#Requires AutoHotkey v2.0\n::x::亲：`n\n    (\n    一\n      二\n    )\n"

    assert bodies(script(tmp_path, text)) == ["亲：\n一\n  二"]


def test_code_is_told_with_its_line_and_never_taken(tmp_path: Path) -> None:
    text = (
        "#Include other.ahk\n/*\n::no::注释\n*/\n:X:a::Run('calc.exe')\n"
        "::b::\nSend, 甲\nreturn\n::c:: {\n  MsgBox('乙')\n}\n"
        "~RButton Up::Send 丙\nHotstring('::d', '丁')\n#Hotstring X\n::e::Run x\n:X0:f::己\nx := '::g::庚'\n"
    )

    reading = script(tmp_path, text)

    assert bodies(reading) == ["己"]
    assert [(problem.spot.line, problem.names[0]) for problem in told(reading, Reason.PROGRAM)] == [
        (5, "a"),
        (6, "b"),
        (9, "c"),
        (12, "~RButton Up"),
        (13, "d"),
        (15, "e"),
    ]
    assert told(reading, Reason.OTHER_FILE)[0].severity is Severity.UNSUPPORTED


def test_a_section_that_is_never_closed_is_told_and_loses_only_itself(tmp_path: Path) -> None:
    reading = script(tmp_path, "::x::甲\n::y::\n(\n乙\n::z::丙\n")

    assert bodies(reading) == ["甲", "丙"]
    assert [problem.spot.line for problem in told(reading, Reason.BAD_ROW)] == [2]


def test_an_abbreviation_at_the_end_without_a_text_is_told(tmp_path: Path) -> None:
    reading = script(tmp_path, "::x::甲\n::y::\n\n")

    assert [problem.spot.line for problem in told(reading, Reason.NO_BODY)] == [2]


def test_the_text_in_a_section_of_code_is_no_hotstring(tmp_path: Path) -> None:
    reading = script(tmp_path, 'help := "\n(\n::a::甲\n)"\n::b::乙\n')

    assert bodies(reading) == ["乙"]
