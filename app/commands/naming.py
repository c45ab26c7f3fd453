"""The entry that is meant by what was typed on the command line.

The rule: one entry or none; where several could be meant they are named and none is taken.
"""

from collections.abc import Sequence
from typing import TypeVar

from app.commands.opening import NOT_FOUND, say
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product

_E = TypeVar("_E", Activity, Product)


def named(text: str, entries: Sequence[_E], what: str) -> _E:
    """The entry with this id, name or code, else the only one whose name holds it; exits with a sentence."""
    wanted = text.strip().casefold()
    exact = [entry for entry in entries if wanted in _names(entry)]
    found = exact or [entry for entry in entries if wanted and wanted in entry.name.casefold()]
    if len(found) == 1:
        return found[0]
    names = "; ".join(entry.name for entry in found or entries) or "none"
    say(f"Several are called “{text}”: {names}" if found else f"No {what} is called “{text}”. There are: {names}")
    raise SystemExit(NOT_FOUND)


def _names(entry: Activity | Product) -> set[str]:
    codes = entry.codes if isinstance(entry, Product) else ()
    return {entry.id.casefold(), entry.name.casefold(), *(code.casefold() for code in codes)}
