"""How the data folder is, for the doctor.

The rule: it looks with connections of its own that cannot write, and leaves nothing behind.
"""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from db import checks
from db.troubles import told


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
