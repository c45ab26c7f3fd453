"""A virtual screen, a keyboard outside of the program under test, and other programs on it."""

import base64
import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop
from Xlib import XK, X, display
from Xlib.ext import xtest
from Xlib.protocol import event as events

from app.core.desktop import Clip, Window
from app.core.hotkeys import Chord
from app.system.computer import Computer
from app.system.x11.keyboard import KEYSYMS
from tests.patience import Patience

PATIENCE = 10.0
MODIFIERS = {"ctrl": XK.XK_Control_L, "alt": XK.XK_Alt_L, "shift": XK.XK_Shift_L, "meta": XK.XK_Super_L}


def until(is_true: Callable[[], Any], seconds: float = PATIENCE, why: str = "") -> Any:
    """Run Qt's events until something holds; its value. Fails the test when it does not come true."""
    patience = Patience(seconds)
    while not (found := is_true()):
        if patience.is_over():
            raise AssertionError(f"did not come true in {seconds} s: {why or is_true}")
        if QCoreApplication.instance() is not None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.002)  # noqa: TID251 - the other program needs the processor
    return found


@contextlib.contextmanager
def ended(process: subprocess.Popen[Any]) -> Iterator[subprocess.Popen[Any]]:
    """A process that is ended, by its own id, when the block is left."""
    try:
        yield process
    finally:
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """The name of a new virtual screen on which openbox runs."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    with ended(subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)):
        os.close(writing)
        with os.fdopen(reading) as numbers:
            name = f":{numbers.readline().strip()}"
        with ended(_window_manager(name)):
            yield name


def _window_manager(name: str) -> subprocess.Popen[bytes]:
    """openbox, once it has taken charge of a first window; one that does not is ended, and another one is asked."""
    quiet = subprocess.DEVNULL
    for _ in range(3):
        manager = subprocess.Popen(["openbox"], env=environment_of(name), stdout=quiet, stderr=quiet)
        if _has_manager(name):
            return manager
        manager.kill()
        manager.wait(5)
    raise AssertionError(f"openbox takes charge of no window on {name}")


def _has_manager(name: str) -> bool:
    with contextlib.closing(OwnWindow(name)) as window, contextlib.closing(Hands(name)) as hands:
        window.show()
        with contextlib.suppress(AssertionError):
            return bool(until(lambda: window.handle in hands.windows()))
    return False


def set_layout(name: str, *arguments: str) -> None:
    """Switch the keyboard, as a user's settings do; nothing given is the US one."""
    command = ["setxkbmap", "-display", name, "-option", "", *(arguments or ("us",))]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def environment_of(name: str) -> dict[str, str]:
    """The environment of programs on a screen: no other session leaks in."""
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "QT_IM_MODULE", "XMODIFIERS")
    kept = {key: value for key, value in os.environ.items() if key not in hidden}
    return kept | {
        "DISPLAY": name,
        "XDG_SESSION_TYPE": "x11",
        "LC_ALL": "C.UTF-8",
        "GTK_IM_MODULE": "gtk-im-context-simple",
    }


