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


def test_a_whole_word_that_sounds_so_counts_as_written_and_a_part_of_one_less_than_the_next_text(readings):
    shelves = ["提示声音", "声音 铃声"]

    places = [Few(typed, readings).place(shelves, spoken=2) for typed in ("声", "tssy", "sy", "lingsheng", "ngsh")]

    assert places == [0, 0, 2, 2, -1]
    assert Few("sy", readings).place(["启动时隐藏", "自启"], spoken=2) == 3


def test_a_long_text_is_not_read_as_pinyin(readings):
    assert Few("sy", readings).place(["颜色", "随意"], spoken=1) == NOWHERE


def test_nothing_typed_finds_nothing(readings):
    few = Few("  ", readings)

    assert few.is_empty
    assert few.place(["声音"], spoken=1) == NOWHERE
