"""`python -m tests.bench.sheet_search`: a keystroke over phrases and a large cheat-sheet, and what such a one costs.

The rule: words are typed letter by letter, each time is the best of three; memory is that of Python's own objects and
of the arrays of the index.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median

from app.core.pinyin import Readings
from app.core.search.index import Index
from app.core.settings import Settings
from app.core.sheet.sheet import About, Sheet
from app.core.sheet.wordings import Wordings
from app.services.phrases.find import Find
from app.services.sheet.answers import Answers
from app.services.sheet.facts import Facts
from resources import __file__ as resources_file
from tests.bench.search import OTHERS, TYPED, best, timed
from tests.bench.shop import NOW, phrases
from tests.bench.shop_sheet import sheet
from tests.fakes import FakeClock, FakeSheets
from tests.sheets import SHANGHAI

RESOURCES = Path(resources_file).parent
ASKED = (
    "限购",
    "xiangou",
    "xg",
    "优惠券",
    "yhq",
    "顺丰新疆",
    "sfxj",
    "县城",
    "多久到",
    "duojiudao",
    "能便宜吗",
    "多大",
)
ASKED_OF = ("奶油保温杯", "naiyou", "保温杯 尺寸", "bwbcc", "帆布袋 价格", "云朵拖鞋多少钱", "断货", "材质", "kucun")
SIZES = ((100, 5), (10_000, 200))
PHRASES = 5_000
BUDGET = "budget: p95 ≤ 2 ms with 5,000 phrases, 10,000 products and 200 activities"


def main(_arguments: Sequence[str]) -> None:
    """Print the figures for a small and a large shop."""
    print(BUDGET)
    readings = Readings.parse((RESOURCES / "pinyin.txt").read_text(encoding="utf-8"))
    for products, activities in SIZES:
        report(sheet(products, activities, NOW), readings)


def report(of_shop: Sheet, readings: Readings) -> None:
    """Figures for one cheat-sheet."""
    clock = FakeClock(NOW)
    chosen = [About()]
    find = Find(lambda: Index(readings), clock, lambda: of_shop, lambda: chosen[0])
    find.load(list(phrases(PHRASES)))
    answers, line = _filled(find, of_shop)
    print(f"\n{len(of_shop.products):,} products, {len(of_shop.activities)} activities, {PHRASES:,} phrases · {line}")
    table("phrases and answers", find, of_shop, clock.now())
    chosen[0] = About("a2", "g7")
    print(f"  {'the first after choosing':<30}{timed(lambda: find.results('尺寸')):8.2f} ms")
    table("with one chosen", find, of_shop, clock.now())
    _edits(find, answers, of_shop, clock)


def _filled(find: Find, of_shop: Sheet) -> tuple[Answers, str]:
    wordings = Wordings.parse((RESOURCES / "answers.zh_CN.json").read_text("utf-8"), SHANGHAI, is_chinese=True)
    answers = Answers(wordings, FakeSheets(), find.update)
    find.answers_of = answers.of
    tracemalloc.start()
    answers.load(of_shop)
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    made = timed(lambda: answers.load(of_shop))
    start = time.perf_counter()
    index = find.built(answers.all())
    built = time.perf_counter() - start
    find.take(index)
    count = len(answers.all())
    memory = f"{size:.0f} + {index.nbytes / 1e6:.0f} MB"
    return answers, f"{count:,} answers made in {made / 1000:.2f} s, indexed in {built:.2f} s, {memory}"


def table(name: str, find: Find, of_shop: Sheet, _now: datetime) -> None:
    """Median, p95 and worst of all keystrokes."""
    words = (*TYPED, *ASKED, *ASKED_OF)
    typed = [word[:end] for word in words for end in range(1, len(word) + 1)]
    times = sorted((best(_asking(find, text)), text) for text in typed)
    figures = [figure for figure, _ in times]
    high = figures[int(len(figures) * 0.95)]
    print(f"  {name:<30}p50 {median(figures):5.2f}   p95 {high:5.2f}   max {times[-1][0]:5.2f} ms ({times[-1][1]})")


def _asking(find: Find, text: str) -> Callable[[], object]:
    return lambda: find.results(text)


def _edits(find: Find, answers: Answers, of_shop: Sheet, clock: FakeClock) -> None:
    for text in OTHERS:
        shown = text if len(text) < 20 else f"{text[:3]}… ({len(text)} characters)"
        print(f"  {shown:<30}{best(_asking(find, text)):8.2f} ms")
    print(f"  {'how many are over':<30}{best(lambda: find.over_count('限购')):8.2f} ms")
    product = next(iter(of_shop.products.values()))
    edited = of_shop.having([replace(product, size="高99厘米")])
    print(f"  {'one product edited':<30}{timed(lambda: answers.take(edited, [product.id])):8.2f} ms")
    activity = replace(of_shop.activities["a2"], name="改名的大促")
    renamed = edited.having([activity])
    print(f"  {'a running activity edited':<30}{timed(lambda: answers.take(renamed, [activity.id])):8.2f} ms")
    facts = Facts(clock, Settings, lambda: renamed)
    text = "亲，{{activity.left}} {{activity.coupons}} {{product.price}} {{courier.fees}}"
    print(f"  {'facts of a text':<30}{best(lambda: facts.for_text(text, about=About('a2', 'g7'))):8.2f} ms")
    clock.go(activity.phases[1].ends_at - clock.now())
    print(f"  {'the first after a phase ended':<30}{timed(_asking(find, '限购')):8.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
