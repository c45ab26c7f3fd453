"""A lead's packs on the command line: a blank file, what is wrong with one, what is different between two."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app import cli
from app.core.packs.lead_choices import LeadChoices
from app.formats.packs.packs import save_pack
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import paths
from tests.formats.books import book
from tests.packs import whole_pack
from tests.sheets import SHANGHAI

Out = pytest.CaptureFixture[str]
GOOD = {"话术包": [["包编号"], ["shop"]], "话术": [["快捷编码", "内容", "环节"], ["hy", "亲，欢迎光临", "欢迎"]]}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *words: str) -> int:
    return cli.run(["--data", str(data), "pack", *words])


def answer(capsys: Out) -> Any:
    return json.loads(capsys.readouterr().out)


def keep_rules(data: Path, rules: str) -> None:
    """The lead edits the lists in the window of publishing."""
    places = paths(data)
    places.make()
    desk = open_desk(places, SystemClock())
    desk.preferences.change(lead=LeadChoices(rules=rules))
    desk.close()


def put(path: Path, **sheets: Any) -> str:
    path.write_bytes(book(**sheets))
    return str(path)


def test_from_a_blank_workbook_to_a_pack_without_an_error(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = str(tmp_path / "d11.xlsx")
    assert run(data, "new", file, "--name", "双11", "--json") == 0
    assert answer(capsys) == {"file": file, "form": "xlsx", "id": "d11"}
    assert run(data, "check", file) == 1
    assert "There is nothing in the pack." in capsys.readouterr().out
    blank = openpyxl.load_workbook(file)
    blank["话术"].append(["hy", "欢迎语", "亲，欢迎光临"])
    blank.save(file)

    code = run(data, "check", file, "--json")

    [told] = answer(capsys)["files"]
    assert code == 0
    assert (told["id"], told["name"], told["counts"]["phrase"]) == ("d11", "双11", 1)
    assert (told["can_be_published"], told["findings"]) == (True, [])


@pytest.mark.parametrize("ending", ["csv", "yaml", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_blank_text_file_is_a_pack_with_one_example(
    data: Path, tmp_path: Path, capsys: Out, ending: str, language: str
) -> None:
    file = str(tmp_path / f"shop.{ending}")

    assert run(data, "new", file, "--language", language) == 0
    assert run(data, "check", file, "--strict") == 0


def test_the_headings_are_in_the_language_that_was_asked_for(data: Path, tmp_path: Path) -> None:
    run(data, "new", str(tmp_path / "a.xlsx"), "--language", "en")

    names = openpyxl.load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes())).sheetnames

    assert names[:3] == ["Read me", "Pack", "Phrases"]


def test_a_file_that_is_there_is_not_written_over_unless_it_is_said_so(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine")

    assert run(data, "new", str(file)) == 1
    assert file.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    assert run(data, "new", str(file), "--force") == 0
    assert '"pack": 1' in file.read_text("utf-8")


def test_a_name_that_asks_for_no_form_and_an_id_that_can_name_nothing_are_refused(data: Path, tmp_path: Path) -> None:
    assert run(data, "new", str(tmp_path / "a.txt")) == 2
    with pytest.raises(SystemExit) as end:
        run(data, "new", str(tmp_path / "a.xlsx"), "--id", "a b")
    assert end.value.code == 2
    assert run(data, "new", str(tmp_path / "none" / "a.xlsx")) == 1


def test_errors_are_told_by_sheet_row_and_column(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = put(tmp_path / "a.xlsx", 话术=[["快捷编码", "内容", "环节"], ["hy", "欢迎", "午饭"]])

    code = run(data, "check", file, "--json")

    [told] = answer(capsys)["files"]
    assert code == 1
    assert told["can_be_published"] is False
    wrong = [(each["sheet"], each["row"], each["column"], each["rule"]) for each in told["findings"]]
    assert ("话术", 2, "环节", "not_a_choice") in wrong


def test_warnings_fail_only_where_that_is_asked_for(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = put(tmp_path / "a.xlsx", 话术=[["快捷编码", "内容"], ["hy", "全网最低"], ["hy", "在的亲"]])

    assert run(data, "check", file) == 0
    told = capsys.readouterr().out
    assert "warning\t" in told
    assert "话术, row 3, 快捷编码" in told
    assert "话术, row 2, 内容" in told
    assert run(data, "check", file, "--strict") == 1


def test_several_files_are_checked_at_once_and_one_that_is_no_pack_fails(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    good = put(tmp_path / "a.xlsx", **GOOD)
    bad = tmp_path / "b.json"
    bad.write_text("{")

    code = run(data, "check", good, str(bad), "--json")

    told = answer(capsys)["files"]
    assert code == 1
    assert [each["can_be_published"] for each in told] == [True, False]
    assert told[1]["findings"][0]["rule"] == "broken"


def test_a_shop_checks_by_its_own_lists(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = put(tmp_path / "a.xlsx", 话术=[["内容"], ["秒杀价来了，全网最低"]])
    assert run(data, "rules", "--json") == 0
    rules = tmp_path / "rules.txt"
    rules.write_text(answer(capsys)["rules"].replace("refuse 全网最低", "refuse 秒杀价"), "utf-8")

    run(data, "check", file, "--rules", str(rules), "--json")

    found = answer(capsys)["files"][0]["findings"]
    assert {("shop_word", "秒杀价"), ("doubtful_word", "最")} == {(each["rule"], each["names"][0]) for each in found}


def test_the_lists_of_the_settings_are_those_of_the_command_line_unless_it_names_others(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    file = put(tmp_path / "a.xlsx", 话术=[["内容"], ["秒杀价来了"]])
    keep_rules(data, "block 秒杀价\n")
    none = tmp_path / "none.txt"
    none.write_text("# 什么都不查\n", "utf-8")

    codes = (run(data, "check", file), run(data, "check", file, "--rules", str(none)), run(data, "rules"))

    said = capsys.readouterr().out
    assert codes == (1, 0, 0)
    assert "“秒杀价” may not be published" in said
    assert said.endswith("\nblock 秒杀价\n")


def test_a_list_with_a_line_that_is_no_rule_is_refused(data: Path, tmp_path: Path, capsys: Out) -> None:
    rules = tmp_path / "rules.txt"
    rules.write_text("shout 喂")
    file = put(tmp_path / "a.xlsx", **GOOD)

    for path in (rules, tmp_path / "none.txt"):
        with pytest.raises(SystemExit) as end:
            run(data, "check", file, "--rules", str(path))
        assert end.value.code == 2
    assert "line 1" in capsys.readouterr().err


def test_two_files_are_compared_thing_by_thing(data: Path, tmp_path: Path, capsys: Out) -> None:
    old = put(tmp_path / "old.xlsx", 话术=[["快捷编码", "内容"], ["hy", "满128减10"], ["zj", "再见亲"]])
    new = put(tmp_path / "new.xlsx", 话术=[["快捷编码", "内容", "必读"], ["hy", "满128减15", "是"], ["cf", "催付", ""]])

    assert run(data, "diff", old, new, "--json") == 0

    told = answer(capsys)["differences"]
    assert [(each["fate"], each["name"], each["is_must_read"]) for each in told] == [
        ("changed", "满128减15", True),
        ("added", "催付", False),
        ("withdrawn", "再见亲", False),
    ]
    body = next(change for change in told[0]["changes"] if change["field"] == "body")
    assert body["runs"] == [
        {"text": "满128减", "mark": "same"},
        {"text": "10", "mark": "gone"},
        {"text": "15", "mark": "new"},
    ]
    assert run(data, "diff", old, new) == 0
    assert "满128减[-10-]{+15+}" in capsys.readouterr().out


def test_the_same_pack_in_two_forms_is_no_difference(data: Path, tmp_path: Path, capsys: Out) -> None:
    for name in ("a.xlsx", "b.yaml"):
        save_pack(str(tmp_path / name), whole_pack(), SHANGHAI)

    assert run(data, "diff", str(tmp_path / "a.xlsx"), str(tmp_path / "b.yaml")) == 0

    assert capsys.readouterr().out == "There is no difference.\n"


def test_two_packs_are_said_to_be_two(data: Path, tmp_path: Path, capsys: Out) -> None:
    for name in ("one", "two"):
        save_pack(str(tmp_path / f"{name}.json"), whole_pack(name), SHANGHAI)

    assert run(data, "diff", str(tmp_path / "one.json"), str(tmp_path / "two.json")) == 0

    assert "two packs" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_not_compared(data: Path, tmp_path: Path, capsys: Out) -> None:
    good = put(tmp_path / "a.xlsx", **GOOD)

    assert run(data, "diff", good, str(tmp_path / "none.json")) == 1
    assert "does not exist" in capsys.readouterr().err
