"""One thread with its own X connection: it asks the server, hands events round and runs jobs that wait for events.

The rule: nothing of Qt in here, and nothing in this thread ever waits for the main thread; Qt's own clipboard read
blocks the main thread until this one has answered.
"""

import heapq
import itertools
import logging
import os
import platform
import queue
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeVar

from Xlib import X, Xatom, display, ext
from Xlib.error import ConnectionClosedError, XError

from app.system.x11.jobs import Awaited, Job, Running, at_once

_T = TypeVar("_T")
XTEST = ("XTEST", "xtest")
"""The one extension that we need, and its module in Xlib."""
_ANSWER_WITHIN = 1.0
_log = logging.getLogger(__name__)


class _Display(display.Display):  # type: ignore[misc] # it has no types
    def _update_keymap(self, _first: int, _count: int) -> None:
        """What the keys give is asked for where it is needed (`keyboard.py`), not once more at every start."""


class Connection:
    """The thread and its connection. Methods from `ask` to `close` are for other threads, the rest for jobs."""

    def __init__(self, name: str | None) -> None:
        """Connect. Raises `Xlib.error.DisplayError` and its kin."""
        vars(platform.uname()).setdefault("processor", "")  # Xlib looks at all of it: else a program is started for it
        ext.__extensions__[:] = [XTEST]  # it asks the server for each in turn and imports a module for each there is
        self.display: Any = _Display(name)
        self.display.set_error_handler(_log_error)
        self.root: Any = self.display.screen().root
        self.window: Any = self.root.create_window(
            -10, -10, 1, 1, 0, X.CopyFromParent, X.InputOnly, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._handlers: dict[int, list[Callable[[Any], None]]] = {}
        self._events: deque[Any] = deque()
        self._waiting: list[tuple[Running[Any], Awaited]] = []
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._commands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._reading, self._writing = os.pipe()
        if sys.platform != "win32":  # there is no X11 there; the type check of that system reads this too
            os.set_blocking(self._reading, False)
        self._is_open = True
        self._thread = threading.Thread(target=self._run, name="x11", daemon=True)

    def on(self, event_type: int, handler: Callable[[Any], None]) -> None:
        """Hand every event of this type to a handler, in the thread. Only before `open`."""
        self._handlers.setdefault(event_type, []).append(handler)

    def open(self) -> None:
        """Start the thread."""
        self._thread.start()

    def ask(self, question: Callable[[], _T], otherwise: _T) -> _T:
        """Run a short question in the thread and wait for its answer; `otherwise` if X refused or the server is gone.

        A question only talks to the server, which answers in well under a millisecond.
        """
        answers: queue.SimpleQueue[_T] = queue.SimpleQueue()

        def command() -> None:
            answer = otherwise
            try:
                answer = question()
            except XError as refused:
                _log.debug("X refused: %s", type(refused).__name__)
            finally:
                answers.put(answer)

        self._post(command)
        try:
            return answers.get(timeout=_ANSWER_WITHIN) if self._is_open else otherwise
        except queue.Empty:
            return otherwise

    def do(self, work: Callable[[], _T], otherwise: _T) -> Running[_T]:
        """Have something done in the thread that waits for nothing."""
        return self.start(at_once(work), otherwise)

    def start(self, job: Job[_T], otherwise: _T) -> Running[_T]:
        """Begin a job in the thread."""
        running = Running(job, otherwise)
        if self._is_open:
            self._post(lambda: self._advance(running, None))
        else:
            running.end()
        return running

    def close(self) -> None:
        """End the thread and the connection."""
        self._post(self._stop)
        if self._thread.is_alive():
            self._thread.join(2)

    def atom(self, name: str) -> int:
        """The number of a name."""
        number = self._atoms.get(name)
        if number is None:
            number = self._atoms[name] = self.display.intern_atom(name)
            self._names[number] = name
        return number

    def name(self, atom: int) -> str:
        """The name of a number; empty for one that does not exist."""
        if atom not in self._names:
            try:
                self._names[atom] = self.display.get_atom_name(atom)
            except XError:
                return ""
            self._atoms[self._names[atom]] = atom
        return self._names[atom]

    def later(self, seconds: float, function: Callable[[], None]) -> None:
        """Call a function in the thread after a while."""
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._count), function))

    def spawn(self, job: Job[None]) -> None:
        """Begin a job from within the thread."""
        self._advance(Running(job, None), None)

    def server_time(self) -> int:
        """The server's own moment in ms, which requests carry (ICCCM 2.1: an appended nothing tells it)."""
        marker = self.atom("_QINDESK_TIME")
        self.window.change_property(marker, Xatom.INTEGER, 32, [], X.PropModeAppend)
        self.display.sync()
        self._fetch()
        for event in reversed(self._events):
            if event.type == X.PropertyNotify and event.window.id == self.window.id and event.atom == marker:
                return int(event.time)
        return int(X.CurrentTime)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nothing of other programs happens in between: no focus moves, no selection changes hands."""
        self.display.grab_server()
        try:
            yield
        finally:
            self.display.ungrab_server()
            self.display.sync()

    def _post(self, command: Callable[[], None]) -> None:
        self._commands.put(command)
        with suppress(OSError):
            os.write(self._writing, b"x")

    def _stop(self) -> None:
        self._is_open = False

    def _run(self) -> None:
        try:
            while self._is_open:
                self._turn()
        except (ConnectionClosedError, OSError) as error:
            _log.error("The X server is gone: %s", type(error).__name__)
        finally:
            self._is_open = False
            self._let_go()

    def _let_go(self) -> None:
        for running, _ in self._waiting:
            running.end()
        while not self._commands.empty():
            with suppress(Exception):
                self._commands.get()()
        with suppress(Exception):
            self.display.close()
        writing, self._writing = self._writing, -1
        os.close(writing)
        os.close(self._reading)

    def _turn(self) -> None:
        self.display.flush()
        self._fetch()
        # python-xlib's flush gives up at a full socket buffer: the rest goes out when the server reads on
        socket = self.display.fileno()
        unsent = [socket] if self.display.display.data_send else []
        ready, _, _ = select.select([socket, self._reading], unsent, [], 0.0 if self._events else self._patience())
        if self._reading in ready:
            with suppress(BlockingIOError):
                os.read(self._reading, 4096)
        if self._events:
            self._deal(self._events.popleft())
        while not self._commands.empty():
            self._safely(self._commands.get())
        self._ring()

    def _fetch(self) -> None:
        for _ in range(self.display.pending_events()):
            self._events.append(self.display.next_event())

    def _patience(self) -> float | None:
        moments = [awaited.until for _, awaited in self._waiting]
        if self._timers:
            moments.append(self._timers[0][0])
        return max(0.0, min(moments) - time.monotonic()) if moments else None

    def _ring(self) -> None:
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            self._safely(heapq.heappop(self._timers)[2])
        late = [entry for entry in self._waiting if entry[1].until <= now]
        for entry in late:
            self._waiting.remove(entry)
            self._advance(entry[0], None)

    def _deal(self, event: Any) -> None:
        for entry in self._waiting:
            if entry[1].is_it(event):
                self._waiting.remove(entry)
                self._advance(entry[0], event)
                return
        for handler in self._handlers.get(event.type, ()):
            self._safely(partial(handler, event))

    def _advance(self, running: Running[_T], event: Any) -> None:
        try:
            awaited = running.job.send(event)
        except StopIteration as end:
            running.end(end.value)
        except ConnectionClosedError:
            running.end()
            raise
        except Exception as error:
            running.end()
            _log.error("A job broke: %s", type(error).__name__)
        else:
            self._waiting.append((running, awaited))

    def _safely(self, function: Callable[[], None]) -> None:
        try:
            function()
        except ConnectionClosedError:
            raise
        except XError as refused:
            _log.debug("X refused: %s", type(refused).__name__)
        except Exception as error:
            _log.error("X11 thread: %s", type(error).__name__)


def _log_error(error: Any, request: Any) -> None:
    """A request without an answer failed; mostly its window has just closed."""
    _log.debug("X refused: %s", type(error).__name__)
