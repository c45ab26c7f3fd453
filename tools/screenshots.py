"""`make screenshots`: every place and state of the real program, in light and dark, Chinese and English, 100 and 150 %.

The pictures lie in build/screenshots with one contact sheet of all (`contact-sheet.html` to look closely,
`contact-sheet.jpg` to look at once); those of README and docs are copied to docs/screenshots. Arguments take some looks
only, e.g. `zh_CN-light-100`. It is always the evening of Double Eleven in them, so that they do not show whether they
were taken at night. The rule: a scene that failed is told and ends in exit code 1; nothing old stays behind.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent.parent))

from app.system.paths import paths
from tools import contact_sheet, scene_data
from tools.screen import virtual_screen

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
IN_DOCS = {
    "zh_CN-light-100-search": "search",
    "zh_CN-light-100-activities": "activities",
    "zh_CN-light-100-orders": "orders",
    "zh_CN-light-100-timers": "timers",
    "zh_CN-dark-100-phrases": "dark",
    "en-light-100-phrases": "english",
    "zh_CN-light-100-editor": "editor",
    "zh_CN-light-100-calculator": "calculator",
}
"""The pictures of README by their name there."""
IN_MANUALS = {
    "first-start-3": "first-start",
    "notice": "notice",
    "orders-paid": "paid",
    "mode-wide-typing": "wide",
    "report-hours": "report",
    "settings-found": "settings",
    "publish-changes": "publish",
}
"""Those of the manuals: each in Chinese, and with `.en` behind its name in English."""
IN_DOCS |= {f"zh_CN-light-100-{scene}": name for scene, name in IN_MANUALS.items()}
IN_DOCS |= {f"en-light-100-{scene}": f"{name}.en" for scene, name in IN_MANUALS.items()}
PATIENCE_S = 240
SALE = (11, 11, 20, 12)
"""When it is in the pictures: month, day, hour and minute in the shop."""


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the program over a folder that was prepared, for one trip of `tools.scenes`."""

    trip: str
    prepare: Callable[[Path, str, str], None]


RUNS = (
    Run("shop", scene_data.a_shop),
    Run("windows", scene_data.a_shop),
    Run("team", scene_data.a_team_shop),
    Run("first_start", scene_data.a_newcomer),
    Run("empty", scene_data.an_empty_shop),
    Run("loading", scene_data.an_empty_shop),
    Run("damaged", scene_data.a_damaged_shop),
    Run("newer", scene_data.a_newer_shop),
    Run("locked", scene_data.an_empty_shop),
    Run("full", scene_data.a_shop),
)


def main(wanted: list[str]) -> int:
    """Take them; the exit code."""
    since = time.monotonic()
    looks = [f"{language}-{theme}-{percent}" for language, theme, percent in product(*contact_sheet.LOOKS)]
    looks = [look for look in looks if not wanted or look in wanted]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for look in looks:
        for old in FOLDER.glob(f"{look}-*.png"):
            old.unlink()
    jobs = [(look, run) for run in RUNS for look in looks]  # the longest first
    with ThreadPoolExecutor(2 * (os.cpu_count() or 2)) as pool:
        failed = [name for name in pool.map(lambda job: take(*job), jobs) if name]
    copy_to_docs(looks)
    count = contact_sheet.make(FOLDER)
    print(f"{count} pictures in {time.monotonic() - since:.0f} s: {FOLDER / 'contact-sheet.html'}")
    for name in failed:
        print(f"Not taken, or not to its end: {name}", file=sys.stderr)
    return 1 if failed else 0


def take(look: str, run: Run) -> str:
    """One trip in one look; its name where it failed."""
    language, theme, percent = look.split("-")
    data = FOLDER / "data" / f"{look}-{run.trip}"
    shutil.rmtree(data, ignore_errors=True)
    run.prepare(data, language, theme)
    size = "1920x1200" if percent == "150" else "1280x800"
    with virtual_screen(size) as environment, held(data, is_held=run.trip == "locked"):
        environment["QT_SCALE_FACTOR"] = str(int(percent) / 100)
        command = [sys.executable, "-m", "tools.pictured", str(data), str(FOLDER), look, run.trip]
        try:
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=PATIENCE_S).returncode
        except subprocess.TimeoutExpired:
            code = 1
    shutil.rmtree(data, ignore_errors=True)
    return f"{look} {run.trip} (exit code {code})" if code else ""


@contextmanager
def held(data: Path, *, is_held: bool) -> Iterator[None]:
    """Another program keeps the database for itself."""
    if not is_held:
        yield
        return
    holder = sqlite3.connect(paths(data).database)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.close()


def go_to_the_sale() -> None:
    """Start this program once more with another clock, where there is one to be had (the package faketime)."""
    if "FAKETIME" in os.environ or not shutil.which("faketime"):
        return
    now, (month, day, hour, minute) = datetime.now(UTC), SALE
    sale = datetime(now.year, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))
    if sale < now:  # a clock that is put back knows no time before the machine was started
        sale = sale.replace(year=now.year + 1)
    shift = f"+{(sale - now).total_seconds():.0f}s"
    os.execvp("faketime", ["faketime", "-f", shift, sys.executable, *sys.argv])  # noqa: S606 - no shell is wanted


def copy_to_docs(looks: list[str]) -> None:
    """The pictures of README and docs that were taken now; of the other looks there may be old ones."""
    folder = ROOT / "docs" / "screenshots"
    folder.mkdir(exist_ok=True)
    for former in folder.glob("*.png"):
        if former.stem not in IN_DOCS.values():
            former.unlink()
    for source, name in IN_DOCS.items():
        is_new = any(source.startswith(f"{look}-") for look in looks)
        if is_new and (FOLDER / f"{source}.png").exists():
            shutil.copy(FOLDER / f"{source}.png", folder / f"{name}.png")


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    go_to_the_sale()
    raise SystemExit(main(sys.argv[1:]))
