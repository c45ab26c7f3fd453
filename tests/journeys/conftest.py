"""Journeys go through the same windows as the tests of the interface."""

from tests.journeys.pcs import lead, open_pc
from tests.ui.conftest import desk, look, open_desk, pytest_collection_modifyitems

__all__ = ["desk", "lead", "look", "open_desk", "open_pc", "pytest_collection_modifyitems"]
