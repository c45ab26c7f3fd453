"""Bringing foreign phrase files in: choose, look at what would happen, choose otherwise, apply, and back.

The rule: nothing of the library is touched before the primary button, and afterwards one click takes it all back.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.imports.plan import Choices, Conflict, Plan
from app.core.imports.reading import Columns, groups
from app.core.phrases.shelf import Group
from app.core.storage import NotStored
from app.services.phrases.importing import Import, Readings, Report
from app.ui import sentences
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.file_form import FileForm
from app.ui.dialogs.form import Field
from app.ui.dialogs.leaves import Leaves
from app.ui.import_dialogs import import_words
from app.ui.import_dialogs.import_columns import ColumnMapping
from app.ui.import_dialogs.import_groups import GroupMapping
from app.ui.import_dialogs.import_head import ImportHead
from app.ui.import_dialogs.import_preview import ImportPreview
from app.ui.paragraph import paragraph
from app.ui.theme import Look
from app.ui.worker import Task

PLANNED_AT_ONCE = 1_000
"""Rows whose fate is worked out on the main thread: a tenth of a second at most."""


class Leaf(Enum):
    """A page: what becomes of each row, of the groups, of the columns."""

    ROWS = "rows"
    GROUPS = "groups"
    COLUMNS = "columns"


class ImportDialog(FileForm):
    """A window for one import after the other. `changed` emits what kinds of data changed (`Changed`).

    `columns` gives the remembered meanings of columns, `remember` keeps them (raises `NotStored`); `known` gives the
    groups that exist; `sieve` takes out the files that are opened elsewhere.
    """

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        importing: Import,
        columns: Callable[[], Columns],
        remember: Callable[[Columns], object],
        known: Callable[[], Sequence[Group]],
        sieve: Callable[[Sequence[str]], Sequence[str]] = lambda paths: paths,
    ) -> None:
        super().__init__((640, 680))
        self._import, self._columns, self._remember, self._known = importing, columns, remember, known
        self._sieve = sieve
        self._paths: tuple[str, ...] = ()
        self._readings = Readings()
        self._plan = Plan()
        self._report: Report | None = None
        self._after = ""
        self._is_fresh = False
        self.most_at_once = PLANNED_AT_ONCE
        self.head = ImportHead()
        self.preview, self.group_mapping, self.column_mapping = ImportPreview(look), GroupMapping(), ColumnMapping()
        leaves = {Leaf.ROWS: self.preview, Leaf.GROUPS: self.group_mapping, Leaf.COLUMNS: self.column_mapping}
        self.leaves: Leaves[Leaf] = Leaves(leaves, self._leaf)
        self.updating = QCheckBox()
        self.conflicts: Choice[Conflict] = Choice(list(Conflict), self._conflict)
        self.conflict_row = Field(self.conflicts)
        self._lay_out()
        self._connect()
        self._name()
        self._show_stage()

    def open_files(self, paths: Sequence[str]) -> None:
        """Read files and folders and show what would happen; close where all of them are opened elsewhere."""
        self._paths = tuple(self._sieve(paths))
        if paths and not self._paths:
            self.reject()
            return
        self._report = None
        self._is_fresh = True
        wanted, columns, name = self._paths, dict(self._columns()), self.head.format_name
        self._begin(lambda watch: self._import.read(wanted, watch, columns, name), self.tr("Reading…"))

    def apply(self) -> None:
        """Store what the dry run shows."""
        report = self.tried(self._import.apply, self._plan)
        if report is None:
            return
        self._report = report
        self._tell_report()
        self._show_stage()
        self.close_button.setFocus()
        self.changed.emit(self._report.changed)

    def undo(self) -> None:
        """Take the import back."""
        if self._report is None:
            return
        changed = self.tried(self._import.undo, self._report)
        if changed is None:
            return
        self._report = None
        self._after = self.tr("Taken back: your phrases are as before, what was added is in the bin.")
        self._replan()
        self.changed.emit(changed)

    def report_text(self) -> str:
        """The counts and every row with its reason, as text for a message to a colleague."""
        lines = [self._counts_text()]
        lines += [import_words.bad_file(bad) for bad in self._plan.bad]
        lines += [import_words.problem(problem) for problem in self._plan.problems]
        for each in self._plan.rows:
            where = import_words.place(each.spot, with_file=len(self._plan.formats) > 1)
            reasons = paragraph(*map(import_words.problem, each.problems))
            lines.append("\t".join((where, import_words.fate(each.fate), " ".join(each.title.split()), reasons)))
        return "\n".join(lines)

    def reject(self) -> None:
        """Close; a reading that goes on is stopped."""
        self._stop()
        super().reject()

    # What was read, and what was chosen otherwise.

    def _begin(self, task: Task, told: str) -> None:
        self.worker.start(task)
        self.head.begin()
        self.tell(told)
        self._show_stage()

    def _hear(self, value: object) -> None:
        if isinstance(value, Readings):
            self._take(value)
        elif isinstance(value, Plan):
            self._show_plan(value)

    def _take(self, readings: Readings) -> None:
        self._readings = readings
        found = groups(readings.good)
        self.group_mapping.show_groups(found, self._import.suggest_groups(readings), self._known())
        self.column_mapping.show_tables([table for reading in readings.good for table in reading.tables])
        self._replan()

    def _replan(self) -> None:
        """Work the fates out again: at once for a usual file, in the helper thread for a huge one."""
        choices = Choices(self.group_mapping.choices(), self.conflicts.value, self.updating.isChecked())
        planned = partial(self._import.plan, self._readings, choices, self._import.stored())
        if sum(len(reading.found) for reading in self._readings.good) <= self.most_at_once:
            self._show_plan(planned())
        else:
            self._begin(lambda _watch: planned(), self.tr("Comparing with your phrases…"))

    def _show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self.tell(self._after)
        self._after = ""
        self._show_stage()
        if self._is_fresh and self.apply_button.isEnabled():  # a choice that is made later keeps the keyboard
            self.apply_button.setFocus()
        self._is_fresh = False

    def _choose_columns(self, key: str, meanings: Mapping[str, str]) -> None:
        columns = {**self._columns(), key: dict(meanings)}
        try:
            self._remember(columns)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self.open_files(self._paths)

    def _stop(self) -> None:
        self.worker.stop()
        self._forget()
        self.tell("")

    def _forget(self) -> None:
        """Show nothing of files whose reading or plan did not come to its end."""
        self._paths, self._readings, self._plan, self._after = (), Readings(), Plan(), ""
        self.preview.show_plan(self._plan)
        self._show_stage()

    def _fail(self, place: str) -> None:
        self._forget()
        self.tell(sentences.of_error(place), "error")

    # What is in sight.

    def _show_stage(self) -> None:
        is_working = self.worker.is_working
        has_rows = bool(self._plan.rows) and not is_working
        is_done = self._report is not None
        self.leaves.setVisible(has_rows)
        self.updating.setVisible(has_rows and not is_done)
        self.conflict_row.setVisible(has_rows and not is_done and bool(self._plan.counts.conflicting))
        groups, columns = bool(self.group_mapping.table.rowCount()), bool(self.column_mapping.boxes)
        has = {Leaf.ROWS: True, Leaf.GROUPS: groups and not is_done, Leaf.COLUMNS: columns and not is_done}
        self.leaves.show_only([leaf for leaf in Leaf if has[leaf]])
        self.apply_button.setVisible(has_rows and not is_done)
        self.apply_button.setEnabled(bool(self._plan.phrases))
        self.copy_button.setVisible(has_rows)
        self.undo_button.setVisible(is_done and bool(self._plan.phrases))
        if not is_working:
            plan = self._plan
            self.head.settle(plan if plan.formats or plan.bad else None, can_reread=not is_done)
        self._gap.setVisible(not has_rows and not self.head.is_inviting)
        self._say_button()

    def _say_button(self) -> None:
        number = f"{len(self._plan.phrases):,}"
        self.apply_button.setText(self.tr("Import {count} phrases").replace("{count}", number))

    def _counts_text(self) -> str:
        return import_words.sums(self._plan, is_done=self._report is not None)

    def _tell_report(self) -> None:
        backup = self._report.backup if self._report else ""
        kept = self.tr("The state before is kept as {backup}.").replace("{backup}", backup) if backup else ""
        self.tell(paragraph(self._counts_text(), kept), "ok")

    # The window.

    def _lay_out(self) -> None:
        self.updating.setChecked(True)
        self.conflicts.pick(Conflict.WITHOUT_CODE)
        self.column.addWidget(self.head)
        self.column.addWidget(self.leaves, 10)
        self.column.addWidget(self.conflict_row)
        self.column.addWidget(self.updating)
        self._gap = QWidget()
        self.column.addWidget(self._gap, 1)
        self.add_plan_buttons(lambda: self.copy_report(self.report_text()), self.undo, self.apply)

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.worker.progress.connect(self.head.work.progress)
        self.head.chosen.connect(self.open_files)
        self.head.reread.connect(lambda: self.open_files(self._paths))
        self.head.stopped.connect(self._stop)
        self.updating.toggled.connect(self._replan)
        self.conflicts.chosen.connect(self._replan)
        self.group_mapping.changed.connect(self._replan)
        self.column_mapping.chosen.connect(self._choose_columns)
        self.add_keys(lambda: self.leaves.step(1), "Ctrl+PgDown")
        self.add_keys(lambda: self.leaves.step(-1), "Ctrl+PgUp")

    def _conflict(self, value: Conflict) -> str:
        taken, skipped = self.tr("Take it without the code"), self.tr("Leave the row out")
        return taken if value is Conflict.WITHOUT_CODE else skipped

    def _name(self) -> None:
        say = self.spoken.say
        say(self.setWindowTitle, lambda: self.tr("Import phrases"))
        say(self.updating.setText, lambda: self.tr("Update phrases that are here already"))
        say(self.conflict_row.name, lambda: self.tr("A row whose code belongs to another phrase"))
        self.spoken.again(self.leaves.names.rename)
        self.spoken.again(self._say_button)

    def _leaf(self, leaf: Leaf) -> str:
        return {Leaf.ROWS: self.tr("Rows"), Leaf.GROUPS: self.tr("Groups"), Leaf.COLUMNS: self.tr("Columns")}[leaf]
