"""What commands have the running window do with orders: `qindesk order add`, `import` and `outcome`.

The rule: it is done as the command itself would do it, in the order in which it came, and every errand is answered.
What is no errand is answered as a wrong call, and nothing is done.
"""

import argparse
import io
import logging
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.commands import orders
from app.commands.opening import NOT_FOUND, WRONG_CALL, say
from app.core.changes import Kind
from app.core.errands import MAX_ANSWER, Answer, BadErrand, Errand, Verb, read_errand, written
from app.core.orders.incoming.intake import OrderPlan
from app.core.storage import NotStored
from app.front.desk import Desk
from app.services.orders.importing import OrdersImported
from app.ui.worker import Worker

_log = logging.getLogger(__name__)
_LOST = "Something went wrong in QinDesk. Look in its window whether it was done."
_NO_ROOM = "QinDesk could not store it: {trouble}. Nothing of it was changed."
_TOO_MUCH = "It is done, but there is too much to tell; call it with fewer files at a time to be told."


class OrderErrands(QObject):
    """Does them. `answered` carries the name of an errand and its answer, `changed` what kinds of data changed."""

    answered = Signal(str, object)
    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[tuple[str, Errand]] = []
        self._files: list[str] = []
        self._reports: list[tuple[OrderPlan, OrdersImported | None]] = []
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self._broke)

    def hear(self, name: str, content: bytes) -> None:
        """An errand came; it is done when those before it are."""
        try:
            self._waiting.append((name, read_errand(content)))
        except BadErrand as bad:
            _log.warning("What was handed over is no errand: %d bytes", len(content))
            self.answered.emit(name, written(Answer(WRONG_CALL, "", f"Not understood by QinDesk: {bad}\n")))
            return
        if len(self._waiting) == 1:
            self._begin()

    def close(self) -> None:
        """Read no file any more; who waits for an answer hears that the program has ended."""
        self._worker.stop()
        self._waiting.clear()

    def _begin(self) -> None:
        _name, errand = self._waiting[0]
        options = argparse.Namespace(json=errand.is_json, dry_run=False, reason=errand.reason)
        if errand.verb is Verb.IMPORT:
            self._files, self._reports = list(errand.words), []
            self._read_next()
        elif errand.verb is Verb.ADD:
            options.line = list(errand.words)
            self._end(lambda: orders.note(self._desk, options))
        elif len(errand.words) == 2 and errand.words[1] in orders.OUTCOMES:
            options.number, options.outcome = errand.words
            self._end(lambda: orders.end(self._desk, options))
        else:
            self._end(lambda: WRONG_CALL)

    def _read_next(self) -> None:
        """The files are read beside the window, and taken over one after the other."""
        if not self._files:
            self._end(self._tell_files)
            return
        importing = self._desk.office.importing
        path, known = self._files.pop(0), importing.known()
        self._worker.start(lambda watch: importing.plan(path, watch, known))

    def _take(self, plan: OrderPlan) -> None:
        try:
            done = self._desk.office.importing.apply(plan)
        except NotStored as lack:
            self._files.clear()
            trouble = lack.trouble.value
            self._end(lambda: self._tell_files(_NO_ROOM.replace("{trouble}", trouble)))
            return
        self._reports.append((done.plan, done))
        self._read_next()

    def _tell_files(self, trouble: str = "") -> int:
        _name, errand = self._waiting[0]
        orders.tell_files(list(self._reports), argparse.Namespace(json=errand.is_json, dry_run=False))
        if trouble:
            say(trouble)
        return NOT_FOUND if trouble or any(plan.has_failed for plan, _ in self._reports) else 0

    def _broke(self, error: str) -> None:
        _log.error("A file of an errand could not be read: %s", error)
        self._files.clear()
        self._end(lambda: self._tell_files(f"{Path(error).name}: {_LOST}"))

    def _end(self, deed: Callable[[], int]) -> None:
        """Do the last of an errand, answer it, and begin the next."""
        answer = _answer(deed)
        name, _errand = self._waiting.pop(0)
        self.changed.emit(frozenset({Kind.ORDERS}))
        self.answered.emit(name, answer)
        if self._waiting:
            self._begin()


def _answer(deed: Callable[[], int]) -> bytes:
    """What a command prints and ends with."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = deed()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else WRONG_CALL
        except NotStored as lack:
            say(_NO_ROOM.replace("{trouble}", lack.trouble.value))
            code = NOT_FOUND
        except Exception:
            _log.exception("An errand failed")
            say(_LOST)
            code = NOT_FOUND
    told = written(Answer(code, out.getvalue(), err.getvalue()))
    return told if len(told) <= MAX_ANSWER else written(Answer(code, "", f"{_TOO_MUCH}\n"))
