"""The Windows functions that the adapters call, each with its full types, under the names of Microsoft's documentation.

The rule: nothing is loaded before its first call, so that the module can be imported, and the pure parts of the
adapters tested, on any system. Sizes are written out (`DWORD` is 32 bits everywhere), so the layouts are testable too.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import (
    POINTER,
    Structure,
    Union,
    c_int,
    c_int32,
    c_size_t,
    c_ssize_t,
    c_uint16,
    c_uint32,
    c_uint64,
    c_void_p,
    c_wchar_p,
)
from typing import Any, cast

BOOL, LONG, WORD, DWORD, UINT = c_int, c_int32, c_uint16, c_uint32, c_uint32
HANDLE, HWND, LPCWSTR = c_void_p, c_void_p, c_wchar_p
LRESULT, WPARAM, LPARAM = c_ssize_t, c_size_t, c_ssize_t

# Only 64-bit Windows is served, which has one calling convention; the two prototypes differ in name alone.
if sys.platform == "win32":
    prototype = ctypes.WINFUNCTYPE
else:
    prototype = ctypes.CFUNCTYPE
WNDPROC: type[Any] = prototype(LRESULT, HWND, UINT, WPARAM, LPARAM)
WINEVENTPROC: type[Any] = prototype(None, HANDLE, DWORD, HWND, LONG, LONG, DWORD, DWORD)


class Function:
    """A function of a system library, looked up at its first call."""

    def __init__(self, library: str, name: str, result: Any, *arguments: Any) -> None:
        self._library = library
        self._name = name
        self._result = result
        self._arguments = arguments
        self._call: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        """Call it; its error code is in `last_error`."""
        if self._call is None:
            self._call = self._look_up()
        return self._call(*arguments)

    def _look_up(self) -> Callable[..., Any]:
        function: Any = getattr(_library(self._library), self._name)
        function.restype = self._result
        function.argtypes = self._arguments
        return cast("Callable[..., Any]", function)


def _library(name: str) -> ctypes.CDLL:
    if sys.platform != "win32":
        raise OSError(f"{name} is a library of Windows")
    return ctypes.WinDLL(name, use_last_error=True)


def last_error() -> int:
    """The error code that the last call on this thread left."""
    if sys.platform != "win32":
        return 0
    return ctypes.get_last_error()


class MOUSEINPUT(Structure):
    """A mouse movement or button of `INPUT`."""

    _fields_ = (
        ("dx", LONG),
        ("dy", LONG),
        ("mouseData", DWORD),
        ("dwFlags", DWORD),
        ("time", DWORD),
        ("dwExtraInfo", c_size_t),
    )


class KEYBDINPUT(Structure):
    """A key of `INPUT`."""

    _fields_ = (("wVk", WORD), ("wScan", WORD), ("dwFlags", DWORD), ("time", DWORD), ("dwExtraInfo", c_size_t))


class _InputUnion(Union):
    _fields_ = (("mi", MOUSEINPUT), ("ki", KEYBDINPUT))


class INPUT(Structure):
    """One event for `SendInput`."""

    _anonymous_ = ("union",)
    _fields_ = (("type", DWORD), ("union", _InputUnion))


class WNDCLASS(Structure):
    """A class of windows, for `RegisterClassW`."""

    _fields_ = (
        ("style", UINT),
        ("lpfnWndProc", WNDPROC),
        ("cbClsExtra", c_int),
        ("cbWndExtra", c_int),
        ("hInstance", HANDLE),
        ("hIcon", HANDLE),
        ("hCursor", HANDLE),
        ("hbrBackground", HANDLE),
        ("lpszMenuName", LPCWSTR),
        ("lpszClassName", LPCWSTR),
    )


class GUITHREADINFO(Structure):
    """Which windows of a thread have focus, capture and so on."""

    _fields_ = (
        ("cbSize", DWORD),
        ("flags", DWORD),
        ("hwndActive", HWND),
        ("hwndFocus", HWND),
        ("hwndCapture", HWND),
        ("hwndMenuOwner", HWND),
        ("hwndMoveSize", HWND),
        ("hwndCaret", HWND),
        ("rcCaret", LONG * 4),
    )


class MSG(Structure):
    """A message of a thread's queue."""

    _fields_ = (
        ("hwnd", HWND),
        ("message", UINT),
        ("wParam", WPARAM),
        ("lParam", LPARAM),
        ("time", DWORD),
        ("pt", LONG * 2),
    )


