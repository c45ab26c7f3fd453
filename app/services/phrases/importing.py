"""The import of foreign phrase files: read, dry run, apply, undo.

The rule: nothing is touched before `apply`; `apply` makes a verified backup first and stores everything in one
transaction, or nothing.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import field, replace
from typing import Any, Protocol

from app.core.changes import NOTHING, Changed, Kind
from app.core.imports.plan import Choices, Counts, Plan
from app.core.imports.reading import UNWATCHED, BadFile, Columns, Group, Reading, Watch, groups
from app.core.imports.rules import plan, suggest_groups
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass
from app.ports import Backups, Clock


class ReadPath(Protocol):
    """Reads one path; `app.formats.phrases.reading.read` is the real one. Raises `Cancelled` and nothing else.

    It touches neither the store nor the screen, so it may run on a helper thread.
    """

    def __call__(
        self, path: str, watch: Watch = ..., columns: Columns | None = ..., format_name: str = ...
    ) -> Sequence[Reading | BadFile]:
        """One answer for the file, or for each file of the folder."""
        ...


class KeptPhrases(Protocol):
    """The phrases, as far as an import needs them; the library's `Ledger` is the real one."""

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too."""
        ...

    def put(self, phrases: Collection[Phrase], /) -> None:
        """Store phrases, new or changed, all or none. Raises `NotStored`."""
        ...


@dataclass(frozen=True, slots=True)
class Readings:
    """What came out of the chosen files, the unreadable ones beside them."""

    good: tuple[Reading, ...] = ()
    bad: tuple[BadFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An import that happened. `added` and `before` undo it; `backup` is the name of the copy made before it."""

    plan: Plan
    backup: str = ""
    added: tuple[str, ...] = ()
    before: tuple[Phrase, ...] = ()
    changed: Changed = field(default=NOTHING)

    @property
    def counts(self) -> Counts:
        """The numbers of the plan that was applied."""
        return self.plan.counts

    def to_plain(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {**self.plan.to_plain(), "backup": self.backup, "is_applied": True}


class Import:
    """Brings foreign phrase files in."""

    def __init__(
        self,
        read: ReadPath,
        phrases: KeptPhrases,
        backups: Backups,
        clock: Clock,
        new_id: Callable[[], str],
        sheet: Callable[[], Sheet] = lambda: EMPTY,
    ) -> None:
        self._read = read
        self._phrases = phrases
        self._backups = backups
        self._clock = clock
        self._new_id = new_id
        self._sheet = sheet

    def read(
        self,
        paths: Iterable[str],
        watch: Watch = UNWATCHED,
        columns: Columns | None = None,
        format_name: str = "",
    ) -> Readings:
        """Read files and folders; safe on a helper thread. Raises `Cancelled` and nothing else.

        `format_name` is a reader's name that the agent chose instead of the detected one.
        """
        answers = [answer for path in paths for answer in self._read(path, watch, columns, format_name)]
        return Readings(
            tuple(answer for answer in answers if isinstance(answer, Reading)),
            tuple(answer for answer in answers if isinstance(answer, BadFile)),
        )

    def suggest_groups(self, readings: Readings) -> dict[Group, Group]:
        """Which existing group each group of the files most likely is."""
        own = (phrase.group for phrase in self._phrases.all() if phrase.deleted_at is None)
        return dict(suggest_groups(groups(readings.good), own))

    def stored(self) -> Sequence[Phrase]:
        """All phrases as they are now, for a `plan` on a helper thread."""
        return tuple(self._phrases.all())

    def plan(self, readings: Readings, choices: Choices | None = None, stored: Sequence[Phrase] | None = None) -> Plan:
        """What an import of these files would do; asked again at every change of a choice.

        100,000 rows take some seconds: then hand in `stored`, taken on the main thread, and call it on a helper.
        """
        existing = self._phrases.all() if stored is None else stored
        return plan(readings.good, existing, choices or Choices(), self._new_id, readings.bad, self._sheet())

    def dry_run(self, paths: Iterable[str]) -> Plan:
        """Read and plan in one step; changes nothing."""
        return self.plan(self.read(paths))

    def apply(self, wanted: Plan) -> Report:
        """Make a backup and store the plan in one transaction. Raises `NotStored`, and then nothing has changed."""
        if not wanted.phrases:
            return Report(wanted)
        backup = self._backups.make("import")
        now_stored = {phrase.id: phrase for phrase in self._phrases.all()}
        before = tuple(now_stored[phrase.id] for phrase in wanted.phrases if phrase.id in now_stored)
        added = tuple(phrase.id for phrase in wanted.phrases if phrase.id not in now_stored)
        self._phrases.put([_with_use(phrase, now_stored.get(phrase.id)) for phrase in wanted.phrases])
        return Report(wanted, backup, added, before, frozenset({Kind.PHRASES}))

    def undo(self, report: Report) -> Changed:
        """Take an import back: what it added goes to the bin, what it changed is as before. One transaction."""
        if not report.added and not report.before:
            return NOTHING
        stored = {phrase.id: phrase for phrase in self._phrases.all()}
        now = self._clock.now()
        gone = [replace(stored[phrase_id], deleted_at=now) for phrase_id in report.added if phrase_id in stored]
        back = [_with_use(phrase, stored.get(phrase.id)) for phrase in report.before]
        self._phrases.put([*gone, *back])
        return frozenset({Kind.PHRASES})


def _with_use(phrase: Phrase, stored: Phrase | None) -> Phrase:
    """Uses that were counted since a plan was made are not lost by it."""
    if stored is None:
        return phrase
    return replace(phrase, use_count=stored.use_count, last_used_at=stored.last_used_at)
