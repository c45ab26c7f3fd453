from pathlib import Path

import pytest

import resources
from app.core.pinyin import Readings
from app.core.search.few import NOWHERE, Few


@pytest.fixture(scope="module")
def readings():
    return Readings.parse((Path(resources.__file__).parent / "pinyin.txt").read_text("utf-8"))


@pytest.mark.parametrize("typed", ["声音", "sy", "shengyin", "shengy", "SY", "sound", "soun", "提示 声音"])
def test_a_thing_is_found_by_its_words_their_pinyin_and_their_initials(readings, typed):
    assert Few(typed, readings).place(["提示声音", "sound"], spoken=2) != NOWHERE


@pytest.mark.parametrize("typed", ["图片", "sz", "zzqq", "声音 图片"])
def test_every_typed_word_must_be_found(readings, typed):
    assert Few(typed, readings).place(["提示声音", "sound"], spoken=2) == NOWHERE


def test_what_is_written_goes_before_what_only_sounds_so_and_an_earlier_text_before_a_later_one(readings):
    shelves = ["声音", "sy"]

    places = [Few(typed, readings).place(shelves, spoken=1) for typed in ("声", "sy", "s y")]

    assert places == [0, 1, 1]
    assert Few("sy", readings).place(["颜色", "sy"], spoken=1) == 2


def test_a_long_text_is_not_read_as_pinyin(readings):
    assert Few("sy", readings).place(["颜色", "随意"], spoken=1) == NOWHERE


def test_nothing_typed_finds_nothing(readings):
    few = Few("  ", readings)

    assert few.is_empty
    assert few.place(["声音"], spoken=1) == NOWHERE
