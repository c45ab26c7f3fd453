"""The cheat-sheet on the command line, as scripts and people call it."""

import json
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.system.instance import Instance
from tests.formats.books import book

Out = pytest.CaptureFixture[str]
SALE = {
    "活动": [["名称", "类型", "限购（件）"], ["双11", "平台大促", 2]],
    "阶段": [
        ["活动", "阶段名称", "类型", "开始时间", "结束时间", "实付比例"],
        ["双11", "开售", "开售", "2026-11-11", "2026-11-12 24:00", ""],
        ["双11", "前两小时半价", "加场", "2026-11-11", "2026-11-11 02:00", "50%"],
    ],
    "优惠券": [["活动", "满（元）", "减（元）"], ["双11", 128, 10], ["双11", 238, 20]],
    "平台满减": [["活动", "每满（元）", "减（元）"], ["双11", 300, 50]],
    "商品": [["名称", "编码", "尺寸", "日常价（元）"], ["大号箱", "A1", "60 厘米", 89]],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def filled(data: Path, tmp_path: Path, capsys: Out) -> Path:
    """A data folder with the sale in it."""
    file = tmp_path / "双11.xlsx"
    file.write_bytes(book(**SALE))
    assert run(data, "activity", "import", str(file)) == 0
    capsys.readouterr()
    return data


def run(data: Path, *words: str) -> int:
    return cli.run(["--data", str(data), *words])


def answer(capsys: Out) -> Any:
    return json.loads(capsys.readouterr().out)


def refused(data: Path, *words: str) -> int:
    with pytest.raises(SystemExit) as end:
        run(data, *words)
    return int(end.value.code or 0)


def test_an_import_tells_what_it_did_and_the_same_again_changes_nothing(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    file = tmp_path / "双11.xlsx"
    file.write_bytes(book(**SALE))

    run(data, "activity", "import", str(file), "--dry-run", "--json")
    dry = answer(capsys)
    run(data, "activity", "import", str(file), "--json")
    done = answer(capsys)
    run(data, "activity", "import", str(file), "--json")
    again = answer(capsys)

    assert (dry["counts"]["new"], dry["is_applied"], dry["backup"]) == (2, False, "")
    assert (done["counts"]["new"], done["is_applied"]) == (2, True)
    assert done["backup"]
    assert again["counts"] == {"new": 0, "changed": 0, "same": 2}


def test_what_is_wrong_is_told_with_sheet_row_and_column(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "bad.xlsx"
    file.write_bytes(book(**{**SALE, "优惠券": [["活动", "满（元）", "减（元）"], ["双11", 50, 60]]}))

    code = run(data, "activity", "import", str(file))

    told = capsys.readouterr()
    assert code == 1
    assert "优惠券, row 2, 减（元）:" in told.err
    assert "new 1, changed 0, same 0" in told.out


def test_the_list_tells_the_phase_of_a_moment(filled: Path, capsys: Out) -> None:
    run(filled, "activity", "list", "--json", "--at", "2026-11-11 01:00")
    running = answer(capsys)["activities"][0]
    run(filled, "activity", "list", "--json", "--at", "2026-11-13 0:00")
    over = answer(capsys)["activities"][0]

    assert (running["name"], running["state"]) == ("双11", "running")
    assert [phase["name"] for phase in running["phases"]] == ["前两小时半价", "开售"]
    assert running["ends_at"] == "2026-11-13T00:00:00+08:00"
    assert running["left_seconds"] == 47 * 3600
    assert (over["state"], over["left_seconds"]) == ("over", 0)


def test_the_list_without_json_is_a_line_an_activity(filled: Path, capsys: Out) -> None:
    code = run(filled, "activity", "list", "--at", "2026-11-12 12:00")

    assert code == 0
    assert capsys.readouterr().out == "双11\trunning\t开售\t2026-11-11 00:00 – 2026-11-13 00:00\n"


def test_an_empty_cheat_sheet_has_nothing_to_list(data: Path, capsys: Out) -> None:
    code = run(data, "activity", "list", "--json")

    assert (code, answer(capsys)["activities"]) == (1, [])


def test_one_activity_is_shown_in_full_by_a_part_of_its_name(filled: Path, capsys: Out) -> None:
    code = run(filled, "activity", "show", "11", "--json")

    activity = answer(capsys)["activity"]
    assert code == 0
    assert activity["phases"][1]["rate"] in ("0.5", None)
    assert [coupon["off"] for coupon in activity["coupons"]] == ["10", "20"]
    assert activity["limit"]["count"] == 2


def test_shown_without_json_are_the_answers_to_buyers(filled: Path, capsys: Out) -> None:
    run(filled, "activity", "show", "双11")

    assert "限购" in capsys.readouterr().out


def test_an_activity_that_is_not_there_is_told_with_those_that_are(filled: Path, capsys: Out) -> None:
    assert refused(filled, "activity", "show", "双12") == 1

    assert "双11" in capsys.readouterr().err


def test_facts_are_said_as_a_phrase_would_say_them_at_that_moment(filled: Path, capsys: Out) -> None:
    run(filled, "facts", "--at", "2026-11-11 01:30", "--json")
    early = answer(capsys)
    run(filled, "facts", "--at", "2026-11-12 23:59:20", "--product", "a1", "--json")
    late = answer(capsys)

    assert early["activity"] == "双11"
    assert early["facts"]["activity.phase"] == "前两小时半价"
    assert early["facts"]["activity.phase_left"] == "还有30分钟"
    assert early["facts"]["activity.limit"] == "2件"
    assert late["facts"]["activity.left"] == "最后40秒"
    assert (late["product"], late["facts"]["product.size"]) == ("大号箱", "60 厘米")
    assert late["at"] == "2026-11-12T23:59:20+08:00"


def test_facts_of_an_activity_that_is_over_are_not_told(filled: Path, capsys: Out) -> None:
    run(filled, "facts", "--at", "2026-11-20 12:00", "--activity", "双11", "--json")

    facts = answer(capsys)["facts"]
    assert "activity.left" not in facts
    assert "activity.coupons" not in facts
    assert facts["date"] == "11月20日"


def test_where_several_run_the_facts_of_each_are_told_apart(filled: Path, tmp_path: Path, capsys: Out) -> None:
    other = {
        "活动": [["名称"], ["聚划算"]],
        "阶段": [SALE["阶段"][0], ["聚划算", "开团", "开售", "2026-11-11", "2026-11-12", ""]],
    }
    (tmp_path / "b.xlsx").write_bytes(book(**other))
    run(filled, "activity", "import", str(tmp_path / "b.xlsx"))
    capsys.readouterr()

    run(filled, "facts", "--at", "2026-11-11 12:00", "--json")

    told = answer(capsys)
    assert told["activity"] is None
    assert [each["activity"] for each in told["by_activity"]] == ["双11", "聚划算"]
    assert told["by_activity"][1]["facts"]["activity.left"] == "还有12小时"


def test_a_price_is_worked_out_at_a_moment_to_the_cent(filled: Path, capsys: Out) -> None:
    code = run(filled, "price", "89+128*2", "--at", "2026-11-12 12:00", "--json")

    quote = answer(capsys)
    assert code == 0
    assert (quote["full"], quote["total"], quote["saved"]) == ("345.00", "275.00", "70.00")
    assert quote["coupon"]["off"] == "20.00"
    assert "275元" in quote["sentence"]


def test_before_the_sale_nothing_is_taken_off(filled: Path, capsys: Out) -> None:
    run(filled, "price", "89+128*2", "--at", "2026-11-01", "--json")

    assert answer(capsys)["total"] == "345.00"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("price", "89+"), "missing at place"),
        (("price", "89", "--at", "2026-02-30"), "does not exist"),
        (("facts", "--at", "quarter to never"), "is not a moment"),
        (("activity", "list", "--at", "25:00"), "does not exist"),
    ],
)
def test_a_call_that_cannot_be_meant_is_a_sentence_and_the_code_2(
    filled: Path, capsys: Out, words: tuple[str, ...], told: str
) -> None:
    try:
        code = run(filled, *words)
    except SystemExit as end:
        code = int(end.code or 0)

    assert code == 2
    assert told in capsys.readouterr().err


