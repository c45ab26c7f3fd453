"""The page of the check: what is wrong with the pack, where, and what to do about it.

The rule: an error stops a publishing and a warning does not; both point at their place until it is mended.
"""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.packs.findings import Finding, Severity
from app.core.packs.pack import Noun, Pack, name_of, noun_of
from app.ui.blank import Sign
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import bind_inside, button, dress, grown, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import table_of
from app.ui.pack_dialogs import change_words
from app.ui.pack_dialogs import finding_words as words
from app.ui.pack_dialogs.finding_rows import COLUMN, PLACE, SENTENCE, SEVERITY, FindingRows
from app.ui.pack_dialogs.publish_desk import Examined
from app.ui.pack_dialogs.publish_words import samples_said
from app.ui.palette import Tone
from app.ui.paragraph import paragraph
from app.ui.theme import INSIDE, Look

_OF_LISTS = frozenset({"blocked_word", "shop_word", "forbidden_word", "doubtful_word", "over_promise"})


class CheckPage(QWidget):
    """The findings. `rules_wanted` asks for the lists of words (with one of the words, or empty), `file_wanted` for the
    file, `told` emits a sentence for the foot of the window.
    """

    rules_wanted = Signal(str)
    file_wanted = Signal()
    told = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._examined: Examined | None = None
        self.model = FindingRows(look, self)
        self.sign, self._ends = Sign(look), (QWidget(), QWidget())
        self.head, self.verdict = label("title"), label("muted")
        self.filters: Choice[Severity | None] = Choice((None, *Severity), self._filter_word, is_filter=True)
        self.rules = QComboBox()
        self.table = table_of(self.model, {SEVERITY: 84, PLACE: 150, COLUMN: 110}, SENTENCE, least=5)
        self.sentence, self.advice = label(), label("hint")
        self.copy_button, self.word_button = button("link"), button("link")
        self.file_button, self.lists_button = button(), button()
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_examined(self, examined: Examined | None) -> None:
        """Show what the check says; None while nothing was read yet."""
        self._examined = examined
        draft = examined.reading.draft if examined else None
        names = {item_id: name_of(item) for item_id, item in draft.items().items()} if draft else {}
        there = [each for each in Severity if examined and examined.count(each)]
        self.filters.show_only([None, *there])
        if self.filters.value not in (None, *there):
            self.filters.pick(None)
        self.filters.rename()
        self._offer_rules()
        self.model.show_findings(self._findings, names)
        self._narrow()
        self._say()

    @property
    def _findings(self) -> Sequence[Finding]:
        return self._examined.findings if self._examined else ()

    def copy_place(self) -> None:
        """Put the place onto the clipboard in the form that a spreadsheet jumps to."""
        finding = self.model.row(self.table.currentIndex())
        if finding is None:
            return
        spot = finding.spot
        sheet = "'" + spot.sheet.replace("'", "''") + "'!" if spot.sheet else ""
        place = f"{sheet}A{spot.line}" if spot.line else words.place(finding, self.model.name(finding))
        QGuiApplication.clipboard().setText(place)
        jump = self.tr("{place} lies on the clipboard. Paste it into the name box of Excel to jump there.")
        self.told.emit((jump if spot.line else self.tr("Copied: {place}")).replace("{place}", place))

    def _offer_rules(self) -> None:
        kept = self.rules.currentData()
        counts = Counter(finding.rule for finding in self._findings if self._is_so_heavy(finding))
        self.rules.blockSignals(True)
        self.rules.clear()
        self.rules.addItem(self.tr("All findings"), "")
        for rule, count in counts.most_common():
            self.rules.addItem(f"{words.rule(rule)} {count:,}", rule)
        self.rules.setCurrentIndex(max(0, self.rules.findData(kept)))
        self.rules.blockSignals(False)

    def _is_so_heavy(self, finding: Finding) -> bool:
        return self.filters.value in (None, finding.severity)

    def _narrow(self) -> None:
        self.model.narrow(self.filters.value, self.rules.currentData() or "")
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PLACE))
        self._look_at()

    def _choose_severity(self) -> None:
        self._offer_rules()
        self._narrow()

    def _look_at(self) -> None:
        finding = self.model.row(self.table.currentIndex())
        self.sentence.setText(words.sentence(finding) if finding else "")
        self.advice.setText(words.advice(finding) if finding else "")
        self.copy_button.setVisible(finding is not None)
        self.word_button.setVisible(finding is not None and finding.rule in _OF_LISTS)

    def _want_word(self) -> None:
        finding = self.model.row(self.table.currentIndex())
        self.rules_wanted.emit("".join(finding.names[:1]) if finding else "")

    def _say(self) -> None:
        examined = self._examined
        has_rows = bool(self._findings)
        for part in (self.filters, self.rules, self.table, self.sentence, self.advice):
            part.setVisible(has_rows)
        self.head.setText(_counted(examined.reading.draft) if examined else self.tr("Nothing was read yet."))
        self.verdict.setText(self._verdict(examined) if examined else self.tr("Choose a file on the first page."))
        self.head.setVisible(bool(self.head.text()))
        self._stand(in_the_middle=not has_rows)
        self.file_button.setVisible(examined is not None and bool(examined.reading.file))
        is_bad = examined is not None and examined.pack is None
        dress(self.verdict, "error" if is_bad else "muted" if has_rows or examined is None else "ok")

    def _stand(self, *, in_the_middle: bool) -> None:
        """Over the findings; where there are none, in the middle as in every empty place."""
        self.sign.draw("check" if self._examined else "file", Tone.OK if self._examined else Tone.ACCENT_TEXT)
        for part in (self.sign, *self._ends):
            part.setVisible(in_the_middle)
        for part in (self.head, self.verdict):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter if in_the_middle else Qt.AlignmentFlag.AlignLeft)
        self._buttons.setStretch(0, 1 if in_the_middle else 0)

    def _verdict(self, examined: Examined) -> str:
        errors, warnings = examined.count(Severity.ERROR), examined.count(Severity.WARNING)
        if errors or examined.pack is None:
            said = self.tr("{count} errors: nothing can be published before they are corrected.")
            said = said.replace("{count}", f"{errors:,}")
        elif warnings:
            said = self.tr("{count} warnings. Look at them; what is meant so may stay.")
            said = said.replace("{count}", f"{warnings:,}")
        else:
            said = self.tr("Nothing stands against publishing it.")
        again = self.tr("Save the file in Excel, and it is checked again by itself.")
        more = again if examined.reading.file else samples_said(examined.samples)
        return paragraph(said, more)

    def _filter_word(self, severity: Severity | None) -> str:
        count = sum(severity in (None, finding.severity) for finding in self._findings)
        said = self.tr("All") if severity is None else words.severity(severity)
        return f"{said} {count:,}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        self._buttons = row(self.file_button, self.lists_button, self.copy_button, self.word_button)
        self._buttons.insertStretch(0, 0)
        column.addWidget(self._ends[0], 2)
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.head)
        column.addWidget(self.verdict)
        column.addLayout(row(self.filters, self.rules, stretch=0))
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.advice)
        column.addLayout(self._buttons)
        column.addWidget(self._ends[1], 3)
        self.filters.pick(None)
        self.rules.setMinimumWidth(grown(self, 190))

    def _connect(self) -> None:
        self.filters.chosen.connect(self._choose_severity)
        self.rules.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.table.doubleClicked.connect(lambda _index: self.copy_place())
        self.copy_button.clicked.connect(self.copy_place)
        self.word_button.clicked.connect(self._want_word)
        self.lists_button.clicked.connect(lambda: self.rules_wanted.emit(""))
        self.file_button.clicked.connect(self.file_wanted)
        bind_inside(self.table, QKeySequence(QKeySequence.StandardKey.Copy).toString(), self.copy_place)

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("Findings of the check"))
        self.rules.setAccessibleName(self.tr("Findings of one kind"))
        self.copy_button.setText(self.tr("Copy the place"))
        self.word_button.setText(self.tr("It is harmless here…"))
        self.lists_button.setText(self.tr("Lists of words…"))
        self.file_button.setText(self.tr("Open the file"))
        self.show_examined(self._examined)
        self.model.retranslate()


def _counted(pack: Pack | None) -> str:
    """How many things of each sort a pack holds."""
    if pack is None:
        return ""
    nouns = Counter(noun_of(item) for item in pack.items().values())
    name = pack.head.name or pack.head.id
    return "  ·  ".join((name, *(f"{change_words.noun(noun)} {nouns[noun]:,}" for noun in Noun if nouns[noun])))
