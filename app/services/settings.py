"""The settings in use: the stored ones, changed one field at a time.

The rule: what is in use is what is stored; a change that could not be kept leaves the last good settings in use.
"""

from dataclasses import replace
from typing import Any

from app.core.changes import NOTHING, Changed, Kind
from app.core.settings import Settings
from app.ports import SettingsStore


class Preferences:
    """The agent's settings. They are the defaults, or those handed in, until `load`."""

    def __init__(self, store: SettingsStore, current: Settings | None = None) -> None:
        self._store = store
        self._current = current or Settings()

    @property
    def current(self) -> Settings:
        """The settings in use."""
        return self._current

    def load(self) -> Changed:
        """Read the stored settings, at the start and after a restore. Raises `NotStored`."""
        loaded = self._store.load()
        if loaded == self._current:
            return NOTHING
        self._current = loaded
        return frozenset({Kind.SETTINGS})

    def change(self, **fields: Any) -> Changed:
        """Change fields of `Settings` by name. Raises `NotStored`, and then nothing has changed."""
        wanted = replace(self._current, **fields)
        if wanted == self._current:
            return NOTHING
        self._store.save(wanted)
        self._current = wanted
        return frozenset({Kind.SETTINGS})
