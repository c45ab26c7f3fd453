"""What holds for the files of every program: a second import changes nothing, and nothing hostile gets further."""

import io
import json
import plistlib
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.imports.reading import BadFile, Reading, Reason, Severity
from app.formats.phrases.reading import FORMATS, read, read_file
from app.services.phrases.importing import Import
from tests.fakes import FakeBackups, FakeClock, FakePhrases
from tests.formats.files import put, refusal
from tests.formats.phrases.foreign import FILES, autokey_folder, quicktext_folder

KINDS = pytest.mark.parametrize("name", FILES)
ENDINGS = pytest.mark.parametrize("name", ["a.json", "a.textexpander", "a.ahk", "a.csv"])
FUZZ = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def answers(path: str, format_name: str = "") -> list[Reading | BadFile]:
    """All answers for a path; each thing that is lost must say where and why."""
    found = list(read(path, format_name=format_name))
    assert found
    for answer in found:
        assert isinstance(answer, Reading | BadFile)
        problems = answer.problems if isinstance(answer, Reading) else ()
        assert all(problem.sentence for problem in problems)
        assert all(problem.spot.line for problem in problems if problem.severity is Severity.SKIPPED)
    return found


@KINDS
def test_each_file_is_recognised_as_what_it_is(tmp_path: Path, name: str) -> None:
    reading = read_file(put(tmp_path, name, FILES[name]))

    assert name.startswith(reading.format)
    assert len(reading.found) >= 2


def test_the_folders_are_recognised_as_what_they_are(tmp_path: Path) -> None:
    library, tree = quicktext_folder(tmp_path / "library"), autokey_folder(tmp_path / "tree")

    readings = [answers(path)[0] for path in (library, tree)]

    assert [reading.format for reading in readings if isinstance(reading, Reading)] == ["quicktext", "autokey"]


@pytest.mark.parametrize("name", [*FILES, "library", "tree"])
def test_a_second_import_of_the_same_changes_nothing(tmp_path: Path, name: str) -> None:
    made: dict[str, Callable[[Path], str]] = {"library": quicktext_folder, "tree": autokey_folder}
    path = made[name](tmp_path / name) if name in made else put(tmp_path, name, FILES[name])
    numbers = count()
    service = Import(read, FakePhrases(), FakeBackups(), FakeClock(), lambda: f"n{next(numbers)}")
    first = service.apply(service.dry_run([path])).counts

    second = service.dry_run([path])

    assert first.new >= 2
    assert (second.counts.same, second.counts.new, second.counts.changed) == (first.new, 0, 0)
    assert second.counts.conflicting == 0
    assert not second.phrases


@KINDS
def test_every_row_of_a_file_is_a_phrase_or_a_reason(tmp_path: Path, name: str) -> None:
    service = Import(read, FakePhrases(), FakeBackups(), FakeClock(), lambda: "n")
    rows = {"quicktext.json": 3, "autohotkey.ahk": 4, "textexpander.csv": 4, "beeftext.csv": 3}

    plan = service.dry_run([put(tmp_path, name, FILES[name])])

    assert len(plan.rows) == rows.get(name, 3 if name.endswith(".textexpander") else 2)
    assert all(row.phrase or row.problems for row in plan.rows)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"combos": []}'),
        ("a.json", '{"folders": [{"name": "a", "snippets": []}]}'),
        ("a.ahk", "; 只有说明\n#Requires AutoHotkey v2\n"),
        ("a.textexpander", "<plist><dict><key>snippetsTE2</key><array/></dict></plist>"),
    ],
)
def test_a_file_without_phrases_says_so(tmp_path: Path, name: str, text: str) -> None:
    assert refusal(put(tmp_path, name, text)).reason is Reason.NO_PHRASES


# Hostile files.


@ENDINGS
def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(1024**3)

    assert refusal(str(path)).reason is Reason.TOO_BIG


@ENDINGS
def test_a_zip_under_a_foreign_name_is_never_unpacked(tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 210 * 1024 * 1024)

    assert refusal(put(tmp_path, name, out.getvalue())).reason is Reason.UNPACKS_TOO_BIG


@KINDS
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-be", "big5", "shift-jis"])
def test_another_encoding_is_read_or_refused(tmp_path: Path, name: str, encoding: str) -> None:
    text = FILES[name].decode("utf-8", "replace")

    assert answers(put(tmp_path, name, text.encode(encoding, "replace")))


@KINDS
@pytest.mark.parametrize("piece", ["\0", "\ufffe", "\x1b", "\ud800"])
def test_nul_and_half_characters_never_come_as_phrases_that_can_be_stored(
    tmp_path: Path, name: str, piece: str
) -> None:
    text = FILES[name].decode("utf-8", "replace").replace("发货", f"发{piece}货").replace("退款", f"退{piece}款")
    path = put(tmp_path, name, text.encode("utf-8", "surrogatepass"))
    service = Import(read, FakePhrases(), FakeBackups(), FakeClock(), lambda: "n")

    plan = service.dry_run([path])

    stored = [part for phrase in plan.phrases for part in (phrase.title, phrase.body)]
    assert not [part for part in stored if "\0" in part or "\ud800" in part]


