"""Writes `resources/pinyin.txt`: the tone-free readings of every CJK character of the basic plane, from pypinyin.

Of a character that stands in any of pypinyin's 47,000 words only those readings are kept that it has in one of them,
and its main one: dictionaries also list dead ones (平 pián, 台 yí, 体 cuì), by which `pianyi` found 平台 before 便宜.
Of 5,194 such characters 1,691 dead readings go and 446 further ones stay.

The rule: the same pypinyin gives the same bytes, and the program itself never imports pypinyin.
A line is a syllable, the characters it is the main reading of, and those it is another reading of; ü is written v.
"""

import os
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).parent.parent / "resources" / "pinyin.txt"
RANGES = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF))
HEAD = "# Made by tools/make_pinyin_table.py: syllable, TAB, main reading of, TAB, other reading of. The ü is a v.\n"
# What people type for two characters of every chat, whatever the dictionary says (嗯 ng, 券 quan).
ALSO = {"嗯": ("en",), "券": ("juan",)}


def toneless(reading: str) -> str:
    """A syllable without its tone: `lǜ` is `lv`."""
    parts = unicodedata.normalize("NFD", reading)
    plain = parts.replace("u\u0308", "v").replace("U\u0308", "v")
    return "".join(letter for letter in plain.lower() if "a" <= letter <= "z")


def readings() -> dict[str, list[str]]:
    """Every character with its readings, the main one first."""
    os.environ["PYPINYIN_NO_DICT_COPY"] = "1"
    from pypinyin.constants import PINYIN_DICT

    alive = in_words()
    found: dict[str, list[str]] = {}
    for code, text in sorted(PINYIN_DICT.items()):
        if any(first <= code <= last for first, last in RANGES):
            char = chr(code)
            main, *others = (reading for reading in map(toneless, text.split(",")) if reading)
            used = alive.get(char)
            kept = [reading for reading in others if used is None or reading in used]
            found[char] = list(dict.fromkeys([main, *kept, *ALSO.get(char, ())]))
    return found


def in_words() -> dict[str, set[str]]:
    """The readings that characters have in words."""
    from pypinyin.phrases_dict import phrases_dict

    found: dict[str, set[str]] = defaultdict(set)
    for word, sounds in phrases_dict.items():
        for char, readings_here in zip(word, sounds, strict=False):
            found[char] |= {toneless(reading) for reading in readings_here}
    return found


def table(found: dict[str, list[str]]) -> str:
    """The text of the table."""
    lines: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for char, own in sorted(found.items()):
        for number, reading in enumerate(own):
            lines[reading][min(number, 1)].append(char)
    return HEAD + "".join(
        f"{syllable}\t{''.join(main)}\t{''.join(others)}\n" for syllable, (main, others) in sorted(lines.items())
    )


def main() -> None:
    text = table(readings())
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TABLE.name}: {len(text.encode())} bytes\n")


if __name__ == "__main__":
    main()
