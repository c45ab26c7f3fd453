from pathlib import Path

import pytest

from app.core.pinyin import Readings, spellings
from resources import __file__ as resources_file
from tools import make_pinyin_table

TABLE = Path(resources_file).parent / "pinyin.txt"


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings.parse(TABLE.read_text(encoding="utf-8"))


def test_a_line_holds_a_syllable_and_the_characters_it_is_the_main_or_another_reading_of() -> None:
    readings = Readings.parse("# head\n\nchang\t\t长\nfa\t发罚\t\nzhang\t长张\t\n")

    assert readings.of("长") == ("zhang", "chang")
    assert readings.of("发") == ("fa",)


def test_what_is_not_chinese_has_no_reading(readings: Readings) -> None:
    assert [readings.of(char) for char in ("a", "7", "，", "🎁", "\ud800", "")] == [()] * 6


@pytest.mark.parametrize(
    ("char", "sounds"),
    [
        ("重", {"zhong", "chong"}),
        ("长", {"chang", "zhang"}),
        ("行", {"xing", "hang"}),
        ("乐", {"le", "yue"}),
        ("还", {"hai", "huan"}),
        ("率", {"lv", "shuai"}),
        ("单", {"dan", "shan", "chan"}),
        ("都", {"dou", "du"}),
        ("了", {"le", "liao"}),
        ("女", {"nv"}),
        ("嗯", {"en", "ng"}),
        ("券", {"quan", "juan"}),
        ("〇", {"ling"}),
    ],
)
def test_every_reading_of_a_character_is_in_the_table(readings: Readings, char: str, sounds: set[str]) -> None:
    assert sounds <= set(readings.of(char))


def test_every_character_of_the_everyday_standard_has_a_reading(readings: Readings) -> None:
    level_1_and_2 = (
        bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
    )

    assert [char for char in level_1_and_2 if char and not readings.of(char)] == []


def test_readings_have_no_tones(readings: Readings) -> None:
    assert {letter for own in readings.lists for sound in own for letter in sound} <= set("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("reading", "typed"),
    [("lv", {"lv", "lu"}), ("nve", {"nve", "nue"}), ("ju", {"ju", "jv"}), ("xuan", {"xuan", "xvan"}), ("fa", {"fa"})],
)
def test_the_u_with_dots_is_typed_as_v_or_u(reading: str, typed: set[str]) -> None:
    assert set(spellings(reading)) == typed


def test_syllables_are_found_at_a_place_of_what_was_typed(readings: Readings) -> None:
    assert readings.syllables_at("xianfa", 0) == ("xi", "xia", "xian")
    assert readings.syllables_at("xianfa", 4) == ("fa",)
    assert readings.syllables_at("vip", 0) == ()


def test_spellings_are_found_by_their_beginning(readings: Readings) -> None:
    assert set(readings.beginning("zhua")) == {"zhua", "zhuai", "zhuan", "zhuang"}
    assert readings.beginning("i") == ()


@pytest.mark.parametrize(
    ("letters", "spelling"), [("fha", "fa"), ("hou", "huo"), ("jain", "jian"), ("shii", "shi"), ("uan", "yuan")]
)
def test_a_typo_is_a_wrong_missing_extra_or_swapped_letter(readings: Readings, letters: str, spelling: str) -> None:
    assert spelling in readings.near(letters)


def test_two_typos_are_too_many(readings: Readings) -> None:
    near = readings.near("jain")

    assert "jian" in near
    assert "jiang" not in near
    assert "jain" not in near


def test_the_table_is_what_the_tool_makes_of_its_source() -> None:
    made = make_pinyin_table.table({"长": ["zhang", "chang"], "发": ["fa"]})

    assert made == make_pinyin_table.HEAD + "chang\t\t长\nfa\t发\t\nzhang\t长\t\n"
    assert Readings.parse(made).of("长") == ("zhang", "chang")
    assert make_pinyin_table.toneless("lǜ") == "lv"
    assert make_pinyin_table.toneless("ê̄") == "e"
