"""Runs flows (`app/core/waits.py`) on Qt's event loop.

The rule: one at a time, and nothing ticks while none runs.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

from app.core.waits import Flow, Until

_T = TypeVar("_T")
_LOOK_EVERY_MS = 2
_log = logging.getLogger(__name__)


class Steps(QObject):
    """The one runner. `on_error` is told of an exception that a flow did not expect; it ends that flow."""

    def __init__(self, on_error: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._flow: Flow[Any] | None = None
        self._on_done: Callable[[Any], None] = _nobody
        self._wait: Until | None = None
        self._ends_at = 0.0
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a flow is under way."""
        return self._flow is not None

    def start(self, flow: Flow[_T], on_done: Callable[[_T], None]) -> bool:
        """Run a flow, and hand its outcome over at the end; False, and the flow is not begun, while another runs."""
        if self._flow is not None:
            flow.close()
            return False
        self._flow, self._on_done = flow, on_done
        self._go(None)
        return True

    def stop(self) -> None:
        """End the flow that runs, if any; nobody is told."""
        if self._flow is not None:
            self._flow.close()
        self._clear()

    def _look(self) -> None:
        wait = self._wait
        if wait is None:
            return
        try:
            is_true = wait.is_true()
        except Exception as error:
            self._fail(error)
            return
        if is_true or time.monotonic() >= self._ends_at:
            self._go(is_true)

    def _go(self, answer: bool | None) -> None:
        """Send the answer in, and go on through all waits that are over already."""
        flow = self._flow
        assert flow is not None
        try:
            wait = next(flow) if answer is None else flow.send(answer)
            while wait.is_true():
                wait = flow.send(True)
        except StopIteration as end:
            on_done = self._on_done
            self._clear()
            on_done(end.value)
        except Exception as error:
            self._fail(error)
        else:
            self._wait = wait
            self._ends_at = time.monotonic() + wait.within.total_seconds()
            self._timer.start()

    def _fail(self, error: Exception) -> None:
        flow = self._flow
        self._clear()
        if flow is not None:
            flow.close()
        _log.error("A flow broke: %s at %s", type(error).__name__, _places(error))
        self._on_error(error)

    def _clear(self) -> None:
        self._timer.stop()
        self._flow, self._wait, self._on_done = None, None, _nobody


def _nobody(outcome: object) -> None:
    """Who is told when no flow runs."""


def _places(error: Exception) -> str:
    """Where it happened; its message is left out, it may hold what a buyer wrote."""
    frames = walk_tb(error.__traceback__)
    return " < ".join(f"{Path(frame.f_code.co_filename).name}:{line}" for frame, line in reversed(list(frames)))
