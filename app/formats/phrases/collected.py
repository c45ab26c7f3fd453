"""What a reader has come to so far: the phrases of a file or folder, and what of it was not taken over."""

from collections.abc import Iterable

from app.core.imports.reading import Found, Problem, Reading
from app.formats.phrases.foreign_text import Note, told


class Collected:
    """Gathers under the name of a format; `reading` is all of it."""

    def __init__(self, name: str, path: str) -> None:
        self._name = name
        self._path = path
        self.found: list[Found] = []
        self.problems: list[Problem] = []

    @property
    def reading(self) -> Reading:
        """All that was collected."""
        return Reading(self._name, self._path, tuple(self.found), tuple(self.problems))

    def add(self, found: Found, notes: Iterable[Note] = ()) -> None:
        """Take a phrase, and tell what was noted of its text."""
        self.found.append(found)
        self.problems += told(found.spot, notes)
