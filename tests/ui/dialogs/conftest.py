import pytest
from PySide6.QtWidgets import QApplication

from app.core.settings import Theme
from app.ui.theme import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, Theme.LIGHT)


def pytest_collection_modifyitems(items):
    """The offscreen platform says at every shown window that it has no window manager to tell sizes to."""
    for item in items:
        if "dialogs" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
