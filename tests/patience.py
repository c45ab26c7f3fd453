"""How long a test waits for another program. The rule: while the whole machine stood still, nobody was late."""

import time

STANDSTILL = 1.0
"""Seconds between two looks that are counted at most: virtual machines are stopped for a while and go on."""


class Patience:
    """Counts the seconds in which one has looked."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._looked_at = time.monotonic()

    def is_over(self) -> bool:
        now = time.monotonic()
        self._left -= min(now - self._looked_at, STANDSTILL)
        self._looked_at = now
        return self._left < 0
