"""The window against a bare one and against other tools: start, show, memory, idle.

Every figure is of a whole process on a virtual screen, several runs in turn, medians; nothing is asserted. Beside the
time stands the work of the processor, which other programs on the machine change less.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import paths
from tests.bench import memory
from tests.bench.shop import phrases
from tools.screen import virtual_screen, wait_for

RUNS = 7
PHRASES = 5_000
WORDS = {
    "painted": "painted",
    "usable": "usable: first rows painted, typing",
    "hotkeys": "hotkeys, where a paste goes",
    "serving": "every row, paste, edits",
    "searching": "finds what is typed",
    "furnished": "every dialog and place",
}
"""What the program tells of its start, in order."""
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(360, 720)
window.show()
def painted():
    print(time.time_ns(), time.process_time_ns(), flush=True)
QTimer.singleShot(0, painted)
app.exec()
"""
AS_MODULE = ("-m", "app.main")
AS_BUNDLED = ("-OO", "-c", "from tools.stand_ins import stand_in; stand_in(); import app.main; app.main.main()")
"""Without docstrings and with stand-ins for what is never used, as `build.spec` packs it."""


def main(_arguments: list[str]) -> None:
    """Print the table."""
    with virtual_screen() as environment, tempfile.TemporaryDirectory() as folder:
        # As installed: with the byte code that the first start leaves behind, also where the environment forbids that.
        subprocess.run([sys.executable, "-m", "compileall", "-q", "app", "db", "resources"], check=False)
        _fill(Path(folder) / "data")
        _starts(environment, Path(folder))
        _rest(environment, Path(folder))


def _fill(data: Path) -> None:
    """A desk as after the first day: all phrases, everything seen."""
    places = paths(data)
    places.make()
    desk = open_desk(places, SystemClock())
    desk.library.add(phrases(PHRASES))
    desk.preferences.change(has_seen_welcome=True)
    desk.close()


Told = tuple[float, float]
"""Milliseconds until something was told, and milliseconds of work for it."""


def _starts(environment: dict[str, str], folder: Path) -> None:
    bare: list[Told] = []
    ours: dict[str, list[Told]] = {}
    for run in range(RUNS + 1):
        base, told = _bare_start(environment), _our_start(environment, folder)
        if run:  # the first one warms the disk
            bare.append(base)
            for word in WORDS:
                ours.setdefault(word, []).append(told[word])
    _tell("bare PySide6 window", bare, bare)
    for word, meant in WORDS.items():
        _tell(f"QinDesk {meant}", ours[word], bare)


def _tell(name: str, starts: list[Told], bare: list[Told]) -> None:
    figures = []
    for at, unit in ((0, "ms"), (1, "ms of work")):
        ratio = statistics.median(start[at] / base[at] for start, base in zip(starts, bare, strict=True))
        figures.append(f"{statistics.median(start[at] for start in starts):7.0f} {unit} {ratio:6.2f} x")
    print(f"{name:40s} {'   '.join(figures)}")


def _bare_start(environment: dict[str, str]) -> Told:
    before = time.time_ns()
    program = subprocess.Popen([sys.executable, "-c", BARE], env=environment, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    painted, worked = map(int, program.stdout.readline().split())
    _end(program)
    return (painted - before) / 1e6, worked / 1e6


def _our_start(environment: dict[str, str], folder: Path, as_what: Sequence[str] = AS_MODULE) -> dict[str, Told]:
    """Milliseconds until each of `WORDS` was told."""
    program, before, told = _start(environment, folder, until=list(WORDS)[-1], as_what=as_what)
    lines = (line.split() for line in told.read_text().splitlines())
    words = {word: ((int(at) - before) / 1e6, int(worked) / 1e6) for word, at, worked in lines}
    quitting = [sys.executable, "-m", "app.main", "--data", str(folder / "data"), "--quit"]
    subprocess.run(quitting, env=environment, check=False)  # a killed program has to repair its log at the next start
    program.wait(10)
    return words


def _start(
    environment: dict[str, str],
    folder: Path,
    *options: str,
    until: str = "usable",
    as_what: Sequence[str] = AS_MODULE,
) -> tuple[subprocess.Popen[str], int, Path]:
    told = folder / "told"
    told.unlink(missing_ok=True)
    before = time.time_ns()
    command = [sys.executable, *as_what, "--data", str(folder / "data"), "--tell", str(told), *options]
    program = subprocess.Popen(command, env=environment, text=True, stderr=subprocess.DEVNULL)
    wait_for(lambda: told.exists() and until in told.read_text(), 30)
    return program, before, told


def _rest(environment: dict[str, str], folder: Path) -> None:
    """Memory and processor time of a program that nobody touches, as it is installed."""
    bundled = {**environment, "PYTHONPYCACHEPREFIX": str(folder / "code")}
    bundled.pop("PYTHONDONTWRITEBYTECODE", None)
    _our_start(bundled, folder, AS_BUNDLED)  # compiles, which leaves memory behind
    program, _, _ = _start(bundled, folder, until=list(WORDS)[-1], as_what=AS_BUNDLED)
    time.sleep(25)  # what it does once after a start: the daily backup, a look for lost pictures, for garbage
    used = _cpu(program.pid)
    time.sleep(20)
    used = _cpu(program.pid) - used
    print(f"QinDesk idle            {used / 20 * 100:7.3f} % of a core")
    ours = memory.of_all(program.pid)
    _end(program)
    print(f"QinDesk memory (PSS)    {ours:7.0f} MB, window shown, {PHRASES:,} phrases")
    with memory.copyq(environment, folder / "copyq", list(phrases(PHRASES))) as copyq:
        if copyq is None:
            print("CopyQ is not installed: no figure beside it")
            return
        time.sleep(memory.SETTLED_S)
        theirs, alone = memory.of_all(copyq), memory.of_one(copyq)
    print(f"CopyQ memory (PSS)      {theirs:7.0f} MB, the same texts in its window; its main process {alone:.0f} MB")
    print(f"QinDesk / CopyQ         {ours / theirs:7.2f} x")


def _cpu(pid: int) -> float:
    """Seconds of work, to the nanosecond: a tick of the clock, 10 ms, would be half of what is measured."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def _end(program: subprocess.Popen[str]) -> None:
    program.terminate()
    program.wait(10)


if __name__ == "__main__":
    main(sys.argv[1:])
