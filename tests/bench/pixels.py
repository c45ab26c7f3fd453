"""From a key to pixels: a letter typed, and a hidden window called, beside rofi and CopyQ where they are installed.

A band of the screen is compared until it changes, so the figure holds everything: key, search, paint, X server.
A look costs about half a millisecond; every tool is measured the same way, in turn, on the same virtual screen.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from Xlib import XK, X, display
from Xlib.ext import xtest

from tests.bench.shop import phrases
from tests.bench.window import _end, _fill, _start
from tools.screen import virtual_screen, wait_for

ROUNDS = 30
WITHIN_S = 2.0
BAND = 24
"""Lines that are compared: two rows of text."""


def main(_arguments: list[str]) -> None:
    """Print the table."""
    with virtual_screen() as environment, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        eye = Eye(environment["DISPLAY"])
        lines = [f"{phrase.title} {phrase.body}".replace("\n", " ") for phrase in phrases(5_000)]
        ours = _ours(environment, folder, eye)
        rofi = _rofi(environment, folder, eye, lines)
        copyq = _copyq(environment, folder, eye)
        _tell("letter typed -> pixels, 5k", ours[0], {"rofi": rofi})
        _tell("hidden -> shown", ours[1], {"copyq show": copyq})


class Eye:
    """Looks at the screen, and presses keys, on a connection of its own."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)
        self._root = self._display.screen().root
        self.look_at(0, 300, 1280)

    def look_at(self, left: int, top: int, width: int) -> None:
        """Compare this band: where the tool shows its rows."""
        self.left, self.top, self.width = left, top, width

    def picture(self) -> bytes:
        """A band of the screen, where a tool shows its rows: the whole screen would cost ten milliseconds."""
        data: bytes = self._root.get_image(self.left, self.top, self.width, BAND, X.ZPixmap, 0xFFFFFF).data
        return data

    def settle(self) -> bytes:
        """The picture once it has stood still for a tenth of a second."""
        end = time.monotonic() + WITHIN_S
        last = self.picture()
        while time.monotonic() < end:
            time.sleep(0.1)
            now = self.picture()
            if now == last:
                return now
            last = now
        return last

    def until_changed(self, act: Callable[[], object]) -> float:
        """Milliseconds from an act to the first changed pixel."""
        before = self.settle()
        start = time.perf_counter()
        act()
        while self.picture() == before and time.perf_counter() - start < WITHIN_S:
            pass
        return (time.perf_counter() - start) * 1000

    def press(self, *names: str) -> None:
        """A chord, down and up."""
        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.flush()


def _typed(eye: Eye) -> list[float]:
    """Until the rows of a letter stand; the letter itself rofi shows before it has searched."""
    times = []
    for _ in range(ROUNDS):
        times.append(eye.until_changed(lambda: eye.press("f")))
        eye.press("BackSpace")
    return times


def _ours(environment: dict[str, str], folder: Path, eye: Eye) -> tuple[list[float], list[float]]:
    _fill(folder / "data")
    program, _, _ = _start(environment, folder)
    eye.look_at(960, 140, 240)
    eye.settle()
    eye.press("Control_L", "Alt_L", "space")
    typed = _typed(eye)
    eye.press("Escape")
    _end(program)
    hidden, _, _ = _start(environment, folder, "--hidden")
    shown = []
    for _ in range(ROUNDS):
        shown.append(eye.until_changed(lambda: eye.press("Control_L", "Alt_L", "space")))
        eye.press("Escape")
    _end(hidden)
    return typed, shown


def _rofi(environment: dict[str, str], folder: Path, eye: Eye, lines: list[str]) -> list[float]:
    if not shutil.which("rofi"):
        return []
    file = folder / "lines"
    file.write_text("\n".join(lines), "utf-8")
    eye.look_at(340, 230, 560)
    empty = eye.settle()
    with file.open() as given:
        program = subprocess.Popen(
            ["rofi", "-dmenu"], stdin=given, env=environment, stderr=subprocess.DEVNULL, text=True
        )
    wait_for(lambda: eye.picture() != empty, 10)
    times = _typed(eye)
    _end(program)
    return times


def _copyq(environment: dict[str, str], folder: Path, eye: Eye) -> list[float]:
    if not shutil.which("copyq"):
        return []
    own = {**environment, "HOME": str(folder)}
    quiet = {"env": own, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen(["copyq"], text=True, **quiet)
    wait_for(lambda: not subprocess.run(["copyq", "version"], check=False, **quiet).returncode, 20)
    eye.look_at(0, 300, 900)
    times = []
    for _ in range(ROUNDS // 3):
        times.append(eye.until_changed(lambda: subprocess.Popen(["copyq", "show"], **quiet)))
        subprocess.run(["copyq", "hide"], check=False, **quiet)
    subprocess.run(["copyq", "exit"], check=False, **quiet)
    program.wait(10)
    return times


def _tell(name: str, ours: list[float], others: dict[str, list[float]]) -> None:
    base = statistics.median(ours)
    print(f"{name:28s} QinDesk p50 {base:6.1f} ms, p95 {sorted(ours)[int(len(ours) * 0.95) - 1]:6.1f} ms")
    for other, times in others.items():
        if times:
            median = statistics.median(times)
            print(f"{'':28s} {other} p50 {median:6.1f} ms: QinDesk takes {base / median:.2f} x of it")
        else:
            print(f"{'':28s} {other} is not installed: no figure beside it")


if __name__ == "__main__":
    main(sys.argv[1:])
