"""What the workbook's dialog says: fates, places in the file, what would change, and what is wrong.

The rule: `PROBLEMS` are word for word those of `app.core.sheet.book`; a test compares them.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from app.core.imports.reading import Reason, Spot
from app.core.phrases.phrase import Stage
from app.core.sheet.book import Fate, PlannedEntry, SheetPlan, SheetProblem, kind_of, sentence
from app.core.sheet.differences import Difference
from app.core.sheet.entries import Fault
from app.ui.dialogs import fault_words, terms
from app.ui.import_dialogs import import_words
from app.ui.sheet_panel import field_words
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

PROBLEMS: Mapping[str, str] = {
    "lock_file": QT_TRANSLATE_NOOP(
        "sheet_book", "This is only the mark that Excel leaves while a workbook is open; choose the workbook itself."
    ),
    "not_a_workbook": QT_TRANSLATE_NOOP("sheet_book", "This is not a workbook; save it as xlsx."),
    "no_known_sheets": QT_TRANSLATE_NOOP(
        "sheet_book", "No sheet of this workbook is one of activities and products; write a template to see them."
    ),
    "sheet_unknown": QT_TRANSLATE_NOOP("sheet_book", "The sheet is not one of this workbook's and was left out."),
    "sheet_twice": QT_TRANSLATE_NOOP("sheet_book", "A sheet of the same kind was read already; this one was left out."),
    "no_header": QT_TRANSLATE_NOOP("sheet_book", "No row names the columns; the sheet was left out."),
    "column_unknown": QT_TRANSLATE_NOOP("sheet_book", "The column {names} is not known and was left out."),
    "column_twice": QT_TRANSLATE_NOOP("sheet_book", "The column {names} is there twice; the first one was read."),
    "column_missing": QT_TRANSLATE_NOOP("sheet_book", "The column {names} is missing; the sheet was left out."),
    "needed": QT_TRANSLATE_NOOP("sheet_book", "Something must stand here."),
    "not_a_number": QT_TRANSLATE_NOOP("sheet_book", "“{names}” is not a number."),
    "not_whole": QT_TRANSLATE_NOOP("sheet_book", "“{names}” is not a whole number."),
    "not_yes_no": QT_TRANSLATE_NOOP("sheet_book", "“{names}” is neither yes nor no."),
    "not_a_choice": QT_TRANSLATE_NOOP("sheet_book", "“{first}” is not one of: {rest}."),
    "not_a_rate": QT_TRANSLATE_NOOP("sheet_book", "“{names}” is not a share of the price; write 50% for half price."),
    "not_understood": QT_TRANSLATE_NOOP("sheet_book", "“{names}” is not a moment; write it as 2026-11-11 20:00."),
    "no_day": QT_TRANSLATE_NOOP("sheet_book", "“{names}” has no day; write it as 2026-11-11 20:00."),
    "no_such_day": QT_TRANSLATE_NOOP("sheet_book", "The day {names} does not exist."),
    "no_such_time": QT_TRANSLATE_NOOP("sheet_book", "The time {names} does not exist."),
    "skipped_time": QT_TRANSLATE_NOOP(
        "sheet_book", "The clocks are put forward over {names}; this time does not exist on that day."
    ),
    "unknown_activity": QT_TRANSLATE_NOOP("sheet_book", "No activity is called “{names}”."),
    "unknown_product": QT_TRANSLATE_NOOP("sheet_book", "No product is called “{names}” and none has this code."),
    "unknown_phase": QT_TRANSLATE_NOOP("sheet_book", "No phase of this activity is called “{names}”."),
    "refused_activity": QT_TRANSLATE_NOOP(
        "sheet_book", "The activity “{names}” could not be taken over, so this could not be either."
    ),
    "refused_product": QT_TRANSLATE_NOOP(
        "sheet_book", "The product “{names}” could not be taken over, so this could not be either."
    ),
    "code_of_two": QT_TRANSLATE_NOOP("sheet_book", "Several products have the code {names}; write the name instead."),
    "duplicate_name": QT_TRANSLATE_NOOP("sheet_book", "“{first}” stands in row {rest} already."),
    "two_owners": QT_TRANSLATE_NOOP("sheet_book", "A question belongs to an activity or to a product, not to both."),
    "row_twice": QT_TRANSLATE_NOOP("sheet_book", "The activity has its row already, in row {names}."),
}
_SOUGHT = {
    "codes": QT_TRANSLATE_NOOP("sheet_book", "Codes"),
    "keywords": QT_TRANSLATE_NOOP("sheet_book", "Keywords"),
    "stage": QT_TRANSLATE_NOOP("sheet_book", "Stage"),
}


def fate(row: PlannedEntry | SheetProblem) -> str:
    """What becomes of an entry, or what kind of trouble it is."""
    if isinstance(row, SheetProblem):
        return translate("sheet_book", "Note") if row.is_hint else translate("sheet_book", "Not taken over")
    return {
        Fate.NEW: translate("sheet_book", "New"),
        Fate.CHANGED: translate("sheet_book", "Changed"),
        Fate.SAME: translate("sheet_book", "Already here"),
    }[row.fate]


def what(row: PlannedEntry) -> str:
    """What kind of entry it is and what it is called."""
    kinds = {
        "activity": translate("sheet_book", "Activity"),
        "product": translate("sheet_book", "Product"),
        "fact": translate("sheet_book", "Question"),
    }
    return f"{kinds[kind_of(row.entry)]} · {row.name}"


def place(spot: Spot) -> str:
    """Where something stands: sheet, row, column; the file's name where it is about the whole file."""
    line = translate("sheet_book", "row {row}").replace("{row}", f"{spot.line:,}") if spot.line else ""
    return " · ".join(part for part in (spot.sheet, line, spot.column) if part) or PurePath(spot.file).name


