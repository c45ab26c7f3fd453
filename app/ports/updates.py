"""What the service of updates asks of this computer: a folder for what it fetched, and a start of it.

The rule: only a file whose hash was just checked is started.
"""

from typing import Protocol

from app.core.updates.update import Build, Memory

__all__ = ["Build", "Memory", "UpdateFolder"]


class UpdateFolder(Protocol):
    """A folder of the program's own. Writing raises `NotStored`."""

    def load(self) -> Memory:
        """What was kept; a fresh one where there is nothing or nothing that is understood."""
        ...

    def save(self, memory: Memory) -> None:
        """Keep it."""
        ...

    def keep(self, name: str, content: bytes) -> None:
        """Put a file there, whole."""
        ...

    def holds(self, build: Build) -> bool:
        """Whether the very file of a build lies there: its size and its hash are looked at."""
        ...

    def clear(self) -> None:
        """Delete what was fetched; a file that cannot be deleted stays for the next time."""
        ...

    def can_start(self) -> bool:
        """Whether files of this system are installed by starting them."""
        ...

    def start(self, build: Build, *arguments: str) -> bool:
        """Start the file of a build, which goes on after this program ended; False where it could not be."""
        ...
