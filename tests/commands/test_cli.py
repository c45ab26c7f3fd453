"""The command line as scripts and people call it."""

import io
import json
from pathlib import Path

import pytest

from app import VERSION, cli
from app.front.desk import STARTER_PACKS
from app.system.instance import Instance

CSV = "快捷短语编码,快捷短语,快捷短语分组\nfh,亲，拍下后尽快发出哦 /:^_^,物流\n,,空\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    file = tmp_path / "千牛.csv"
    file.write_bytes(CSV.encode("gb18030"))
    return file


def run(data: Path, *words: str) -> int:
    return cli.run(["--data", str(data), *words])


def test_a_phrase_is_found_as_json_by_its_code_and_pinyin(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, "import", str(STARTER_PACKS["zh_CN"]))
    capsys.readouterr()

    code = run(data, "find", "cf", "--json", "--limit", "3")

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["query"] == "cf"
    assert found["hits"][0]["codes"] == ["cf"]
    assert found["hits"][0]["matched"] == "code"
    assert len(found["hits"]) == 3


def test_every_line_of_standard_input_is_a_query(
    data: Path, csv: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(data, "import", str(csv))
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("fahuo\nfh\nzzz\n"))

    run(data, "find", "--stdin", "--json")

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["query"] for answer in answers] == ["fahuo", "fh", "zzz"]
    assert [len(answer["hits"]) for answer in answers][1:] == [1, 0]


def test_a_dry_run_changes_nothing_and_an_import_says_what_it_did(
    data: Path, csv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "import", str(csv), "--dry-run", "--json")
    dry = json.loads(capsys.readouterr().out)
    nothing_yet = run(data, "find", "fh")
    run(data, "import", str(csv), "--json")
    done = json.loads(capsys.readouterr().out)

    assert dry["counts"]["new"] == 1
    assert nothing_yet == 1
    assert done["is_applied"]
    assert done["backup"]
    assert run(data, "find", "fh") == 0


def test_each_bad_row_is_named_with_its_line(data: Path, csv: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, "import", str(csv))

    assert "line 3" in capsys.readouterr().err


def test_a_broken_file_is_a_sentence_and_a_failing_exit_code(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")

    code = run(data, "import", str(broken))

    assert code == 1
    assert "broken.xlsx" in capsys.readouterr().err


def test_nothing_is_imported_behind_the_back_of_a_running_window(
    data: Path, csv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir()
    window = Instance(data)
    assert window.is_first()

    with pytest.raises(SystemExit) as end:
        run(data, "import", str(csv))

    assert end.value.code == 1
    assert "is running" in capsys.readouterr().err
    window.close()


def test_a_foreign_database_is_told_and_left_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.mkdir()
    file = data / "qindesk.db"
    file.write_bytes(b"something else entirely" * 99)

    code = run(data, "find", "cf")

    assert code == 1
    assert capsys.readouterr().err.strip()
    assert file.read_bytes() == b"something else entirely" * 99


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")

    with pytest.raises(SystemExit) as end:
        run(in_the_way / "data", "find", "cf")

    assert end.value.code == 1
    assert "cannot be used" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.run(["--version"])

    assert (caught.value.code, capsys.readouterr().out) == (0, f"QinDesk {VERSION}\n")


@pytest.mark.parametrize(("words", "said"), [(("find", "zzz"), "“zzz”"), (("activity", "list"), "activity template")])
def test_what_finds_nothing_says_so(
    data: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    code = run(data, *words)

    assert code == 1
    assert said in capsys.readouterr().err
