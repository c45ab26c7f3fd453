"""What the settings ask of the program, and how their pages change something.

The rule: a page shows what is stored; after a change that could not be kept it shows the old value again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.changes import Changed
from app.core.clockwork.notices import Sound
from app.core.pinyin import Readings
from app.core.settings import Settings
from app.core.storage import Backup, Contents
from app.core.values import dataclass
from app.services.shortcuts import Taken
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import BETWEEN, EDGE, INSIDE


@dataclass(frozen=True, slots=True)
class SettingsDesk:
    """Callables of the program, each on the main thread.

    `change` is `Preferences.change`; `examine` and `taken` are those of `Shortcuts` (the latter as of now);
    `turn_autostart` raises `NotStored`; `make_backup`, `backups`, `contents` and `restore` are those of `Backups`,
    where `restore` also has everything read again; `forget_buyers` deletes all that is known of buyers (out of the
    backups too if told so) and gives how many orders those were; `target` is the program that a paste would go to now;
    `folder` is where the data lies and `log_folder` where the logs do; `open_folder` shows one; `now` is the PC's own
    clock in UTC and `zone` the shop's; `play` is that of the sounds; `readings` is how Chinese is read; `why_no_hook`
    is a sentence, or empty where the keyboard can be listened to.
    """

    settings: Callable[[], Settings]
    change: Callable[..., Changed]
    examine: Callable[[str, str], Taken | None]
    taken: Callable[[], Sequence[Taken]]
    name_holder: Callable[[str], str]
    turn_autostart: Callable[[bool], object]
    make_backup: Callable[[str], str]
    backups: Callable[[], Sequence[Backup]]
    contents: Callable[[str], Contents]
    restore: Callable[[str], str]
    forget_buyers: Callable[[bool], int]
    target: Callable[[], str]
    folder: str
    log_folder: str
    open_folder: Callable[[str], object]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    play: Callable[[Sound], object]
    readings: Callable[[], Readings]
    why_no_hook: str = ""


Change = Callable[..., bool]
"""Change fields of the settings by name; False where it could not be kept, and that has been said."""


class Page(QWidget):
    """One section: a column of fields that can be shown again from what is stored."""

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__()
        self.desk, self._change = desk, change
        self.spoken = Spoken(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INSIDE, INSIDE, EDGE, INSIDE)
        self.column.setSpacing(BETWEEN)

    def begin(self) -> None:
        """Somebody has come for this section alone: put the keyboard where they begin, if that is one place."""

    def change(self, **fields: Any) -> bool:
        """Change settings at once; show the old values where that failed."""
        is_kept = self._change(**fields)
        if not is_kept:
            self.refresh()
        return is_kept

    def refresh(self) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def findable(self) -> Mapping[str, QWidget]:
        """What the search of the dialog finds here, each by a name of its own: fields, boxes, buttons."""
        raise NotImplementedError
