"""The doors to everything that opens beside the window: editor, import, settings, bin, keys, first start.

The rule: a dialog is imported when it is opened first, and at most one of each is open.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.core.changes import Changed, Kind
from app.core.phrases import Phrase
from app.core.storage import NotStored
from app.counter import Counter
from app.desk import STARTER_PACKS, Desk
from app.system.paths import Paths
from app.ui import sentences
from app.ui.dialogs.drafts import NEW, Drafts
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.words import translate

if TYPE_CHECKING:
    from app.ui.dialogs.editor_fields import Desk as EditorDesk

_log = logging.getLogger(__name__)
_PHRASES: Changed = frozenset({Kind.PHRASES})


class Doors(QObject):
    """Opens dialogs. `changed` tells what was changed in one."""

    changed = Signal(object)

    def __init__(
        self, app: QApplication, window: MainWindow, look: Look, desk: Desk, counter: Counter, paths: Paths
    ) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._look = look
        self._desk = desk
        self._counter = counter
        self._paths = paths
        self._drafts = Drafts()
        self._open: dict[str, QWidget] = {}
        window.new_wanted.connect(self.new)
        window.edit_wanted.connect(self.edit)
        window.starter_wanted.connect(self.starter_pack)

    def new(self, body: str = "") -> None:
        """Write a new phrase."""
        library = self._desk.library
        self._edit(library.draft(body, stage=self._desk.preferences.current.stage), is_new=True)

    def edit(self, phrase_id: str) -> None:
        """Change a phrase."""
        phrase = self._desk.library.get(phrase_id)
        if phrase:
            self._edit(phrase, is_new=False)

    def starter_pack(self) -> None:
        """Load the starter pack of the language that is on, in one transaction, with a backup before."""
        pack = STARTER_PACKS[self._desk.preferences.current.language.value]
        try:
            report = self._desk.importing.apply(self._desk.importing.dry_run([str(pack)]))
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return
        said = translate("doors", "{count} phrases are ready. Try typing cf.")
        self._window.show_notice(said.replace("{count}", str(report.counts.new)), Tone.OK)
        self.changed.emit(_PHRASES)

    def settings(self) -> None:
        """Open the settings."""

    def welcome(self) -> None:
        """At the first start: three steps to the first paste."""

    def _edit(self, phrase: Phrase, *, is_new: bool) -> None:
        from app.ui.dialogs.editor import Editor  # noqa: PLC0415

        key = f"edit.{NEW if is_new else phrase.id}"

        def make() -> QWidget:
            editor = Editor(self._look, self._editor_desk(), self._drafts, phrase, is_new=is_new)
            editor.saved.connect(self._saved)
            editor.open_other.connect(self.edit)
            return editor

        self._show(key, make)

    def _editor_desk(self) -> "EditorDesk":
        from app.ui.dialogs.editor_fields import Desk as EditorDesk  # noqa: PLC0415

        desk = self._desk
        return EditorDesk(
            save=desk.library.save,
            render=desk.facts.preview,
            groups=lambda: [node.path for node in desk.library.groups()],
            nearest=self._nearest,
            with_code=desk.library.with_code,
            put_image=desk.data.images.put,
            read_image=desk.data.images.read,
            examine=self._counter.shortcuts.examine,
        )

    def _nearest(self, body: str, but: str) -> Phrase | None:
        return next((near.phrase for near in self._desk.find.nearest(body) if near.phrase.id != but), None)

    def _saved(self, _phrase_id: str) -> None:
        self.changed.emit(_PHRASES)
        self._window.tell_saved()

    def _show(self, key: str, make: Callable[[], QWidget]) -> None:
        """Bring the dialog of a key to the front; make it if it is not open."""
        dialog = self._open.get(key)
        if dialog is None:
            dialog = self._open[key] = make()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.destroyed.connect(lambda: self._open.pop(key, None))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
