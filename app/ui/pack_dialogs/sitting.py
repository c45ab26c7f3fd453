"""One sitting of a lead: what is chosen, what was read of it, and what publishing it would change.

The rule: whatever is chosen or saved again is read, checked and compared by itself; an answer to an older question is
never shown.
"""

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from app.core.packs.lead_choices import LeadChoices, Manner, Origin
from app.core.packs.of_own import OwnThings
from app.core.packs.publishing import Preview
from app.ui.pack_dialogs import publish_tasks as tasks
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.file_watch import FileWatch
from app.ui.pack_dialogs.publish_desk import Examined, PublishDesk
from app.ui.worker import Worker

_OF_PLACE = ("manner", "folder", "plain_file", "key_file")


class Sitting(QObject):
    """`reads` tells that a reading has begun and `compares` that a comparison has; `read` emits what came of the first
    (`Examined` or None), `seen` of the second (the `Preview`, or what stands against it), and `waits` for what it
    waits. `broke` emits the name of an error of our own.
    """

    reads = Signal()
    compares = Signal()
    read = Signal(object)
    waits = Signal(str)
    seen = Signal(object)
    broke = Signal(str)

    def __init__(self, desk: PublishDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.examined: Examined | None = None
        self.preview: Preview | None = None
        self._own = OwnThings()
        self.reader, self.folder, self.file_watch = Worker(self), Worker(self), FileWatch(desk.stamp, self)
        self.reader.done.connect(self._hear_read)
        self.folder.done.connect(self._hear_folder)
        for worker in (self.reader, self.folder):
            worker.failed.connect(self.broke)
        self.file_watch.changed.connect(self.read_again)

    @property
    def choices(self) -> LeadChoices:
        """What is chosen."""
        return self._desk.choices()

    @property
    def is_working(self) -> bool:
        """Whether something is read or compared."""
        return self.reader.is_working or self.folder.is_working

    @property
    def pack_id(self) -> str:
        """The pack that is published, empty while none was read."""
        draft = self.examined.reading.draft if self.examined else None
        return draft.head.id if draft else ""

    @property
    def place(self) -> str:
        """Where it goes, empty while nothing is chosen."""
        choices = self.choices
        return choices.folder if choices.manner is Manner.FOLDER else choices.plain_file

    def keep(self, choices: LeadChoices) -> bool:
        """Remember other choices and look at what they mean; False where they are the same. Raises `NotStored`."""
        before = self.choices
        if choices == before:
            return False
        self._desk.keep(choices)
        others = [name for name in LeadChoices.__slots__ if getattr(choices, name) != getattr(before, name)]
        if set(others) <= {"team"}:
            return True
        if set(others) <= set(_OF_PLACE):
            self.look_again()
        else:
            self.read_again()
        return True

    def read_again(self) -> None:
        """Read and check what is chosen, as it is now."""
        choices = self.choices
        is_file = choices.origin is Origin.FILE
        self.file_watch.watch(choices.file if is_file else "")
        self.reader.stop()
        if not (choices.file if is_file else choices.pack_id):
            self._hear_read(None)
            return
        own = self._own = self._desk.own() if not is_file else OwnThings()
        self.reads.emit()
        self.reader.start(lambda watch: self._desk.examine(choices, own, watch))

    def look_at_own(self) -> bool:
        """Whether what is published is what this PC holds, and that is not what was read; then it is read again."""
        if self.choices.origin is Origin.FILE or self._desk.own() == self._own:
            return False
        self.read_again()
        return True

    def look_again(self) -> None:
        """Find out what publishing would change."""
        self.folder.stop()
        self.preview = None
        pack = self.examined.pack if self.examined else None
        if self.reader.is_working:
            self.waits.emit(self.tr("Reading…"))
        elif self.examined is None:
            self.waits.emit(self.tr("Choose what is published on the first page."))
        elif pack is None:
            self.waits.emit(self.tr("Correct the errors of the check first."))
        elif not self.place:
            self.waits.emit(self.tr("Choose where it goes on the first page."))
        elif self._is_own_file():
            own = self.tr(
                "That is your own file, and saving would write over it. Agents can read it as it is, or choose another."
            )
            self.waits.emit(own)
        else:
            self.waits.emit(self.tr("Comparing with what is out…"))
            self.compares.emit()
            task = partial(tasks.previewed, self._desk, self.choices, pack)
            self.folder.start(lambda _watch: tasks.answered(task))

    def wanted(self, note: str, must_read: frozenset[str], *, is_new_key: bool) -> tasks.Wanted | None:
        """What would be published; None while nothing can be."""
        pack = self.examined.pack if self.examined else None
        if self.preview is None or pack is None:
            return None
        expected = self.preview.base.expected_number
        return tasks.Wanted(self.choices, pack, note, must_read, expected, is_new_key)

    def lost(self, preview: Preview) -> str:
        """What the form of a plain file cannot hold of a pack, in words; nothing is lost in a folder."""
        choices = self.choices
        if choices.manner is Manner.FOLDER:
            return ""
        return words.left_out(self._desk.plain.left_out(choices.plain_file, preview.pack))

    def close(self) -> None:
        """End what goes on."""
        self.reader.stop()
        self.folder.stop()
        self.file_watch.close()

    def _is_own_file(self) -> bool:
        """Whether the plain file would be written over the one that it is made of."""
        choices = self.choices
        is_plain = choices.manner is Manner.PLAIN and choices.origin is Origin.FILE
        return is_plain and PurePath(choices.plain_file) == PurePath(choices.file)

    def _hear_read(self, value: object) -> None:
        self.examined = value if isinstance(value, Examined) else None
        self.read.emit(self.examined)
        self.look_again()

    def _hear_folder(self, value: object) -> None:
        self.preview = value if isinstance(value, Preview) else None
        if isinstance(value, Preview | words.Lack):
            self.seen.emit(value)
