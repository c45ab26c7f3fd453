"""Orders on the command line, as scripts and people call it."""

import argparse
import inspect
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from app.commands import order_words, orders, report
from app.core.orders.choices import LOST_REASONS
from app.core.orders.incoming import drafts as order_drafts
from app.core.orders.incoming import lines as order_lines
from app.core.orders.order import Outcome
from app.core.sheet.sheet import EMPTY
from app.services.orders.reports import Reports
from tests.formats.exports import PAID, number, row
from tests.services.orders.test_importing import Room

Out = pytest.CaptureFixture[str]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A desk with orders, opened by whatever command asks for one."""
    room = Room(tmp_path)

    def opened(_options: argparse.Namespace, *, is_writing: bool = False) -> Any:
        return SimpleNamespace(
            office=SimpleNamespace(
                orders=room.orders, importing=room.service, reports=Reports(room.store, room.orders._clock)
            ),
            shop_time=room.orders._clock,
            stores=SimpleNamespace(orders=room.store),
            preferences=SimpleNamespace(current=room.settings),
            sheet=SimpleNamespace(sheet=EMPTY),
            phrase=lambda _phrase_id: None,
            close=lambda: None,
        )

    for command in (orders, report):
        monkeypatch.setattr(command, "open_desk_of", opened)
    monkeypatch.setattr(orders, "by_window", lambda *_: None)
    return room


def run(*words: str) -> int:
    whole = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true")
    commands = whole.add_subparsers()
    for command in (orders, report):
        command.add(commands, common)
    options = whole.parse_args(words if words[0] == "report" else ["order", *words])
    return int(options.run(options))


def refused(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        run(*words)
    return int(end.value.code or 0)


def answer(capsys: Out) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_line_becomes_an_order_and_the_same_again_does_not_double_it(room: Room, capsys: Out) -> None:
    code = run("add", "小熊猫", "128", "聚", "14:05", "--json")
    told = answer(capsys)
    run("add", "小熊猫 128 聚 14:05", "--json")
    again = answer(capsys)

    assert (code, told["is_changed"], again["is_changed"]) == (0, True, False)
    assert (told["order"]["buyer"], told["order"]["amount"], told["order"]["kind"]) == ("小熊猫", "128.00", "聚划算")
    assert told["order"]["closes_at"] == "2026-11-11T14:35:00+08:00"
    assert told["order"]["left_seconds"] == 15 * 60
    assert len(room.store.rows) == 1


def test_a_line_that_cannot_be_an_order_is_refused_with_its_piece(room: Room, capsys: Out) -> None:
    code = run("add", "小熊猫 128 收纳箱")

    assert code == 2
    assert "“收纳箱” is not understood" in capsys.readouterr().err
    assert room.store.rows == {}


def test_a_line_that_has_closed_already_is_taken_and_told(room: Room, capsys: Out) -> None:
    assert run("add", "小熊猫 128 聚 13:00", "--json") == 0

    told = capsys.readouterr()
    assert "closed already" in told.err
    assert json.loads(told.out)["hints"] == ["closed_already"]


def test_an_export_is_taken_over_and_the_same_again_changes_nothing(room: Room, capsys: Out) -> None:
    path = room.file(row(0), row(1, 订单编号="1.23E+18"))

    dry, code = run("import", path, "--dry-run", "--json"), run("import", path, "--json")
    lines = capsys.readouterr().out.splitlines()
    run("import", path, "--json")
    again = answer(capsys)["files"][0]

    first, done = (json.loads(line)["files"][0] for line in lines)
    assert (dry, code) == (1, 1)
    assert (first["counts"]["new"], first["is_applied"]) == (1, False)
    assert (done["counts"]["new"], done["is_applied"]) == (1, True)
    assert (again["counts"]["new"], again["counts"]["same"]) == (0, 1)
    assert done["problems"][0]["row"] == 3


def test_problems_are_told_to_people_with_row_and_column(room: Room, capsys: Out) -> None:
    run("import", room.file(row(0, 订单编号="1.23E+18")))

    told = capsys.readouterr()
    assert "row 2, 订单编号: The order number was rounded to 1.23E+18" in told.err
    assert told.out.startswith("new 0, ")


def test_the_list_is_what_is_open_by_kind_flag_and_agent(room: Room, capsys: Out) -> None:
    run("add", "甲 10 聚 14:05 红")
    run("add", "乙 20 聚 14:01")
    run("add", "丙 30")
    [others] = [order for order in room.orders.open() if order.buyer == "甲"]
    room.orders.edit(replace(others, agent="别人"))
    capsys.readouterr()

    def buyers(*words: str) -> list[str]:
        run("list", "--json", *words)
        return [order["buyer"] for order in answer(capsys)["orders"]]

    assert buyers() == ["乙", "甲", "丙"]
    assert buyers("--kind", "聚") == ["乙", "甲"]
    assert buyers("--flag", "red") == ["甲"]
    assert buyers("--mine") == ["乙", "丙"]
    assert buyers("--limit", "1") == ["乙"]
    assert run("list", "--kind", "尾款") == 1


def test_the_list_tells_the_money_at_risk(room: Room, capsys: Out) -> None:
    run("add", "甲 10.50")
    run("add", "乙 20")
    capsys.readouterr()

    run("list", "--json", "--limit", "1")

    told = answer(capsys)
    assert (told["count"], told["money"], len(told["orders"])) == (2, "30.50", 1)


def test_what_has_closed_by_its_time_is_neither_in_the_list_nor_at_risk(room: Room, capsys: Out) -> None:
    run("add", "甲 10 聚 14:05")
    run("add", "乙 20")
    room.clock.go(timedelta(hours=1))
    capsys.readouterr()

    run("list", "--json")
    told = answer(capsys)
    code = run("list", "--kind", "聚")

    assert [order["buyer"] for order in told["orders"]] == ["乙"]
    assert (told["count"], told["money"]) == (1, "20.00")
    assert (code, capsys.readouterr().err) == (1, "No such order is open.\n")


@pytest.mark.parametrize("words", [("--kind", "怪"), ("--flag", "粉")])
def test_a_word_of_the_list_that_is_not_known_is_refused(room: Room, words: tuple[str, str], capsys: Out) -> None:
    assert refused("list", *words) == 2
    assert words[1] in capsys.readouterr().err


def test_what_became_of_an_order_is_said_by_its_number_or_id(room: Room, capsys: Out) -> None:
    run("import", room.file(row(0), row(1), row(2)))
    capsys.readouterr()
    last = room.orders.book.numbered(number(2))
    assert last is not None

    codes = [
        run("outcome", number(0), "paid", "--json"),
        run("outcome", number(1), "given-up", "--reason", "发货太慢", "--json"),
        run("outcome", last.id, "closed", "--reason", "价格", "--json"),
    ]

    told = [json.loads(line)["order"] for line in capsys.readouterr().out.splitlines()]
    assert codes == [0, 0, 0]
    assert [(one["outcome"], one["lost_reason"]) for one in told] == [
        ("paid", ""),
        ("given_up", "slow_shipping"),
        ("closed", "price"),
    ]
    assert list(room.orders.open()) == []


def test_a_reason_can_be_said_later(room: Room, capsys: Out) -> None:
    run("import", room.file(row(0)))
    run("outcome", number(0), "given-up")
    capsys.readouterr()

    run("outcome", number(0), "given-up", "--reason", "price", "--json")

    assert answer(capsys)["order"]["lost_reason"] == "price"


def test_an_order_or_reason_that_does_not_exist_is_refused(room: Room, capsys: Out) -> None:
    run("import", room.file(row(0)))

    assert run("outcome", "999", "paid") == 1
    assert refused("outcome", number(0), "closed", "--reason", "怪") == 2
    assert refused("outcome", number(0), "paid", "--reason", "price") == 2
    said = capsys.readouterr().err
    assert all(reason.name in said for reason in LOST_REASONS)
    own = room.orders.book.numbered(number(0))
    assert own is not None
    assert own.is_open


def test_an_order_that_ended_long_ago_is_found_by_its_number(room: Room, capsys: Out) -> None:
    run("import", room.file(row(0, **{"订单状态": PAID, "订单付款时间 ": "2026-11-05 10:00:00"})))
    room.start()
    capsys.readouterr()

    run("outcome", number(0), "paid", "--json")

    told = answer(capsys)
    assert (told["order"]["outcome"], told["is_changed"]) == (Outcome.PAID.value, False)


def test_for_people_an_order_is_a_line(room: Room, capsys: Out) -> None:
    run("add", "小熊猫 128 聚 14:05")

    assert capsys.readouterr().out == "2026-11-11 14:35\t小熊猫\t128.00\t聚划算\t\t15 min left\n"


def test_what_is_left_of_days_is_told_in_days(room: Room, capsys: Out) -> None:
    run("add", "小熊猫 128 普通 14:05")

    assert capsys.readouterr().out.endswith("\t2 d 23 h left\n")


def test_an_outcome_of_an_order_that_is_not_known_says_where_numbers_are_told(room: Room, capsys: Out) -> None:
    code = run("outcome", "小熊猫", "paid")

    assert code == 1
    assert "qindesk order list --json" in capsys.readouterr().err


def test_the_report_of_a_day_tells_what_became_of_its_orders(room: Room, capsys: Out) -> None:
    run("add", "甲 10.50 聚 14:05")
    run("add", "乙 20")
    room.clock.go(timedelta(minutes=1))
    first, second = room.orders.open()
    room.orders.pay(first.id)
    room.orders.give_up(second.id, "price")
    capsys.readouterr()

    codes = run("report", "--json"), run("report", "--day", "11-10", "--json"), run("report")

    today, yesterday, *lines = capsys.readouterr().out.splitlines()
    assert codes == (0, 0, 0)
    assert json.loads(today)["recovered"] == {"count": 1, "money": "10.50"}
    assert [row["reason"] for row in json.loads(today)["lost_reasons"]] == ["price"]
    assert json.loads(yesterday)["outcomes"] == []
    assert "2026-11-11\t\t价格原因\t1\t20" in lines


def test_a_report_of_several_days_is_written_as_a_workbook(room: Room, tmp_path: Path, capsys: Out) -> None:
    run("import", room.file(row(0, **{"订单状态": PAID, "订单付款时间 ": "2026-11-10 10:00:00"})))
    capsys.readouterr()
    path = tmp_path / "日报.xlsx"

    code = run("report", "--day", "2026-11-10", "--until", "11-11", "--out", str(path))

    page = openpyxl.load_workbook(path)["Outcomes"]
    assert (code, capsys.readouterr().out) == (0, "")
    assert [cell.value for cell in page[2]] == ["2026-11-10", None, "paid", 1, 128]


def test_a_report_that_cannot_be_written_and_a_day_that_does_not_exist_are_refused(
    room: Room, tmp_path: Path, capsys: Out
) -> None:
    assert run("report", "--out", str(tmp_path / "none" / "a.xlsx")) == 1
    assert refused("report", "--day", "2026-02-30") == 2
    assert "does not exist" in capsys.readouterr().err


def test_every_refusal_of_a_line_has_a_sentence() -> None:
    sources = "".join(inspect.getsource(module) for module in (order_lines, order_drafts))
    rules = set(re.findall(r'BadOrder\("(\w+)"', sources))

    assert rules <= set(order_words.REFUSALS)
    assert len(rules) > 8