def test_what_is_exported_is_imported_as_the_same(filled: Path, tmp_path: Path, capsys: Out) -> None:
    file = str(tmp_path / "out.xlsx")

    exported = run(filled, "activity", "export", file)
    run(filled, "activity", "import", file, "--json")

    assert exported == 0
    assert answer(capsys)["counts"] == {"new": 0, "changed": 0, "same": 2}


def test_a_template_is_written_and_brings_nothing_by_itself(data: Path, tmp_path: Path, capsys: Out) -> None:
    file = str(tmp_path / "t.xlsx")

    written = run(data, "activity", "template", file)
    run(data, "activity", "import", file, "--json")

    told = answer(capsys)
    assert written == 0
    assert (told["entries"], told["problems"], told["example_rows"]) == ([], [], 12)


def test_a_file_that_cannot_be_written_is_a_sentence(data: Path, tmp_path: Path, capsys: Out) -> None:
    code = run(data, "activity", "template", str(tmp_path / "nowhere" / "t.xlsx"))

    assert code == 1
    assert "does not exist" in capsys.readouterr().err


def test_the_sample_comes_and_goes(data: Path, capsys: Out) -> None:
    run(data, "activity", "sample", "--json")
    there = answer(capsys)
    run(data, "activity", "sample", "--remove", "--json")
    gone = answer(capsys)

    assert (there["activities"], gone["activities"], gone["products"]) == (4, 0, 0)


def test_finding_finds_answers_too_by_pinyin(filled: Path, capsys: Out) -> None:
    code = run(filled, "find", "dahaoxiang", "--json")

    hits = json.loads(capsys.readouterr().out)["hits"]
    assert code == 0
    assert {hit["source"] for hit in hits} == {"sheet"}
    assert any(hit["title"] == "大号箱 尺寸" for hit in hits)


def test_several_words_need_no_quotes(filled: Path, capsys: Out) -> None:
    run(filled, "find", "大号箱", "尺寸", "--json")

    told = answer(capsys)
    assert told["query"] == "大号箱 尺寸"
    assert told["hits"][0]["text"].startswith("亲")


def test_nothing_is_imported_behind_the_back_of_a_running_window(filled: Path, tmp_path: Path, capsys: Out) -> None:
    window = Instance(filled)
    assert window.is_first()

    assert refused(filled, "activity", "import", str(tmp_path / "双11.xlsx")) == 1
    dry = run(filled, "activity", "import", str(tmp_path / "双11.xlsx"), "--dry-run")

    assert "is running" in capsys.readouterr().err
    assert dry == 0
    window.close()
