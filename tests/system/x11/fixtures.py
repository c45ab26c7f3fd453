"""Fixtures of every test that needs a virtual screen; imported by the `conftest.py` that wants them."""

import shutil
from collections.abc import Iterator

import pytest

from app.system import x11
from app.system.computer import Computer
from tests.system.x11.world import Hands, screen


@pytest.fixture(scope="session")
def display_name() -> Iterator[str]:
    if not (shutil.which("Xvfb") and shutil.which("openbox")):
        pytest.skip("needs the Debian packages xvfb and openbox")
    with screen() as name:
        yield name


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
