"""What every test stands on: no display of the person's is touched, no network, and no language stays on."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from app.system import garbage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")


ON_A_SCREEN = ("desktop", "installer", "system/windows", "system/x11")
"""Where a window manager and programs of others take part: a test that fails there is tried once more, and told."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rooms = [Path(__file__).parent / room for room in ON_A_SCREEN]
    for item in items:
        if any(item.path.is_relative_to(room) for room in rooms):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_configure() -> None:
    """Servers of tests run in threads too: none of them may destroy a widget (`app/system/garbage.py`)."""
    gc.disable()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application with."""
    from app.ui.theme import STYLE

    return ["qindesk", *STYLE]


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """The language that a test turned on ends with it: words, dates and amounts are looked up in Qt's own default."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """What a test has closed is gone after it; else the first event loop of a later test has to delete it all."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.collect()
