"""The clock's ticks and the name of the boot that they belong to."""

import sys
from pathlib import Path

import pytest

from app.system import clock as system_clock
from app.system.clock import SystemClock


def test_ticks_only_grow() -> None:
    clock = SystemClock()

    ticks = [clock.ticks() for _ in range(100)]

    assert ticks == sorted(ticks)
    assert ticks[0] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="there the registry tells the boot")
class TestProc:
    def test_all_clocks_are_of_one_boot(self) -> None:
        assert SystemClock().boot() == SystemClock().boot() != ""

    def test_where_the_system_names_no_boot_it_lasts_as_long_as_the_program(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(system_clock, "_BOOT_ID", tmp_path / "missing")
        clock = SystemClock()

        assert clock.boot() == clock.boot() != ""
        assert clock.boot() != SystemClock().boot()
