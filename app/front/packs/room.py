"""Everything of packs from elsewhere behind the window: its place, its notices, its page of the settings.

The rule: where nothing is subscribed to, nothing of it is even imported; no start and no click waits for a share.
"""

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from app.core.changes import Changed, Kind
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.storage import NotStored
from app.front.door import Door, Hall
from app.system.telling import Telling
from app.ui import sentences
from app.ui.palette import Tone

if TYPE_CHECKING:
    from app.core.sheet.sheet import Entry
    from app.front.packs.post import PackPost
    from app.ui.dialogs.editor import Editor
    from app.ui.packs.desk import SourcesDesk
    from app.ui.packs.own_hint import OwnHint
    from app.ui.packs.pack_place import PackPlace
    from app.ui.sheet_dialogs.entry_form import EntryForm

_log = logging.getLogger(__name__)
_SOON_MS = 50


class PackRoom(Door):
    """Connects. `sources_wanted` asks for the page of sources; `stirred`: a source answered, failed or was refused."""

    stirred = Signal()
    sources_wanted = Signal()
    _imported = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self.post: PackPost | None = None
        self.place: PackPlace | None = None
        self._telling = Telling()
        self._imported.connect(self._open_soon)

    def start(self) -> None:
        """The database is open for writing: begin, if anything is subscribed to."""
        if self._has_sources():
            threading.Thread(target=self._import, name="packs", daemon=True).start()

    def open(self) -> "PackPost":
        """The post with its place in the window, built when it is first wanted. Raises `NotStored`."""
        if self.post is None:
            from app.front.packs.asked import by_news, by_own
            from app.front.packs.post import PackPost
            from app.ui.packs.pack_notices import PackNotices
            from app.ui.packs.pack_place import PackPlace

            news = self._desk.subscriptions.news
            notices = PackNotices(self._window, news, self._show, self.sources_wanted.emit)
            self.post = post = PackPost(self._desk, self._hall.paths, notices, self)
            asked = by_news(self._desk, post), by_own(self._desk)
            self.place = PackPlace(self._look, self._window.inside, self._window, *asked)
            self.place.sources_wanted.connect(self.sources_wanted)
            post.changed.connect(self.changed)
            post.stirred.connect(self._stir)
            post.start()
        return self.post

    def look(self) -> None:
        """Look at every source now, as after something was published from this very PC."""
        if self.post:
            self.post.watch.look()

    def dress_editor(self, editor: "Editor", phrase: Phrase) -> None:
        """Put over the fields of an own version what its pack says."""
        hint = self._hint(phrase)
        if hint:
            editor.column.insertWidget(0, hint)
            hint.filled.connect(editor.restore)

    def dress_form(self, form: "EntryForm") -> None:
        """The same for an activity, a product or a fact."""
        hint = self._hint(form.entry)
        if hint:
            form.column.insertWidget(0, hint)
            hint.filled.connect(form.show_entry)

    def _hint(self, thing: "Phrase | Entry") -> "OwnHint | None":
        if self.post is None or thing.source == PERSONAL:
            return None
        from app.front.packs.asked import by_own
        from app.ui.packs.own_hint import hint_of

        try:
            hint = hint_of(self._look, by_own(self._desk), thing)
        except NotStored as not_stored:
            _log.warning("What a pack says was not read: %s", not_stored)
            return None
        if hint:
            hint.changed.connect(self.changed)
        return hint

    def sources(self) -> "SourcesDesk":
        """What the page of sources asks."""
        from app.front.packs.asked import by_sources

        return by_sources(self._desk, self.open, self._has_sources)

    def show_changes(self, kinds: Changed) -> None:
        """Something was changed anywhere."""
        if self.post is None and Kind.PACKS in kinds:
            self.start()  # a backup with sources was restored
        if self.post and self.place:
            if Kind.PACKS in kinds:
                self.post.follow()
            self.place.show_changes(kinds)

    def close(self) -> None:
        """The program ends."""
        self._telling.shut()
        if self.post:
            self.post.close()

    def _has_sources(self) -> bool:
        try:
            return bool(self._desk.stores.packs.sources())
        except NotStored as not_stored:
            _log.warning("The sources of packs were not read: %s", not_stored)
            return False

    def _import(self) -> None:
        """Beside the main thread: what takes its time to import."""
        import app.front.packs.asked
        import app.front.packs.post
        import app.ui.packs.pack_place  # noqa: F401

        self._telling.tell(self._imported.emit)

    def _open_soon(self) -> None:
        """Once the places before it stand."""
        if self._window.inside.places is None:
            QTimer.singleShot(_SOON_MS, self, self._open_soon)
            return
        try:
            self.open()
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)

    def _show(self) -> None:
        if self.place:
            self.place.open()

    def _stir(self) -> None:
        if self.place:
            self.place.refresh_state()
        self.stirred.emit()
