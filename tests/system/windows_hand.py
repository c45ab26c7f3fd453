"""Another program on the same PC, run as a process of its own: its keys, its clipboard, its windows.

It shares no code with the adapters. Each line of its input is a command, each answered by one line.
"""

import ctypes
import sys
import threading
import time
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
    user32.OpenClipboard.argtypes = [wintypes.HWND]
    user32.SetForegroundWindow.argtypes = [wintypes.HWND]
    user32.RegisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]
    kernel32.GlobalAlloc.restype = ctypes.c_void_p
    kernel32.GlobalLock.restype = ctypes.c_void_p
    for name in ("GlobalLock", "GlobalUnlock", "GlobalSize"):
        getattr(kernel32, name).argtypes = [ctypes.c_void_p]

KEYS = {"ctrl": 0xA2, "rctrl": 0xA3, "shift": 0xA0, "alt": 0xA4, "enter": 0x0D, "space": 0x20, "tab": 0x09}


def code(key: str) -> int:
    return KEYS.get(key) or ord(key.upper())


def hold(*keys: str) -> str:
    for key in keys:
        user32.keybd_event(code(key), user32.MapVirtualKeyW(code(key), 0), 0, 0)
    return "held"


def release(*keys: str) -> str:
    for key in keys:
        user32.keybd_event(code(key), user32.MapVirtualKeyW(code(key), 0), 2, 0)
    return "released"


def press(chord: str) -> str:
    keys = chord.split("+")
    hold(*keys)
    release(*reversed(keys))
    return "pressed"


def number(name: str) -> int:
    return int(name) if name.isdigit() else user32.RegisterClipboardFormatW(name.replace("_", " "))


def put(*pairs: str) -> str:
    """Formats and their bytes in hex, in turn."""
    user32.OpenClipboard(WINDOW)
    user32.EmptyClipboard()
    for name, content in zip(pairs[::2], pairs[1::2], strict=True):
        raw = bytes.fromhex(content)
        handle = kernel32.GlobalAlloc(2, len(raw))
        ctypes.memmove(kernel32.GlobalLock(handle), raw, len(raw))
        kernel32.GlobalUnlock(handle)
        user32.SetClipboardData(number(name), handle)
    user32.CloseClipboard()
    return "put"


def get(name: str) -> str:
    user32.OpenClipboard(WINDOW)
    handle = user32.GetClipboardData(number(name))
    content = b""
    if handle:
        content = ctypes.string_at(kernel32.GlobalLock(handle), kernel32.GlobalSize(handle))
        kernel32.GlobalUnlock(handle)
    user32.CloseClipboard()
    return content.hex() or "-"


def lock() -> str:
    return str(user32.OpenClipboard(WINDOW))


def unlock() -> str:
    return str(user32.CloseClipboard())


def take_chord(modifiers: str, key: str) -> str:
    return str(user32.RegisterHotKey(None, 1, int(modifiers), code(key)))


def front() -> str:
    user32.SetForegroundWindow(WINDOW)
    return str(WINDOW)


def pump() -> None:
    message = wintypes.MSG()
    while user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 1):
        user32.TranslateMessage(ctypes.byref(message))
        user32.DispatchMessageW(ctypes.byref(message))


def main() -> None:
    commands: list[str] = []

    def listen() -> None:
        for line in sys.stdin:
            commands.append(line)
        commands.append("end")

    threading.Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    while True:
        pump()
        time.sleep(0.005)
        if commands:
            name, *arguments = commands.pop(0).split()
            if name == "end":
                return
            print(globals()[name](*arguments), flush=True)


if __name__ == "__main__":
    WINDOW = user32.CreateWindowExW(0, "Edit", "hand", 0x10CF0000, 500, 300, 300, 200, None, None, None, None)
    main()
