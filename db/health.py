"""How the data folder is, for the doctor.

The rule: it looks with connections of its own that cannot write, and leaves nothing behind.
"""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from db import checks
from db.rows.orders import read_orders
from db.rows.sheets import NOUNS, read_sheet
from db.troubles import told

UNREADABLE = "unreadable"
ORDERS = ("open", "ended", "follow_ups", UNREADABLE)
"""What `count_orders` counts."""
_FOLLOW_UPS = "SELECT count(*) FROM follow_ups WHERE done_at IS NULL"


def try_folder(folder: Path) -> None:
    """Write a file into a folder and take it away again. Raises `NotStored`."""
    with told(), tempfile.TemporaryFile(dir=folder) as handle:
        handle.write(b"QinDesk")
        handle.flush()


def free_bytes(folder: Path) -> int:
    """The room left on the disk of a folder. Raises `NotStored`."""
    with told():
        return shutil.disk_usage(folder).free


def count_phrases(file: Path) -> int:
    """Read a database through; how many phrases it holds, without those in the bin. Raises `NotStored`."""
    with told(), closing(checks.connect(file)) as connection:
        checks.contents(connection)
        row = connection.execute("SELECT count(*) FROM phrases WHERE deleted_at IS NULL").fetchone()
        return int(row[0])


def count_sheet(file: Path) -> Mapping[str, int]:
    """How many activities, products and facts it holds outside the bin, and how many entries cannot be read.

    A file of a version without a cheat-sheet holds none. Raises `NotStored`.
    """
    with told(), closing(checks.connect(file)) as connection:
        counts = checks.counts(connection)
        if not counts.keys() >= NOUNS.keys():
            return dict.fromkeys((*NOUNS, UNREADABLE), 0)
        sheet = read_sheet(lambda statement: connection.execute(statement).fetchall())
    return {
        "activities": len(sheet.activities_in_use()),
        "products": len(sheet.products_in_use()),
        "facts": len(sheet.facts_in_use()),
        UNREADABLE: sum(counts[noun] for noun in NOUNS) - sum(1 for _ in sheet),
    }


def count_orders(file: Path) -> Mapping[str, int]:
    """How many orders it holds that wait for their payment, have ended or cannot be read, and open follow-ups.

    A file of a version without orders holds none. Raises `NotStored`.
    """
    with told(), closing(checks.connect(file)) as connection:
        counts = checks.counts(connection)
        if not counts.keys() >= {"orders", "follow_ups"}:
            return dict.fromkeys(ORDERS, 0)
        orders = read_orders(connection.execute)
        follow_ups = int(connection.execute(_FOLLOW_UPS).fetchone()[0])
    open_ones = sum(order.is_open for order in orders)
    unreadable = counts["orders"] - len(orders)
    return dict(zip(ORDERS, (open_ones, len(orders) - open_ones, follow_ups, unreadable), strict=True))
