"""The time of day, as this computer has it.

The rule: the only place of the program that asks the system what time it is.
"""

from datetime import UTC, datetime


class SystemClock:
    """The port `Clock`."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the port

    def local(self) -> datetime:
        """The moment, aware, in the PC's own time zone."""
        return self.now().astimezone()