class SID_AND_ATTRIBUTES(Structure):  # noqa: N801 - Windows' own name
    """The head of what `GetTokenInformation` tells of a token's integrity."""

    _fields_ = (("Sid", c_void_p), ("Attributes", DWORD))


# Windows
CreateWindowExW = Function(
    *("user32", "CreateWindowExW", HWND, DWORD, LPCWSTR, LPCWSTR, DWORD, c_int, c_int, c_int, c_int),
    *(HWND, HANDLE, HANDLE, c_void_p),
)
DestroyWindow = Function("user32", "DestroyWindow", BOOL, HWND)
RegisterClassW = Function("user32", "RegisterClassW", WORD, POINTER(WNDCLASS))
UnregisterClassW = Function("user32", "UnregisterClassW", BOOL, LPCWSTR, HANDLE)
DefWindowProcW = Function("user32", "DefWindowProcW", LRESULT, HWND, UINT, WPARAM, LPARAM)
RegisterWindowMessageW = Function("user32", "RegisterWindowMessageW", UINT, LPCWSTR)
SendMessageTimeoutW = Function(
    "user32", "SendMessageTimeoutW", LRESULT, HWND, UINT, WPARAM, LPARAM, UINT, UINT, POINTER(c_size_t)
)
PeekMessageW = Function("user32", "PeekMessageW", BOOL, POINTER(MSG), HWND, UINT, UINT, UINT)
GetMessageW = Function("user32", "GetMessageW", BOOL, POINTER(MSG), HWND, UINT, UINT)
PostThreadMessageW = Function("user32", "PostThreadMessageW", BOOL, DWORD, UINT, WPARAM, LPARAM)
GetForegroundWindow = Function("user32", "GetForegroundWindow", HWND)
SetForegroundWindow = Function("user32", "SetForegroundWindow", BOOL, HWND)
GetWindowThreadProcessId = Function("user32", "GetWindowThreadProcessId", DWORD, HWND, POINTER(DWORD))
GetGUIThreadInfo = Function("user32", "GetGUIThreadInfo", BOOL, DWORD, POINTER(GUITHREADINFO))
GetClassNameW = Function("user32", "GetClassNameW", c_int, HWND, c_wchar_p, c_int)
GetAncestor = Function("user32", "GetAncestor", HWND, HWND, UINT)
IsWindow = Function("user32", "IsWindow", BOOL, HWND)
IsIconic = Function("user32", "IsIconic", BOOL, HWND)
ShowWindow = Function("user32", "ShowWindow", BOOL, HWND, c_int)
GetWindowLongPtrW = Function("user32", "GetWindowLongPtrW", c_ssize_t, HWND, c_int)
SetWindowLongPtrW = Function("user32", "SetWindowLongPtrW", c_ssize_t, HWND, c_int, c_ssize_t)
SetWinEventHook = Function("user32", "SetWinEventHook", HANDLE, DWORD, DWORD, HANDLE, WINEVENTPROC, DWORD, DWORD, DWORD)
UnhookWinEvent = Function("user32", "UnhookWinEvent", BOOL, HANDLE)
ImmGetDefaultIMEWnd = Function("imm32", "ImmGetDefaultIMEWnd", HWND, HWND)
RegisterSuspendResumeNotification = Function("user32", "RegisterSuspendResumeNotification", HANDLE, HANDLE, DWORD)
UnregisterSuspendResumeNotification = Function("user32", "UnregisterSuspendResumeNotification", BOOL, HANDLE)
WTSRegisterSessionNotification = Function("wtsapi32", "WTSRegisterSessionNotification", BOOL, HWND, DWORD)
WTSUnRegisterSessionNotification = Function("wtsapi32", "WTSUnRegisterSessionNotification", BOOL, HWND)

