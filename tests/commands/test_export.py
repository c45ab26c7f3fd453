"""`qindesk export` as scripts and people call it."""

import json
import os
from pathlib import Path

import pytest

from app import cli
from app.formats.phrases.reading import read_file

CSV = (
    "标题,快捷编码,内容,分组\n"
    "发货,fh,亲，拍下后尽快发出哦 /:^_^,物流=>发货\n"
    "催付,cf,亲，{{activity.left}} 内付款,售前\n"
    "在吗,,亲，在的,售前\n"
)


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with three phrases."""
    file = tmp_path / "in.csv"
    file.write_text(CSV, "utf-8")
    folder = tmp_path / "data"
    cli.run(["--data", str(folder), "import", str(file)])
    capsys.readouterr()
    return folder


def run(data: Path, *words: str) -> int:
    return cli.run(["--data", str(data), "export", *words])


def bodies(path: Path) -> list[str]:
    return [found.body for found in read_file(str(path)).found]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.yml", "a.json"])
def test_the_ending_of_the_name_tells_the_kind_and_the_file_reads_back(data: Path, tmp_path: Path, name: str) -> None:
    code = run(data, "--out", str(tmp_path / name))

    assert code == 0
    assert len(bodies(tmp_path / name)) == 3
    assert "亲，拍下后尽快发出哦 /:^_^" in bodies(tmp_path / name)


def test_what_is_written_for_another_pc_is_all_new_there_and_then_all_the_same(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "--out", str(tmp_path / "a.json"))
    capsys.readouterr()

    counts = []
    for _ in range(2):
        cli.run(["--data", str(tmp_path / "other"), "import", str(tmp_path / "a.json"), "--json"])
        counts.append(json.loads(capsys.readouterr().out)["counts"])

    assert [(each["new"], each["same"]) for each in counts] == [(3, 0), (0, 3)]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_reading_an_own_export_again_changes_nothing(
    data: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "--out", str(tmp_path / name), "--group", "售前")
    capsys.readouterr()

    cli.run(["--data", str(data), "import", str(tmp_path / name), "--dry-run", "--json"])

    counts = json.loads(capsys.readouterr().out)["counts"]
    assert (counts["same"], counts["new"], counts["changed"]) == (2, 0, 0)


def test_a_group_is_written_with_those_inside_it(data: Path, tmp_path: Path) -> None:
    run(data, "--format", "kefubao", "--group", "物流", "--out", str(tmp_path / "a.xlsx"))
    run(data, "--group", "物流 / 发货", "--group", "售前", "--out", str(tmp_path / "b.xlsx"))

    assert bodies(tmp_path / "a.xlsx") == ["亲，拍下后尽快发出哦 /:^_^"]
    assert len(bodies(tmp_path / "b.xlsx")) == 3


def test_a_group_that_does_not_exist_is_told_with_those_that_do(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(data, "--group", "售中", "--out", str(tmp_path / "a.csv"))

    assert end.value.code == 1
    assert "物流/发货" in capsys.readouterr().err
    assert not (tmp_path / "a.csv").exists()


def test_a_dry_run_tells_the_losses_and_writes_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(data, "--format", "sogou", "--out", str(tmp_path / "a.ini"), "--dry-run", "--json")

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (told["count"], told["left_out"], told["is_written"]) == (2, 1, False)
    losses = {each["loss"]: (each["count"], each["titles"]) for each in told["losses"]}
    assert losses["no_code"] == (1, ["在吗"])
    assert losses["variables"] == (1, ["催付"])
    assert not (tmp_path / "a.ini").exists()


def test_losses_are_sentences_for_people(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, "--out", str(tmp_path / "a.csv"))

    said = capsys.readouterr()
    assert "1: The variables in double braces stay as they are" in said.err
    assert f"{tmp_path / 'a.csv'}: 3 phrases" in said.out


def test_a_name_that_tells_no_kind_is_a_wrong_call(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "--out", "phrases") == 2
    assert "--format" in capsys.readouterr().err


def test_an_empty_library_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(tmp_path / "empty", "--out", str(tmp_path / "a.csv"))

    assert code == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert not (tmp_path / "a.csv").exists()


def test_a_folder_that_is_not_there_is_a_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(data, "--out", os.path.join(tmp_path, "none", "a.csv"))

    assert code == 1
    assert "does not exist" in capsys.readouterr().err
