"""What the services ask of a share: a folder, web server or bucket where packs lie.

The rule: every call ends within the share's own deadline, with an answer or with `ShareTrouble`, so that one that has
died stalls nobody for longer. Still it may take that long: call none of them on the thread that draws the window.

Names are those of files inside the share, with `/` between parts (`read/shop/mei.json`); what `is_share_name` does not
accept is `ShareTrouble(Fault.BAD_NAME)`.
"""

from collections.abc import Sequence
from typing import Protocol

from app.core.shares.share import READ_LIMIT, Fault, Fresh, Look, ShareTrouble

__all__ = ["READ_LIMIT", "Fault", "Fresh", "Look", "Share", "ShareTrouble"]


class Share(Protocol):
    """A place of shared files. Every method raises `ShareTrouble`."""

    @property
    def place(self) -> str:
        """What people call it: its path or address, without credentials."""
        ...

    def names(self, folder: str = "") -> Sequence[str]:
        """The whole names of the files directly in a folder, in order; none where there is no such folder.

        What `is_ignored` tells is left out. `Fault.NOT_LISTED` where the share cannot list (a plain web server);
        `Fault.NOT_THERE` where the share itself is gone, `Fault.CROWDED` where there are more than anybody can list:
        a part of a listing is never handed out.
        """
        ...

    def look(self, name: str) -> Look:
        """What is known of a file, without reading it; `Fault.NOT_THERE` where there is none."""
        ...

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        """The whole file; `Fault.TOO_BIG` above so many bytes, found out before they are all in memory."""
        ...

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        """The whole file with its look; None where it still looks as `known` (one request: 304 costs no content)."""
        ...

    def create(self, name: str, content: bytes) -> bool:
        """Write a file that must not be there yet, with the folders above it; False where it is, and nothing happens.

        Of two at once exactly one is told True. When it returns, the bytes are as safe as the share can make them.
        """
        ...

    def replace(self, name: str, content: bytes) -> None:
        """Write a file whole, whether it was there or not: others see the old or the new one, never a part."""
        ...

    def remove(self, name: str) -> None:
        """Delete a file; one that is not there is no error."""
        ...
