"""What is said when the data cannot be opened, and the ways out.

The rule: a damaged database is never thrown away: it is kept beside the backups.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.core.storage import NotStored, Trouble
from app.system.clock import SystemClock
from app.system.paths import Paths
from app.ui import sentences
from app.ui.blank import Offer
from app.ui.main_window import MainWindow
from app.ui.words import translate

if TYPE_CHECKING:
    from db.backups import BackupFolder


def _at_start() -> dict[Trouble, str]:
    """What is told in other words than where something was to be saved: nothing was, and nothing can be shown."""
    return {
        Trouble.LOCKED: translate(
            "house", "Another program holds the phrases file. Close that program, then try again. Nothing was changed."
        ),
        Trouble.FULL: translate(
            "house", "The disk is full, so the phrases cannot be opened. They are safe. Free some space and try again."
        ),
        Trouble.READ_ONLY: translate(
            "house",
            "The data folder cannot be written to, so the phrases cannot be opened. They are safe. "
            "Ask whoever looks after this PC for the right to write there, then try again.",
        ),
    }


class Mending:
    """Tells in the window. `open_again` tries once more."""

    def __init__(self, window: MainWindow, paths: Paths, open_again: Callable[[], None]) -> None:
        self._window = window
        self._paths = paths
        self._open_again = open_again

    def say(self, why: Trouble | str) -> None:
        """Say why there are no data, with what helps."""
        if isinstance(why, Trouble):
            said = _at_start().get(why) or sentences.of_trouble(why)
        else:
            said = sentences.of_error(why)
        self._window.show()
        self._window.show_trouble(said, *self._ways_out(why))

    def _ways_out(self, why: Trouble | str) -> list[Offer]:
        again: Offer = (translate("house", "Try again"), self._try_again)
        newest = next(iter(self._backups().all()), None) if why is Trouble.DAMAGED else None
        if newest is None:
            return [again]
        made_at = newest.made_at.astimezone()
        label = translate("house", "Restore the backup of {moment}").replace("{moment}", f"{made_at:%m-%d %H:%M}")
        return [(label, partial(self._put_back, newest.name)), again]

    def _put_back(self, name: str) -> None:
        try:
            self._backups().replace_damaged(name)
        except NotStored as not_stored:
            self.say(not_stored.trouble)
            return
        self._try_again()

    def _try_again(self) -> None:
        self._window.show_trouble("")
        self._open_again()

    def _backups(self) -> "BackupFolder":
        from db.backups import BackupFolder

        return BackupFolder(self._paths.database, self._paths.backups, SystemClock().now)
