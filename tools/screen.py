"""A virtual screen with a window manager, for machines that have no display.

The rule: what was started here is ended here, by its own process id.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def virtual_screen(size: str = "1280x800", dpi: int = 96) -> Iterator[dict[str, str]]:
    """The environment of a new screen: `DISPLAY` set, openbox running in it."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-dpi", str(dpi), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    started = [screen]
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start; is the package xvfb installed?")
        environment = {**os.environ, "DISPLAY": f":{number}", "XDG_SESSION_TYPE": "x11"}
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        started.append(
            subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        wait_for(lambda: "window id" in _ask(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], environment), 10)
        yield environment
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(10)


def picture(environment: dict[str, str], file: Path) -> Path:
    """A screenshot of the whole screen as PNG."""
    file.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", f"png:{file}"], env=environment, check=True)
    return file


def wait_for(is_true: object, seconds: float) -> bool:
    """Look every 20 ms whether something has come true; False when the time is over."""
    end = time.monotonic() + seconds
    while not is_true():  # type: ignore[operator]
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _ask(command: list[str], environment: dict[str, str]) -> str:
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout
