"""What was being written when an editor or a form was closed without saving.

The rule: closing never asks and never loses; the draft comes back when the same thing is opened again.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from app.core.phrases.phrase import Phrase

_D = TypeVar("_D")
NEW = ""
"""The place of the draft of a phrase that was never saved."""


class _Kept(Generic[_D]):
    """Drafts by the id of what was edited; whoever starts the program may bring back those of the last time."""

    def __init__(self) -> None:
        self._kept: dict[str, _D] = {}

    def keep(self, key: str, draft: _D) -> None:
        """Keep what was written; a former draft of the same thing gives way."""
        self._kept[key] = draft

    def of(self, key: str) -> _D | None:
        """The draft, if there is one."""
        return self._kept.get(key)

    @property
    def all(self) -> Mapping[str, _D]:
        """All that are kept now."""
        return dict(self._kept)

    def bring_back(self, drafts: Mapping[str, _D]) -> None:
        """Take drafts of the last time; what was written since goes first."""
        self._kept = {**drafts, **self._kept}

    def forget(self, key: str) -> None:
        """Drop a draft, because it was saved or thrown away."""
        self._kept.pop(key, None)


class Drafts(_Kept[Phrase]):
    """Unsaved phrases."""


class FormDrafts(_Kept[Any]):
    """What stood in the fields of forms of the cheat-sheet, read or not; a new one is kept by its noun."""
