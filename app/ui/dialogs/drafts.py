"""What was being written when an editor was closed without saving.

The rule: closing never asks and never loses; the draft comes back when the same phrase is opened again.
"""

from app.core.phrases import Phrase

NEW = ""
"""The place of the draft of a phrase that was never saved."""


class Drafts:
    """Unsaved phrases by the id of the one that was edited, as long as the program runs."""

    def __init__(self) -> None:
        self._kept: dict[str, Phrase] = {}

    def keep(self, key: str, phrase: Phrase) -> None:
        """Keep what was written; a former draft of the same phrase gives way."""
        self._kept[key] = phrase

    def of(self, key: str) -> Phrase | None:
        """The draft, if there is one."""
        return self._kept.get(key)

    def forget(self, key: str) -> None:
        """Drop a draft, because it was saved or thrown away."""
        self._kept.pop(key, None)
