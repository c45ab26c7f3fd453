"""What is new after an update: offered once in the notice line, opened only when the agent likes.

The rule: a first start is no update, and the version is remembered once the offer was made, not before.
"""

import logging
from functools import partial

from app import VERSION
from app.core.release_news import Release, read_releases, unseen
from app.core.storage import NotStored
from app.front.desk import RESOURCES, Desk
from app.front.openings import Openings
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.words import translate

_log = logging.getLogger(__name__)


class Novelties:
    """Tells what is new. `tell` may only be called once the database can be written."""

    def __init__(self, window: MainWindow, desk: Desk, openings: Openings, installed: str = VERSION) -> None:
        self._window = window
        self._desk = desk
        self._openings = openings
        self._installed = installed

    def tell(self) -> None:
        """Offer what is new, the first time that this version runs."""
        settings = self._desk.preferences.current
        if settings.seen_version == self._installed:
            return
        fresh = unseen(self._releases(), settings.seen_version, self._installed)
        if settings.has_seen_welcome and any(release.news for release in fresh):
            said = translate("novelties", "QinDesk is now version {version}.").replace("{version}", self._installed)
            action = translate("novelties", "What is new")
            act = partial(self._open, fresh)
            self._window.hear(Saying(said, Tone.INFO, action, act, is_patient=True))
        try:
            self._desk.preferences.change(seen_version=self._installed)
        except NotStored as not_stored:
            _log.warning("What is new will be told once more: %s", not_stored)

    def show(self) -> None:
        """All that is written, from the installed version back."""
        self._open(unseen(self._releases(), "0.0.0", self._installed))

    def _open(self, releases: tuple[Release, ...]) -> None:
        from app.ui.dialogs.whats_new import WhatsNew

        self._openings.show("whats_new", lambda: WhatsNew(releases))

    def _releases(self) -> tuple[Release, ...]:
        language = self._desk.preferences.current.language.value
        return read_releases((RESOURCES / f"whats_new.{language}.md").read_text("utf-8"))
