"""How an errand gets to the running program and its answer back: two files in the folder of wishes.

The rule: a file is there as a whole or not at all, only its owner can read it, and it is gone as soon as it was read.
What the other side does not own, what is no plain file, and what is too large is not read.
"""

import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.system.instance import deleted

ERRAND = "errand"
_ANSWER, _PART = "answer.", "part."
_LOOK_EVERY_S = 0.02
_ALIVE_EVERY_S = 1.0


class NotAnswered(Exception):
    """No answer came. `is_taken`: the errand was taken, so that it may have been done."""

    def __init__(self, *, is_taken: bool) -> None:
        super().__init__("taken and not answered" if is_taken else "not taken")
        self.is_taken = is_taken


def hand_over(folder: Path, content: bytes, take_s: float, answer_s: float, is_gone: Callable[[], bool]) -> bytes:
    """Have an errand done, and its answer. `is_gone` says that nobody runs. Raises `NotAnswered` and `OSError`."""
    folder.mkdir(mode=0o700, exist_ok=True)
    name = f"{ERRAND}-{os.getpid()}-{os.urandom(8).hex()}"
    file, answer = folder / name, folder / f"{_ANSWER}{name}"
    _write(folder, file, content)
    if not _wait(lambda: not file.exists(), take_s, is_gone) and deleted(file):
        raise NotAnswered(is_taken=False)
    if not _wait(answer.exists, answer_s, is_gone):
        raise NotAnswered(is_taken=True)
    try:
        return answer.read_bytes()
    finally:
        deleted(answer)


def take(file: Path, limit: int) -> bytes | None:
    """Read an errand and delete it; None where it is not for us."""
    content = None
    with suppress(OSError):
        if _is_own(file.lstat(), limit):
            content = file.read_bytes()
    return content if deleted(file) else None  # who waited for it in vain has taken it back


def answer(folder: Path, name: str, content: bytes) -> None:
    """Answer an errand; where nothing can be written any more the other side hears nothing."""
    with suppress(OSError):
        _write(folder, folder / f"{_ANSWER}{name}", content)


def _write(folder: Path, file: Path, content: bytes) -> None:
    part = folder / f"{_PART}{file.name}"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
    part.replace(file)


def _wait(is_so: Callable[[], bool], seconds: float, is_gone: Callable[[], bool]) -> bool:
    ends, looks = time.monotonic() + seconds, time.monotonic() + _ALIVE_EVERY_S
    pause = threading.Event()
    while not is_so():
        now = time.monotonic()
        if now >= ends:
            return False
        if now >= looks:
            looks = now + _ALIVE_EVERY_S
            if is_gone():
                return is_so()
        pause.wait(_LOOK_EVERY_S)
    return True


def _is_own(found: os.stat_result, limit: int) -> bool:
    is_mine = sys.platform == "win32" or found.st_uid == os.getuid()  # on Windows the folder's own rights say it
    return stat.S_ISREG(found.st_mode) and is_mine and found.st_size <= limit
