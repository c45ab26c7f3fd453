"""The foot of the window of a lead: how far a publishing is, the way to stop it, and the one primary button.

The rule: what the button does is what it says; where it can do nothing it is not there.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QProgressBar

from app.core.packs.findings import Severity
from app.core.packs.lead_choices import Manner
from app.ui.dialogs.form import Form, button
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs.pages import Pages, Step
from app.ui.pack_dialogs.sitting import Sitting

SHOW_PROGRESS_MS = 400


class PublishFoot(QObject):
    """Puts itself into the foot of a window; `is_busy` tells whether something is being published."""

    def __init__(self, window: Form, pages: Pages, sitting: Sitting, is_busy: Callable[[], bool]) -> None:
        super().__init__(window)
        self._pages = pages
        self._sitting = sitting
        self._is_busy = is_busy
        self.bar, self.stop_button = QProgressBar(textVisible=False), button()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOW_PROGRESS_MS)
        self._late.timeout.connect(self.bar.show)
        window.foot.addWidget(self.bar, 1)
        window.foot.addWidget(self.stop_button)
        self.settle()

    def add(self, window: Form, close: Callable[[], object], go_on: Callable[[], object]) -> None:
        """Add the buttons at the right end."""
        self.close_button = window.add_button(lambda: self.tr("Close"), close)
        self.go_button = window.add_button(lambda: "", go_on, "primary")
        spoken = Spoken(window)
        spoken.again(self._name)

    def follow(self) -> None:
        """Show how far reading and looking into the folder are."""
        sitting, past = self._sitting, self._pages.past
        for begun in (sitting.reads, sitting.compares, past.begun):
            begun.connect(self.wait)
        for ended in (sitting.read, sitting.seen, sitting.broke, past.ended):
            ended.connect(self.idle)
        for worker in (sitting.reader, past.reader):
            worker.progress.connect(self.progress)

    def wait(self) -> None:
        """Something is read; soon it is shown that it goes on."""
        if not self._is_busy():
            self.bar.setRange(0, 0)
            self._late.start()

    def idle(self) -> None:
        """It was read."""
        if not self._is_busy():
            self.settle()

    def begin(self) -> None:
        """A publishing has begun."""
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop_button.setEnabled(True)
        self.stop_button.show()

    def settle(self) -> None:
        """It has ended."""
        self._late.stop()
        self.bar.hide()
        self.stop_button.hide()

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def show_stage(self) -> None:
        """Say what the button does on the page that is shown, as things are now."""
        step, examined = self._pages.step, self._sitting.examined
        has_errors = examined is not None and examined.pack is None
        can_publish = self._sitting.preview is not None and self._pages.changes.is_ready
        is_shown = examined is not None
        if step is Step.CHANGES and self.goal(step) is None:
            is_shown = can_publish
        self.go_button.setVisible(is_shown and step in (Step.SOURCE, Step.CHECK, Step.CHANGES))
        self.go_button.setEnabled(not self._is_busy() and not (step is Step.CHECK and has_errors))
        self.go_button.setText(self._word(step))

    def goal(self, step: Step) -> Step | None:
        """Where the button of a page leads; None is the publishing itself."""
        examined = self._sitting.examined
        if step is Step.SOURCE or examined is None or examined.pack is None:
            return Step.CHECK
        if not self._sitting.place:
            return Step.SOURCE
        return Step.CHANGES if step is Step.CHECK else None

    def _word(self, step: Step) -> str:
        examined, preview = self._sitting.examined, self._sitting.preview
        warnings = examined.count(Severity.WARNING) if examined else 0
        goal = self.goal(step)
        if goal is Step.CHECK and step is not Step.CHECK:
            return self.tr("Check")
        if step is Step.CHECK:
            waved = self.tr("Go on with {count} warnings").replace("{count}", f"{warnings:,}")
            return waved if warnings else self.tr("What changes")
        if goal is Step.SOURCE:
            return self.tr("Choose where it goes")
        if preview is not None and self._sitting.choices.manner is Manner.FOLDER:
            return self.tr("Publish number {number}").replace("{number}", str(preview.pack.head.number))
        return self.tr("Save as the shared file")

    def _name(self) -> None:
        self.stop_button.setText(self.tr("Stop"))
        self.show_stage()
