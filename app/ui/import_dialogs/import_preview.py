"""The rows of a dry run with their counts, a filter, and the whole text of the row that is looked at."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView, QVBoxLayout, QWidget

from app.core.imports.plan import Counts, Fate, Plan
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import grown
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import table_of
from app.ui.import_dialogs import import_words
from app.ui.import_dialogs.import_rows import FATE, GROUP, LINE, REASON, TITLE, ImportRows
from app.ui.theme import INSIDE, Look, kind


class ImportPreview(QWidget):
    """The table and what is above and below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._counts = Counts()
        self.model = ImportRows(look, self)
        self.fates: Choice[Fate | None] = Choice(
            [None, *Fate], lambda fate: import_words.count(fate, self._counts), is_filter=True
        )
        self.search = QLineEdit()
        add_cross(self.search)
        self.table = table_of(self.model, {}, REASON, least=5)
        _give_room(self.table, has_places=False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing() + 24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        for widget in (self.fates, self.search):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.text)
        self.fates.pick(None)
        self.fates.chosen.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_plan(self, plan: Plan) -> None:
        """Show a dry run."""
        self._counts = plan.counts
        self.fates.show_only([None, *(fate for fate in Fate if getattr(self._counts, fate.value))])
        self.fates.rename()
        self.model.show_plan(plan)
        _give_room(self.table, has_places=self.model.has_places)
        self.text.clear()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, LINE))

    def _narrow(self) -> None:
        self.model.narrow(self.fates.value, self.search.text())
        self.text.clear()

    def _look_at(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None:
            return
        phrase = row.phrase or row.before
        lines = [phrase.body] if phrase else []
        lines += [import_words.problem(problem) for problem in row.problems]
        self.text.setPlainText("\n".join(lines))

    def _name(self) -> None:
        self.search.setPlaceholderText(self.tr("Find in the rows"))
        self.search.setAccessibleName(self.tr("Find in the rows"))
        self.table.setAccessibleName(self.tr("Rows of the file"))
        self.text.setAccessibleName(self.tr("Text of the row"))
        self.model.retranslate()


def _give_room(table: QTableView, *, has_places: bool) -> None:
    """A place is a line, or a file and a line, which takes its room from the titles."""
    line, title = (130, 120) if has_places else (56, 170)
    for column, width in ((LINE, line), (FATE, 100), (TITLE, title), (GROUP, 110)):
        table.horizontalHeader().resizeSection(column, grown(table, width))
