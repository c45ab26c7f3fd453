"""Journeys go through the same windows as the tests of the interface."""

from tests.ui.conftest import desk, look, open_desk, pytest_collection_modifyitems

__all__ = ["desk", "look", "open_desk", "pytest_collection_modifyitems"]
