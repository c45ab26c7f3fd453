"""How long the built program takes to start under Wine, beside a bare PySide6 bundle, in one run.

Compared are: an empty window by 15 lines, as PyInstaller bundles it when nothing is left out, from the start of its
process until its event loop has shown it; ours until the window is painted; until it is usable, its first rows in
sight; and until hotkeys answer. The second start of each and all later ones count, alternately; the medians are
compared. The same window is measured a second time with no more of Qt beside it than ours has, which tells how much of
the difference is what we leave out.
The rule: what is promised is promised of the window whose hotkeys answer, not of the painted one.
Usage: measure_start.py DIST [TIMES]; builds the bare bundle once. Exit code 1 where it takes too long.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.installer.windows import CACHE, ROOT, Windows, fresh_windows, make_template
from tools.screen import virtual_screen, wait_for

BARE = ROOT / "tests" / "installer" / "bare" / "bare.py"
LIMIT = 1.5
OURS = ("painted", "usable", "hotkeys")


def main() -> int:
    """Print a table; 1 where the program takes too long."""
    dist = (ROOT / sys.argv[1]).resolve()
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with (
        virtual_screen() as screen,
        tempfile.TemporaryDirectory() as folder,
        fresh_windows(Path(folder), screen, make_template(Path(folder), screen)) as windows,
    ):
        starts = _measured(windows, dist / "windows" / "qindesk" / "qindesk.exe", Path(folder), times)
    medians = {name: statistics.median(seconds) for name, seconds in starts.items()}
    for name, middle in medians.items():
        print(f"{name:14s}{middle * 1000:8.0f} ms   {middle / medians['bare']:5.2f} × bare")
    return 1 if medians["hotkeys"] > LIMIT * medians["bare"] else 0


def _measured(windows: Windows, program: Path, folder: Path, times: int) -> dict[str, list[float]]:
    """Seconds of each start, in turns."""
    starts: dict[str, list[float]] = {name: [] for name in ("bare", "bare, trimmed", *OURS)}
    bare = _bare(windows, ROOT / "build" / "bare")
    trimmed = _trimmed(bare, program, folder / "trimmed")
    data = windows.home / "data"
    for number in range(times + 1):
        empty = _start(windows, bare, [], folder / f"bare{number}", "painted")
        less = _start(windows, trimmed, [], folder / f"trimmed{number}", "painted")
        ours = _start(windows, program, ["--data", data, "--tell"], folder / f"ours{number}", OURS[-1])
        windows.run(program, "--data", data, "--quit")
        if number:  # the first start finds nothing in the cache, and makes the database
            starts["bare"].append(empty["painted"])
            starts["bare, trimmed"].append(less["painted"])
            for word in OURS:
                starts[word].append(ours[word])
    return starts


def _bare(windows: Windows, folder: Path) -> Path:
    """The bare bundle, built by the same PyInstaller."""
    program = folder / "dist" / "bare" / "bare.exe"
    if not program.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        places = ["--distpath", folder / "dist", "--workpath", folder / "work", "--specpath", folder]
        windows.run(CACHE / "build" / "python.exe", "-m", "PyInstaller", "-y", "--windowed", *places, BARE, within=1200)
    return program


def _trimmed(bare: Path, program: Path, folder: Path) -> Path:
    """The bare bundle without what our own leaves out of Qt."""
    shutil.copytree(bare.parent, folder)
    ours, theirs = (path / "_internal" / "PySide6" for path in (program.parent, folder))
    for file in [path for path in theirs.rglob("*") if path.is_file()]:
        if not (ours / file.relative_to(theirs)).exists():
            file.unlink()
    return folder / bare.name


def _start(windows: Windows, program: Path, arguments: list[object], told: Path, last: str) -> dict[str, float]:
    """Seconds from the start to each word that the program tells."""
    begun = time.time()
    process = windows.start(program, *arguments, told)
    if not wait_for(lambda: told.exists() and last in told.read_text(), 90):
        raise SystemExit(f"{program.name} did not come up")
    if program.name == "bare.exe":
        process.wait(30)
    lines = (line.split() for line in told.read_text().splitlines())
    return {word: int(at) / 1e9 - begun for word, at, *_ in lines}


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    raise SystemExit(main())
