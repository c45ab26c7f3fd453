"""Another program on the same PC, run as a process of its own: its keys, its clipboard, its window with a text field.

It shares no code with the adapters. Each line of its input is a command with its arguments; each is answered by a line.
"""

import ctypes
import queue
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes

if sys.platform == "win32":
    user32 = ctypes.WinDLL("user32", use_last_error=True)
    kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    user32.GetClipboardData.restype = ctypes.c_void_p
    user32.SetClipboardData.argtypes = [wintypes.UINT, ctypes.c_void_p]
    user32.CreateWindowExW.restype = wintypes.HWND
    user32.CreateWindowExW.argtypes = [wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD]
    user32.CreateWindowExW.argtypes += [ctypes.c_int] * 4 + [wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE]
    user32.CreateWindowExW.argtypes += [wintypes.LPVOID]
    for name in ("OpenClipboard", "SetForegroundWindow", "DestroyWindow"):
        getattr(user32, name).argtypes = [wintypes.HWND]
    user32.ShowWindow.argtypes = [wintypes.HWND, ctypes.c_int]
    user32.GetWindowTextW.argtypes = [wintypes.HWND, wintypes.LPWSTR, ctypes.c_int]
    user32.SetWindowTextW.argtypes = [wintypes.HWND, wintypes.LPCWSTR]
    user32.RegisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]
    user32.UnregisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int]
    kernel32.GlobalAlloc.restype = ctypes.c_void_p
    kernel32.GlobalAlloc.argtypes = [wintypes.UINT, ctypes.c_size_t]
    kernel32.GlobalLock.restype = ctypes.c_void_p
    kernel32.GlobalSize.restype = ctypes.c_size_t
    for name in ("GlobalLock", "GlobalUnlock", "GlobalSize"):
        getattr(kernel32, name).argtypes = [ctypes.c_void_p]

_KEYS = {
    "ctrl": 0xA2,
    "rctrl": 0xA3,
    "shift": 0xA0,
    "alt": 0xA4,
    "enter": 0x0D,
    "space": 0x20,
    "tab": 0x09,
    "escape": 0x1B,
}
_EDIT_FIELD = 0x10CF0000 | 0x1004  # overlapped, visible, several lines, Enter is a line break


def _code(key: str) -> int:
    return _KEYS.get(key) or ord(key.upper())


def _format(name: str) -> int:
    return int(name) if name.isdigit() else user32.RegisterClipboardFormatW(name.replace("_", " "))


class Hand:
    """The commands. `window` is its text field, a top-level window."""

    def __init__(self) -> None:
        place = (500, 300, 300, 200)
        self.window = user32.CreateWindowExW(0, "Edit", "", _EDIT_FIELD, *place, None, None, None, None)

    def hold(self, *keys: str) -> str:
        for key in keys:
            user32.keybd_event(_code(key), user32.MapVirtualKeyW(_code(key), 0), 0, 0)
        return "held"

    def release(self, *keys: str) -> str:
        for key in keys:
            user32.keybd_event(_code(key), user32.MapVirtualKeyW(_code(key), 0), 2, 0)
        return "released"

    def press(self, *chords: str) -> str:
        for chord in chords:
            keys = chord.split("+")
            self.hold(*keys)
            self.release(*reversed(keys))
        return "pressed"

    def click(self, x: str, y: str) -> str:
        user32.SetCursorPos(int(x), int(y))
        user32.mouse_event(0x2, 0, 0, 0, 0)
        user32.mouse_event(0x4, 0, 0, 0, 0)
        return "clicked"

    def put(self, *pairs: str) -> str:
        """Formats and their bytes in hex, in turn; a format with `-` is promised and never rendered."""
        user32.OpenClipboard(self.window)
        user32.EmptyClipboard()
        for name, content in zip(pairs[::2], pairs[1::2], strict=True):
            user32.SetClipboardData(_format(name), None if content == "-" else self._memory(bytes.fromhex(content)))
        user32.CloseClipboard()
        return "put"

    def get(self, name: str) -> str:
        user32.OpenClipboard(self.window)
        handle = user32.GetClipboardData(_format(name))
        content = b""
        if handle:
            content = ctypes.string_at(kernel32.GlobalLock(handle), kernel32.GlobalSize(handle))
            kernel32.GlobalUnlock(handle)
        user32.CloseClipboard()
        return content.hex() or "-"

    def lock(self) -> str:
        return str(user32.OpenClipboard(self.window))

    def unlock(self) -> str:
        return str(user32.CloseClipboard())

    def hang(self, seconds: str) -> str:
        threading.Event().wait(float(seconds))
        return "awake"

    def take_chord(self, modifiers: str, key: str) -> str:
        return str(user32.RegisterHotKey(None, 1, int(modifiers), _code(key)))

    def chords_heard(self) -> str:
        return str(_heard.count(0x0312))

    def drop_chord(self) -> str:
        return str(user32.UnregisterHotKey(None, 1))

    def front(self) -> str:
        user32.SetForegroundWindow(self.window)
        return str(self.window)

    def minimise(self) -> str:
        return str(user32.ShowWindow(self.window, 6))

    def close_window(self) -> str:
        return str(user32.DestroyWindow(self.window))

    def text(self) -> str:
        buffer = ctypes.create_unicode_buffer(65536)
        user32.GetWindowTextW(self.window, buffer, len(buffer))
        return buffer.value.encode("utf-16-le").hex() or "-"

    def clear(self) -> str:
        return str(user32.SetWindowTextW(self.window, ""))

    def _memory(self, content: bytes) -> int:
        handle = kernel32.GlobalAlloc(2, len(content))
        ctypes.memmove(kernel32.GlobalLock(handle), content, len(content))
        kernel32.GlobalUnlock(handle)
        return handle


_heard: list[int] = []


def _pump() -> None:
    message = wintypes.MSG()
    while user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 1):
        _heard.append(message.message)
        user32.TranslateMessage(ctypes.byref(message))
        user32.DispatchMessageW(ctypes.byref(message))


def _listen(heard: Callable[[str], None]) -> None:
    for line in sys.stdin:
        heard(line)
    heard("end")


def main() -> None:
    hand = Hand()
    commands: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(commands.put,), daemon=True).start()
    print("ready", flush=True)
    while True:
        _pump()
        try:
            name, *arguments = commands.get(timeout=0.005).split()
        except queue.Empty:
            continue
        if name == "end":
            return
        answer = getattr(hand, name)(*arguments)
        _pump()
        print(answer, flush=True)


if __name__ == "__main__":
    main()
