"""Panels that are shown and closed afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import Look
from tests.ui.sheet_panel.stall import OpenStall, Stall


@pytest.fixture
def open_stall(qapp: QApplication, look: Look) -> Iterator[OpenStall]:
    """Open panels over sheets of one's own."""
    opened: list[Stall] = []

    def make(**more: Any) -> Stall:
        made = Stall(look, **more)
        opened.append(made)
        made.panel.resize(300, 620)
        made.panel.show()
        qapp.processEvents()
        return made

    yield make
    for made in opened:
        made.panel.close()
        made.panel.deleteLater()
    qapp.processEvents()


@pytest.fixture
def stall(open_stall: OpenStall) -> Stall:
    """A panel of the sale's day that is filled."""
    return open_stall().serve()
