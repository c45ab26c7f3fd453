"""What a start needed for a moment goes back to the system."""

import sys
from pathlib import Path

import pytest

from app.system import memory


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_blocks_that_were_needed_for_a_moment_are_given_back() -> None:
    memory.be_thrifty()
    blocks = [bytearray(b"x" * 60_000) for _ in range(2_000)]
    kept = bytearray(b"x" * 60_000)
    full = resident()

    del blocks
    memory.give_back()

    assert full - resident() > 60_000_000
    assert kept


def test_where_there_is_no_such_library_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_glibc", lambda: None)

    memory.be_thrifty()
    memory.give_back()
