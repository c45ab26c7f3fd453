"""Programs that we did not write, as an agent's chat would be: each starts, tells what stands in it, and is emptied."""

import contextlib
import json
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import websocket

from tests.system.x11.world import Hands, ended, environment_of, until

PAGE = """<!doctype html><meta charset=utf-8><title>chat</title>
<style>textarea { width: 95%; height: 200px } div { border: 1px solid; min-height: 80px }</style>
<textarea id=chat></textarea><div id=rich contenteditable></div>
<script>
const chat = document.getElementById('chat');
window.seen = [];
let slowBy = 0;
const now = () => performance.timeOrigin + performance.now();
const log = event => seen.push({name: event.type, key: event.key || '', at: now()});
for (const name of ['keydown', 'keyup', 'paste', 'input']) addEventListener(name, log, true);
addEventListener('keydown', event => {
  if (event.key !== 'v') return;
  for (const end = performance.now() + slowBy; performance.now() < end;);
  slowBy = 0;
}, true);
chat.addEventListener('paste', event => {
  for (const item of event.clipboardData.items) if (item.kind === 'file') chat.value += `<${item.type}>`;
});
chat.focus();
</script>"""


class Target(Protocol):
    """A program that takes pastes. `breaks` is what a line break arrives as."""

    window: int
    program: str
    breaks: str

    def text(self) -> str:
        """What stands in it now."""

    def clear(self) -> None:
        """Empty it."""

    def is_listening(self) -> bool:
        """Whether it knows that it has the keyboard."""


class Chromium:
    """Chromium's text area, read by the DevTools protocol."""

    program, breaks = "chromium", "\n"

    def __init__(self, window: int, port: int) -> None:
        self.window = window
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=10) as pages:
            page = next(page for page in json.load(pages) if page["type"] == "page")
        self._socket = websocket.create_connection(page["webSocketDebuggerUrl"], suppress_origin=True, timeout=10)
        self._count = 0
        until(lambda: self.run("document.hasFocus !== undefined && typeof chat === 'object'"), why="the page")

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        self._count += 1
        parameters = {"expression": script, "returnByValue": True}
        self._socket.send(json.dumps({"id": self._count, "method": "Runtime.evaluate", "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != self._count:
            pass
        return answer["result"]["result"].get("value")

    def text(self) -> str:
        found: str = self.run("chat.value")
        return found

    def clear(self) -> None:
        self.run("chat.value = ''; seen.length = 0; slowBy = 0; chat.focus()")

    def is_listening(self) -> bool:
        """The X server may have given it the keyboard, and the page not know yet (or, rarely, never)."""
        found: bool = self.run("document.hasFocus()")
        return found

    def keys(self) -> list[str]:
        """The keys that reached the page."""
        return [event["key"] for event in self.events() if event["name"] == "keydown"]

    def events(self) -> list[dict[str, Any]]:
        """What happened in the page, each with its moment in ms of the wall clock."""
        found: list[dict[str, Any]] = json.loads(self.run("JSON.stringify(seen)"))
        return found

    def be_slow(self, seconds: float) -> None:
        """Keep the page busy for a while from the next paste key on, before it looks at the clipboard."""
        self.run(f"slowBy = {seconds * 1000}")

    def close(self) -> None:
        self._socket.close()


class Mousepad:
    """A GTK editor; its text is read by saving it."""

    program, breaks = "mousepad", "\n"

    def __init__(self, window: int, file: Path, hands: Hands) -> None:
        self.window = window
        self._file = file
        self._hands = hands

    def text(self) -> str:
        """A letter is written behind it, so that there is something to save, and so that it is seen to be read."""
        saved_at = self._file.stat().st_mtime_ns
        self._hands.bring(self.window)
        self._hands.tap("z")
        self._hands.tap("Ctrl+S")
        until(lambda: self._file.stat().st_mtime_ns != saved_at and "z" in self._file.read_text("utf-8"), why="saved")
        return self._file.read_text("utf-8").removesuffix("z")

    def clear(self) -> None:
        self._hands.bring(self.window)
        self._hands.tap("Ctrl+A")
        self._hands.tap("delete")

    def is_listening(self) -> bool:
        return True


class XTerm:
    """A terminal in which a program writes every byte it gets into a file."""

    program, breaks = "xterm", "\r"

    def __init__(self, window: int, file: Path) -> None:
        self.window = window
        self._file = file
        self._read = 0

    def text(self) -> str:
        return self._file.read_bytes()[self._read :].decode("utf-8", "replace")

    def clear(self) -> None:
        self._read = self._file.stat().st_size

    def is_listening(self) -> bool:
        return True


@contextlib.contextmanager
def chromium(display_name: str, hands: Hands, folder: Path) -> Iterator[Chromium]:
    page = folder / "page.html"
    page.write_text(PAGE, "utf-8")
    flags = ("no-sandbox", "disable-gpu", "no-first-run", "no-default-browser-check", "disable-background-networking")
    more = ("disable-component-update", "disable-sync", "disable-dev-shm-usage", "password-store=basic")
    command = [
        "chromium",
        *(f"--{flag}" for flag in (*flags, *more)),
        f"--user-data-dir={folder / 'profile'}",
        "--remote-debugging-port=0",
        "--window-position=40,40",
        "--window-size=560,420",
        f"--app={page.as_uri()}",
    ]
    with _started(command, display_name, folder):
        window = until(lambda: hands.window_of("chromium"), 60, "Chromium's window")
        port_file = folder / "profile" / "DevToolsActivePort"
        port = int(until(lambda: port_file.exists() and port_file.read_text().split()[:1], 60, "its port")[0])
        with contextlib.closing(Chromium(window, port)) as program:
            yield program


@contextlib.contextmanager
def mousepad(display_name: str, hands: Hands, folder: Path) -> Iterator[Mousepad]:
    file = folder / "note.txt"
    file.touch()
    with _started(["mousepad", "--disable-server", str(file)], display_name, folder):
        yield Mousepad(until(lambda: hands.window_of("mousepad"), 60, "the editor's window"), file, hands)


@contextlib.contextmanager
def xterm(display_name: str, hands: Hands, folder: Path) -> Iterator[XTerm]:
    file = folder / "typed.txt"
    with _started(["xterm", "-u8", "-e", "sh", "-c", f"stty raw -echo; exec cat > {file}"], display_name, folder):
        window = until(lambda: hands.window_of("xterm"), 60, "the terminal's window")
        until(file.exists, why="the program in the terminal")
        yield XTerm(window, file)


OPENERS: dict[str, Callable[[str, Hands, Path], contextlib.AbstractContextManager[Any]]] = {
    "chromium": chromium,
    "mousepad": mousepad,
    "xterm": xterm,
}


def _started(
    command: list[str], display_name: str, folder: Path
) -> contextlib.AbstractContextManager["subprocess.Popen[Any]"]:
    environment = environment_of(display_name) | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "1",
    }
    return ended(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
