"""What every test stands on: no display of the person's is touched, no network, and no language stays on."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """The language that a test turned on ends with it: words, dates and amounts are looked up in Qt's own default."""
    before = QLocale()
    yield
    QLocale.setDefault(before)
