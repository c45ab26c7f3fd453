"""A reader of sources whose looks happen at once, over shares in memory."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.core.shares.places import address_of
from app.core.shares.polls import Delivery, Reach, Watched
from app.core.shares.share import Fault, ShareTrouble
from app.system.shares.copies import ShareCopies
from app.system.shares.reader import ShareReader
from tests.fakes import FakeClock, FakeShare

BOOK = Watched("book", address_of("/shop/双11.xlsx")[0])
WEB_BOOK = Watched("web", address_of("https://shop.example.com/a.csv")[0])


def wanted(index: bytes) -> list[str]:
    if index == b"{":
        raise ShareTrouble(Fault.UNSTEADY, "index.json")
    return index.decode().split()


FOLDER = Watched("folder", address_of("https://shop.example.com/packs")[0], wanted=wanted)


class Room:
    """A reader whose looks happen at once, unless a share is to hang."""

    def __init__(self, *sources: Watched, copies: Path | None = None) -> None:
        self.clock = FakeClock()
        self.shares = {watched.id: FakeShare() for watched in sources}
        self.delivered: list[Delivery] = []
        self.reached: list[tuple[str, Reach]] = []
        self.hanging: list[Callable[[], None]] = []
        self.is_hanging = False
        self.reader = ShareReader(
            self.clock,
            ShareCopies(copies) if copies else None,
            lambda watched: self.shares[watched.id],
            self._start,
            lambda: 0.5,
        )
        self.reader.arrived.connect(self.delivered.append)
        self.reader.reached.connect(lambda source_id, reach: self.reached.append((source_id, reach)))
        self.sources = sources

    def watch(self) -> None:
        self.reader.watch(self.sources)

    def _start(self, work: Callable[[], None]) -> None:
        if self.is_hanging:
            self.hanging.append(work)
        else:
            work()

    def go(self, seconds: float, times: int = 1) -> list[bytes]:
        """Let time go on and look at what is due; what arrived meanwhile."""
        known = len(self.delivered)
        for _ in range(times):
            self.clock.go(timedelta(seconds=seconds))
            self.reader.look_at_due()
        return [one.content for one in self.delivered[known:]]
