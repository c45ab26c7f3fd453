"""A first look at the settings, for the first paint.

The rule: neither SQLAlchemy nor msgspec is imported for it (both cost more than the paint itself), and SQLite reads the
JSON. Only the settings that the empty window shows are read, and whatever is wrong is the default.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from app.core.glimpse import Edge, Glimpse, Language, Theme
from app.core.window_choices import Mode
from db.checks import connect

_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "language": Language,
    "theme": Theme,
    "edge": Edge,
    "is_on_top": bool,
    "is_started_hidden": bool,
    "places": dict,
    "mode": Mode,
    "text_percent": int,
    "has_less_motion": bool,
}
_STORED = f"""
    SELECT settings.key, part.key, part.value FROM settings, json_each(settings.value) AS part
    WHERE settings.key IN ({", ".join("?" * len(_KINDS))})
"""  # noqa: S608 - our own question marks
"""A row for each setting; of a table of names one for each name."""


def glance(file: Path) -> Glimpse:
    """The stored settings that the first window needs."""
    try:
        with closing(connect(file, "ro", patience=0.05)) as connection:
            stored: dict[str, Any] = {}
            for key, name, value in connection.execute(_STORED, tuple(_KINDS)):
                if name is None:
                    stored[key] = value
                else:
                    stored.setdefault(key, {})[name] = value
        return Glimpse(**{key: _KINDS[key](value) for key, value in stored.items()})
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return Glimpse()
