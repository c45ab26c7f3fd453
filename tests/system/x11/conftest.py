"""One virtual screen with two other programs for all tests; everything on it is put back after each."""

import shutil
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    from app.system import x11
    from app.system.computer import Computer
    from tests.system.x11.world import Hands, PeerProgram, X11World, peer, screen

    @pytest.fixture(scope="session")
    def display_name() -> Iterator[str]:
        if not (shutil.which("Xvfb") and shutil.which("openbox")):
            pytest.skip("needs the Debian packages xvfb and openbox")
        with screen() as name:
            yield name

    @pytest.fixture(scope="session")
    def programs(display_name: str) -> Iterator[tuple[PeerProgram, PeerProgram]]:
        with peer(display_name, "chat") as target, peer(display_name, "browser", 500) as other:
            yield target, other

    @pytest.fixture
    def hands(display_name: str) -> Iterator[Hands]:
        hands = Hands(display_name)
        yield hands
        hands.close()

    @pytest.fixture
    def computer(qapp: object, display_name: str) -> Iterator[Computer]:
        computer = x11.computer(display_name)
        yield computer
        computer.close()

    @pytest.fixture
    def world(computer: Computer, hands: Hands, programs: tuple[PeerProgram, PeerProgram]) -> Iterator[X11World]:
        for program in programs:
            program.ask("renew")
        world = X11World(computer, hands, *programs)
        world.bring(world.target)
        return world
