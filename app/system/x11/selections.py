"""What we own of the selections, and how others are served from it.

The rule: it is served by the connection's own thread, so a reader is never kept waiting for a window to be painted.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

from Xlib import X, Xatom
from Xlib.protocol import event as events
from Xlib.protocol import request

from app.core.desktop import Clip
from app.core.values import dataclass
from app.system.x11 import formats
from app.system.x11.connection import Connection
from app.system.x11.jobs import Awaited, Job

CLIPBOARD, PRIMARY, MANAGER = "CLIPBOARD", "PRIMARY", "CLIPBOARD_MANAGER"
_PIECE = 128 * 1024
"""More than this goes out in pieces; a request of the core protocol holds less than 256 kB."""
_PATIENCE = 5.0
_ABOUT = ("TARGETS", "MULTIPLE", "TIMESTAMP")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is told of readers, each with its window: `looked` at the formats, `asked` for content, had it `sent`."""

    looked: Callable[[int], None]
    asked: Callable[[int], None]
    sent: Callable[[int], None]
    lost: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Held:
    """What lies on one selection that we own, since a moment of the server's."""

    clip: Clip
    targets: dict[str, formats.Served]
    since: int
    reader: Reader | None = None

    @property
    def is_secret(self) -> bool:
        """Whether others are asked to look away."""
        return formats.SECRET_HINT in self.targets


class Selections:
    """The selections that we own. All of it runs in the connection's thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[int, Held] = {}
        connection.on(X.SelectionRequest, self._requested)
        connection.on(X.SelectionClear, self._cleared)

    def held(self, selection: str) -> Held | None:
        """What we have on a selection, if it is ours."""
        return self._held.get(self._connection.atom(selection))

    def take(self, selection: str, clip: Clip, reader: Reader | None = None, *, is_secret: bool = False) -> bool:
        """Become the owner; False where the server did not make us so."""
        atom, now = self._connection.atom(selection), self._connection.server_time()
        before = self._held.get(atom)
        self._held[atom] = Held(clip, formats.served(clip, is_secret=is_secret), now, reader)
        self._connection.window.set_selection_owner(atom, now)
        if not self.is_owner(selection):
            del self._held[atom]
            return False
        if before is not None and before.reader is not None:
            before.reader.lost()
        return True

    def is_owner(self, selection: str) -> bool:
        """Whether the server says that it is ours."""
        owner = self._connection.display.get_selection_owner(self._connection.atom(selection))
        return bool(owner != X.NONE and owner.id == self._connection.window.id)

    def drop(self, selection: str) -> None:
        """Own it no more: it is empty then."""
        atom = self._connection.atom(selection)
        held = self._held.pop(atom, None)
        if held is None or not self.is_owner(selection):
            return
        display = self._connection.display.display
        request.SetSelectionOwner(
            display=display, onerror=None, window=X.NONE, selection=atom, time=self._connection.server_time()
        )

    def hand_over(self) -> Job[bool]:
        """Give what was copied for good to a clipboard manager, if one runs: ours goes with us (SAVE_TARGETS)."""
        held = self.held(CLIPBOARD)
        manager = self._connection.atom(MANAGER)
        if held is None or held.is_secret or self._connection.display.get_selection_owner(manager) == X.NONE:
            return False
        self._connection.window.convert_selection(
            manager, self._connection.atom("SAVE_TARGETS"), self._connection.atom("_QINDESK_SAVED"), held.since
        )
        saved = yield Awaited(
            lambda event: event.type == X.SelectionNotify and event.selection == manager, time.monotonic() + 1.0
        )
        return saved is not None

    def _cleared(self, event: Any) -> None:
        held = self._held.get(event.atom)
        if held is None or event.time < held.since:
            return
        del self._held[event.atom]
        if held.reader is not None:
            held.reader.lost()

    def _requested(self, event: Any) -> None:
        held = self._held.get(event.selection)
        place = event.property or event.target
        is_served = held is not None and self._serve(held, event, place)
        answer = events.SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=place if is_served else X.NONE,
        )
        event.requestor.send_event(answer)

    def _serve(self, held: Held, event: Any, place: int) -> bool:
        if self._connection.name(event.target) != "MULTIPLE":
            return self._put(held, event.requestor, event.target, place)
        pairs = event.requestor.get_full_property(place, X.AnyPropertyType)
        if pairs is None:
            return False
        answered = []
        for target, to in zip(pairs.value[::2], pairs.value[1::2], strict=False):
            answered += [target, to if self._put(held, event.requestor, target, to) else X.NONE]
        event.requestor.change_property(place, self._connection.atom("ATOM_PAIR"), 32, answered)
        return True

    def _put(self, held: Held, requestor: Any, target: int, place: int) -> bool:
        """Write what a target asks for into the reader's property; large content begins to go out in pieces."""
        name = self._connection.name(target)
        if name == "TARGETS":
            known = [self._connection.atom(known) for known in (*_ABOUT, *held.targets)]
            requestor.change_property(place, Xatom.ATOM, 32, known)
            if held.reader is not None:
                held.reader.looked(requestor.id)
        elif name == "TIMESTAMP":
            requestor.change_property(place, Xatom.INTEGER, 32, [held.since])
        elif name in held.targets:
            self._put_content(held, requestor, place, name)
        else:
            return False
        return True

    def _put_content(self, held: Held, requestor: Any, place: int, name: str) -> None:
        answer = held.targets[name]
        reader = held.reader if name != formats.SECRET_HINT else None
        if reader is not None:
            reader.asked(requestor.id)
        kind = self._connection.atom(answer.kind)
        if len(answer.content) > _PIECE:
            self._connection.spawn(self._in_pieces(answer.content, kind, requestor, place, reader))
            return
        requestor.change_property(place, kind, 8, answer.content)
        if reader is not None:
            reader.sent(requestor.id)

    def _in_pieces(self, content: bytes, kind: int, requestor: Any, place: int, reader: Reader | None) -> Job[None]:
        """ICCCM 2.7.2: the next piece whenever the reader has deleted the last one, an empty one at the end."""
        requestor.change_attributes(event_mask=X.PropertyChangeMask)
        requestor.change_property(place, self._connection.atom("INCR"), 32, [len(content)])
        for piece in _pieces(content):
            is_deleted = yield Awaited(
                lambda event: (
                    event.type == X.PropertyNotify
                    and event.window.id == requestor.id
                    and event.atom == place
                    and event.state == X.PropertyDelete
                ),
                time.monotonic() + _PATIENCE,
            )
            if is_deleted is None:
                break
            requestor.change_property(place, kind, 8, piece)
        if reader is not None:
            reader.sent(requestor.id)


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]
    yield b""