class Hands:
    """A keyboard and a user outside of the program: keys by XTEST, windows by the window manager."""

    def __init__(self, name: str) -> None:
        self.server: Any = display.Display(name)
        self.root = self.server.screen().root

    def key(self, keysym: int, *, is_down: bool) -> None:
        xtest.fake_input(self.server, X.KeyPress if is_down else X.KeyRelease, self.server.keysym_to_keycode(keysym))
        self.server.sync()

    def press(self, chord: Chord) -> None:
        """Hold the modifiers, then the key."""
        for keysym in self._keysyms(chord):
            self.key(keysym, is_down=True)

    def release(self, chord: Chord) -> None:
        for keysym in reversed(self._keysyms(chord)):
            self.key(keysym, is_down=False)

    def tap(self, text: str) -> None:
        """Press and release a chord, e.g. `Ctrl+Alt+1`; also a single key."""
        chord = Chord.parse(text)
        self.press(chord)
        self.release(chord)

    def write(self, text: str) -> None:
        for letter in text:
            self.tap({" ": "space"}.get(letter, letter))

    def is_any_down(self) -> bool:
        self.server.sync()
        return any(self.server.query_keymap())

    def focus(self, window: int) -> None:
        """What a click on a task bar does."""
        message = events.ClientMessage(
            window=self.server.create_resource_object("window", window),
            client_type=self.server.intern_atom("_NET_ACTIVE_WINDOW"),
            data=(32, [2, X.CurrentTime, 0, 0, 0]),
        )
        self.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.server.sync()

    def has_focus(self, window: int) -> bool:
        """Whether the keyboard is in a window or inside it."""
        at = self.server.get_input_focus().focus
        with contextlib.suppress(Exception):
            while not isinstance(at, int) and at.id != self.root.id:
                if at.id == window:
                    return True
                at = at.query_tree().parent
        return False

    def bring(self, window: int) -> None:
        """Bring a window to the front and wait until it has the keyboard."""
        self.focus(window)
        until(lambda: self.has_focus(window), why=f"window {window:#x} in front")

    def grab(self, chord: Chord) -> None:
        """Take a chord, as another program would."""
        state = sum({"ctrl": 4, "alt": 8, "shift": 1, "meta": 64}[name] for name in chord.modifiers)
        code = self.server.keysym_to_keycode(KEYSYMS[chord.key])
        self.root.grab_key(code, state, False, X.GrabModeAsync, X.GrabModeAsync)
        self.server.sync()

    def windows(self) -> list[int]:
        """The top-level windows that the window manager knows."""
        found = self.root.get_full_property(self.server.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        return list(found.value) if found is not None else []

    def window_of(self, program: str) -> int:
        """The first window whose class holds a word."""
        for window in self.windows():
            with contextlib.suppress(Exception):
                names = self.server.create_resource_object("window", window).get_wm_class() or ()
                if any(program in name.lower() for name in names):
                    return window
        return 0

    def close(self) -> None:
        for code in range(8, 256):
            if self.server.query_keymap()[code >> 3] >> (code & 7) & 1:
                xtest.fake_input(self.server, X.KeyRelease, code)
        self.server.sync()
        self.server.close()

    def _keysyms(self, chord: Chord) -> list[int]:
        return [*(MODIFIERS[name] for name in sorted(chord.modifiers)), KEYSYMS[chord.key]]


class OwnWindow:
    """A window of the program under test, and the letters that came to it."""

    def __init__(self, name: str) -> None:
        self.server: Any = display.Display(name)
        self.window = self.server.screen().root.create_window(
            600, 500, 200, 100, 0, X.CopyFromParent, event_mask=X.KeyPressMask
        )
        self.window.set_wm_class("qindesk", "QinDesk")
        self.window.change_property(
            self.server.intern_atom("_NET_WM_PID"), self.server.intern_atom("CARDINAL"), 32, [os.getpid()]
        )
        self.server.sync()

    @property
    def handle(self) -> int:
        return int(self.window.id)

    def show(self) -> None:
        self.window.map()
        self.server.sync()

    def letters(self) -> str:
        """What was typed into it so far, by keysym."""
        text = ""
        while self.server.pending_events():
            event = self.server.next_event()
            if event.type == X.KeyPress:
                text += XK.keysym_to_string(self.server.keycode_to_keysym(event.detail, event.state & 1)) or "?"
        return text

    def close(self) -> None:
        self.server.close()


class PeerProgram:
    """`peer.py` running on a screen."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines = selectors.DefaultSelector()
        self._lines.register(process.stdout, selectors.EVENT_READ)
        self.handle = self.ask("window")
        self.window = Window(self.handle, "peer.py")

    def ask(self, verb: str, *arguments: Any) -> Any:
        """Tell it a verb and wait for the answer; our own events go on, it may be reading from us."""
        self.tell(verb, *arguments)
        return self.answer()

    def tell(self, verb: str, *arguments: Any) -> None:
        self._process.stdin.write(json.dumps([verb, *arguments]) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        until(lambda: self._lines.select(0), why="an answer of the other program")
        return json.loads(self._process.stdout.readline())

    def copy(self, clip: Clip) -> None:
        self.ask("copy", {name: base64.b64encode(value).decode() for name, value in clip.formats.items()})

    def read(self, name: str = Clip.TEXT) -> bytes:
        return base64.b64decode(self.ask("read", name))


@contextlib.contextmanager
def peer(display_name: str, name: str = "peer", left: int = 40) -> Iterator[PeerProgram]:
    """Another program with a window and a clipboard."""
    command = [sys.executable, "-m", "tests.system.peer", name, str(left)]
    environment = environment_of(display_name) | {"QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with ended(process):
        program = PeerProgram(process)
        with contextlib.closing(Hands(display_name)) as hands:
            until(lambda: program.handle in hands.windows(), 40, "its window")
        yield program


class X11World:
    """The world of `tests/system/contract.py` on a virtual screen."""

    def __init__(self, computer: Computer, hands: Hands, target: PeerProgram, other: PeerProgram) -> None:
        self.clipboard = computer.clipboard
        self.desktop = computer.desktop
        self.keys = computer.keys
        self.hotkeys = computer.hotkeys
        self.hands = hands
        self.program, self.other_program = target, other
        self.target, self.other = target.window, other.window

    def until(self, is_true: Callable[[], Any]) -> None:
        until(is_true)

    def copy(self, clip: Clip) -> None:
        self.other_program.copy(clip)

    def read(self, name: str) -> bytes:
        return self.other_program.read(name)

    def bring(self, window: Window) -> None:
        self.hands.bring(window.handle)

    def close_other(self) -> None:
        self.other_program.ask("hide")

    def written(self) -> str:
        text: str = self.program.ask("text")
        return text

    @contextlib.contextmanager
    def holding(self, modifier: str) -> Iterator[None]:
        self.hands.key(MODIFIERS[modifier], is_down=True)
        yield
        self.hands.key(MODIFIERS[modifier], is_down=False)

    def press(self, chord: Chord) -> None:
        self.hands.tap(str(chord))

    def grab(self, chord: Chord) -> None:
        self.hands.grab(chord)
