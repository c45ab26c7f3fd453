"""The X11 adapters keep the promises of the contract."""

from collections.abc import Iterator

import pytest

from tests.system import contract
from tests.system.contract import *  # noqa: F403 - the tests themselves
from tests.system.x11.world import X11World

pytestmark = pytest.mark.desktop


@pytest.fixture
def pressed(world: X11World) -> Iterator[list[str]]:
    yield from contract.listening(world)
