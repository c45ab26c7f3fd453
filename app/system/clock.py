"""The time of day, as this computer has it.

The rule: the only place of the program that asks the system what time it is.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path


class SystemClock:
    """The port `Clock`."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the port

    def local(self) -> datetime:
        """The moment, aware, in the PC's own time zone."""
        return self.now().astimezone()

    def ticks(self) -> float:
        """Seconds since this boot. Sleep counts, and setting the clock changes nothing."""
        if sys.platform == "win32":
            return time.monotonic()  # GetTickCount64 or the performance counter: both count sleep
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def boot(self) -> str:
        """Which boot this is: ticks of another one mean nothing."""
        if sys.platform == "win32":
            return ""
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
