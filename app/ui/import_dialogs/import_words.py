"""What the import says: fates, columns, places in a file, and the reasons of rows and files in words."""

from collections.abc import Sequence
from pathlib import PurePath

from app.core.imports.plan import Counts, Fate, Plan, Row
from app.core.imports.reading import BadFile, Column, Problem, Reason, Spot
from app.ui.import_dialogs.import_reasons import REASONS
from app.ui.words import translate


def fate(value: Fate) -> str:
    """What becomes of a row."""
    return {
        Fate.NEW: translate("imports", "New"),
        Fate.CHANGED: translate("imports", "Changed"),
        Fate.SAME: translate("imports", "Already here"),
        Fate.CONFLICTING: translate("imports", "Conflicting"),
        Fate.UNSUPPORTED: translate("imports", "Not taken over"),
        Fate.LEFT_OUT: translate("imports", "Left out"),
    }[value]


def column(value: Column) -> str:
    """What a column of a table means."""
    return {
        Column.BODY: translate("imports", "Text"),
        Column.TITLE: translate("imports", "Title"),
        Column.CODE: translate("imports", "Short code"),
        Column.GROUP: translate("imports", "Group"),
        Column.SUBGROUP: translate("imports", "Group inside the group"),
        Column.KEYWORDS: translate("imports", "Keywords"),
        Column.QUESTION: translate("imports", "Buyer's question"),
        Column.STAGE: translate("imports", "Stage"),
        Column.ROLE: translate("imports", "Role"),
        Column.PICTURE: translate("imports", "Image"),
        Column.IGNORED: translate("imports", "Leave out"),
    }[value]


FORMATS = (
    *("", "qianniu", "kefubao", "qianniu_bot", "table", "pack", "sogou", "quicktext"),
    *("espanso", "beeftext", "text_blaze", "textexpander", "autohotkey", "autokey"),
)
"""The names of the readers, the empty one for whichever recognises the file."""


def file_format(name: str) -> str:
    """What kind of file it was taken for; `name` is the reader's."""
    return {
        "": translate("imports", "As recognised"),
        "espanso": "espanso",
        "beeftext": "Beeftext",
        "text_blaze": "Text Blaze",
        "textexpander": "TextExpander",
        "autohotkey": "AutoHotkey",
        "autokey": "AutoKey",
        "quicktext": "QuickText",
        "qianniu": translate("imports", "Qianniu quick phrases"),
        "qianniu_bot": translate("imports", "Qianniu plug-in"),
        "kefubao": translate("imports", "Kefubao"),
        "table": translate("imports", "Table"),
        "pack": translate("imports", "Phrase pack"),
        "sogou": translate("imports", "Sogou phrases"),
    }.get(name, name)


def count(value: Fate | None, counts: Counts) -> str:
    """A fate, or all rows, with their number."""
    if value is None:
        number = sum(getattr(counts, fate.value) for fate in Fate)
        every = translate("imports", "All")
        return f"{every} {number:,}"
    return f"{fate(value)} {getattr(counts, value.value):,}"


def sums(plan: Plan, *, is_done: bool) -> str:
    """What becomes of all rows, each counted once, and how many come in without their code."""
    stored = [row for row in plan.rows if row.phrase]
    new, changed = [row for row in stored if not row.before], [row for row in stored if row.before]
    added = translate("imports", "{count} imported") if is_done else translate("imports", "{count} new")
    told = translate("imports", "{new}, {changed}, {same} already here, {left} not taken over.")
    told = told.replace("{new}", _taken(added, new))
    told = told.replace("{changed}", _taken(translate("imports", "{count} changed"), changed))
    left = len(plan.rows) - len(stored) - plan.counts.same
    return told.replace("{same}", f"{plan.counts.same:,}").replace("{left}", f"{left:,}")


def _taken(told: str, rows: Sequence[Row]) -> str:
    """How many rows are stored, with those that gave up a code to another phrase."""
    told = told.replace("{count}", f"{len(rows):,}")
    bare = sum(row.fate is Fate.CONFLICTING for row in rows)
    if not bare:
        return told
    one = translate("imports", "{told} (1 without its code)")
    many = translate("imports", "{told} ({count} without their codes)")
    return (one if bare == 1 else many).replace("{count}", f"{bare:,}").replace("{told}", told)


def place(spot: Spot, *, with_file: bool) -> str:
    """Where something stands: the file only where there are several."""
    line = f"{spot.line:,}" if spot.line else ""
    parts = (PurePath(spot.file).name if with_file else "", spot.sheet, line)
    return " · ".join(part for part in parts if part)


def problem(value: Problem) -> str:
    """Why something of a row was not taken over."""
    return reason(value.reason, value.names, value.limit)


def bad_file(bad: BadFile) -> str:
    """Why a file cannot be taken, with the file and the line."""
    where = place(bad.spot, with_file=False)
    line = translate("imports", "line {place}").replace("{place}", where) if bad.spot.line else where
    start = ", ".join(part for part in (PurePath(bad.spot.file).name, line) if part)
    return f"{start}: {reason(bad.reason, bad.names, bad.limit)}"


def reason(value: Reason, names: tuple[str, ...] = (), limit: int = 0) -> str:
    """A reason with its names and its limit put in."""
    said = translate("imports", REASONS[value])
    return said.replace("{limit}", f"{limit:,}").replace("{names}", ", ".join(names))
