import os
import pickle
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.core.phrases.phrase import Phrase, Stage
from app.core.sheet.entries import Fact
from app.system.draft_file import DraftFile
from app.ui.dialogs.drafts import Drafts
from tests.sheets import sale

PHRASE = Phrase("p1", "催付", "亲,还没付款哦~", codes=("cf",), stage=Stage.PAYMENT)


class Trap:
    """What a hostile file would name: a command that is run while it is read."""

    def __reduce__(self):
        return os.mkdir, ("trapped",)


@pytest.fixture
def file(tmp_path):
    return DraftFile(tmp_path / "drafts")


def test_what_was_written_comes_back_to_the_letter_until_it_is_written_over(file, tmp_path):
    drafts = {
        "phrases": {"": PHRASE, "p2": PHRASE},
        "sheet": {
            "new.fact": {"question": " 包邮吗", "at": datetime(2026, 11, 11, 20, tzinfo=ZoneInfo("Asia/Shanghai"))}
        },
        "orders": {
            "o1": (Decimal("1.50"), frozenset({"a"}), timedelta(minutes=3), None, datetime(2026, 1, 1, tzinfo=UTC))
        },
    }

    is_whole = file.keep(drafts)

    assert is_whole
    assert DraftFile(tmp_path / "drafts").read() == drafts
    assert DraftFile(tmp_path / "drafts").read() == drafts


def test_without_drafts_there_is_no_file(file, tmp_path):
    file.keep({"phrases": {"": PHRASE}})

    file.keep({"phrases": {}})

    assert list(tmp_path.iterdir()) == []


def test_one_that_cannot_be_written_costs_no_other(file):
    is_whole = file.keep({"sheet": {"good": "text", "bad": lambda: None}})

    assert not is_whole
    assert file.read() == {"sheet": {"good": "text"}}


@pytest.mark.parametrize("place", ["whole", "draft"])
def test_a_file_that_names_a_function_runs_nothing(file, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    raw = pickle.dumps([Trap()] if place == "whole" else [("sheet", "x", pickle.dumps(Trap()))])
    (tmp_path / "drafts").write_bytes(raw)

    assert file.read().get("sheet", {}) == {}
    assert not Path("trapped").exists()


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", pickle.dumps(3), pickle.dumps([1, 2]), pickle.dumps([PHRASE])[:-9]]
)
def test_a_damaged_file_is_dropped(file, tmp_path, content):
    (tmp_path / "drafts").write_bytes(content)

    assert file.read() == {}
    assert not (tmp_path / "drafts").exists()


def test_a_folder_that_cannot_be_written_is_no_end(tmp_path):
    assert not DraftFile(tmp_path / "missing" / "drafts").keep({"phrases": {"": PHRASE}})


def test_every_kind_of_value_of_the_forms_can_be_kept(file):
    values = {"fact": Fact(id="f1", question="包邮吗", answer="满 99 包邮"), "sale": sale(), "stage": Stage.PAYMENT}

    assert file.keep({"sheet": values})
    assert file.read() == {"sheet": values}


def test_drafts_of_the_last_time_give_way_to_those_of_today():
    drafts = Drafts()
    drafts.keep("p1", PHRASE)

    drafts.bring_back({"p1": Phrase("p1", "old", "old"), "p2": PHRASE})

    assert drafts.all == {"p1": PHRASE, "p2": PHRASE}
