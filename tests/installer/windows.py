"""A Windows of its own by Wine, a Chinese one with a user called 张三 in a folder called 电脑, and a screen to look at.

The rule: every program of it is ended with its own wineserver, and no other Wine is touched.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.screen import picture, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = Path(os.environ.get("WINDOWS_CACHE") or Path.home() / ".cache" / "qindesk" / "windows")
USER = "张三"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\QinDesk"
RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
LINK = "QinDesk 亲台.lnk"
TRAY = "Wine System Tray"
"""The window in which Wine shows icons; ours comes when the last of the rooms is there."""
NOTEPAD = "Notepad|记事本"
SECONDS = 90
LANGUAGE = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
CHINESE = "zh_CN.UTF-8"
SILENT = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
"""A regular file is no valid handle to Windows' Python."""


class Windows:
    """Programs are called by their path on Linux or by a name that Windows knows."""

    def __init__(self, prefix: Path, screen: Mapping[str, str]) -> None:
        """`prefix` is the folder of Wine, made for the user; `screen` is the environment to run in."""
        self.prefix = prefix
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {
            **LANGUAGE,
            **screen,
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "USER": USER,
            "LOGNAME": USER,
        }

    @property
    def home(self) -> Path:
        """The user's folder."""
        return self.prefix / "drive_c" / "users" / USER

    @property
    def local(self) -> Path:
        """Where programs keep their data."""
        return self.home / "AppData" / "Local"

    @property
    def folder(self) -> Path:
        """Where the program is installed by default."""
        return self.local / "Programs" / "QinDesk"

    @property
    def program(self) -> Path:
        return self.folder / "qindesk.exe"

    @property
    def data(self) -> Path:
        return self.local / "qindesk"

    @property
    def link(self) -> Path:
        """In the Start menu."""
        return self.home / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs" / LINK

    def run(self, *command: object, within: float = SECONDS) -> int:
        """Run a program to its end; its exit code. What it says is not heard: what it starts may hold its pipes."""
        return subprocess.run(
            self._call(command), env=self.environment, timeout=within, check=False, **SILENT
        ).returncode

    def ask(self, *command: object, within: float = SECONDS) -> str:
        """Run a program that starts no other; what it says."""
        done = subprocess.run(
            self._call(command),
            env=self.environment,
            timeout=within,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")

    def start(self, *command: object) -> "subprocess.Popen[bytes]":
        """Start a program and go on; it is ended with the rest at the end."""
        self._started.append(subprocess.Popen(self._call(command), env=self.environment, **SILENT))
        return self._started[-1]

    def end(self) -> None:
        """End every program of this Windows."""
        for order in ("-k", "-w"):
            subprocess.run(["wineserver", order], env=self.environment, check=False, **SILENT)
        for process in self._started:
            process.wait(30)

    def value(self, key: str, name: str) -> str:
        """A value of the registry; empty where there is none."""
        said = self.ask("reg", "query", key, "/v", name)
        line = next((line for line in said.splitlines() if line.strip().startswith(name)), "")
        return line.split("    ")[-1].strip() if line else ""

    def is_running(self) -> bool:
        """Whether the program runs, itself and not its installer. Wine's own list of tasks is empty."""
        return any(_is_program(process, self.prefix) for process in Path("/proc").glob("[0-9]*"))

    def keys(self, *keys: str) -> None:
        """Press keys as a person does."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.environment, check=True)

    def types(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self.environment, check=True)

    def window(self, title: str, within: float = 30) -> str:
        """The id of a window that is seen, once it is there."""
        found: list[str] = []

        def look() -> bool:
            found[:] = self._out("xdotool", "search", "--onlyvisible", "--name", title).split()
            return bool(found)

        assert wait_for(look, within), f"no window is called {title}"
        return found[-1]

    def focus(self, window: str) -> None:
        subprocess.run(["xdotool", "windowfocus", "--sync", window], env=self.environment, check=True)

    def notepad(self) -> str:
        """Windows' own editor in front; the id of its window."""
        if not self._out("xdotool", "search", "--onlyvisible", "--name", NOTEPAD).split():
            self.start("notepad.exe")
        window = self.window(NOTEPAD)
        self.focus(window)
        return window

    def call(self) -> None:
        """The program's window in front, by its hotkey over notepad: no other program can bring it there."""
        self.window(TRAY, 60)
        self.notepad()
        self.keys("ctrl+alt+space")
        self.until(lambda: False, 1.5)

    def copied(self) -> str:
        """What lies on the clipboard, as other programs see it."""
        return self._out("xclip", "-o", "-selection", "clipboard")

    def picture(self, name: str) -> Path:
        """A photograph of the screen, kept for people to look at."""
        return picture(dict(self.environment), ROOT / "build" / "installer" / f"{name}.png")

    def until(self, is_true: Callable[[], object], within: float = 30) -> bool:
        return wait_for(is_true, within)

    def _out(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=30
        ).stdout

    def _call(self, command: tuple[object, ...]) -> list[str]:
        return ["wine", *(windows_path(part) if isinstance(part, Path) else str(part) for part in command)]


def windows_path(path: Path) -> str:
    """The same path as Windows says it."""
    return "Z:" + str(path).replace("/", "\\")


def make_template(folder: Path, screen: Mapping[str, str]) -> Path:
    """A Windows that was set up for this user, to be copied: what the cache holds belongs to another one."""
    template = folder / "template"
    shutil.copytree(CACHE / "prefix", template, symlinks=True)
    (template / "user.reg").unlink()
    shutil.rmtree(template / "drive_c" / "users" / "root", ignore_errors=True)
    windows = Windows(template, screen)
    for step in ("-i", "-u"):
        windows.run("wineboot", step, within=300)
    windows.end()
    for link in [path for path in windows.home.rglob("*") if path.is_symlink()]:
        link.unlink()  # Wine leads the user's folders to those of the account that runs the tests
        link.mkdir()
    return template


def chinese(folder: Path) -> dict[str, str]:
    """The environment of a Chinese system, made of the sources in the package `locales`; without them that of none, in
    which Wine loses Chinese names."""
    made = folder / CHINESE
    if shutil.which("localedef") is None:
        return dict(LANGUAGE)
    done = subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", str(made)], capture_output=True, check=False)
    return {"LANG": CHINESE, "LC_ALL": CHINESE, "LOCPATH": str(folder)} if done.returncode == 0 else dict(LANGUAGE)


@contextmanager
def fresh_windows(folder: Path, screen: Mapping[str, str], template: Path) -> Iterator[Windows]:
    """A Windows that nobody has used before, in a folder with a Chinese name; it is ended and deleted afterwards."""
    prefix = folder / "电脑"
    shutil.copytree(template, prefix, symlinks=True)
    windows = Windows(prefix, screen)
    subprocess.run(["wineserver", "-p"], env=windows.environment, check=False, **SILENT)
    try:
        windows.run("cmd", "/c", "exit")
        yield windows
    finally:
        windows.end()
        shutil.rmtree(prefix, ignore_errors=True)


def _is_program(process: Path, prefix: Path) -> bool:
    try:
        called = (process / "cmdline").read_bytes().split(b"\0")[0]
        environment = (process / "environ").read_bytes().split(b"\0")
    except OSError:  # it ended just now, or is somebody else's
        return False
    return called.endswith(b"qindesk.exe") and f"WINEPREFIX={prefix}".encode() in environment
