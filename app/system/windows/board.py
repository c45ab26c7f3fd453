"""The Windows clipboard itself: open, read, write, promise.

The rule: whoever opens it closes it in the same breath, for no other program can use it meanwhile.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

from app.system.windows import win32
from app.system.windows.formats import NUMBERS

HIDDEN = "ExcludeClipboardContentFromMonitorProcessing"
"""Password stores mark with it what nobody else may look at; so do we with what may hold a buyer's words."""

_MOVEABLE = 0x2
_NO_HISTORY, _NO_CLOUD = "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"
_NO = bytes(4)


@contextmanager
def opened(owner: int | None) -> Iterator[bool]:
    """Whether the clipboard could be opened, for `owner` or for reading only. Windows has no waiting here."""
    is_open = bool(win32.OpenClipboard(owner))
    try:
        yield is_open
    finally:
        if is_open:
            win32.CloseClipboard()


def number_of(name: str) -> int:
    """The number of a format by its name."""
    return NUMBERS.get(name) or int(win32.RegisterClipboardFormatW(name))


def has(name: str) -> bool:
    """Whether the clipboard holds a format; may be asked without opening it."""
    return bool(win32.IsClipboardFormatAvailable(number_of(name)))


def read(name: str, cap: int) -> bytes | None:
    """A format of the opened clipboard; None where it is larger than `cap` or its owner does not give it."""
    handle = win32.GetClipboardData(number_of(name))
    size = win32.GlobalSize(handle) if handle else 0
    if not size or size > cap:
        return None
    address = win32.GlobalLock(handle)
    try:
        return ctypes.string_at(address, size) if address else None
    finally:
        win32.GlobalUnlock(handle)


def write(name: str, content: bytes) -> bool:
    """Put a format on the opened clipboard, or render it while another program waits; nothing is not put there."""
    handle = win32.GlobalAlloc(_MOVEABLE, len(content)) if content else None
    address = win32.GlobalLock(handle) if handle else None
    if not address:
        return False
    ctypes.memmove(address, content, len(content))
    win32.GlobalUnlock(handle)
    if win32.SetClipboardData(number_of(name), handle):
        return True  # from now on the memory is the clipboard's
    win32.GlobalFree(handle)
    return False


def promise(name: str) -> None:
    """Say that a format can be had: its owner is asked to render it when somebody wants it."""
    win32.SetClipboardData(number_of(name), None)


def keep_out_of_history() -> None:
    """Mark the content of the opened clipboard for neither history (Win+V) nor cloud."""
    write(_NO_HISTORY, _NO)
    write(_NO_CLOUD, _NO)


def keep_hidden() -> None:
    """Mark it for no clipboard manager at all."""
    write(HIDDEN, b"\1")
    keep_out_of_history()
