"""`qindesk doctor`: looks at this PC through the same adapters that the program uses.

The rule: nothing is changed (a PC without data gets an empty folder), and one without a screen is examined as far as it
goes.
"""

import json
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from app.core.hotkeys import Chord
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from app.core.waits import Flow, Until
from app.services.delivery import KEPT_WITHIN
from app.services.doctor import Probes, State, examine, to_plain
from app.system import pick
from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.instance import Instance
from app.system.paths import Paths, paths
from app.system.steps import Steps
from db.opening import Data, open_data

_MARKS = {State.OK: "ok  ", State.WARN: "look", State.BAD: "BAD "}


def run(data: Path | None, *, as_json: bool) -> int:
    """Examine and tell; 1 where something is bad."""
    places = paths(data)
    has_screen = sys.platform == "win32" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    app = QGuiApplication([sys.argv[0], *([] if has_screen else ["-platform", "offscreen"])])
    computer = pick() if has_screen else None
    opened: list[Data] = []
    try:
        findings = examine(_probes(app, places, computer, opened), SystemClock().now())
    finally:
        for one in opened:
            one.database.close()
        if computer:
            computer.close()
    if as_json:
        print(json.dumps(to_plain(findings), ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{_MARKS[finding.state]}  {finding.name:13s} {finding.text}")
    return 1 if any(finding.state is State.BAD for finding in findings) else 0


def _probes(app: QGuiApplication, places: Paths, computer: Computer | None, opened: list[Data]) -> Probes:
    def data() -> Data:
        if not opened:
            opened.append(open_data(places.data, SystemClock().now))
        return opened[0]

    common: dict[str, Any] = {
        "try_folder": lambda: _try_folder(places.data),
        "free_bytes": lambda: shutil.disk_usage(places.data).free,
        "count_phrases": lambda: len(data().shelf.in_use()),
        "backups": lambda: data().backups.all(),  # noqa: PLW0108 # opened only when asked
        "session": _session,
        "versions": _versions,
        "chinese_fonts": lambda: QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese),
        "input_methods": _input_methods,
    }
    if computer is None:
        return Probes(**common)
    settings = data().all_settings if places.database.exists() else Settings()
    return Probes(
        **common,
        can_paste=computer.desktop.can_paste,
        hotkeys=lambda: _hotkeys(computer, settings, places),
        can_read_clipboard=lambda: _can_read_clipboard(app, computer),
    )


def _try_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        raise NotStored(Trouble.READ_ONLY) from error


def _session() -> str:
    if sys.platform == "win32":
        return "windows"
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") else ""


def _versions() -> Mapping[str, str]:
    return {"Python": platform.python_version(), "Qt": qVersion(), "SQLite": sqlite3.sqlite_version}


def _input_methods() -> Sequence[str]:
    """What the session says it types Chinese with; Windows has its own input method always."""
    if sys.platform == "win32":
        return ("Windows",)
    named = (os.environ.get("QT_IM_MODULE"), os.environ.get("GTK_IM_MODULE"), os.environ.get("XMODIFIERS"))
    return tuple(dict.fromkeys(name.removeprefix("@im=") for name in named if name))


def _hotkeys(computer: Computer, settings: Settings, places: Paths) -> Mapping[str, bool]:
    """Whether each chord could be had. While the program runs it holds them itself."""
    chords = {name: text for name, text in settings.hotkeys.items() if text}
    instance = Instance(places.data)
    if not instance.is_first():
        return dict.fromkeys(chords.values(), True)
    instance.close()
    free = {text: computer.hotkeys.bind(name, Chord.parse(text)) for name, text in chords.items()}
    for name in chords:
        computer.hotkeys.unbind(name)
    return free


def _can_read_clipboard(app: QGuiApplication, computer: Computer) -> bool:
    read: list[bool] = []

    def end(has_read: bool) -> None:
        read.append(has_read)
        app.quit()

    steps = Steps(lambda _error: end(False))
    QTimer.singleShot(0, lambda: steps.start(_reading(computer), end))
    app.exec()
    return read == [True]


def _reading(computer: Computer) -> Flow[bool]:
    pending = computer.clipboard.keep()
    return (yield Until(pending.is_done, KEPT_WITHIN))
