"""Phrases into a file of another program: which ones, what is lost of them, and the writing.

The rule: what is lost is told before anything is written, and nothing of a buyer is in any of it.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from app.core.imports import exports
from app.core.imports.exports import Manner, Preview, Target, Written
from app.core.imports.reading import UNWATCHED, Found, Group, Watch
from app.core.phrases.phrase import Phrase
from app.core.settings import Language, Settings
from app.core.sheet.sheet import Sheet

_AT_ONCE = 1_000
PACK_ID = "export"


class Carry(Protocol):
    """What a reader makes of phrases in a file; `app.formats.phrases.writing.carried` is the real one."""

    def __call__(self, target: Target, phrases: Sequence[Phrase], manner: Manner, /) -> Sequence[tuple[Found, ...]]:
        """One answer a phrase; an empty one for a phrase that has no place there."""
        ...


class WritePhrases(Protocol):
    """Writes a file; `app.formats.phrases.writing.write` is the real one. Raises `NotWritten` and `Cancelled`."""

    def __call__(self, path: str, target: Target, phrases: Sequence[Phrase], manner: Manner, watch: Watch, /) -> int:
        """The size of the file in bytes."""
        ...


class Exporting:
    """Writes phrases out. `phrases` gives those in use in the agent's order."""

    def __init__(
        self,
        carry: Carry,
        write: WritePhrases,
        phrases: Callable[[], Sequence[Phrase]],
        sheet: Callable[[], Sheet],
        settings: Callable[[], Settings],
    ) -> None:
        self._carry = carry
        self._write = write
        self._phrases = phrases
        self._sheet = sheet
        self._settings = settings

    def all(self) -> Sequence[Phrase]:
        """Every phrase in use."""
        return tuple(self._phrases())

    def in_group(self, group: Group) -> Sequence[Phrase]:
        """Those of a group and of the groups inside it."""
        return tuple(phrase for phrase in self._phrases() if phrase.group[: len(group)] == group)

    def some(self, ids: Collection[str]) -> Sequence[Phrase]:
        """Those of ids, in the agent's order; an id that is no phrase in use is none."""
        wanted = frozenset(ids)
        return tuple(phrase for phrase in self._phrases() if phrase.id in wanted)

    def manner(self) -> Manner:
        """How a file would be written now; taken on the main thread, for the two below on a helper."""
        settings = self._settings()
        mark = hashlib.sha256(settings.agent.encode("utf-8", "replace")).hexdigest()[:8] if settings.agent else ""
        return Manner(
            is_chinese=settings.language is Language.CHINESE,
            pack_id="-".join(part for part in (PACK_ID, mark) if part),
            pack_name=" ".join(part for part in (settings.shop, settings.agent) if part) or "QinDesk",
            sheet=self._sheet(),
        )

    def preview(
        self, target: Target, phrases: Sequence[Phrase], manner: Manner | None = None, watch: Watch = UNWATCHED
    ) -> Preview:
        """What of phrases would go into a file; safe on a helper thread. Raises `Cancelled`."""
        return exports.preview(target, self._pairs(target, phrases, manner or self.manner(), watch))

    def write(
        self,
        path: str,
        target: Target,
        phrases: Sequence[Phrase],
        manner: Manner | None = None,
        watch: Watch = UNWATCHED,
        told: Preview | None = None,
    ) -> Written:
        """Write a file; safe on a helper thread. Raises `NotWritten` and `Cancelled`; then nothing has changed.

        `told` is the preview of these very phrases, where there is one already.
        """
        manner = manner or self.manner()
        told = told or self.preview(target, phrases, manner, watch)
        return Written(path, told, self._write(path, target, phrases, manner, watch))

    def _pairs(
        self, target: Target, phrases: Sequence[Phrase], manner: Manner, watch: Watch
    ) -> Iterator[tuple[Phrase, tuple[Found, ...]]]:
        for at in range(0, len(phrases), _AT_ONCE):
            watch.step(at, len(phrases))
            some = phrases[at : at + _AT_ONCE]
            yield from zip(some, self._carry(target, some, manner), strict=True)
