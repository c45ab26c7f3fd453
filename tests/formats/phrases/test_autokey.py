"""AutoKey: every text of a tree is a phrase, with its JSON, hidden or not, or without; scripts are told."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.core.imports.reading import BadFile, Reading, Reason, Severity
from app.formats.phrases import autokey
from app.formats.phrases.reading import read, read_file
from tests.formats.files import bodies, put, told
from tests.formats.phrases.foreign import autokey_folder


def described(**more: Any) -> str:
    return json.dumps({"type": "phrase", "description": "", "usageCount": 3, "abbreviation": {}} | more)


def tree(folder: Path) -> Path:
    root = folder / "data" / "My Phrases"
    root.mkdir(parents=True)
    put(root, ".folder.json", json.dumps({"type": "folder", "title": "我的话术"}))
    return root


def whole(path: Path, format_name: str = "") -> Reading:
    (answer,) = read(str(path), format_name=format_name)
    assert isinstance(answer, Reading)
    return answer


def test_a_text_and_its_json_are_a_phrase_whether_the_json_is_hidden_or_not(tmp_path: Path) -> None:
    root = tree(tmp_path)
    put(root, "hello.txt", "亲，您好\n/:^_^")
    put(root, ".hello.json", described(description="欢迎", abbreviation={"abbreviations": ["hy", "nh"]}))
    put(root, "ship.txt", "马上发货")
    put(root, "ship.json", described(abbreviation={"abbreviation": "fh"}))
    put(root, "bare.txt", "没有说明也可以")

    reading = whole(tmp_path / "data")

    assert reading.format == "autokey"
    assert [(found.title, found.codes, found.body) for found in reading.found] == [
        ("bare", (), "没有说明也可以"),
        ("欢迎", ("hy", "nh"), "亲，您好\n/:^_^"),
        ("ship", ("fh",), "马上发货"),
    ]
    assert {found.group for found in reading.found} == {("我的话术",)}


def test_folders_are_groups_and_each_phrase_is_told_by_its_file(tmp_path: Path) -> None:
    root = tree(tmp_path)
    inner = root / "addresses" / "home"
    inner.mkdir(parents=True)
    put(inner, "a.txt", "杭州市")
    put(inner, "folder.json", json.dumps({"type": "folder", "title": "家"}))

    (found,) = whole(root).found

    assert found.group == ("我的话术", "addresses", "家")
    assert (found.spot.file, found.spot.sheet, found.spot.line) == (str(root), "addresses/home/a.txt", 1)


def test_a_path_that_ends_in_a_slash_gives_the_same_groups(tmp_path: Path) -> None:
    path = autokey_folder(tmp_path / "tree")

    with_slash, without = (read(each)[0] for each in (path + "/", path))

    assert isinstance(with_slash, Reading)
    assert isinstance(without, Reading)
    assert [found.group for found in with_slash.found] == [found.group for found in without.found]


def test_scripts_are_told_and_never_run(tmp_path: Path) -> None:
    root, trace = tree(tmp_path), tmp_path / "trace"
    put(root, "do.py", f"open({str(trace)!r}, 'w')")
    put(root, ".do.json", json.dumps({"type": "script"}))

    reading = whole(root)

    assert not reading.found
    assert [(problem.names, problem.spot.sheet) for problem in told(reading, Reason.PROGRAM)] == [(("do.py",), "do.py")]
    assert not trace.exists()


def test_a_hotkey_is_left_to_the_agent(tmp_path: Path) -> None:
    root = tree(tmp_path)
    put(root, "a.txt", "甲")
    put(root, "a.json", described(hotkey={"modifiers": ["<ctrl>", "<alt>"], "hotKey": "h"}))

    (problem,) = told(whole(root), Reason.HOTKEY)

    assert (problem.names, problem.severity) == (("<ctrl>+<alt>+h",), Severity.HINT)


@pytest.mark.parametrize(
    ("macro", "expected"),
    [
        ("<date format=%Y-%m-%d>", "{{date}}"),
        ('<date format="%H:%M">', "{{time}}"),
        ("<date>", "{{date}}"),
        ("<enter>", "\n"),
        ("<shift>+<enter>", "\n"),
        ("<ctrl>+v", "{{clipboard}}"),
        ("<b>粗</b> <3", "<b>粗</b> <3"),
    ],
)
def test_a_macro_becomes_ours_where_that_is_faithful(tmp_path: Path, macro: str, expected: str) -> None:
    root = tree(tmp_path)
    put(root, "a.txt", f"亲{macro}好")

    reading = whole(root)

    assert bodies(reading) == [f"亲{expected}好"]
    assert {problem.severity for problem in reading.problems} <= {Severity.HINT}


@pytest.mark.parametrize(
    ("macro", "reason"),
    [
        ("<script name=x args=a,b>", Reason.SCRIPT),
        ("<file name=/etc/passwd>", Reason.OTHER_FILE),
        ("<ctrl>+<alt>+x", Reason.VARIABLE),
    ],
)
def test_a_macro_without_a_counterpart_stays_text_and_is_told(tmp_path: Path, macro: str, reason: Reason) -> None:
    root = tree(tmp_path)
    put(root, "a.txt", f"亲{macro}")

    reading = whole(root)

    assert bodies(reading) == [f"亲{macro}"]
    assert told(reading, reason)


def test_one_bad_text_never_loses_the_rest(tmp_path: Path) -> None:
    root = tree(tmp_path)
    put(root, "a.txt", b"\xff\xff\xff\xff")
    put(root, "b.txt", "")
    put(root, "c.txt", "丙")
    put(root, "c.json", "[" * 100_000)
    put(root, "d.txt", "x" * (autokey.MAX_PHRASE_BYTES + 1))

    reading = whole(root)

    assert bodies(reading) == ["丙"]
    assert [(problem.reason, problem.spot.sheet) for problem in reading.problems] == [
        (Reason.BAD_ENCODING, "a.txt"),
        (Reason.NO_BODY, "b.txt"),
        (Reason.BODY_TOO_LONG, "d.txt"),
    ]


def test_a_description_whose_text_is_gone_is_told(tmp_path: Path) -> None:
    root = tree(tmp_path)
    put(root, ".gone.json", described())
    put(root, "other.json", "{}")

    reading = whole(root)

    assert [(problem.reason, problem.spot.sheet) for problem in reading.problems] == [(Reason.NO_BODY, ".gone.json")]


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows links are made by administrators")
def test_a_link_out_of_the_tree_is_not_followed(tmp_path: Path) -> None:
    root = tree(tmp_path)
    put(tmp_path, "secret.txt", "秘密")
    (root / "a.txt").symlink_to(tmp_path / "secret.txt")
    (root / "inner").symlink_to(tmp_path)

    reading = whole(root)

    assert not reading.found
    assert [problem.names for problem in told(reading, Reason.OTHER_FILE)] == [("a.txt",)]


def test_a_folder_of_mere_texts_is_read_where_the_agent_says_what_it_is(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "甲")

    (unknown,) = read(str(tmp_path))
    reading = whole(tmp_path, "autokey")

    assert isinstance(unknown, BadFile)
    assert unknown.reason is Reason.UNKNOWN_FORMAT
    assert bodies(reading) == ["甲"]


def test_a_single_text_is_read_with_the_json_beside_it_where_the_agent_says_so(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "甲")
    put(tmp_path, ".a.json", described(abbreviation={"abbreviations": ["x"]}))

    (found,) = read_file(path, format_name="autokey").found

    assert (found.title, found.codes, found.body) == ("a", ("x",), "甲")


def test_a_tree_beside_other_files_is_read_as_a_tree_and_they_as_files(tmp_path: Path) -> None:
    put(tree(tmp_path), "a.txt", "甲")
    put(tmp_path, "b.csv", "快捷编码,快捷短语\nb,乙\n")

    first, second = read(str(tmp_path))

    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert {first.format, second.format} == {"autokey", "qianniu"}


def test_of_a_far_too_large_tree_the_first_files_are_read_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(tmp_path)
    for number in range(4):
        put(root, f"{number}.txt", f"甲{number}")
    monkeypatch.setattr(autokey, "MAX_FILES", 3)

    reading = whole(root)

    assert bodies(reading) == ["甲0", "甲1", "甲2"]
    assert [(problem.limit, problem.spot.line) for problem in told(reading, Reason.TOO_MANY_FILES)] == [(3, 0)]
