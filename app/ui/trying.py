"""What the deeds of every place do: a verb is tried, and what came of it is told.

The rule: what failed changed nothing, and is said in a sentence.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed
from app.core.storage import NotStored
from app.ui import sentences


class Trying(QObject):
    """Tries verbs. `done` gives what changed, `said` a sentence beside an undo, `undone` and `failed` one without."""

    done = Signal(object)
    said = Signal(str)
    undone = Signal(str)
    failed = Signal(str)

    def tried(self, verb: Callable[[], Changed]) -> Changed | None:
        """What a verb changed; None where it failed."""
        try:
            changed = verb()
        except NotStored as not_stored:
            self.failed.emit(sentences.of_trouble(not_stored.trouble))
            return None
        if changed:
            self.done.emit(changed)
        return changed
