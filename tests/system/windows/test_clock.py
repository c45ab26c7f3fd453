"""The boot on Windows: its number in the registry, else a name of this program."""

import ctypes
import sys
from typing import Any

import pytest

from app.system.clock import SystemClock

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs the registry of Windows")


def test_ticks_are_those_of_the_clock_that_counts_sleep() -> None:
    kernel32 = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel32.GetTickCount64.restype = ctypes.c_uint64

    before = kernel32.GetTickCount64()
    ticks = SystemClock().ticks()
    after = kernel32.GetTickCount64()

    assert before <= ticks * 1000 <= after


def test_all_clocks_are_of_the_boot_that_the_registry_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    import winreg

    monkeypatch.setattr(winreg, "OpenKey", lambda *_: _Key())
    monkeypatch.setattr(winreg, "QueryValueEx", lambda _key, name: ({"BootId": 57}[name], winreg.REG_DWORD))

    assert SystemClock().boot() == SystemClock().boot() == "boot 57"


def test_where_the_registry_counts_none_it_lasts_as_long_as_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    import winreg

    def fail(*_: Any) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(winreg, "OpenKey", fail)
    clock = SystemClock()

    assert clock.boot() == clock.boot() != ""
    assert clock.boot() != SystemClock().boot()


class _Key:
    def __enter__(self) -> "_Key":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""
