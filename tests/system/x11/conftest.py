"""One virtual screen with two other programs for all tests; everything on it is put back before each."""

import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    from app.system.computer import Computer
    from tests.system.x11.fixtures import computer, display_name, hands
    from tests.system.x11.world import Hands, PeerProgram, X11World, peer

    __all__ = ["computer", "display_name", "hands"]

    @pytest.fixture(scope="session")
    def programs(display_name: str) -> Iterator[tuple[PeerProgram, PeerProgram]]:
        with peer(display_name, "chat") as target, peer(display_name, "browser", 500) as other:
            yield target, other

    @pytest.fixture
    def world(computer: Computer, hands: Hands, programs: tuple[PeerProgram, PeerProgram]) -> X11World:
        for program in programs:
            program.ask("renew")
        world = X11World(computer, hands, *programs)
        world.bring(world.target)
        return world