# Keys
RegisterHotKey = Function("user32", "RegisterHotKey", BOOL, HWND, c_int, UINT, UINT)
UnregisterHotKey = Function("user32", "UnregisterHotKey", BOOL, HWND, c_int)
SendInput = Function("user32", "SendInput", UINT, UINT, POINTER(INPUT), c_int)
GetAsyncKeyState = Function("user32", "GetAsyncKeyState", ctypes.c_int16, c_int)
MapVirtualKeyW = Function("user32", "MapVirtualKeyW", UINT, UINT, UINT)
UnhookWindowsHookEx = Function("user32", "UnhookWindowsHookEx", BOOL, HANDLE)

# Clipboard
OpenClipboard = Function("user32", "OpenClipboard", BOOL, HWND)
CloseClipboard = Function("user32", "CloseClipboard", BOOL)
EmptyClipboard = Function("user32", "EmptyClipboard", BOOL)
GetClipboardData = Function("user32", "GetClipboardData", HANDLE, UINT)
SetClipboardData = Function("user32", "SetClipboardData", HANDLE, UINT, HANDLE)
EnumClipboardFormats = Function("user32", "EnumClipboardFormats", UINT, UINT)
IsClipboardFormatAvailable = Function("user32", "IsClipboardFormatAvailable", BOOL, UINT)
RegisterClipboardFormatW = Function("user32", "RegisterClipboardFormatW", UINT, LPCWSTR)
GetClipboardOwner = Function("user32", "GetClipboardOwner", HWND)
GetOpenClipboardWindow = Function("user32", "GetOpenClipboardWindow", HWND)
GlobalAlloc = Function("kernel32", "GlobalAlloc", HANDLE, UINT, c_size_t)
GlobalFree = Function("kernel32", "GlobalFree", HANDLE, HANDLE)
GlobalLock = Function("kernel32", "GlobalLock", c_void_p, HANDLE)
GlobalUnlock = Function("kernel32", "GlobalUnlock", BOOL, HANDLE)
GlobalSize = Function("kernel32", "GlobalSize", c_size_t, HANDLE)

# Processes and time
GetModuleHandleW = Function("kernel32", "GetModuleHandleW", HANDLE, LPCWSTR)
GetCurrentThreadId = Function("kernel32", "GetCurrentThreadId", DWORD)
OpenProcess = Function("kernel32", "OpenProcess", HANDLE, DWORD, BOOL, DWORD)
GetCurrentProcess = Function("kernel32", "GetCurrentProcess", HANDLE)
CloseHandle = Function("kernel32", "CloseHandle", BOOL, HANDLE)
QueryFullProcessImageNameW = Function(
    "kernel32", "QueryFullProcessImageNameW", BOOL, HANDLE, DWORD, c_wchar_p, POINTER(DWORD)
)
OpenProcessToken = Function("advapi32", "OpenProcessToken", BOOL, HANDLE, DWORD, POINTER(HANDLE))
GetTokenInformation = Function("advapi32", "GetTokenInformation", BOOL, HANDLE, c_int, c_void_p, DWORD, POINTER(DWORD))
GetSidSubAuthorityCount = Function("advapi32", "GetSidSubAuthorityCount", POINTER(ctypes.c_uint8), c_void_p)
GetSidSubAuthority = Function("advapi32", "GetSidSubAuthority", POINTER(DWORD), c_void_p, DWORD)
GetTickCount64 = Function("kernel32", "GetTickCount64", c_uint64)
