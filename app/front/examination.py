"""`qindesk doctor`: looks at this PC through the same adapters that the program uses.

The rule: nothing but an empty data folder is made, and a PC without a screen is examined as far as it goes.
"""

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from app.core.hotkeys import Chord
from app.core.settings import Settings
from app.core.storage import NotStored
from app.core.waits import Flow, Until
from app.services.doctor import Probes, State, examine, to_plain
from app.services.phrases.delivery import KEPT_WITHIN
from app.system import pick
from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.instance import Instance
from app.system.paths import Paths, paths
from app.system.steps import Steps
from db import health
from db.backups import BackupFolder
from db.engine import open_database
from db.rows.sheets import NOUNS
from db.stores import SettingsRows

_MARKS = {State.OK: "ok  ", State.WARN: "look", State.BAD: "BAD "}


def run(data: Path | None, *, as_json: bool) -> int:
    """Examine and tell; 1 where something is bad."""
    places = paths(data)
    with suppress(OSError):  # the first finding tells it
        places.make()
    has_screen = _has_screen()
    app = QGuiApplication([sys.argv[0], *([] if has_screen else ["-platform", "offscreen"])])
    computer = pick() if has_screen else None
    try:
        findings = examine(_probes(app, places, computer), SystemClock().now())
    finally:
        if computer:
            computer.close()
    if as_json:
        print(json.dumps(to_plain(findings), ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{_MARKS[finding.state]}  {finding.name:13s} {finding.text}")
    return 1 if any(finding.state is State.BAD for finding in findings) else 0


def _probes(app: QGuiApplication, places: Paths, computer: Computer | None) -> Probes:
    common: dict[str, Any] = {
        "try_folder": lambda: health.try_folder(places.data),
        "free_bytes": lambda: health.free_bytes(places.data),
        "count_phrases": lambda: _count(places),
        "count_sheet": lambda: _count_sheet(places),
        "count_orders": lambda: _count_orders(places),
        "backups": BackupFolder(places.database, places.backups, SystemClock().now).all,
        "session": lambda: _session(has_screen=computer is not None),
        "versions": _versions,
        "chinese_fonts": lambda: QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese),
        "input_methods": _input_methods,
    }
    if computer is None:
        return Probes(**common)
    settings = _settings(places)
    return Probes(
        **common,
        can_paste=computer.desktop.can_paste,
        hotkeys=lambda: _hotkeys(computer, settings, places),
        can_read_clipboard=lambda: _can_read_clipboard(app, computer),
    )


def _count(places: Paths) -> int:
    """A folder that was never used holds none; one that cannot be made is told by the first finding."""
    if places.data.is_dir() and not places.database.exists():
        return 0
    return health.count_phrases(places.database)


def _count_sheet(places: Paths) -> Mapping[str, int]:
    if places.data.is_dir() and not places.database.exists():
        return dict.fromkeys((*NOUNS, health.UNREADABLE), 0)
    return health.count_sheet(places.database)


def _count_orders(places: Paths) -> Mapping[str, int]:
    if places.data.is_dir() and not places.database.exists():
        return dict.fromkeys(health.ORDERS, 0)
    return health.count_orders(places.database)


def _settings(places: Paths) -> Settings:
    """The stored settings, or the defaults where the data cannot be opened: that is told by another finding."""
    if not places.database.exists():
        return Settings()
    try:
        database = open_database(places.database)
    except NotStored:
        return Settings()
    try:
        return SettingsRows(database).load()
    finally:
        database.close()


def _has_screen() -> bool:
    """Whether there is one that can be had: of one that is named only, Qt makes an abort and no finding."""
    if sys.platform == "win32" or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _can_connect()


def _can_connect() -> bool:
    from Xlib.display import Display
    from Xlib.error import ConnectionClosedError, DisplayError, XauthError

    try:
        Display().close()
    except (DisplayError, ConnectionClosedError, XauthError, OSError):
        return False
    return True


def _session(*, has_screen: bool) -> str:
    if sys.platform == "win32":
        return "windows"
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    return "x11" if has_screen else ""


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
