"""What the agent does to phrases from the list, and what is said of it.

The rule: nothing is asked beforehand; whatever was done can be undone, and what failed changed nothing.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from PySide6.QtCore import QObject

from app.core.changes import Changed
from app.core.phrases.phrase import BadPhrase
from app.core.phrases.shelf import Group
from app.services.phrases.library import Library
from app.services.phrases.undoing import Did, Step
from app.ui import sentences
from app.ui.runs import BETWEEN_GROUPS
from app.ui.trying import Trying

_OF_GROUPS = (Did.RENAMED, Did.JOINED)


class Deeds(Trying):
    """The verbs of the list."""

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library

    def delete(self, ids: Collection[str]) -> None:
        """Put phrases into the bin."""
        self._do(lambda: self._library.delete(ids))

    def duplicate(self, ids: Collection[str]) -> None:
        """Copy phrases, each beside its original."""
        self._do(lambda: self._library.duplicate(ids))

    def pin(self, ids: Collection[str]) -> None:
        """Pin phrases or, where all of them are pinned, take the pins off."""
        phrases = [phrase for phrase in map(self._library.get, ids) if phrase]
        are_pinned = all(phrase.is_pinned for phrase in phrases)
        self._do(lambda: self._library.unpin(ids) if are_pinned else self._library.pin(ids))

    def move(self, ids: Collection[str], group: Group) -> None:
        """Put phrases at the end of a group."""
        self._do(lambda: self._library.move(ids, group))

    def drop(self, ids: Collection[str], anchor: str, *, is_after: bool) -> None:
        """Put phrases beside another one, into its group."""
        beside = self._library.get(anchor)
        if beside:
            order = [phrase.id for phrase in self._library.shelf.in_group(beside.group)]
            self._do(lambda: self._library.move(ids, beside.group, _before(order, ids, anchor, is_after)))

    def drop_pinned(self, ids: Collection[str], anchor: str, *, is_after: bool) -> bool:
        """Give pinned phrases other numbers; False where one of them, or the anchor, is not pinned."""
        order = [phrase.id for phrase in self._library.pinned()]
        if not {*ids, anchor} <= set(order):
            return False
        self._do(lambda: self._library.reorder_pinned(ids, _before(order, ids, anchor, is_after)))
        return True

    def undo(self) -> bool:
        """Undo the last deed; False where there is none."""
        step = self._library.undoable
        if step is None:
            return False
        before = self._title(step)
        if self._try(self._library.undo):
            self.undone.emit(sentences.of_undo(step.did, step.count, self._title(step) or before))
        return True

    def tell(self) -> None:
        """Say what was done last, as after a dialog that saved."""
        step = self._library.undoable
        if step is None or not step.ids:
            return
        sentence = sentences.of_deed(step.did, step.count, self._title(step))
        if sentence:
            self.said.emit(sentence)

    def _title(self, step: Step) -> str:
        """The title of the first phrase, as it is now; nothing where the phrase is gone. Of a group its path."""
        if step.did in _OF_GROUPS:
            return BETWEEN_GROUPS.join(_common([phrase.group for phrase in self._library.shelf.some(step.ids)]))
        phrase = self._library.get(step.ids[0])
        return phrase.title if phrase else ""

    def _do(self, verb: Callable[[], Changed]) -> None:
        if self._try(verb):
            self.tell()

    def _try(self, verb: Callable[[], Changed]) -> Changed | None:
        try:
            return self.tried(verb)
        except BadPhrase as broken:
            self.failed.emit(sentences.of_rule(broken))
            return None


def _before(order: Sequence[str], ids: Collection[str], anchor: str, is_after: bool) -> str | None:
    """The one that things let go beside `anchor` come to stand before; None for the end."""
    at = order.index(anchor) + is_after
    return next((name for name in order[at:] if name not in ids), None)


def _common(groups: Sequence[Group]) -> Group:
    """The path that several groups begin with."""
    alike = zip(*groups, strict=False)
    return tuple(parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, alike))
