"""A first look at the settings, for the first paint.

The rule: neither SQLAlchemy nor msgspec is imported for it (both cost more than the paint itself), so it reads only the
settings that the empty window shows, and whatever is wrong is the default.
"""

import json
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


def glance(file: Path) -> Glimpse:
    """The stored settings that the first window needs."""
    try:
        with closing(connect(file, "ro", patience=0.05)) as connection:
            rows = dict(connection.execute("SELECT key, value FROM settings"))
        return Glimpse(**{key: kind(json.loads(rows[key])) for key, kind in _KINDS.items() if key in rows})
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return Glimpse()
