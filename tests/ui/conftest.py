"""What the tests of the interface share: one look for all, and windows that are closed afterwards."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.phrases.phrase import Phrase
from app.core.settings import Edge, Settings, Theme
from app.ui.theme import Look
from tests.ui.desk import Desk, phrases

NOT_OFFSCREEN = (
    "propagateSizeHints",
    r"does not support raise\(\)",
    "does not support grabbing the keyboard",
    "does not support setting window opacity",
)
"""What the offscreen platform says it cannot do; no fault of a window."""

OpenDesk = Callable[..., Desk]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say so."""
    for item in items:
        if {"ui", "journeys"} & set(item.path.parts):
            item.add_marker(pytest.mark.qt_log_ignore(*NOT_OFFSCREEN, extend=True))


@pytest.fixture(autouse=True)
def keys_are_up(qapp: QApplication) -> Iterator[None]:
    """A chord that a test pressed is over with it: Qt would take a held Ctrl for a selection of several rows."""
    yield
    if qapp.keyboardModifiers():
        probe = QWidget()
        probe.show()
        QTest.keyRelease(probe, Qt.Key.Key_Control)
        probe.close()
        probe.deleteLater()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light look, whatever the machine's own is."""
    return Look(qapp, Theme.LIGHT)


@pytest.fixture
def open_desk(qapp: QApplication, look: Look) -> Iterator[OpenDesk]:
    """Open windows over libraries of one's own."""
    for translator in qapp.findChildren(QTranslator):  # another test may have left its language on
        qapp.removeTranslator(translator)
    opened: list[Desk] = []

    def make(rows: tuple[Phrase, ...] | None = None, settings: Settings | None = None) -> Desk:
        made = Desk(qapp, look, phrases() if rows is None else rows, settings or Settings(edge=Edge.NONE))
        opened.append(made)
        made.window.show()
        qapp.processEvents()
        return made

    yield make
    for made in opened:
        made.window.close()
        made.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """A window that is filled."""
    return open_desk().serve()
