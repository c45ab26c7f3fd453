"""A virtual screen with a chat to paste into and another program; they are started once and emptied each time."""

import contextlib
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["*"]
else:
    from tests.desktop.targets import OPENERS, Chromium, Target
    from tests.system.x11.fixtures import computer, display_name, hands
    from tests.system.x11.world import Hands, PeerProgram, peer, until

    Program = TypeVar("Program", bound=Target)
    __all__ = ["computer", "display_name", "hands"]

    @pytest.fixture(scope="session")
    def opened(display_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Target]]:
        """Opens a program once, and closes all at the end."""
        programs: dict[str, Target] = {}
        with contextlib.ExitStack() as stack:
            keyboard = stack.enter_context(contextlib.closing(Hands(display_name)))

            def open_once(name: str) -> Target:
                if not shutil.which(name):
                    pytest.skip(f"needs the Debian package {name}")
                if name not in programs:
                    opener = OPENERS[name](display_name, keyboard, tmp_path_factory.mktemp(name))
                    programs[name] = stack.enter_context(opener)
                return programs[name]

            yield open_once

    def in_front(program: Program, other: PeerProgram, hands: Hands) -> Program:
        """Bring a program to the front, again if it does not notice, and empty it."""
        for patience in (2, 2, 10):
            hands.bring(other.handle)
            hands.bring(program.window)
            with contextlib.suppress(AssertionError):
                until(program.is_listening, patience)
                break
        assert program.is_listening()
        program.clear()
        return program

    @pytest.fixture(params=list(OPENERS))
    def target(
        request: pytest.FixtureRequest, opened: Callable[[str], Target], other: PeerProgram, hands: Hands
    ) -> Target:
        """Each of the programs in turn, in front and empty."""
        return in_front(opened(request.param), other, hands)

    @pytest.fixture
    def chat(opened: Callable[[str], Chromium], other: PeerProgram, hands: Hands) -> Chromium:
        """Chromium alone, in front and empty."""
        return in_front(opened("chromium"), other, hands)

    @pytest.fixture(scope="session")
    def _other(display_name: str) -> Iterator[PeerProgram]:
        with peer(display_name, "other", 700) as program:
            yield program

    @pytest.fixture
    def other(_other: PeerProgram) -> PeerProgram:
        """Another program: it owns the clipboard, and nothing may be written into it."""
        _other.ask("renew")
        return _other
