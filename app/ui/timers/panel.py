"""The place of the countdowns (计时): set one above, see all of them below, the nearest first.

The rule: after every deed it reads again, keeps what is stood on, and says what was done with an undo beside it.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.core.changes import Changed
from app.core.clockwork.countdowns import Countdown
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.blank import Blank
from app.ui.composing import is_deed
from app.ui.notice import Notice
from app.ui.palette import Tone
from app.ui.theme import INSIDE, Look, kind
from app.ui.timers import faces
from app.ui.timers.desk import TimersDesk
from app.ui.timers.quick_add import QuickAdd
from app.ui.timers.ticker import Ticker
from app.ui.timers.timer_deeds import TimerDeeds
from app.ui.timers.timer_list import SNOOZES, TimerList
from app.ui.timers.timer_model import Row, TimerModel
from app.ui.words import Speaking

_LEFT = "sheet:activity:{id}:left"
"""The answer that tells a buyer how long an activity still lasts."""


class TimersPanel(Speaking, QWidget):
    """The place. `activity_wanted` carries an activity's id, `paste_wanted` and `copy_wanted` an answer's.

    `changed` carries the kinds of data that were changed here; `waiting` how many own timers are over and not done;
    `left`: back to the search. `acts` are what keys of the window do here.
    """

    activity_wanted = Signal(str)
    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    changed = Signal(object)
    waiting = Signal(int)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._desk: TimersDesk | None = None
        self._waiting = 0
        self.model = TimerModel(self)
        self.box = QuickAdd(look)
        self.list = TimerList(look, self.model)
        self.blank = Blank(look)
        self.deeds = TimerDeeds(look, self.act, self.finish, self.snooze, self.paste)
        self.notice = Notice(look)
        self.acts = {"undo": self.undo, "act": self.notice.do}
        self._build()
        self._connect()
        self.retranslate()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.box.entry, self.list, *self.blank.stops, *self.deeds.stops, *self.notice.stops)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes when the place is opened."""
        return self.box.entry

    def stand_on_told(self) -> QWidget:
        """Stand on what has come up last, unless it is stood on one already; what the keyboard goes to."""
        if not self.model.rowCount():
            return self.first
        if self._waiting:
            self.list.choose("", min(max(self.list.currentIndex().row(), 0), self._waiting - 1))
        return self.list

    def serve(self, desk: TimersDesk, ticker: Ticker) -> None:
        """Show what counts from now on."""
        self._desk = desk
        self.box.serve(desk)
        self.list.painter_of_rows.serve(desk)
        ticker.second.connect(self.tick)
        ticker.watch(self.list)  # hidden while there is nothing to count
        ticker.watch(self.box.reading)
        self.refresh()

    def refresh(self) -> None:
        """Read all countdowns again; what is stood on stays so."""
        if self._desk is None:
            return
        now, current, at = self._desk.now(), self.list.current(), self.list.currentIndex().row()
        self.list.painter_of_rows.go_to(now)
        if self.model.show([self._row(each, now) for each in self._desk.countdowns()]):
            self.list.choose(current.countdown.id if current else "", at)
            self._show_state()
        self._count(now)
        self.list.viewport().update()

    def tick(self, now: datetime) -> None:
        """Show a second; what has just come to its end is read again."""
        over = sum(row.countdown.due_at <= now for row in self.model.rows)
        if over != self._waiting:
            self.refresh()
        if not self.isVisible():
            return
        self.list.tick(now)
        self.box.again()

    # What a key or a button does to the countdown that is stood on.

    def act(self) -> None:
        """Open the activity of a phase; an own timer is done."""
        row = self.list.current()
        if row and row.is_own:
            self.finish()
        elif row and row.countdown.activity_id:
            self.activity_wanted.emit(row.countdown.activity_id)

    def paste(self) -> None:
        """Tell the buyer how long is left."""
        self._want(self.paste_wanted)

    def copy(self) -> None:
        """Copy how long is left, to be pasted by hand."""
        self._want(self.copy_wanted)

    def finish(self) -> None:
        """An own timer is done."""
        row = self.list.current()
        if row and row.is_own and self._desk:
            desk, done = self._desk, self.tr("“{name}” is done")
            self._do(lambda: desk.finish(row.countdown.id), done.replace("{name}", faces.name(row.countdown)))

    def snooze(self, minutes: int) -> None:
        """Be told again of an own timer in so many minutes."""
        row = self.list.current()
        if row and row.is_own and self._desk:
            desk, said = self._desk, self.tr("“{name}” comes again in {count} min")
            said = said.replace("{count}", str(minutes)).replace("{name}", faces.name(row.countdown))
            self._do(lambda: desk.snooze(row.countdown.id, minutes), said)

    def take_digit(self, digit: int) -> None:
        """A digit with Alt: be told again of the timer that is stood on."""
        if digit in SNOOZES:
            self.snooze(SNOOZES[digit])

    def undo(self) -> None:
        """Take back what was done here last."""
        if self._desk:
            self._do(self._desk.undo, self.tr("Undone."), is_undo=True)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        examples = [(text, self._example(text)) for text in (self.tr("15m call back"), self.tr("21:30 opening"))]
        sentence = self.tr("Nothing is counted down. Type a time and what it is for, such as:")
        self.blank.say("timers", sentence, *examples)
        self.setAccessibleName(self.tr("Countdowns"))
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a digit does with Alt, as far as the window has not taken it."""
        if is_deed(event) and event.text().isdecimal():
            self.take_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        card = QFrame()
        card.setProperty(*kind("rows"))
        self._stack = QStackedLayout(card)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        column.addWidget(self.box)
        column.addWidget(card, 1)
        column.addWidget(self.deeds)
        column.addWidget(self.notice)

    def _connect(self) -> None:
        self.box.added.connect(self._added)
        self.box.failed.connect(lambda sentence: self.notice.say(sentence, Tone.LATE))
        self.box.left_down.connect(self._go_down)
        self.box.escaped.connect(self.left)
        self.box.undo_pressed.connect(self.undo)
        keys = self.list
        keys.enter_pressed.connect(lambda has_ctrl: self.paste() if has_ctrl else self.act())
        keys.copy_pressed.connect(self.copy)
        keys.delete_pressed.connect(self.finish)
        keys.escape_pressed.connect(self.left)
        keys.undo_pressed.connect(self.undo)
        keys.left_up.connect(self.box.entry.setFocus)
        keys.chosen.connect(self.act)
        keys.typed.connect(self._go_on_typing)
        keys.menu_wanted.connect(self._open_menu)
        keys.selectionModel().currentChanged.connect(lambda *_: self.deeds.show_for(self.list.current()))

    def _want(self, wanted: SignalInstance) -> None:
        row = self.list.current()
        if row and row.countdown.activity_id:
            wanted.emit(_LEFT.replace("{id}", row.countdown.activity_id))

    def _row(self, countdown: Countdown, now: datetime) -> Row:
        assert self._desk is not None
        activity = self._desk.activity(countdown.activity_id) if countdown.activity_id else ""
        return Row(countdown, activity, faces.due(countdown, now, self._desk.zone()))

    def _show_state(self) -> None:
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self.blank)
        self.deeds.show_for(self.list.current())

    def _count(self, now: datetime) -> None:
        over = sum(row.countdown.due_at <= now for row in self.model.rows)
        if over != self._waiting:
            self._waiting = over
            self.waiting.emit(over)

    def _added(self, changed: Changed, understood: str) -> None:
        self._read_and_stand_on_new()
        self.notice.say(understood, Tone.OK, self.tr("Undo"), self.undo)
        self.changed.emit(changed)

    def _read_and_stand_on_new(self) -> None:
        """What was added or came back is what the next key is about."""
        before = {row.countdown.id for row in self.model.rows}
        self.refresh()
        new = next((row.countdown.id for row in self.model.rows if row.countdown.id not in before), "")
        if new:
            self.list.choose(new)

    def _do(self, verb: Callable[[], Changed], said: str, *, is_undo: bool = False) -> None:
        try:
            changed = verb()
        except NotStored as lack:
            self.notice.say(sentences.of_trouble(lack.trouble), Tone.LATE)
            return
        if not changed:
            return
        self._read_and_stand_on_new()
        self.notice.say(said, Tone.OK, "" if is_undo else self.tr("Undo"), None if is_undo else self.undo)
        self.changed.emit(changed)

    def _example(self, text: str) -> Callable[[], None]:
        return lambda: self.box.put(text)

    def _go_down(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.choose("", max(self.list.currentIndex().row(), 0))

    def _go_on_typing(self, event: QKeyEvent) -> None:
        self.box.entry.setFocus()
        self.box.entry.insert(event.text())

    def _open_menu(self, point: QPoint) -> None:
        row = self.list.current()
        if row is None:
            return
        menu = QMenu(self)
        for button in self.deeds.stops:
            if not button.isHidden():
                action = menu.addAction(button.icon(), button.text())
                action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))
