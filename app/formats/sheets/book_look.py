"""Whether a file is the workbook of activities and products, told by the names of its tabs.

The rule: nothing but the list of tabs is unpacked, and whatever the file holds, the answer is yes or no.
"""

import html
import re
import zipfile
import zlib

from app.formats.sheets.tables import table_called

_LIST = "xl/workbook.xml"
_MOST_BYTES = 1024 * 1024
_TAB = re.compile(r"""<(?:\w+:)?sheet\s[^<>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENOUGH = 2
"""A sheet of phrases may well have one tab that is called 活动; two names of ours are no accident."""


def looks_like(path: str) -> bool:
    """Whether a file, by its content and whatever its name, has tabs of ours."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_LIST) as part:
            told = part.read(_MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False
    found = (table_called(html.unescape(double or single)) for double, single in _TAB.findall(told))
    return len({table.key for table in found if table}) >= _ENOUGH
