"""Findings of a check in words: what is wrong, how heavy it is, where it stands, and what to do about it.

The rule: `SENTENCES` are word for word those of `app.core.packs.sentences`; a test compares them.
"""

from collections.abc import Mapping
from pathlib import PurePath

from app.core.imports.reading import Reason
from app.core.packs.findings import Finding, Severity
from app.core.sheet import book as sheet_book
from app.core.sheet.entries import Fault
from app.core.sheet.entry_checks import MEANINGS
from app.ui.dialogs import fault_words
from app.ui.import_dialogs import import_words
from app.ui.pack_dialogs.finding_sentences import ADVICE, RULES, SENTENCES
from app.ui.palette import Tone
from app.ui.sheet_dialogs import book_words
from app.ui.words import QT_TRANSLATE_NOOP, translate

_SEVERITIES: Mapping[Severity, tuple[str, Tone]] = {
    Severity.ERROR: (QT_TRANSLATE_NOOP("pack_check", "Error"), Tone.LATE),
    Severity.WARNING: (QT_TRANSLATE_NOOP("pack_check", "Warning"), Tone.SOON),
    Severity.HINT: (QT_TRANSLATE_NOOP("pack_check", "Hint"), Tone.INFO),
}
_ARCHIVES = (".xlsx", ".xlsm")
"""What is wrong inside an archive says nothing to whoever works with Excel."""
_ANY_ERROR = QT_TRANSLATE_NOOP("pack_advice", "Correct it in the file and save; it is checked again by itself.")
_ANY = QT_TRANSLATE_NOOP("pack_advice", "Have a look. If it is meant so, it may stay.")


def sentence(finding: Finding) -> str:
    """What is wrong."""
    rule, names, limit = finding.rule, book_words.offered(finding.rule, finding.names), finding.limit
    if rule == Reason.BROKEN.value and finding.spot.file.lower().endswith(_ARCHIVES):
        return translate("pack_check", "The file is damaged, or only half of it was written.")
    if rule in SENTENCES:
        return sheet_book.sentence(rule, names, limit, translate("packs", SENTENCES[rule]))
    if finding.field and rule in MEANINGS:
        return fault_words.of_fault(Fault(finding.field, rule, names or ((str(limit),) if limit else ())))
    if rule in book_words.PROBLEMS:
        pattern = translate("sheet_book", book_words.PROBLEMS[rule])
        return sheet_book.sentence(rule, names, limit, pattern)
    return import_words.reason(Reason(rule), names, limit)


def advice(finding: Finding) -> str:
    """What to do about it."""
    known = ADVICE.get(finding.rule)
    if known:
        return translate("pack_advice", known)
    return translate("pack_advice", _ANY_ERROR if finding.severity is Severity.ERROR else _ANY)


def place(finding: Finding, name: str = "") -> str:
    """Where it stands: sheet and row; what is meant where it stands in no table."""
    spot = finding.spot
    row = translate("pack_check", "row {row}").replace("{row}", f"{spot.line:,}") if spot.line else ""
    return " · ".join(part for part in (spot.sheet, row) if part) or name or PurePath(spot.file).name


def severity(value: Severity) -> str:
    """How heavy it is."""
    return translate("pack_check", _SEVERITIES[value][0])


def tone(value: Severity) -> Tone:
    """Its colour, beside the word."""
    return _SEVERITIES[value][1]


def rule(word: str) -> str:
    """What findings of one rule have in common, in a few words."""
    return translate("pack_rules", RULES[word]) if word in RULES else translate("pack_rules", "Others")
