"""QuickText: a library is read through its index, a category alone too, and no path leads out of the folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.imports.reading import BadFile, Reading, Reason, Severity
from app.core.phrases.phrase import Output
from app.formats.phrases.reading import read, read_file
from tests.formats.files import bodies, put, told


def snippet(body: str, abbr: str = "", **more: Any) -> dict[str, Any]:
    return {"id": "1", "name": "", "abbr": abbr, "body": body, "useVariables": False, "outputMode": ""} | more


def library(folder: Path, *categories: Any, **files: Any) -> str:
    put(folder, "index.json", json.dumps({"schemaVersion": 1, "categories": list(categories)}, indent=2))
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)
        put(folder, f"{name}.json", text)
    return str(folder)


def category(name: str, file: str) -> dict[str, str]:
    return {"name": name, "file": file, "color": ""}


def whole(path: str) -> Reading:
    (answer,) = read(path)
    assert isinstance(answer, Reading)
    return answer


def test_a_library_is_one_reading_in_the_order_of_its_index_with_file_and_line(tmp_path: Path) -> None:
    path = library(
        tmp_path,
        category("售后", "b.json"),
        category("售前/咨询", "a.json"),
        a=[snippet("亲，您好", "hy", name="欢迎")],
        b=[snippet("马上退款"), snippet("抱歉", "bq")],
        trash=[snippet("旧的")],
    )

    reading = whole(path)

    assert reading.format == "quicktext"
    assert [(found.group, found.body, found.codes) for found in reading.found] == [
        (("售后",), "马上退款", ()),
        (("售后",), "抱歉", ("bq",)),
        (("售前/咨询",), "亲，您好", ("hy",)),
    ]
    assert [(found.spot.sheet, found.spot.line) for found in reading.found] == [
        ("b.json", 2),
        ("b.json", 10),
        ("a.json", 2),
    ]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("{剪贴板}", "{{clipboard}}"),
        ("{Clipboard}", "{{clipboard}}"),
        ("{日期}", "{{date}}"),
        ("{时间}", "{{time}}"),
        ("{日期时间}", "{{date}} {{time}}"),
        ("{日期=yyyy年M月d日}", "{{date}}"),
        ("{姓名}", "{{?姓名}}"),
        ("{姓名:张三}", "{{?姓名|张三}}"),
        ("{快递|圆通|中通}", "{{?快递（圆通/中通）|圆通}}"),
        ("{日期:2026-01-01}", "{{?日期|2026-01-01}}"),
    ],
)
def test_a_token_becomes_ours_where_that_is_faithful(tmp_path: Path, token: str, expected: str) -> None:
    path = library(tmp_path, category("a", "a.json"), a=[snippet(f"亲{token}", useVariables=True)])

    reading = whole(path)

    assert bodies(reading) == [f"亲{expected}"]
    assert {problem.severity for problem in reading.problems} <= {Severity.HINT}


@pytest.mark.parametrize("token", ["{日期+7}", "{uuid}", "{片段:签名}", "{随机数}"])
def test_a_token_without_a_counterpart_stays_text_and_is_told(tmp_path: Path, token: str) -> None:
    path = library(tmp_path, category("a", "a.json"), a=[snippet(token, useVariables=True)])

    reading = whole(path)

    assert bodies(reading) == [token]
    assert told(reading, Reason.VARIABLE)[0].names == (token,)


def test_braces_of_a_snippet_without_variables_are_letters(tmp_path: Path) -> None:
    reading = whole(library(tmp_path, category("a", "a.json"), a=[snippet("if (x) {日期}")]))

    assert bodies(reading) == ["if (x) {日期}"]
    assert not reading.problems


def test_pictures_are_told_and_the_way_of_output_is_kept_but_for_sending(tmp_path: Path) -> None:
    rows = [
        snippet("", imagePath="images/a.png"),
        snippet("只复制", outputMode="copy"),
        snippet("发出", outputMode="paste-enter"),
    ]

    reading = whole(library(tmp_path, category("a", "a.json"), a=rows))

    assert [found.output for found in reading.found] == [Output.COPY, Output.PASTE]
    assert told(reading, Reason.PICTURE)[0].severity is Severity.SKIPPED
    assert told(reading, Reason.SENDING)[0].severity is Severity.HINT


@pytest.mark.parametrize("file", ["../secret.json", "/etc/a.json", "C:\\a.json", "..", "", 5, "a\0.json"])
def test_no_path_of_an_index_leads_out_of_the_folder(tmp_path: Path, file: Any) -> None:
    inside = tmp_path / "library"
    inside.mkdir()
    put(tmp_path, "secret.json", json.dumps([snippet("秘密")]))

    reading = whole(library(inside, {"name": "x", "file": file}, category("a", "a.json"), a=[snippet("甲")]))

    assert bodies(reading) == ["甲"]
    assert told(reading, Reason.OTHER_FILE)


def test_a_category_that_is_missing_or_broken_loses_itself_only(tmp_path: Path) -> None:
    categories = (category("x", "none.json"), category("b", "b.json"), category("a", "a.json"), "text")

    reading = whole(library(tmp_path, *categories, a=[snippet("甲"), 5], b="[{"))

    assert bodies(reading) == ["甲"]
    assert [(problem.reason, problem.spot.sheet) for problem in reading.problems] == [
        (Reason.NOT_FOUND, "none.json"),
        (Reason.BROKEN, "b.json"),
        (Reason.BAD_ROW, "a.json"),
        (Reason.OTHER_FILE, "index.json"),
    ]


def test_a_broken_index_refuses_the_library(tmp_path: Path) -> None:
    put(tmp_path, "index.json", '{"categories": [{"name": "a", "file": "a.json"}')

    (answer,) = read(str(tmp_path))

    assert isinstance(answer, BadFile)
    assert answer.reason is Reason.BROKEN


def test_the_file_of_one_category_is_read_alone(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "售前.json", json.dumps([snippet("您好", "hy")])))

    (found,) = reading.found
    assert (reading.format, found.group, found.codes) == ("quicktext", ("售前",), ("hy",))