@pytest.mark.parametrize(
    ("name", "start", "piece"),
    [
        *(("beeftext.json", '{"combos":[{"snippet":"', piece) for piece in ("#{", "#{a:", "#{dateTime:\\\\", "{{")),
        *(("beeftext.json", '{"combos":', piece) for piece in ("[", '{"a":', '"', "[{},")),
        *(("text_blaze.json", '{"folders":[{"snippets":[{"text":"', piece) for piece in ("{", "{=", "{time:", "{a: ")),
        *(("text_blaze.json", '{"folders":[{"snippets":', piece) for piece in ("[", '{"snippets":[')),
        *(("quicktext.json", '[{"abbr":"","useVariables":true,"body":"', piece) for piece in ("{", "{日期+", "{a|")),
        *(("a.textexpander", "<plist><dict><key>snippetsTE2</key>", p) for p in ("<array>", "<dict>", "<!--", "&")),
        *(("a.csv", ";a,甲\n;b,", piece) for piece in ("%", "%fill", "%Y-", "%fill:a", '"', '""', ",", "%@+1D")),
        *(("a.ahk", "::a::", piece) for piece in ("`", "{", "^", "{a ", "::", "\n(", "\n::a", " ;", "\n/*", "+!^#")),
        *(("a.ahk", "::a::\n(", piece) for piece in ("\n(", " join", "\nx ;", "\n)", "\n::a::\n(")),
        *(("a.ahk", "#Hotstring ", piece) for piece in ("X", "K", "\n#Hotstring", " ")),
    ],
)
def test_hostile_repetition_takes_no_more_than_a_moment(tmp_path: Path, name: str, start: str, piece: str) -> None:
    assert answers(put(tmp_path, name, start + piece * 100_000))  # the timeout of the test run is the point


@pytest.mark.parametrize("piece", ["<date ", "<ctrl>+", "<", "<date format=", '<date format="'])
def test_hostile_repetition_in_a_tree_takes_no_more_than_a_moment(tmp_path: Path, piece: str) -> None:
    assert answers(autokey_folder(tmp_path / "tree", (piece * 20_000).encode()))


def test_a_binary_list_that_names_one_snippet_very_often_is_refused(tmp_path: Path) -> None:
    shared = {"abbreviation": "a", "plainText": "x" * 1_000}
    bomb = plistlib.dumps({"snippetsTE2": [shared] * 300_000}, fmt=plistlib.FMT_BINARY)

    assert refusal(put(tmp_path, "a.textexpander", bomb)).reason is Reason.TOO_MANY_ROWS


def test_more_combos_than_can_be_are_refused(tmp_path: Path) -> None:
    text = '{"combos":[' + ",".join(["{}"] * 200_001) + "]}"

    assert refusal(put(tmp_path, "a.json", text)).reason is Reason.TOO_MANY_ROWS


@KINDS
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_is_cut_off_brings_what_is_whole_or_a_sentence(tmp_path: Path, name: str, share: float) -> None:
    whole = len(read_file(put(tmp_path, name, FILES[name])).found)
    (answer,) = answers(put(tmp_path, name, FILES[name][: int(len(FILES[name]) * share)]))

    assert isinstance(answer, BadFile) or len(answer.found) <= whole


@KINDS
def test_something_that_was_appended_to_json_or_a_list_refuses_it(tmp_path: Path, name: str) -> None:
    (answer,) = answers(put(tmp_path, name, FILES[name] + b"\n<html>{x"))

    if name.endswith((".json", "expander.textexpander")):
        assert isinstance(answer, BadFile)
        assert answer.reason is Reason.BROKEN


@KINDS
@FUZZ
@given(data=st.data())
def test_a_good_file_with_a_few_bytes_changed_brings_a_reading_or_a_sentence(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    broken = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(broken) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=4))
        broken[at : at + data.draw(st.integers(0, 6))] = piece

    answers(put(tmp_path, name, bytes(broken)))


@pytest.mark.parametrize("known", [known.name for known in FORMATS])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=300), st.sampled_from(list(FILES.values()))))
def test_any_bytes_read_as_any_format_bring_a_reading_or_a_sentence(tmp_path: Path, known: str, content: bytes) -> None:
    answers(put(tmp_path, "a.bin", content), known)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "text", "a"]), inner),
    max_leaves=12,
)


@FUZZ
@given(value=_JSON, field=st.sampled_from(["snippet", "keyword", "name", "group", "enabled", "useHtml", "description"]))
def test_no_type_of_a_field_brings_anything_else(tmp_path: Path, value: Any, field: str) -> None:
    snippet = {"text": "甲", "body": "甲", "abbr": "a", "shortcut": "a"} | {field: value, "text": value}
    blaze = {"folders": [{"name": value, "snippets": [snippet, value]}, value]}
    for name, root in (
        ("a.json", {"combos": [{"snippet": "甲"} | {field: value}, value], "groups": value}),
        ("b.json", blaze),
        ("c.json", [{"abbr": value, "body": "甲", "outputMode": value, "imagePath": value}, value]),
    ):
        answers(put(tmp_path, name, json.dumps(root)))
    answers(quicktext_folder(tmp_path / "library", index=json.dumps({"categories": [value, {"file": value}]}).encode()))
    described = {"type": "phrase", "description": value, "abbreviation": value, "hotkey": {"hotKey": value}}
    answers(autokey_folder(tmp_path / "tree", described=json.dumps(described).encode()))


@FUZZ
@given(st.text(max_size=120))
def test_no_text_brings_anything_else(tmp_path: Path, text: str) -> None:
    answers(put(tmp_path, "a.ahk", ("::x::" + text).encode("utf-8", "surrogatepass")))
    answers(put(tmp_path, "a.csv", (f";a,甲\n;b,{text}\n;c,丙\n").encode("utf-8", "surrogatepass")))
    answers(autokey_folder(tmp_path / "tree", text.encode("utf-8", "surrogatepass")))
