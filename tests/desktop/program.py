"""The whole program on a screen, with a data folder of its own, as an agent would start it."""

import contextlib
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.phrases.phrase import Phrase
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import Paths, paths
from tests.system.x11.world import Hands, ended, environment_of, until


class Program:
    """QinDesk running. `window` is its main window."""

    def __init__(self, process: "subprocess.Popen[bytes]", places: Paths, window: int) -> None:
        self.process = process
        self.window = window
        self._places = places

    def log(self) -> str:
        """What it wrote into its log file."""
        log = self._places.log
        return log.read_text("utf-8") if log.exists() else ""


def fill(folder: Path, phrases: Iterable[Phrase]) -> Paths:
    """A data folder that holds some phrases."""
    places = paths(folder)
    places.make()
    desk = open_desk(places, SystemClock())
    for phrase in phrases:
        desk.library.save(phrase)
    desk.preferences.change(has_seen_welcome=True)
    desk.close()
    return places


def command(places: Paths, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "app.main", "--data", str(places.data), *arguments]


@contextlib.contextmanager
def running(display_name: str, hands: Hands, places: Paths) -> Iterator[Program]:
    """Start it and wait until its hotkeys work."""
    told = places.data / "told.txt"
    environment = environment_of(display_name) | {"QT_QPA_PLATFORM": "xcb", "HOME": str(places.data)}
    process = subprocess.Popen(command(places, "--tell", str(told)), env=environment)
    with ended(process):
        until(lambda: process.poll() is not None or _is_furnished(told), 60, "the program")
        assert process.poll() is None, "the program ended at once"
        yield Program(process, places, until(lambda: hands.window_of("qindesk"), why="its window"))


def _is_furnished(told: Path) -> bool:
    return told.exists() and "furnished" in told.read_text()
