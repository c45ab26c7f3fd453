"""How long somebody who never saw QinDesk needs for the first paste, without a mouse: real keys on a virtual screen.

A fresh data folder, a terminal as the chat, the three steps of the first start read at leisure, then the hotkey,
a short code, Enter. Prints when each step was over; exit code 1 where nothing arrived within a minute. The rule: the
only hand is the keyboard, and every pause for reading counts.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.screen import picture, virtual_screen, wait_for

ROOT = Path(__file__).resolve().parent.parent
MINUTE_S = 60.0
READING_S = 4.0
"""So long a newcomer looks at each step; the longest has 30 words."""


@dataclass(slots=True)
class Minute:
    """What came of it: when each step was over, and the text that arrived."""

    arrived: str = ""
    took: float = 0.0
    steps: list[tuple[str, float]] = field(default_factory=list)


def play(folder: Path, reading: float = READING_S, pictures: Path | None = None) -> Minute:
    """Start the program for the first time and paste; `folder` is empty."""
    minute = Minute()
    text = folder / "arrived.txt"
    with virtual_screen() as environment:
        keeper = f"stty -icanon -echo; cat | tee '{text}'"
        chat = subprocess.Popen(
            ["xterm", "-geometry", "80x24+20+40", "-T", "chat", "-e", "sh", "-c", keeper], env=environment
        )
        since = time.monotonic()
        told = folder / "told"
        command = [sys.executable, "-m", "app.main", "--data", str(folder / "data"), "--tell", str(told)]
        program = subprocess.Popen(command, cwd=ROOT, env=environment)

        def done(step: str) -> None:
            minute.steps.append((step, time.monotonic() - since))
            if pictures:
                picture(environment, pictures / f"{len(minute.steps)}.png")

        try:
            _newcomer(_hand(environment), reading, done, text)
            minute.arrived = text.read_text("utf-8") if text.exists() else ""
            minute.took = time.monotonic() - since
        finally:
            for process in (program, chat):
                process.terminate()
                process.wait(10)
    return minute


def _newcomer(ask: Callable[..., str], reading: float, done: Callable[[str], None], text: Path) -> None:
    """Does what the three steps say."""
    wait_for(lambda: bool(_active(ask)) and _active(ask) != _window(ask, "^chat$"), 30)
    done("the first start is there")
    _read(reading)
    ask("xdotool", "type", "--delay", "90", "Xiaoqin")
    ask("xdotool", "key", "Return")
    ask("xdotool", "type", "--delay", "90", "Haowupu")
    ask("xdotool", "key", "Return")
    done("names written")
    _read(reading)
    ask("xdotool", "key", "Return")  # the button that has the keyboard loads the phrases
    _read(1.5)
    ask("xdotool", "key", "Return")
    done("phrases loaded")
    _read(reading)
    ask("xdotool", "keydown", "alt", "key", "Tab", "keyup", "alt")
    wait_for(lambda: _active(ask) == _window(ask, "^chat$"), 5)
    ask("xdotool", "key", "ctrl+alt+space")
    wait_for(lambda: _active(ask) != _window(ask, "^chat$"), 5)
    ask("xdotool", "type", "--delay", "120", "cf")
    _read(0.8)
    ask("xdotool", "key", "Return")
    wait_for(lambda: text.exists() and text.stat().st_size > 0, 10)
    _read(0.3)
    done("the phrase stands in the chat")


def _read(seconds: float) -> None:
    wait_for(lambda: False, seconds)


def _active(ask: Callable[..., str]) -> str:
    return ask("xdotool", "getactivewindow").strip()


def _window(ask: Callable[..., str], name: str) -> str:
    return next(iter(ask("xdotool", "search", "--onlyvisible", "--name", name).split()), "")


def _hand(environment: dict[str, str]) -> Callable[..., str]:
    def ask(*words: str) -> str:
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False).stdout

    return ask


def main() -> int:
    """Play it and print; the exit code."""
    folder = ROOT / "build" / "first-minute"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    minute = play(folder, pictures=folder)
    for step, at in minute.steps:
        print(f"{at:5.1f} s  {step}")
    print(f"arrived  {minute.arrived.strip() or 'nothing'}")
    return 0 if minute.arrived and minute.took <= MINUTE_S else 1


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    raise SystemExit(main())