def difference(one: Difference) -> str:
    """One field, old and new."""
    sought = _SOUGHT.get(one.field, "")
    name = translate("sheet_book", sought) if sought else field_words.of_field(one.field)
    old, new = (_value(one.field, value) for value in (one.old, one.new))
    return f"{name}: {old} → {new}"


def _value(field: str, value: str) -> str:
    return terms.stage(Stage(value)) if field == "stage" and value else field_words.of_value(field, value)


def offered(rule: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a rule; of choices that are told in Chinese and English those of the user's language."""
    if rule != "not_a_choice":
        return names
    return (*names[:1], *(name.split(" / ")[0 if is_chinese() else -1] for name in names[1:]))


def problem(value: SheetProblem) -> str:
    """What is wrong, in a sentence."""
    if value.field and value.rule not in ("refused_activity", "refused_product"):
        return fault_words.of_fault(Fault(value.field, value.rule, value.names))
    if value.rule in PROBLEMS:
        pattern = translate("sheet_book", PROBLEMS[value.rule])
        return sentence(value.rule, offered(value.rule, value.names), value.limit, pattern)
    return import_words.reason(Reason(value.rule), value.names, value.limit)


def sums(plan: SheetPlan, *, is_done: bool) -> str:
    """What becomes of all entries, in one line."""
    said = (
        translate("sheet_book", "{new} added, {changed} changed, {same} were already here.")
        if is_done
        else translate("sheet_book", "{new} new, {changed} changed, {same} already here.")
    )
    for key, value in (("{new}", Fate.NEW), ("{changed}", Fate.CHANGED), ("{same}", Fate.SAME)):
        said = said.replace(key, f"{plan.count(value):,}")
    return " ".join(part for part in (said, _problems(plan.problems), _examples(plan.example_count)) if part)


def _problems(problems: Sequence[SheetProblem]) -> str:
    count = sum(not problem.is_hint for problem in problems)
    if not count:
        return ""
    one = translate("sheet_book", "One cell needs a look.")
    return one if count == 1 else translate("sheet_book", "{count} cells need a look.").replace("{count}", f"{count:,}")


def _examples(count: int) -> str:
    if not count:
        return ""
    one = translate("sheet_book", "One example row was skipped.")
    many = translate("sheet_book", "{count} example rows were skipped.")
    return one if count == 1 else many.replace("{count}", f"{count:,}")
