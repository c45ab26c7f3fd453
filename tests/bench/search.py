"""`python -m tests.bench.search [--rows 5000,100000,1000000]`: a keystroke beside what else could answer it.

The rule: everything is measured in the same run over the same phrases and queries, typed letter by letter; each time is
the best of three, so that the other programs on the machine are left out.
"""

import argparse
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np

from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.index import Index
from resources import __file__ as resources_file
from tests.bench.shop import NOW, phrases

TYPED = (
    *("发货时间", "催付", "优惠券", "什么时候发货", "运费险", "长裙", "羽绒服", "库存", "麻烦您提供一下订单号", "退货"),
    *("T恤", "SF顺丰", "/:^_^", "cuifu", "fahuoshijian", "fhsj", "yhq", "tuihuo", "wuliudanhao", "88vip", "txu"),
    *("iphoneke", "dingjinweikuan", "changqun", "lvcha", "zhiliang"),
)
"""Words, typed letter by letter."""
OTHERS = ("发货 时间", "fahuo shunfeng", "发或时间", "fahuosihjian", "qazwsx", "亲" * 1000)
BUDGET = "budget: p95 ≤ 2 ms at 100k, max ≤ 16 ms at 1M; ≤ 1 × reading every byte, ≤ 1/10 ripgrep, ≤ 1/500 fzf"
SECONDS_EACH = 12.0
"""A slow engine is asked no longer than this; what it was asked is spread over all queries."""


def main(arguments: Sequence[str]) -> None:
    """Print the figures for each number of phrases."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--rows", default="5000,100000", help="numbers of phrases, parted by commas")
    rows = [int(number) for number in parser.parse_args(arguments).rows.split(",")]
    readings = Readings.parse((Path(resources_file).parent / "pinyin.txt").read_text(encoding="utf-8"))
    print(BUDGET)
    for number in rows:
        report(number, readings)


def report(number: int, readings: Readings) -> None:
    """Figures for so many phrases."""
    library = list(phrases(number))
    lines = [line(phrase) for phrase in library]
    index = Index(readings)
    built = timed(lambda: index.load(library, NOW))
    size = sum(len(text.encode()) for text in lines)
    memory = index.nbytes / 1e6
    print(f"\n{number:,} phrases, {size / 1e6:.1f} MB of text · built in {built / 1000:.2f} s · {memory:.1f} MB")
    queries = [word[:end] for word in TYPED for end in range(1, len(word) + 1)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "phrases.txt"
        file.write_text("\n".join(lines), encoding="utf-8")
        table(engines(index, lines, file), queries)
    for text in OTHERS:
        shown = text if len(text) < 20 else f"{text[:3]}… ({len(text)} characters)"
        print(f"  {shown:<28}{best(lambda text=text: index.find(text)):8.2f} ms")
    changed = replace(library[number // 2], title="改过的标题")
    print(f"  {'one phrase changed':<28}{timed(lambda: index.update([changed], (), NOW)):8.2f} ms")
    print(f"  {'near-duplicates of a body':<28}{best(lambda: index.nearest(library[3].body)):8.2f} ms")
    print(f"  {'nothing typed':<28}{best(lambda: index.find('')):8.2f} ms")


def line(phrase: Phrase) -> str:
    """A phrase as the other engines see it."""
    texts = (phrase.title, *phrase.codes, *phrase.keywords, *phrase.questions, phrase.body)
    return " ".join(texts).replace("\n", " ")


def engines(index: Index, lines: list[str], file: Path) -> dict[str, Callable[[str], object]]:
    """What answers a query, by name; programs that are not installed are left out."""
    content = np.frombuffer(file.read_bytes(), np.uint8)
    words = content[: len(content) // 8 * 8].view(np.uint64)
    table = sqlite3.connect(":memory:")
    table.execute("CREATE TABLE phrase (text TEXT)")
    table.executemany("INSERT INTO phrase VALUES (?)", ((text,) for text in lines))
    found: dict[str, Callable[[str], object]] = {
        "index (top 50, ranked)": index.find,
        "one core reads every byte": lambda _: words.max(),
        "Python: in": lambda text: [number for number, own in enumerate(lines) if text in own],
        "SQLite: LIKE": lambda text: table.execute(
            "SELECT rowid FROM phrase WHERE text LIKE ?", (f"%{text}%",)
        ).fetchall(),
    }
    if ripgrep := shutil.which("rg"):
        found["ripgrep"] = lambda text: run([ripgrep, "-i", "-F", "-e", text, str(file)])
    if fzf := shutil.which("fzf"):
        found["fzf --filter"] = lambda text: run([fzf, f"--filter={text}"], file)
    return found


def run(command: list[str], given: Path | None = None) -> bytes:
    """What another program answers."""
    with (given or Path("/dev/null")).open("rb") as file:
        return subprocess.run(command, stdin=file, capture_output=True, check=False).stdout


def table(answering: dict[str, Callable[[str], object]], queries: list[str]) -> None:
    """One line for each engine, with its median beside the index's."""
    first = 0.0
    print(f"  {'':<28}{'p50 ms':>10}{'p95 ms':>10}{'max ms':>10}{'× index':>10}{'asked':>8}")
    for name, answer in answering.items():
        times = asked(answer, queries)
        middle = median(times)
        first = first or middle
        high = sorted(times)[int(len(times) * 0.95)]
        figures = f"{middle:10.2f}{high:10.2f}{max(times):10.2f}{middle / first:10.1f}{len(times):8}"
        print(f"  {name:<28}{figures}", flush=True)


def asked(answer: Callable[[str], object], queries: list[str]) -> list[float]:
    """Milliseconds for each query; for a slow engine for as many as fit its time, in even steps."""
    once = timed(lambda: answer(queries[0]))
    fitting = max(5, int(SECONDS_EACH * 1000 / max(once * 3, 0.01)))
    step = max(1, -(-len(queries) // fitting))
    return [best(lambda text=text: answer(text)) for text in queries[::step]]


def best(call: Callable[[], object]) -> float:
    """The best of three, in milliseconds."""
    return min(timed(call) for _ in range(3))


def timed(call: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
