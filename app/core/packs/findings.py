"""What reading and checking a pack found, and everything that came out of its file.

The rule: a finding points at its place (file, sheet, row, column) and says what is wrong; a pack with an error in it is
given to nobody, so that no half of a publication ever replaces a whole one.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from app.core.imports import reading as imports
from app.core.imports.reading import Spot
from app.core.packs.pack import Pack
from app.core.packs.sentences import SENTENCES
from app.core.sheet import book as sheet_book
from app.core.sheet.entry_checks import MEANINGS
from app.core.values import dataclass

Locate = Callable[[str, str], Spot]
"""The place of a field of a thing, by its id; an empty id is the pack itself."""


def nowhere(item_id: str, field: str) -> Spot:
    """The place of a thing that came from no file."""
    return Spot(column=field)


class Severity(Enum):
    """What a finding asks for: to be mended before anything is published, to be mended, to be looked at."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a pack. `spot.line` 0 is the whole sheet or file.

    `rule` is a word that the interface turns into a sentence: one of `SENTENCES`, of a workbook's
    (`sheet_book.SENTENCES`), of an entry's own rules (then `field` is set) or of a file (`imports.Reason`). `item_id`
    is the thing that is meant, where it is known.
    """

    spot: Spot
    rule: str
    severity: Severity = Severity.ERROR
    names: tuple[str, ...] = ()
    limit: int = 0
    field: str = ""
    item_id: str = ""

    @property
    def sentence(self) -> str:
        """It in English words."""
        return said(self)

    def to_plain(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return {
            "severity": self.severity.value,
            "file": self.spot.file,
            "sheet": self.spot.sheet,
            "row": self.spot.line,
            "column": self.spot.column,
            "id": self.item_id,
            "rule": self.rule,
            "names": list(self.names),
            "sentence": self.sentence,
        }


@dataclass(frozen=True, slots=True)
class PackReading:
    """All that came out of one file. `draft` is what could be read of it, None where nothing could.

    `spots` tells where each thing stands, by its id; `locate` the place of each field, for `checks.check`.
    `example_count` rows were only examples and were skipped.
    """

    file: str
    draft: Pack | None = None
    problems: tuple[Finding, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict)
    example_count: int = 0
    locate: Locate = nowhere

    @property
    def has_failed(self) -> bool:
        """Whether something of it could not be taken."""
        return self.draft is None or any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def pack(self) -> Pack | None:
        """The pack; None where any part of it is wrong, because a part that is missing would look withdrawn."""
        return None if self.has_failed else self.draft


def said(finding: Finding) -> str:
    """A finding in English words, for the log and the command line."""
    names, limit = finding.names, finding.limit
    if finding.rule in SENTENCES:
        return sheet_book.sentence(finding.rule, names, limit, SENTENCES[finding.rule])
    if finding.field and finding.rule in MEANINGS:
        meaning = MEANINGS[finding.rule].replace("names[0]", "".join(names[:1]) or str(limit or ""))
        return f"{meaning[:1].upper()}{meaning[1:]}{': ' if names else ''}{', '.join(names)}."
    if finding.rule in sheet_book.SENTENCES:
        return sheet_book.sentence(finding.rule, names, limit)
    return imports.sentence(imports.Reason(finding.rule), names, limit)
