"""The doors to everything that opens beside the window: editor, import, settings, bin, keys, first start.

The rule: what was changed behind a door is told once, here, whatever room it was changed in.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from app.core.changes import NOTHING, Changed, Kind
from app.core.imports.plan import Plan
from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Group
from app.core.sheet import answers
from app.core.storage import NotStored
from app.front import asked, books
from app.front.desk import STARTER_PACKS
from app.front.door import Door, Hall
from app.front.novelties import Novelties
from app.front.packs.room import PackRoom
from app.front.settings_door import SettingsDoor
from app.services.phrases.importing import Report
from app.ui import sentences
from app.ui.dialogs.drafts import NEW, Drafts
from app.ui.palette import Tone
from app.ui.words import translate

_PHRASES: Changed = frozenset({Kind.PHRASES})


class Doors(Door):
    """Opens dialogs. `kinds_wanted` asks for the kinds of orders."""

    kinds_wanted = Signal()

    def __init__(self, hall: Hall, drafts: Drafts) -> None:
        super().__init__(hall)
        self._drafts = drafts
        window = hall.window
        self.packs = PackRoom(hall)
        self.settings = SettingsDoor(hall, self.packs)
        self._starter: Report | None = None
        self.novelties = Novelties(window, hall.desk, hall.openings)
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

        key = f"move.{' '.join(ids)}"
        self._openings.show(key, lambda: MoveDialog(asked.groups(self._desk), len(ids)), chosen=chosen)

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

        preferences = self._desk.preferences

        def make() -> ImportDialog:
            return ImportDialog(
                self._look,
                self._desk.importing,
                columns=lambda: preferences.current.columns,
                remember=lambda columns: preferences.change(columns=columns),
                known=lambda: asked.groups(self._desk),
                sieve=self._of_phrases,
            )

        dialog = self._openings.show("import", make, changed=self.changed)
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

        desk = self._desk
        self._openings.show(
            "bin",
            lambda: BinDialog(desk.library, desk.clock.now, sheet=asked.by_bin(desk), look=self._look),
            changed=self.changed,
        ).refresh()

    def keys(self) -> None:
        """Show all keys on one page."""
        from app.ui.dialogs.keys_page import KeysPage

        shortcuts = self._counter.chords.shortcuts

        self._openings.show(
            "keys",
            lambda: KeysPage(lambda: self._desk.preferences.current.hotkeys, lambda: shortcuts.taken),
            news_wanted=self.novelties.show,
        ).refresh()

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
            self._counter.served.connect(first.hear)
            return first

        self._openings.show("welcome", make, changed=self.changed, sources_wanted=self.settings.open_sources)

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

        def make() -> Editor:
            editor = Editor(self._look, asked.by_editor(self._desk, self._counter), self._drafts, phrase, is_new=is_new)
            self.packs.dress_editor(editor, phrase)
            return editor

        self._openings.show(
            f"edit.{NEW if is_new else phrase.id}",
            make,
            saved=self._saved,
            open_other=self.edit,
            draft_kept=self.tell_draft,
            recording=self._counter.chords.record,
        )

    def go_on(self, key: str) -> None:
        """Open the phrase of a draft."""
        if key == NEW:
            self.new()
        else:
            self.edit(key)

    def _saved(self, _phrase_id: str) -> None:
        self.changed.emit(_PHRASES)
        self._window.tell_saved()

    def close(self) -> None:
        """The program ends: dialogs that are still open send the keyboard nowhere."""
        self._openings.forget()
        self.packs.close()
