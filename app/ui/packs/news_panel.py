"""The place of what packs changed: must-reads on top until they are confirmed, then publication by publication.

The rule: no must-read is confirmed by itself, nor together with others that were not in sight. The rest is read once it
was in sight, and stays in the list until the place is left.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent

from app.core.changes import Changed, Kind
from app.core.orders.kinds import OrderKind
from app.core.packs.sources import News
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.packs import pack_words
from app.ui.packs.desk import NewsDesk
from app.ui.packs.news_lines import Line, Part, Told, lines_of
from app.ui.packs.news_parts import ALL, KEEP, TAKE, NewsParts
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.words import Speaking

SEEN_MS = 250
"""So long after lines came into sight they count as seen."""


class NewsPanel(Speaking, NewsParts):
    """The place. `waiting` tells how many must-reads wait; `sources_wanted` asks for the page of sources.

    `opened` carries the id of a thing that is to be shown, `changed` what was changed, `left` Esc or ←.
    """

    waiting = Signal(int)
    changed = Signal(object)
    opened = Signal(str)
    sources_wanted = Signal()
    left = Signal()
    typed = Signal(QKeyEvent)

    def __init__(self, look: Look, desk: NewsDesk) -> None:
        super().__init__(look)
        self._desk = desk
        self._seen: set[str] = set()
        self._fresh: set[str] = set()
        self.acts: dict[str, Callable[[], object]] = {"act": self.notice.do, "undo": self.undo, "edit": self._open}
        self._undoing: Changed = frozenset()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read everything again."""
        news, moved = self._desk.news(), self._desk.moved()
        waiting = sum(one.is_waiting for one in news)
        told = Told(
            news,
            moved,
            [state.source for state in self._desk.states()],
            self._desk.item,
            self._desk.sheet(),
            self._desk.now(),
            self._desk.zone(),
            frozenset(self._fresh),
        )
        lines = lines_of(told, is_unread=self.unread.isChecked())
        self.list.show_lines(lines)
        self.show_list(has_lines=bool(lines))
        sources = (self.tr("Sources of packs…"), self.sources_wanted.emit)
        add = (self.tr("Add an address…"), self.sources_wanted.emit)
        self.say_blank(self._desk.states(), has_news=bool(news), add=add, sources=sources)
        self.name_filters(news, sum(_is_unread(one, self._fresh) for one in news))
        self.refresh_state()
        self._offer()
        self.waiting.emit(waiting)

    def refresh_state(self) -> None:
        """Say again how old everything is."""
        now, zone = self._desk.now(), self._desk.zone()
        told = [(state, pack_words.standing(state, now, zone)) for state in self._desk.states()]
        self.state.setText("\n".join(f"{pack_words.name_of(state.source)}: {said}" for state, said in told))
        self.state.setToolTip("\n".join(pack_words.what_to_do(state) for state, _ in told).strip())
        self.state.setVisible(bool(told))

    def confirm_current(self) -> None:
        """Confirm the must-read that is stood on, and stand on the next."""
        line = self.list.current()
        if line and line.is_waiting:
            self._confirm([line.key])

    def confirm_every(self) -> None:
        """Confirm all must-reads, once each of them was in sight."""
        waiting = self._waiting()
        unseen = [line for line in waiting if line.key not in self._seen]
        if unseen:
            self.list.choose(self.list.news.row_of(unseen[0].key))
            said = self.tr("Have a look at all of them first: {count} were not in sight yet.")
            self.notice.say(said.replace("{count}", str(len(unseen))))
        elif waiting:
            self._confirm([line.key for line in waiting])

    def keep_own(self) -> None:
        """Keep the own version that is stood on; the hint goes."""
        line = self.list.current()
        if line and line.part is Part.OWN:
            self._do(lambda: self._desk.keep_own([line.item_id]))

    def take_packs(self) -> None:
        """Take the pack's words in place of the own version that is stood on."""
        line = self.list.current()
        if line is None or line.part is not Part.OWN:
            return
        changed = self._do(lambda: self._desk.reset([line.item_id]))
        self._undoing = changed & {Kind.PHRASES, Kind.SHEET}
        if changed:
            undo = (self.tr("Undo"), self.undo) if self._undoing else ("", None)
            self.notice.say(self.tr("The pack's words are in place."), Tone.OK, *undo)

    def undo(self) -> None:
        """Take that back."""
        undoing, self._undoing = self._undoing, frozenset()
        if undoing and self._do(lambda: self._desk.undo_reset(undoing)):
            self.notice.say(self.tr("Undone: your own version is back."), Tone.OK)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.name()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """It was opened: stand on what is to be read first, and say how old everything is by now."""
        super().showEvent(event)
        self.refresh()
        self.list.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It was left: what was in sight counts as read, must-reads excepted."""
        super().hideEvent(event)
        self._fresh.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the place, as far as the window has not taken them."""
        pressed = QKeySequence(event.keyCombination())
        deeds = {TAKE: self.take_packs, KEEP: self.keep_own, ALL: self.confirm_every}
        deed = next((act for keys, act in deeds.items() if pressed == QKeySequence(keys)), None)
        if deed:
            deed()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _entered(self, line: Line, is_ctrl: bool) -> None:
        if is_ctrl:
            self.confirm_every()
        elif line.is_waiting:
            self._confirm([line.key])
        else:
            self._open()

    def _open(self) -> None:
        line = self.list.current()
        if line and line.item_id:
            self.opened.emit(line.item_id)

    def _confirm(self, ids: list[str]) -> None:
        self._do(lambda: self._desk.confirm(ids))

    def _do(self, verb: Callable[[], Changed]) -> Changed:
        try:
            changed = verb()
        except NotStored as not_stored:
            self.notice.say(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return frozenset()
        if changed:
            self.changed.emit(changed)
            self.refresh()
        return changed

    def _see(self, keys: frozenset[str]) -> None:
        """Lines were painted; nothing is changed while they are."""
        if keys - self._seen:
            self._seen |= keys
            self._later.start()

    def _note_seen(self) -> None:
        """What was in sight is read, and stays in the list of the unread until the place is left."""
        read = [
            one.id
            for one in self._desk.news()
            if one.confirmed_at is None and not one.difference.is_must_read and one.id in self._seen
        ]
        if read and self.isVisible():
            self._fresh |= set(read)
            self._do(lambda: self._desk.confirm(read))
        self._offer()

    def _waiting(self) -> list[Line]:
        return [line for line in self.list.news.lines if line.is_waiting]

    def _offer(self) -> None:
        """Show what can be done with the line that is stood on."""
        line, waiting = self.list.current(), self._waiting()
        is_own = line is not None and line.part is Part.OWN
        self.confirm.setVisible(line is not None and line.is_waiting)
        self.confirm_all.setVisible(len(waiting) > 1 and not is_own)
        are_seen = all(each.key in self._seen for each in waiting)
        hint = self.tr("Have a look at all of them first.")
        self.confirm_all.setToolTip("Ctrl+Enter" if are_seen else hint)
        self.keep.setVisible(is_own)
        self.take.setVisible(is_own)
        item = self._desk.item(line.item_id) if line and line.item_id else None
        can_show = item is not None and not isinstance(item, OrderKind)
        self.show_it.setVisible(can_show and not is_own)
        self.deeds.fit()

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._later.timeout.connect(self._note_seen)
        for chip in (self.unread, self.every):
            chip.toggled.connect(lambda is_on: self.refresh() if is_on else None)
        self.more.clicked.connect(self.sources_wanted)
        self.list.entered.connect(self._entered)
        self.list.moved.connect(self._offer)
        self.list.seen.connect(self._see)
        self.list.left.connect(self.left)
        self.list.opened.connect(self._open)
        self.list.typed.connect(self.typed)
        self.confirm.clicked.connect(self.confirm_current)
        self.confirm_all.clicked.connect(self.confirm_every)
        self.keep.clicked.connect(self.keep_own)
        self.take.clicked.connect(self.take_packs)
        self.show_it.clicked.connect(self._open)


def _is_unread(news: News, fresh: Collection[str]) -> bool:
    return news.confirmed_at is None or news.id in fresh
