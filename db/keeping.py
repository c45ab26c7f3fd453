"""Which backups are kept.

The rule: of the daily ones the newest of each of the last 10 days that have one and of each of the last 4 weeks; of the
others (before an import, a migration, a restore, by hand) the last 10. The newest of all is never given up. One that is
dated later than now was made while the clock was wrong: nobody knows how old it is, and it goes first.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime

from app.core.storage import Backup

DAYS = 10
WEEKS = 4
OTHERS = 10
DAILY = "daily"


def kept(backups: Iterable[Backup], now: datetime) -> frozenset[str]:
    """The names of those that stay."""
    newest_first = sorted(backups, key=lambda backup: (backup.made_at <= now, backup.made_at), reverse=True)
    daily = [backup for backup in newest_first if backup.why == DAILY]
    others = [backup for backup in newest_first if backup.why != DAILY]
    return frozenset(
        backup.name
        for backup in (
            *_newest_of_each(daily, lambda backup: backup.made_at.date(), DAYS),
            *_newest_of_each(daily, lambda backup: backup.made_at.isocalendar()[:2], WEEKS),
            *others[:OTHERS],
        )
    )


def _newest_of_each(backups: Sequence[Backup], period: Callable[[Backup], Hashable], count: int) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for backup in backups:
        newest.setdefault(period(backup), backup)
    return list(newest.values())[:count]
