"""The log file and what happens to an error that nobody caught.

The rule: no text of a phrase, a buyer or a clipboard gets into the log. What is logged are fixed sentences with ids,
numbers and reasons in them; of an error the log keeps its kind and its place, never its message.
"""

import logging
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from app.core.hotkeys import BadChord
from app.core.phrases.phrase import BadPhrase
from app.core.storage import NotStored

MAX_BYTES = 1_000_000
OLDER_FILES = 2
"""With the file in use that makes three."""
OURS = ("app", "db", "qindesk")

_IDENTIFIER = re.compile(r"[A-Za-z0-9_.:+/-]{1,64}")
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9]{7,}(?![0-9A-Za-z])")
_FOREIGN = re.compile(r"[^\x20-\x7e]+")
_TELLING = (NotStored, BadPhrase, BadChord)  # made of our own words only
_log = logging.getLogger(__name__)


class Discreet(logging.Formatter):
    """Formats a record to one line: moment, level, place, the fixed sentence with harmless values, kinds of errors."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ")
        error = record.exc_info[1] if record.exc_info else None
        return f"{moment} {record.levelname[0]} {record.name}: {_sentence(record)}{_trail(error)}"


class _PrivateFile(RotatingFileHandler):
    """A log file that its owner alone may read, and that never disturbs when it can't be written."""

    def _open(self) -> Any:
        return open(self.baseFilename, "a", encoding="ascii", errors="replace", opener=_open_private)

    def handleError(self, record: logging.LogRecord) -> None:
        """Let a line go: a full disk must not cost the agent a paste."""


def keep_log(file: Path, show: Callable[[str], None]) -> Callable[[], None]:
    """Keep a log and watch for errors, as `open_log` and `watch_errors` do; gives a function that ends both."""
    handler = open_log(file)
    unwatch = watch_errors(show)

    def stop() -> None:
        unwatch()
        close_log(handler)

    return stop


def open_log(file: Path) -> logging.Handler:
    """Send everything that is logged to a file; of other libraries only warnings. Close it with `close_log`."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFile(file, maxBytes=MAX_BYTES, backupCount=OLDER_FILES, delay=True)
    handler.setFormatter(Discreet())
    handler.addFilter(_is_wanted)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level, logging.INFO))
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing to the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def watch_errors(show: Callable[[str], None]) -> Callable[[], None]:
    """Log every error that nobody caught and show its kind and place, each place once; gives a function that stops it.

    `show` may be called on any thread: hand in the `emit` of a signal.
    """
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    shown: set[str] = set()

    def caught(error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            return
        place = _place(error, trace)
        _log.error("Not caught: %s", place, exc_info=error)
        if place not in shown:
            shown.add(place)
            try:
                show(place)
            except Exception:
                _log.exception("The notice of an error failed")

    def restore() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    sys.excepthook = lambda _kind, error, trace: caught(error, trace)
    threading.excepthook = lambda args: caught(args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: caught(args.exc_value, args.exc_traceback)
    return restore


def _is_wanted(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def _sentence(record: logging.LogRecord) -> str:
    sentence = str(record.msg)
    if record.args:
        values: Any = record.args
        try:
            if isinstance(values, dict):
                sentence %= {name: _harmless(value) for name, value in values.items()}
            else:
                sentence %= tuple(_harmless(value) for value in values)
        except (TypeError, ValueError, KeyError):
            pass  # the sentence stands for itself
    return _masked(sentence)


def _harmless(value: object) -> object:
    """A value that may stand in the log, else a word for what it was."""
    match value:
        case None | bool() | float() | timedelta() | datetime():
            return value
        case int():
            return value if abs(value) < 10**7 else "<number>"
        case Enum():
            return _harmless(value.value)
        case str():
            return value if _IDENTIFIER.fullmatch(value) else f"<text of {len(value)}>"
        case BaseException():
            return _kind(value)
        case _:
            return f"<{type(value).__name__}>"


def _kind(error: BaseException) -> str:
    if isinstance(error, _TELLING):
        return f"{type(error).__name__}({error})"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{type(error).__name__}({error.errno})"
    return type(error).__name__


def _trail(error: BaseException | None) -> str:
    """The chain of errors with their frames, without a line of source and without a message."""
    kinds: list[str] = []
    while error is not None and len(kinds) < 5:
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
        kinds.append(f"{_masked(_kind(error))} at {places or 'nowhere'}")
        error = error.__cause__ or error.__context__
    return "".join(f" | {kind}" for kind in kinds)


def _place(error: BaseException, trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return f"{type(error).__name__}:{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else _kind(error)


def _masked(text: str) -> str:
    return _LONG_NUMBER.sub("<number>", _FOREIGN.sub("<..>", text))


def _open_private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)
