"""Phrases of a made-up shop in any number, always the same for the same seed: for the bench and the tests of search."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.core.phrases.phrase import Phrase, Role, Stage

NOW = datetime(2026, 11, 11, 8, 0, tzinfo=UTC)

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _words() -> dict[str, list[str]]:
    """The parts of `shop.txt` by name, a text on each line."""
    words: dict[str, list[str]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            own = words.setdefault(line[2:], [])
        else:
            own.append(line)
    return words


class _Shop:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.own = _words()

    def words(self) -> dict[str, str]:
        pick = self.dice.choice
        rare = "".join(self.dice.sample(self.own["rare"][0], self.dice.randint(2, 3)))
        good = pick(self.own["goods"]) if self.dice.random() < 0.7 else rare
        numbers = {"n": str(self.dice.randint(1, 99)), "m": str(self.dice.randint(5, 300))}
        return {
            "t": pick(self.own["things"]),
            "g": good,
            "g2": pick(self.own["goods"]),
            "h": pick(self.own["couriers"]),
            **numbers,
        }

    def body(self) -> str:
        wanted = self.dice.randint(20, 300)
        text = self.dice.choice(self.own["openings"])
        while len(text) < wanted:
            text += self.dice.choice(self.own["middles"]).format(**self.words()) + self.dice.choice("，。；！\n")
        return text + self.dice.choice(self.own["endings"])

    def title(self) -> str:
        shapes = ("{t}", "{t}", "{g}{t}", "{t}·{g}", "{t}怎么说", "{g} {t}", "【{g}】{t}", "{t}（{h}）", "{t}{n}")
        return self.dice.choice(shapes).format(**self.words())

    def phrase(self, number: int) -> Phrase:
        dice = self.dice
        codes = ("".join(dice.choices(LETTERS, k=dice.randint(2, 4))) + dice.choice(("", "", str(number % 10))),)
        uses = int(dice.paretovariate(0.7)) - 1
        return Phrase(
            id=f"p{number}",
            title=self.title(),
            body=self.body(),
            group=tuple(dice.choice(self.own["paths"]).split("/")),
            stage=dice.choice((None, *Stage)),
            role=dice.choice((None, *Role)),
            codes=codes if dice.random() < 0.5 else (),
            keywords=tuple(dice.sample(self.own["things"], dice.randint(0, 3))),
            questions=tuple(dice.sample(self.own["asks"], dice.randint(0, 2))),
            position=number,
            use_count=min(uses, 5000),
            last_used_at=NOW - timedelta(hours=dice.randint(1, 3000)) if uses else None,
        )


def phrases(count: int, seed: int = 1) -> Iterator[Phrase]:
    """So many phrases; about nine of them are pinned."""
    shop = _Shop(seed)
    for number in range(count):
        phrase = shop.phrase(number)
        is_pinned = number % max(count // 9, 1) == 1
        yield replace(phrase, is_pinned=is_pinned, pin_position=number if is_pinned else 0)
