"""Text Blaze: folders become groups, shortcuts codes, and commands ours where they have a counterpart."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.imports.reading import Reason, Severity
from app.formats.phrases.reading import read_file
from tests.formats.files import bodies, put, refusal, told


def export(*snippets: Any, folder: Any = "售前") -> str:
    return json.dumps({"version": 7, "folders": [{"name": folder, "snippets": list(snippets)}]}, indent=1)


def snippet(text: str, shortcut: str = "/a", name: str = "") -> dict[str, Any]:
    return {"name": name, "shortcut": shortcut, "type": "text", "text": text}


def test_name_shortcut_text_and_folder_are_taken(tmp_path: Path) -> None:
    reading = read_file(put(tmp_path, "a.json", export(snippet("亲，您好", "/hy", "欢迎"), snippet("发货", "/fh"))))

    first, second = reading.found
    assert reading.format == "text_blaze"
    assert (first.title, first.codes, first.body, first.group) == ("欢迎", ("/hy",), "亲，您好", ("售前",))
    assert first.spot.line < second.spot.line


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("{clipboard}", "{{clipboard}}"),
        ("{time: YYYY-MM-DD}", "{{date}}"),
        ("{time: HH:mm}", "{{time}}"),
        ("{time}", "{{date}} {{time}}"),
        ("{formtext: name=昵称; default=亲}", "{{?昵称|亲}}"),
        ("{formparagraph: name=备注}", "{{?备注}}"),
        ("{formmenu: default=圆通; 中通; name=快递}", "{{?快递（圆通/中通）|圆通}}"),
        ("{formmenu: 圆通; 中通}", "{{?圆通/中通}}"),
        ("{key: enter}", "\n"),
        ("{亲} {x} {}", "{亲} {x} {}"),
    ],
)
def test_a_command_becomes_ours_where_that_is_faithful(tmp_path: Path, command: str, expected: str) -> None:
    reading = read_file(put(tmp_path, "a.json", export(snippet(f"[{command}]"))))

    assert bodies(reading) == [f"[{expected}]"]
    assert {problem.severity for problem in reading.problems} <= {Severity.HINT}


@pytest.mark.parametrize(
    "command", ["{if: x > 1}", "{= 1+1}", "{=x}", "{import: /b}", "{time: YYYY; shift=+1D}", "{key: ctrl-v}", "{site}"]
)
def test_a_command_without_a_counterpart_stays_text_and_is_told(tmp_path: Path, command: str) -> None:
    reading = read_file(put(tmp_path, "a.json", export(snippet(f"亲{command}"))))

    assert bodies(reading) == [f"亲{command}"]
    assert told(reading, Reason.VARIABLE)[0].names == (command,)


def test_html_comes_as_the_text_it_shows(tmp_path: Path) -> None:
    html = {"name": "a", "shortcut": "/a", "type": "html", "html": "<p>亲<br>您好{cursor}</p>"}

    reading = read_file(put(tmp_path, "a.json", export(html)))

    assert bodies(reading) == ["亲\n您好"]
    assert [problem.names for problem in told(reading, Reason.FORMATTING)] == [("HTML",), ("{cursor}",)]


def test_one_bad_snippet_or_folder_never_loses_the_rest(tmp_path: Path) -> None:
    good = {"name": 5, "snippets": [snippet("甲"), 7, {"text": ""}, snippet("乙", "/b")]}
    text = json.dumps({"folders": ["x", {"name": "y", "snippets": 5}, good]}, indent=1)

    reading = read_file(put(tmp_path, "a.json", text))

    assert [(found.body, found.group) for found in reading.found] == [("甲", ()), ("乙", ())]
    assert len(told(reading, Reason.BAD_ROW)) == 3
    assert len(told(reading, Reason.NO_BODY)) == 1
    assert len({problem.spot for problem in reading.problems}) == 4


def test_a_file_that_is_cut_off_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refusal(put(tmp_path, "a.json", export(snippet("甲"), snippet("乙"))[:-20]))

    assert error.reason is Reason.BROKEN
    assert error.spot.line > 5
