"""A clock that counts while the PC sleeps and that nobody can set."""

from datetime import timedelta

from app.system.windows import win32


def since_boot() -> timedelta:
    """How long ago the PC was started, sleep included; grows in steps of 10 to 16 ms."""
    return timedelta(milliseconds=int(win32.GetTickCount64()))
