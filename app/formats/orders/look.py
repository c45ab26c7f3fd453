"""Whether a file holds the platform's orders or a handover, told by its beginning.

The rule: no more than a beginning is read, and whatever the file holds, the answer is yes or no.
"""

import csv
import zipfile
import zlib
from pathlib import Path

from app.core.orders.duties.handover import FORMAT
from app.formats.orders.columns import find_header

_HEAD = 64 * 1024
_SHEET_HEAD = 512 * 1024
_PARTS = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_LINES = 30


def is_export(path: str) -> bool:
    """Whether a CSV or xlsx has the columns of an order export."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
        return _has_columns(head) if not head.startswith(b"PK") else _has_words(path)
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False


def is_handover(path: str) -> bool:
    """Whether it is the file of a handover."""
    try:
        with Path(path).open("rb") as file:
            return FORMAT.encode() in file.read(200)
    except OSError:
        return False


def _has_columns(head: bytes) -> bool:
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = head.decode("gb18030", "replace")
    lines = text.splitlines()[:_LINES]
    for delimiter in ",\t;":
        try:
            rows = [(at, cells) for at, cells in enumerate(csv.reader(lines, delimiter=delimiter), start=1)]
        except csv.Error:
            continue
        found = find_header(rows)
        if found and not found[1].missing:
            return True
    return False


def _has_words(path: str) -> bool:
    """In a workbook the names of two columns that no other file has."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for part in _PARTS:
            if part in names:
                with archive.open(part) as stream:
                    text = stream.read(_SHEET_HEAD).decode("utf-8", "replace")
                if "订单编号" in text and ("买家会员名" in text or "订单状态" in text):
                    return True
    return False
