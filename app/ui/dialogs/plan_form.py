"""A window that takes one file after the other over: read it, look at what would happen, take it over, and back.

The rule: nothing is touched before the primary button, and afterwards one click takes it all back.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import Changed
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.file_form import FileForm
from app.ui.dialogs.plan_preview import PlanPreview
from app.ui.dialogs.reading_head import ReadingHead
from app.ui.worker import Task


class Planned(Protocol):
    """What a file would change."""

    @property
    def file(self) -> str:
        """The file that was read."""
        ...

    @property
    def rows(self) -> Sequence[object]:
        """What became of its rows."""
        ...

    @property
    def problems(self) -> Sequence[object]:
        """What was not understood of it."""
        ...

    @property
    def has_failed(self) -> bool:
        """Whether something of it cannot be taken over."""
        ...


class Taken(Protocol):
    """What was taken over."""

    @property
    def changed(self) -> Changed:
        """Which kinds of data that changed."""
        ...


_P = TypeVar("_P", bound=Planned)
_T = TypeVar("_T", bound=Taken)


class PlanForm(FileForm, Generic[_P, _T]):
    """`changed` emits what kinds of data changed. `nothing` is the plan while no file was read."""

    changed = Signal(object)

    def __init__(self, head: ReadingHead, preview: PlanPreview, nothing: _P) -> None:
        super().__init__((680, 640))
        self.head = head
        self.preview = preview
        self._nothing = self._plan = nothing
        self._taken: _T | None = None
        self._after = ""
        self._lay_out()
        self._connect()
        self.spoken.again(self._say_button)
        self._show_stage()

    def open_file(self, file: str | Path) -> None:
        """Read a file and show what would happen."""
        path = str(file)
        self._taken = None
        self.worker.start(self.reading(path))
        self.head.begin(path)
        self.tell(self.tr("Reading…"))
        self._show_stage()

    def undo(self) -> None:
        """Take it back, unless something was done since."""
        if self._taken is None:
            return
        changed = self.tried(self.taken_back, self._taken)
        if changed is None:
            return
        if not changed:
            self.tell(self.tr("Something was changed since. Undo step by step in the window with Ctrl+Z."), "error")
            self.undo_button.hide()
            return
        self._after = self.tr("Taken back: everything is as it was before.")
        self.changed.emit(changed)
        self.open_file(self._plan.file)

    # What the file is about.

    def reading(self, path: str) -> Task:
        """Reads a file, in the helper thread, and gives the plan."""
        raise NotImplementedError

    def settled(self, plan: _P) -> _P:
        """The plan as it holds on the main thread. Raises `NotStored`."""
        return plan

    def apply(self) -> None:
        """Take over what is shown."""
        raise NotImplementedError

    def taken_back(self, taken: _T) -> Changed:
        """Take it back; nothing where something was done since. Raises `NotStored`."""
        raise NotImplementedError

    def count(self) -> int:
        """How many things of the plan would be stored."""
        raise NotImplementedError

    def button_words(self, count: int) -> str:
        """What the primary button is called."""
        raise NotImplementedError

    def sums(self, *, is_done: bool) -> str:
        """What becomes of all of it, in a line."""
        raise NotImplementedError

    def report_text(self) -> str:
        """The counts and everything with its place, as text for a message to a colleague."""
        raise NotImplementedError

    def copied(self) -> str:
        """What is said once the report lies on the clipboard."""
        return self.tr("The report lies on the clipboard.")

    # What was read and taken over.

    def _hear(self, value: Any) -> None:
        try:
            plan = self.settled(value)
        except NotStored as lack:
            self._forget(sentences.of_trouble(lack.trouble))
            return
        self.head.settle(plan.file)
        self._show_plan(plan)
        look = "error" if plan.has_failed else "muted"
        self.tell(self._after or self.sums(is_done=False), "muted" if self._after else look)
        self._after = ""
        (self.apply_button if self.apply_button.isEnabled() else self.preview.table).setFocus()

    def _show_taken(self, taken: _T, plan: _P, told: str) -> None:
        self._taken = taken
        if plan is self._plan:
            self._show_stage()  # whoever looked at a row of it goes on looking
        else:
            self._show_plan(plan)
        self.tell(told, "ok")
        self.close_button.setFocus()
        self.changed.emit(taken.changed)

    def _show_plan(self, plan: _P) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self._show_stage()

    def _stop(self) -> None:
        self.worker.stop()
        self._forget("")

    def _fail(self, place: str) -> None:
        self._forget(sentences.of_error(place))

    def _forget(self, why: str) -> None:
        """Show nothing of a file whose reading did not come to its end."""
        self._after = ""
        self.head.settle()
        self._show_plan(self._nothing)
        self.tell(why, "error")

    # What is in sight.

    def _show_stage(self) -> None:
        has_rows = bool(self._plan.rows or self._plan.problems) and not self.worker.is_working
        self.preview.setVisible(has_rows)
        self._gap.setVisible(not has_rows and not self.head.is_inviting)
        self.copy_button.setVisible(has_rows)
        self.apply_button.setVisible(has_rows and self._taken is None)
        self.apply_button.setEnabled(bool(self.count()))
        self.undo_button.setVisible(self._taken is not None and bool(self._taken.changed))
        self._say_button()

    def _say_button(self) -> None:
        self.apply_button.setText(self.button_words(self.count()))

    def _lay_out(self) -> None:
        self._gap = QWidget()
        self.column.addWidget(self.head)
        self.column.addWidget(self.preview, 10)
        self.column.addWidget(self._gap, 1)
        self.add_plan_buttons(lambda: self.copy_report(self.report_text()), self.undo, self.apply)

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.worker.progress.connect(self.head.work.progress)
        self.head.chosen.connect(self.open_file)
        self.head.stopped.connect(self._stop)
