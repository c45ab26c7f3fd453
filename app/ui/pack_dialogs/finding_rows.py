"""The findings of a check as a table: how heavy, where, and what is wrong.

The rule: the heaviest come first, those of one rule together.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from app.core.packs.findings import Finding, Severity
from app.ui.dialogs.table import Index, TableRows
from app.ui.pack_dialogs import finding_words as words
from app.ui.theme import Look

SEVERITY, PLACE, COLUMN, SENTENCE = range(4)
_Role = Qt.ItemDataRole
_ORDER = tuple(Severity)


class FindingRows(TableRows[Finding]):
    """The findings that a filter lets through."""

    columns = 4

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._findings: Sequence[Finding] = ()
        self._names: Mapping[str, str] = {}
        self._severity: Severity | None = None
        self._rule = ""

    def show_findings(self, findings: Sequence[Finding], names: Mapping[str, str]) -> None:
        """Show others; `names` are what things are called, by their ids. The filter stays."""
        rules = {finding.rule: at for at, finding in reversed(tuple(enumerate(findings)))}
        self._findings = sorted(findings, key=lambda each: (_ORDER.index(each.severity), rules[each.rule]))
        self._names = names
        self._filter()

    def narrow(self, severity: Severity | None, rule: str) -> None:
        """Show only those so heavy, and of one rule; None and an empty rule are all."""
        self._severity, self._rule = severity, rule
        self._filter()

    def name(self, finding: Finding) -> str:
        """What the thing is called that is meant."""
        return self._names.get(finding.item_id, "")

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """The words of a cell; the severity in its colour, a long text as a tip."""
        finding, column = self.row(index), index.column()
        if finding is None:
            return None
        if role == _Role.DisplayRole or (role == _Role.ToolTipRole and column in (PLACE, SENTENCE)):
            return self._words(finding, column)
        if role == _Role.ForegroundRole and column == SEVERITY:
            return self._look.colour(words.tone(finding.severity).value)
        return None

    def headings(self) -> tuple[str, ...]:
        """Severity, place, column, sentence."""
        return self.tr("Severity"), self.tr("Where"), self.tr("Column"), self.tr("What is wrong")

    def _words(self, finding: Finding, column: int) -> str:
        if column == SEVERITY:
            return words.severity(finding.severity)
        if column == PLACE:
            return words.place(finding, self.name(finding))
        return finding.spot.column if column == COLUMN else words.sentence(finding)

    def _filter(self) -> None:
        self.show_only([finding for finding in self._findings if self._lets(finding)])

    def _lets(self, finding: Finding) -> bool:
        return self._severity in (None, finding.severity) and self._rule in ("", finding.rule)
