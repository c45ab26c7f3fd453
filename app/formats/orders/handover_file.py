"""The file of a handover on the disk.

The rule: it is read whole or refused with its reason, and its name names nobody.
"""

from app.core.orders.handover import Handover, of_bytes, to_bytes
from app.formats.file import put
from app.formats.source import load


def read(path: str) -> Handover:
    """Read a handover. Raises `BadFile` where there is no such file, `BadHandover` where it holds none."""
    return of_bytes(load(path).content)


def write(path: str, handover: Handover) -> None:
    """Write a handover in place of what has its name. Raises `NotWritten`."""
    put(path, to_bytes(handover))
