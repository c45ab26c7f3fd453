"""A share on which somebody may stop a publishing as long as nobody has seen anything of it.

The rule: before the file that holds the number is made, every step may end it with `Cancelled`; from then on it goes on
to its end, because others see it.
"""

from collections.abc import Sequence

from app.core.imports.reading import Watch
from app.core.packs.names import read_number_file
from app.core.shares.share import READ_LIMIT, Fresh, Look
from app.ports.shares import Share

STEPS = 24
"""About so many calls one publishing takes; a progress needs an end."""


class StoppableShare:
    """Another share, each call of which is a step of a `Watch`. Raises `Cancelled` besides `ShareTrouble`."""

    def __init__(self, share: Share, watch: Watch) -> None:
        self._share = share
        self._watch = watch
        self._done = 0
        self._is_public = False

    @property
    def place(self) -> str:
        """What people call it."""
        return self._share.place

    def names(self, folder: str = "") -> Sequence[str]:
        """The files of a folder."""
        self._step()
        return self._share.names(folder)

    def look(self, name: str) -> Look:
        """What is known of a file."""
        self._step()
        return self._share.look(name)

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        """The whole file."""
        self._step()
        return self._share.read(name, limit)

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        """The whole file unless it is still the known one."""
        self._step()
        return self._share.read_new(name, known, limit)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file that is not there yet; from the one that holds the number there is no way back."""
        self._step()
        self._is_public = self._is_public or read_number_file(name) is not None
        return self._share.create(name, content)

    def replace(self, name: str, content: bytes) -> None:
        """Write a file whole."""
        self._step()
        self._share.replace(name, content)

    def remove(self, name: str) -> None:
        """Delete a file."""
        self._step()
        self._share.remove(name)

    def _step(self) -> None:
        self._done += 1
        if not self._is_public:
            self._watch.step(min(self._done, STEPS), STEPS)
