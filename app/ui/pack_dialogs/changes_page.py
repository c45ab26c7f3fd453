"""The page of what changes: line by line since the last publication, with the note to the team and the must-reads.

The rule: what is shown is what is published: once the number is out, the page shows only what came of it.
"""

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.packs.pack import Difference, Item, Pack
from app.core.packs.publishing import MAX_NOTE, NotPublished, Obstacle, Outrun, Preview, Published
from app.core.packs.signatures import PublicKey
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs import change_words
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.difference_view import DifferenceView
from app.ui.pack_dialogs.done_card import DoneCard
from app.ui.pack_dialogs.outrun_card import OutrunCard
from app.ui.pack_dialogs.publish_desk import Saved
from app.ui.theme import INSIDE, Look


class ChangesPage(QWidget):
    """`again_wanted` asks to look at the folder again, `new_key_wanted` to publish though another key signed so far."""

    again_wanted = Signal()
    new_key_wanted = Signal()

    def __init__(self, look: Look, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._lack: words.Lack | None = None
        self._waits_for = ""
        self._theirs: tuple[Sequence[Difference], Mapping[str, Item]] = ((), {})
        self._yours: tuple[Sequence[Difference], Mapping[str, Item]] = ((), {})
        self._pack_id, self._lost = "", ""
        self._offered: set[str] = set()
        self._marks: frozenset[str] = frozenset()
        self._is_theirs, self._needs_password = False, False
        self.title, self.told = label("title"), label("muted")
        self.again_button, self.new_key_button = button(), button()
        self.view = DifferenceView(look, has_ticks=True)
        self.note, self.password = QPlainTextEdit(), QLineEdit()
        self.note_field, self.password_field = Field(self.note), Field(self.password)
        self.outrun, self.done = OutrunCard(), DoneCard(zone)
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    # What is said here.

    @property
    def said_note(self) -> str:
        """The note to the team."""
        return self.note.toPlainText().strip()

    @property
    def must_read(self) -> frozenset[str]:
        """Everything that must be read: what the pack says of what did not change, and the ticks of what did."""
        if self._preview is None:
            return frozenset()
        changed = {each.item_id for each in self._yours[0]}
        return (
            frozenset(self._preview.pack.must_read - changed) | self.view.must_read & self._preview.pack.items().keys()
        )

    @property
    def is_ready(self) -> bool:
        """Whether what is shown may be published as it is."""
        return self._preview is not None and self.outrun.isHidden()

    # What is shown.

    def show_waiting(self, sentence: str) -> None:
        """Nothing can be shown yet; say for what it waits."""
        self._preview, self._lack, self._waits_for = None, None, sentence
        self._show_parts()

    def show_lack(self, why: words.Lack) -> None:
        """Say what stands against it; what is shown stays where it is still right."""
        self._lack = why
        if self._preview is None or not isinstance(why, NotPublished):
            self._waits_for = ""
        self._show_parts()

    def show_preview(self, preview: Preview, *, needs_password: bool, lost: str = "") -> None:
        """Show what publishing would change; `lost` is what the form of a plain file cannot hold."""
        self._lost = lost
        is_first_look = self._pack_id != preview.pack.head.id
        self._pack_id = preview.pack.head.id
        self._preview, self._lack, self._waits_for = preview, None, ""
        self._yours = (preview.differences, _items(preview.base.pack, preview.pack))
        self._offer_note(preview)
        self._needs_password = needs_password
        self._marks = self._kept_marks(preview) if not is_first_look else preview.pack.must_read
        self._show_parts()
        self._list(is_theirs=False)

    def show_outrun(self, outrun: Outrun, theirs: Sequence[Difference], preview: Preview) -> None:
        """Somebody was faster: `theirs` is what they changed in what was shown here, `preview` how it stands now."""
        former = self._preview.base.pack if self._preview else None
        self._theirs = (theirs, _items(former, outrun.base.pack))
        self._yours = (outrun.differences, _items(outrun.base.pack, preview.pack))
        self._preview, self._lack, self._waits_for = preview, None, ""
        self.outrun.show_outrun(outrun)
        self._show_parts()
        self.outrun.show()
        self._list(is_theirs=True)

    def show_done(self, done: Published | Saved, place: str, key: PublicKey | None) -> None:
        """Show what came of it."""
        self._preview, self._lack, self._waits_for = None, None, ""
        self._pack_id = ""
        self.note.clear()
        self.password.clear()
        self._show_parts()
        self.title.hide()
        self.told.hide()
        self.done.show_done(done, place, key)
        self.done.show()
        self.done.copy_button.setFocus()

    def _offer_note(self, preview: Preview) -> None:
        """The note of the pack itself, unless it was said before."""
        own, entry = preview.pack.head.note, preview.base.entry
        if own not in self._offered and not self.said_note and not (entry and entry.note == own):
            self.note.setPlainText(own)
        self._offered.add(own)

    def _kept_marks(self, preview: Preview) -> frozenset[str]:
        """The ticks after the file was saved again: what was ticked here stays so."""
        return self._marks | preview.pack.must_read

    def _list(self, *, is_theirs: bool) -> None:
        self._is_theirs = is_theirs
        differences, items = self._theirs if is_theirs else self._yours
        self.view.show_differences(differences, items, self._marks, can_mark=not is_theirs)

    def _take_marks(self) -> None:
        if not self._is_theirs:
            self._marks = self.view.must_read

    def _show_parts(self) -> None:
        has_list = self._preview is not None
        for part in (self.view, self.note_field):
            part.setVisible(has_list)
        self.outrun.hide()
        self.done.hide()
        self.title.show()
        self.told.show()
        self.password_field.setVisible(has_list and self._needs_password)
        obstacle = self._lack.obstacle if isinstance(self._lack, NotPublished) else None
        self.new_key_button.setVisible(obstacle is Obstacle.OTHER_KEY)
        self.again_button.setVisible(self._lack is not None)
        self._say()

    def _say(self) -> None:
        preview = self._preview
        self.title.setText(self._title(preview) if preview else self.tr("What changes"))
        if self._lack is not None:
            self.told.setText(words.lack(self._lack))
        elif preview is not None:
            lost = self.tr("A file of this kind cannot hold: {what}. Save it as JSON to keep them.")
            said = lost.replace("{what}", self._lost) if self._lost else ""
            self.told.setText("\n".join(part for part in (change_words.sums(preview.differences), said) if part))
        else:
            self.told.setText(self._waits_for)

    def _title(self, preview: Preview) -> str:
        head = preview.pack.head
        name = head.name or head.id
        if not head.number:
            return name
        said = self.tr("Publication {number} of “{name}”").replace("{number}", str(head.number))
        return said.replace("{name}", name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addLayout(row(self.again_button, self.new_key_button))
        for part in (self.done, self.outrun):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.note_field)
        column.addWidget(self.password_field)
        column.addStretch(0)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(2 * self.note.fontMetrics().lineSpacing() + 2 * INSIDE)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_parts()

    def _connect(self) -> None:
        self.outrun.turned.connect(lambda is_theirs: self._list(is_theirs=is_theirs))
        self.view.model.marked.connect(self._take_marks)
        self.again_button.clicked.connect(self.again_wanted)
        self.new_key_button.clicked.connect(self.new_key_wanted)
        self.note.textChanged.connect(self._measure)

    def _measure(self) -> None:
        long = self.tr("At most {count} characters.").replace("{count}", f"{MAX_NOTE:,}")
        self.note_field.refuse(long if len(self.said_note) > MAX_NOTE else "")

    def _name(self) -> None:
        self.note_field.name(self.tr("Note to the team: what is new, in a sentence"))
        self.password_field.name(self.tr("Password of the key"))
        self.again_button.setText(self.tr("Look again"))
        self.new_key_button.setText(self.tr("Publish with the new key"))
        self._say()


def _items(old: Pack | None, new: Pack | None) -> Mapping[str, Item]:
    """The things of both, the newer where it is in both."""
    return {**(old.items() if old else {}), **(new.items() if new else {})}
