"""Beeftext: combos become phrases in every version of its file, its variables ours, and nothing is run."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.imports.reading import Reason, Severity
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, refusal, told

GROUP = "{0f6f2b6e-1111-4222-8333-444455556666}"


def backup(*combos: dict[str, Any], version: int = 10, indent: int | None = 4) -> str:
    groups = [{"uuid": GROUP, "name": "售前", "description": ""}]
    root = {"combos": list(combos), "fileFormatVersion": version, "groups": groups}
    return json.dumps(root, ensure_ascii=False, indent=indent)


def combo(snippet: str, keyword: str = "x", **more: Any) -> dict[str, Any]:
    return {"uuid": "{u}", "name": "", "keyword": keyword, "snippet": snippet, "group": GROUP, "enabled": True} | more


def test_name_keyword_snippet_and_group_are_taken_with_the_line_of_the_combo(tmp_path: Path) -> None:
    text = backup(combo("亲，您好 /:^_^\n在的", "hy", name="欢迎"), combo("马上发货", "fh", group=""))

    reading = read_file(put(tmp_path, "comboList.json", text))

    first, second = reading.found
    assert reading.format == "beeftext"
    assert (first.title, first.codes, first.body, first.group) == ("欢迎", ("hy",), "亲，您好 /:^_^\n在的", ("售前",))
    assert (second.group, second.codes) == ((), ("fh",))
    assert [found.spot.line for found in reading.found] == [3, 11]


def test_the_first_version_has_other_names_for_the_same_fields(tmp_path: Path) -> None:
    old = {"comboText": "hy", "substitutionText": "您好", "name": "欢迎"}

    (found,) = read_file(put(tmp_path, "a.json", backup(old, version=1))).found

    assert (found.title, found.codes, found.body) == ("欢迎", ("hy",), "您好")


def test_combos_in_one_line_are_told_apart_by_their_number(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.json", backup(combo("甲"), combo(""), combo("丙"), indent=None)))

    assert [(found.body, found.spot.sheet) for found in reading.found] == [("甲", ""), ("丙", "#3")]
    assert [problem.spot.sheet for problem in told(reading, Reason.NO_BODY)] == ["#2"]


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("#{clipboard}", "{{clipboard}}"),
        ("#{date}", "{{date}}"),
        ("#{time}", "{{time}}"),
        ("#{dateTime}", "{{date}} {{time}}"),
        ("#{dateTime:yyyy年M月d日}", "{{date}}"),
        ("#{dateTime:hh:mm}", "{{time}}"),
        ("#{input:买家昵称}", "{{?买家昵称}}"),
        ("#{key:enter}", "\n"),
    ],
)
def test_a_variable_becomes_ours_where_that_is_faithful(tmp_path: Path, variable: str, expected: str) -> None:
    reading = read_file(put(tmp_path, "a.json", backup(combo(f"亲{variable}好"))))

    assert bodies(reading) == [f"亲{expected}好"]
    assert {problem.severity for problem in reading.problems} <= {Severity.HINT}


@pytest.mark.parametrize(
    ("variable", "reason"),
    [
        ("#{powershell:Remove-Item x}", Reason.SCRIPT),
        ("#{envVar:PATH}", Reason.VARIABLE),
        ("#{combo:hy}", Reason.VARIABLE),
        ("#{dateTime:+1d:yyyy}", Reason.VARIABLE),
        ("#{imageFile:C:/a.png}", Reason.PICTURE),
    ],
)
def test_what_has_no_counterpart_stays_text_and_is_told(tmp_path: Path, variable: str, reason: Reason) -> None:
    reading = read_file(put(tmp_path, "a.json", backup(combo(f"亲{variable}"))))

    assert bodies(reading) == [f"亲{variable}"]
    assert [problem.severity for problem in told(reading, reason)] == [Severity.UNSUPPORTED]


def test_html_comes_as_the_text_it_shows_and_a_switched_off_combo_comes_too(tmp_path: Path) -> None:
    html = combo("<p>亲 <b>您好</b></p><p>&lt;3</p>", useHtml=True)

    reading = read_file(put(tmp_path, "a.json", backup(html, combo("乙#{cursor}", "y", enabled=False), version=8)))

    assert bodies(reading) == ["亲 您好\n<3", "乙"]
    assert [problem.names for problem in told(reading, Reason.FORMATTING)] == [("HTML",), ("#{cursor}",)]
    assert [problem.severity for problem in told(reading, Reason.SWITCHED_OFF)] == [Severity.HINT]


def test_a_description_is_the_title_where_there_is_no_name_and_told_where_there_is(tmp_path: Path) -> None:
    text = backup(combo("甲", description="说明"), combo("乙", "y", name="名", description="说明"))

    reading = read_file(put(tmp_path, "a.json", text))

    assert [found.title for found in reading.found] == ["说明", "名"]
    assert [problem.names for problem in told(reading, Reason.COLUMN_IGNORED)] == [("说明",)]


def test_one_bad_combo_never_loses_the_rest(tmp_path: Path) -> None:
    half = backup(combo("甲"), combo("HALF", "h"), combo("丙", "c")).replace("HALF", "\\ud800")
    odd = half.replace('"combos": [', '"combos": [ 5, "x", null,')

    reading = read_file(put(tmp_path, "a.json", odd))

    assert bodies(reading) == ["甲", "丙"]
    assert len(told(reading, Reason.BAD_ROW)) == 3
    assert [problem.spot.line for problem in told(reading, Reason.HAS_SURROGATE)] == [11]


def test_pairs_of_surrogates_and_backslashes_before_a_u_are_whole_characters(tmp_path: Path) -> None:
    text = backup(combo("PAIR")).replace("PAIR", "\\ud83d\\ude00 \\\\ud800")

    assert bodies(read_file(put(tmp_path, "a.json", text))) == ["😀 \\ud800"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gbk"])
def test_other_encodings_are_read_too(tmp_path: Path, encoding: str) -> None:
    text = backup(combo("亲，您好，今天四点前发货"))

    assert bodies(read_file(put(tmp_path, "a.json", text, encoding))) == ["亲，您好，今天四点前发货"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"combos": [', Reason.BROKEN),
        ('{"combos": [] } x', Reason.BROKEN),
        ('{"x": 5, "y": {"combos": []}}', Reason.BROKEN),
        ('{"combos": [' + "[" * 100_000, Reason.TOO_DEEP),
        ('{"combos": [{"snippet": "a\0b"}]}', Reason.BROKEN),
    ],
)
def test_a_broken_backup_is_refused(tmp_path: Path, text: str, reason: Reason) -> None:
    assert refusal(put(tmp_path, "a.json", text)).reason is reason


def test_three_columns_without_a_header_are_keyword_snippet_and_name(tmp_path: Path) -> None:
    text = 'hy,"亲，您好\n#{clipboard}",欢迎\nfh,马上发货,发货\n'

    reading = read_file(put(tmp_path, "a.csv", text))

    assert reading.format == "beeftext"
    assert [(found.codes, found.body, found.title, found.spot.line) for found in reading.found] == [
        (("hy",), "亲，您好\n{{clipboard}}", "欢迎", 1),
        (("fh",), "马上发货", "发货", 3),
    ]


def test_a_short_first_row_is_no_header(tmp_path: Path) -> None:
    long = "今天下单的宝贝都会在四点前发出，请您放心，物流信息明天就能看到"

    reading = read_file(put(tmp_path, "a.csv", f"sig,Best regards,Signature\nfh,{long},x\ndz,{long}，谢谢,y\n"))

    assert [found.codes for found in reading.found] == [("sig",), ("fh",), ("dz",)]


def test_another_meaning_of_the_three_columns_is_followed(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "hy,您好，欢迎光临,欢迎\nfh,马上发货,发货\n")
    (table,) = read_file(path).tables

    reading = read_file(path, columns={table.key: {"A": "keywords", "B": "body", "C": "group"}})

    assert [(found.keywords, found.group) for found in reading.found] == [(("hy",), ("欢迎",)), (("fh",), ("发货",))]
