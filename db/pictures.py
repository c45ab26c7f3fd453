"""Which pictures a database names: in phrases, in products, and in what packs say of them.

The rule: it looks with a connection of its own that cannot write; a file of an older revision names what it can.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from db import checks

_COLUMNS = (("phrases", "images"), ("products", "document"), ("pack_items", "document"), ("pack_items", "former"))
"""Where names stand, inside JSON."""
_NAME = re.compile(r'"([0-9a-f]{64}\.(?:png|jpg|gif))"')
_SELECT = """SELECT {column} FROM {table}
WHERE {column} LIKE '%.png"%' OR {column} LIKE '%.jpg"%' OR {column} LIKE '%.gif"%'"""


def named_in(file: Path) -> frozenset[str]:
    """The names of the picture files. It may run in a helper thread. Raises `sqlite3.Error`."""
    with closing(checks.connect(file)) as connection:
        texts = (text for table, column in _COLUMNS for text in _texts(connection, table, column))
        return frozenset(name for text in texts for name in _NAME.findall(text))


def _texts(connection: sqlite3.Connection, table: str, column: str) -> list[str]:
    if column not in {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}:
        return []
    rows = connection.execute(_SELECT.format(table=table, column=column))
    return [row[0] for row in rows if isinstance(row[0], str)]
