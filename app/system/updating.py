"""Where a new version of the program is kept until it is installed, and how its installer is started.

The rule: what lies there is believed by its hash only; and the installer inherits nothing of this program: no folder,
no library path, no handle.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app import VERSION
from app.core.updates.policy import FILE, FROM, KEY, ON, policy_of, read_file
from app.core.updates.update import (
    Build,
    Memory,
    Policy,
    System,
    is_build_name,
)
from app.core.versions import Version, read_version
from app.system.faults import not_stored
from app.system.telling import Telling

_STATE = "state.json"
_REGISTRY = r"Software\Policies\QinDesk"
_VALUES = {ON: "UpdatesOn", FROM: "UpdatesFrom", KEY: "UpdatesKey"}
_MANY = 1024 * 1024
FIRST_LOOK_MS = 90_000
"""After the start: then the window is long in use, and the look costs nobody anything."""
LOOK_EVERY_MS = 6 * 60 * 60 * 1000
AGAIN_MS = 60 * 60 * 1000
"""After trouble with the share."""


def installed_version() -> Version:
    """The version that runs."""
    return read_version(VERSION)


def this_system() -> System:
    """What this computer can use."""
    return System.WINDOWS if sys.platform == "win32" else System.LINUX


class UpdateFiles:
    """A folder of its own. `ask` starts a command, for tests."""

    def __init__(self, folder: Path, ask: Callable[[list[str], Path], bool] | None = None) -> None:
        self._folder = folder
        self._ask = ask or _started

    def load(self) -> Memory:
        """What was kept; a fresh one where there is nothing or nothing that is understood."""
        with suppress(OSError, msgspec.MsgspecError, ValueError):
            memory = msgspec.json.decode((self._folder / _STATE).read_bytes(), type=Memory)
            if memory.highest:
                read_version(memory.highest)
            if memory.ready is not None and not is_build_name(memory.ready.build.system, memory.ready.build.name):
                memory = replace(memory, ready=None)
            return memory
        return Memory()

    def save(self, memory: Memory) -> None:
        """Keep it. Raises `NotStored`."""
        self._put(_STATE, msgspec.json.encode(memory))

    def keep(self, name: str, content: bytes) -> None:
        """Put a file there, whole, in the place of what was fetched before. Raises `NotStored`."""
        self.clear()
        self._put(name, content)

    def holds(self, build: Build) -> bool:
        """Whether the very file of a build lies there."""
        path = self._folder / build.name
        try:
            return path.stat().st_size == build.size and _sha256(path) == build.sha256
        except OSError:
            return False

    def clear(self) -> None:
        """Delete what was fetched; what cannot be deleted, as an installer that still runs, stays for the next time."""
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path.name != _STATE:
                with suppress(OSError):
                    path.unlink()

    def can_start(self) -> bool:
        """Only the installer for Windows installs by being started, and only where a built program runs."""
        return sys.platform == "win32" and bool(getattr(sys, "frozen", False))

    def start(self, build: Build, *arguments: str) -> bool:
        """Start the installer."""
        return self._ask([str(self._folder / build.name), *arguments], self._folder)

    def _put(self, name: str, content: bytes) -> None:
        beside = self._folder / f"{name}.new"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._folder / name)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise not_stored(error) from error


class UpdateWatch(QObject):
    """Looks for a new version now and then, beside the main thread. `look` is told whether somebody asked for it.

    `arrived` hands what came of it to the main thread.
    """

    arrived = Signal(object)
    _heard = Signal(object)

    def __init__(
        self, look: Callable[[bool], Any], start: Callable[[Callable[[], None]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._start = start
        self._is_looking = False
        self._telling = Telling()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_again)
        self._heard.connect(self._hear)

    def begin(self) -> None:
        """Look for the first time in a while, and then again and again."""
        self._timer.start(FIRST_LOOK_MS)

    def look(self, *, is_asked: bool = True) -> None:
        """Look now, unless a look is under way."""
        if self._is_looking:
            return
        self._timer.stop()
        self._is_looking = True
        self._start(lambda: self._work(is_asked))

    def close(self) -> None:
        """Look no more; what is under way is not listened to."""
        self._timer.stop()
        self._telling.shut()

    def _look_again(self) -> None:
        self.look(is_asked=False)

    def _work(self, is_asked: bool) -> None:
        """Beside the main thread."""
        looked = self._look(is_asked)
        self._telling.tell(self._heard.emit, looked)

    def _hear(self, looked: Any) -> None:
        if not self._telling.is_open:
            return
        self._is_looking = False
        self.arrived.emit(looked)
        self._timer.start(AGAIN_MS if getattr(looked, "trouble", None) else LOOK_EVERY_MS)


def this_policy(folder: Path | None = None) -> Policy:
    """What was decided for this computer: the registry's policies, then a file beside the program.

    `folder` is where the program lies; one that was not built, but runs from its sources, has no such file.
    """
    if folder is None and getattr(sys, "frozen", False):
        folder = Path(sys.executable).parent
    places = [Path("/etc/qindesk")] if sys.platform != "win32" else []
    sources: list[Mapping[str, Any]] = [*_registered()]
    for place in [*places, *([folder] if folder else [])]:
        try:
            sources.append(read_file((place / FILE).read_bytes()))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            return Policy(fault=str(error))
    return policy_of(*sources)


if sys.platform == "win32":
    import winreg

    def _registered() -> list[Mapping[str, Any]]:
        """The policies of the computer, then those of the user; both can be written by administrators alone."""
        return [_key(hive) for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER)]

    def _key(hive: int) -> Mapping[str, Any]:
        found: dict[str, Any] = {}
        for name, value in _VALUES.items():
            with suppress(OSError), winreg.OpenKey(hive, _REGISTRY) as key:
                found[name] = winreg.QueryValueEx(key, value)[0]
        return found

    def _started(command: list[str], folder: Path) -> bool:
        from app.system.windows.win32 import BOOL, LPCWSTR, Function  # noqa: PLC0415 - of Windows alone

        # PyInstaller's start adds our folder to where libraries are looked for, and children inherit that.
        Function("kernel32", "SetDllDirectoryW", BOOL, LPCWSTR)(None)
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
        try:
            subprocess.Popen(command, cwd=folder, creationflags=flags, close_fds=True, env=environment)  # noqa: S603
        except OSError:
            return False
        return True

else:

    def _registered() -> list[Mapping[str, Any]]:
        return []

    def _started(command: list[str], folder: Path) -> bool:
        return False


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while content := file.read(_MANY):
            digest.update(content)
    return digest.hexdigest()
