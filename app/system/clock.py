"""The time of day, as this computer has it.

The rule: the only place of the program that asks the system what time it is.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_PREFETCH = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"


class SystemClock:
    """The port `Clock`."""

    def __init__(self) -> None:
        self._nameless = f"one of process {os.getpid()} {os.urandom(4).hex()}"

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the port

    def local(self) -> datetime:
        """The moment, aware, in the PC's own time zone."""
        return self.now().astimezone()

    def ticks(self) -> float:
        """Seconds since this boot. Sleep counts, and setting the clock changes nothing."""
        if sys.platform == "win32":
            from app.system.windows.clock import since_boot  # noqa: PLC0415 - brings the other adapters along

            return since_boot().total_seconds()
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def boot(self) -> str:
        """Which boot this is: ticks of another one mean nothing."""
        try:
            return _boot_name()
        except OSError:
            return self._nameless  # nothing is known of it but that it lasts as long as this program


if sys.platform == "win32":
    import winreg

    def _boot_name() -> str:
        """The number of this boot, which Windows counts for its own prefetching."""
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PREFETCH) as key:
            return f"boot {winreg.QueryValueEx(key, 'BootId')[0]}"

else:

    def _boot_name() -> str:
        return _BOOT_ID.read_text("ascii").strip()
