"""The two pages that look into the folder: what was published, and who has read it.

The rule: the folder is read when a page is opened, or when somebody asks for it again, and never in between.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.packs.index import Entry
from app.core.packs.lead_choices import Manner
from app.services.packs.publications import Publication, State
from app.ui import sentences
from app.ui.pack_dialogs import publish_tasks as tasks
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.history_page import HistoryPage
from app.ui.pack_dialogs.publish_desk import PublishDesk
from app.ui.pack_dialogs.readers_page import ReadersPage
from app.ui.theme import Look
from app.ui.worker import Worker


class Past(QObject):
    """Fills both pages. `newest` is the highest number that was seen in the history; `begun` and `ended` tell that the
    folder is read.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, look: Look, desk: PublishDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pack_id = ""
        self.newest = 0
        self.needs_password = False
        self.history, self.readers = HistoryPage(look, desk.zone), ReadersPage(look, desk.zone)
        self.reader, self.comparer = Worker(self), Worker(self)
        self.reader.done.connect(self._hear)
        for over in (self.reader.done, self.reader.failed):
            over.connect(self.ended)
        self.comparer.done.connect(self._hear_comparison)
        for worker in (self.reader, self.comparer):
            worker.failed.connect(lambda place: self._wait(sentences.of_error(place), can_retry=True))
        self.history.pack_wanted.connect(self.look_at_history)
        self.history.compare_wanted.connect(self._compare)
        self.history.again_wanted.connect(lambda: self.look_at_history(self._pack_id))
        self.readers.again_wanted.connect(lambda: self.look_at_readers(self._pack_id))

    @property
    def pack_id(self) -> str:
        """The pack that is looked at."""
        return self._pack_id

    def look_at_history(self, pack_id: str) -> None:
        """Read what was published of a pack; an empty id is the only one of the folder."""
        if self._can_look(pack_id):
            task = partial(tasks.history, self._desk, self._desk.choices().folder, pack_id)
            self.reader.start(lambda watch: tasks.answered(partial(task, watch)))

    def look_at_readers(self, pack_id: str) -> None:
        """Read who has read the newest publication of a pack."""
        if self._can_look(pack_id):
            choices = self._desk.choices()
            task = partial(tasks.confirmed, self._desk, choices.folder, pack_id, choices.team)
            self.reader.start(lambda _watch: tasks.answered(task))

    def stop(self) -> None:
        """End what goes on."""
        self.reader.stop()
        self.comparer.stop()

    def _can_look(self, pack_id: str) -> bool:
        self.stop()
        self._pack_id = pack_id
        choices = self._desk.choices()
        if choices.manner is Manner.PLAIN:
            plain = self.tr("A plain file keeps no history and hears of nobody. Publish into a signed folder for both.")
            self._wait(plain)
        elif not choices.folder:
            self._wait(self.tr("Choose where it goes on the first page."))
        else:
            self._wait(self.tr("Looking into the folder…"))
            self.begun.emit()
            return True
        return False

    def _compare(self, old: Entry | None, new: Entry) -> None:
        task = partial(tasks.compared, self._desk, self._desk.choices().folder, old, new)
        self.comparer.start(lambda _watch: tasks.answered(task))

    def _hear(self, value: object) -> None:
        if isinstance(value, tasks.History):
            self._pack_id = value.pack_id
            taken = [each.number for each in value.publications if each.state is not State.OUTRUN and _is_taken(each)]
            self.newest = max(taken, default=0)
            self.history.show_history(value, needs_password=self.needs_password)
        elif isinstance(value, tasks.Readers):
            self.readers.show_readers(value)
        elif isinstance(value, words.Lack):
            self._wait(words.lack(value), can_retry=True)

    def _hear_comparison(self, value: object) -> None:
        if isinstance(value, tasks.Comparison):
            self.history.show_comparison(value)
        elif isinstance(value, words.Lack):
            self.history.sums.setText(words.lack(value))

    def _wait(self, sentence: str, *, can_retry: bool = False) -> None:
        self.history.show_waiting(sentence, can_retry=can_retry)
        self.readers.show_waiting(sentence)


def _is_taken(publication: Publication) -> bool:
    """Whether its number is taken: a file that was never finished has none."""
    return publication.entry is not None or not publication.file
