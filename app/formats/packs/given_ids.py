"""Ids for the rows of a table: the one that is written beside a row, else one that is made of what the row says.

The rule: written ids come first, each once; what is made keeps out of their way and is the same whenever the rows are.
"""

from collections.abc import Callable, Sequence

from app.core.imports.reading import Spot
from app.core.packs.ids import OWN_ID, free
from app.core.values import dataclass
from app.formats.sheets.columns import OWN_ID as COLUMN
from app.formats.sheets.rows import Row


@dataclass(frozen=True, slots=True)
class Nameless:
    """Something that needs an id: what it is called until it has one, the id that is made of its name, its row."""

    until_then: str
    wish: str
    row: Row | None


def given(nameless: Sequence[Nameless], tell: Callable[[Spot, str, str, str], None]) -> dict[str, str]:
    """Own ids by what the things were called until then; what is wrong with written ones is told."""
    ids: dict[str, str] = {}
    rows: dict[str, Row] = {}
    for each in nameless:
        told = each.row.cells.get(COLUMN, "").strip() if each.row else ""
        if not told or each.row is None:
            continue
        if not OWN_ID.fullmatch(told):
            tell(each.row.at(COLUMN), "bad_id", told, "")
        elif told in rows:
            tell(each.row.at(COLUMN), "id_twice", told, str(rows[told].spot.line))
        else:
            ids[each.until_then] = told
            rows[told] = each.row
    taken = set(rows)
    for each in nameless:
        if each.until_then not in ids:
            ids[each.until_then] = own_id = free(each.wish, taken)
            taken.add(own_id)
    return ids
