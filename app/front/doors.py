"""The doors to everything that opens beside the window: editor, import, settings, bin, keys, first start.

The rule: a dialog is imported when it is opened first, and at most one of each is open.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.changes import NOTHING, Changed, Kind
from app.core.imports.plan import Plan
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Group
from app.core.sheet import answers
from app.core.storage import NotStored
from app.front import asked, books
from app.front.counter import Counter
from app.front.desk import STARTER_PACKS, Desk
from app.front.novelties import Novelties
from app.front.openings import Openings
from app.front.packs.room import PackRoom
from app.front.settings_door import SettingsDoor
from app.ports import Sounds
from app.services.phrases.importing import Report
from app.system.paths import Paths
from app.ui import sentences
from app.ui.dialogs.drafts import NEW, Drafts
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.words import translate

_PHRASES: Changed = frozenset({Kind.PHRASES})


class Doors(QObject):
    """Opens dialogs. `changed` tells what was changed in one, `kinds_wanted` asks for the kinds of orders."""

    changed = Signal(object)
    kinds_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        desk: Desk,
        counter: Counter,
        paths: Paths,
        openings: Openings,
        sounds: Sounds,
        drafts: Drafts,
    ) -> None:
        super().__init__(window)
        self._openings = openings
        self._window = window
        self._look = look
        self._desk = desk
        self._counter = counter
        self._drafts = drafts
        self.packs = PackRoom(window, look, desk, paths)
        self.settings = SettingsDoor(window, look, desk, counter, paths, openings, sounds, self.packs)
        self._starter: Report | None = None
        self.novelties = Novelties(window, desk, openings)
        window.new_wanted.connect(self.new)
        window.edit_wanted.connect(self.edit)
        window.move_wanted.connect(self.move)
        window.rename_wanted.connect(self.rename_group)
        window.starter_wanted.connect(self.starter_pack)
        window.import_wanted.connect(self.bring_in)
        window.export_wanted.connect(self.export)
        window.settings_wanted.connect(self.settings.open)
        window.bin_wanted.connect(self.bin)
        window.keys_wanted.connect(self.keys)
        for wanted in (window.sources_wanted, self.packs.sources_wanted):
            wanted.connect(self.settings.open_sources)
        for room in (self.packs, self.settings):
            room.changed.connect(self.changed)
        self.settings.kinds_wanted.connect(self.kinds_wanted)

    def new(self, body: str = "") -> None:
        """Write a new phrase."""
        library = self._desk.library
        self._edit(library.draft(body, stage=self._desk.preferences.current.stage), is_new=True)

    def edit(self, phrase_id: str) -> None:
        """Change a phrase; what an answer says is changed in the cheat-sheet."""
        if answers.is_answer(phrase_id):
            self._window.entry_edit_wanted.emit(answers.parted(phrase_id)[1])
            return
        phrase = self._desk.library.get(phrase_id)
        if phrase:
            self._edit(phrase, is_new=False)

    def move(self, ids: list[str]) -> None:
        """Choose a group for phrases by typing a part of its path."""
        from app.ui.dialogs.move_dialog import MoveDialog

        def chosen(group: Group) -> None:
            try:
                self.changed.emit(self._desk.library.move(ids, group))
            except NotStored as not_stored:
                self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            else:
                self._window.tell_saved()

        def make() -> MoveDialog:
            dialog = MoveDialog(asked.groups(self._desk), len(ids))
            dialog.chosen.connect(chosen)
            return dialog

        self._openings.show(f"move.{' '.join(ids)}", make)

    def rename_group(self, group: Group) -> None:
        """Give a group another name, or have it join another one."""
        from app.ui.dialogs.rename_dialog import RenameDialog

        def rename(name: Group) -> None:
            preferences = self._desk.preferences
            lead = preferences.current.lead.renamed(group, name)
            is_joining = name in asked.counts(self._desk)  # the others of that group were not chosen to go out
            try:
                changed = self._desk.library.rename_group(group, name)
                if not is_joining and lead != preferences.current.lead:
                    changed |= preferences.change(lead=lead)
            except NotStored as not_stored:
                self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
                return
            self._window.follow_group(group, name)
            self.changed.emit(changed)
            self._window.tell_saved()

        self._openings.show(f"rename.{' '.join(group)}", lambda: RenameDialog(group, asked.counts(self._desk), rename))

    def starter_pack(self) -> None:
        """Load the starter pack and say what to try."""
        try:
            self.changed.emit(self._load_pack())
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return
        said = translate("doors", "{count} phrases are ready. Try typing cf.")
        self._window.show_notice(said.replace("{count}", str(len(self._desk.library.phrases()))), Tone.OK)

    def bring_in(self, files: list[Path]) -> None:
        """Import files of other programs; a workbook of activities and products goes to its own window."""
        from app.ui.import_dialogs.import_dialog import ImportDialog

        phrases = self._of_phrases([str(file) for file in files])
        if files and not phrases:
            return

        def make() -> ImportDialog:
            preferences = self._desk.preferences
            dialog = ImportDialog(
                self._look,
                self._desk.importing,
                columns=lambda: preferences.current.columns,
                remember=lambda columns: preferences.change(columns=columns),
                known=lambda: asked.groups(self._desk),
                sieve=self._of_phrases,
            )
            dialog.changed.connect(self.changed)
            return dialog

        dialog = self._openings.show("import", make)
        if phrases:
            dialog.open_files(phrases)

    def export(self, ids: list[str]) -> None:
        """Write phrases into a file of another program: those that are chosen in the window, or all."""
        from app.ui.import_dialogs.export_dialog import ExportDialog

        is_open = self._openings.get("export") is not None
        dialog = self._openings.show("export", lambda: ExportDialog(asked.by_export(self._desk), ids))
        if is_open:
            dialog.choose(ids)

    def _of_phrases(self, paths: Sequence[str]) -> list[str]:
        """The files that may hold phrases; the first of each other sort is opened in the window of its sort."""
        window, left = self._window, list(paths)
        for is_of_sort, wanted in (
            (books.is_workbook, window.workbook_wanted),
            (books.is_order_export, window.orders_import_wanted),
            (books.is_handover, window.handover_wanted),
        ):
            others = [path for path in left if is_of_sort(path)]
            if others:
                wanted.emit([Path(others[0])])
                left = [path for path in left if path not in others]
        return left

    def bin(self) -> None:
        """Open the bin."""
        from app.ui.dialogs.bin_dialog import BinDialog

        def make() -> BinDialog:
            dialog = BinDialog(
                self._desk.library, self._desk.clock.now, sheet=asked.by_bin(self._desk), look=self._look
            )
            dialog.changed.connect(self.changed)
            return dialog

        self._openings.show("bin", make).refresh()

    def keys(self) -> None:
        """Show all keys on one page."""
        from app.ui.dialogs.keys_page import KeysPage

        shortcuts = self._counter.chords.shortcuts

        def make() -> KeysPage:
            page = KeysPage(lambda: self._desk.preferences.current.hotkeys, lambda: shortcuts.taken)
            page.news_wanted.connect(self.novelties.show)
            return page

        self._openings.show("keys", make).refresh()

    def welcome(self) -> None:
        """At the first start: three steps to the first paste."""
        if self._desk.preferences.current.has_seen_welcome or self._desk.library.phrases():
            return
        from app.ui.dialogs.first_start import FirstStart, FirstStartDesk

        def make() -> FirstStart:
            desk = FirstStartDesk(
                settings=lambda: self._desk.preferences.current,
                change=self._desk.preferences.change,
                pack_size=lambda: len(self._pack().phrases),
                load_pack=self._load_pack,
                remove_pack=self._take_pack_back,
            )
            first = FirstStart(desk)
            first.changed.connect(self.changed)
            first.sources_wanted.connect(self.settings.open_sources)
            self._counter.served.connect(first.hear)
            return first

        self._openings.show("welcome", make)

    def _pack(self) -> Plan:
        """What loading the starter pack of the language that is on would do."""
        return self._desk.importing.dry_run([str(STARTER_PACKS[self._desk.preferences.current.language.value])])

    def _load_pack(self) -> Changed:
        """One transaction, with a backup before it. Raises `NotStored`."""
        self._starter = self._desk.importing.apply(self._pack())
        return self._starter.changed

    def _take_pack_back(self) -> Changed:
        """What the first start loaded goes to the bin. Raises `NotStored`."""
        return self._desk.importing.undo(self._starter) if self._starter else NOTHING

    def _edit(self, phrase: Phrase, *, is_new: bool) -> None:
        from app.ui.dialogs.editor import Editor

        key = f"edit.{NEW if is_new else phrase.id}"

        def make() -> Editor:
            editor = Editor(self._look, asked.by_editor(self._desk, self._counter), self._drafts, phrase, is_new=is_new)
            self.packs.dress_editor(editor, phrase)
            editor.saved.connect(self._saved)
            editor.open_other.connect(self.edit)
            editor.recording.connect(self._counter.chords.record)
            editor.draft_kept.connect(self._tell_draft)
            return editor

        self._openings.show(key, make)

    def go_on(self, key: str) -> None:
        """Open the phrase of a draft."""
        if key == NEW:
            self.new()
        else:
            self.edit(key)

    def _tell_draft(self, key: str) -> None:
        said = translate("doors", "Not saved; what you wrote is kept.")
        self._window.show_notice(said, Tone.INFO, translate("doors", "Go on writing"), partial(self.go_on, key))

    def _saved(self, _phrase_id: str) -> None:
        self.changed.emit(_PHRASES)
        self._window.tell_saved()

    def close(self) -> None:
        """The program ends: dialogs that are still open send the keyboard nowhere."""
        self._openings.forget()
        self.packs.close()
