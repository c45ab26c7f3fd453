"""The line in which a countdown is set (`15m call back`, `21:30 开抢`), and under it what was understood.

The rule: what is only half typed is not called wrong.
"""

from collections.abc import Mapping

from app.core.changes import Changed
from app.core.clockwork import moments
from app.core.clockwork.moments import BadMoment
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.read_line import Entry, ReadLine
from app.ui.theme import Look
from app.ui.timers import faces
from app.ui.timers.desk import TimersDesk
from app.ui.words import QT_TRANSLATE_NOOP, Speaking, is_chinese, translate

RULES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("timers", "Type a time and what it is for, such as 15m call back."),
    "not_understood": QT_TRANSLATE_NOOP(
        "timers", "No time was found in this. Write 15m, 21:30 or 11-12 9:00, then what it is for."
    ),
    "no_such_day": QT_TRANSLATE_NOOP("timers", "That day does not exist."),
    "no_such_time": QT_TRANSLATE_NOOP("timers", "That time of day does not exist; a day ends at 24:00."),
    "skipped_time": QT_TRANSLATE_NOOP("timers", "Clocks are put forward over that time; choose one before or after."),
    "past": QT_TRANSLATE_NOOP("timers", "That moment has already passed."),
    "too_short": QT_TRANSLATE_NOOP("timers", "That is no time at all."),
    "too_long": QT_TRANSLATE_NOOP("timers", "That is more than a year away."),
}
_HALF_TYPED = frozenset(("empty", "not_understood", "too_short"))
"""What a text often is before it is finished: said only when Enter is pressed."""
_ANY = QT_TRANSLATE_NOOP("timers", "This cannot be counted down to: {rule}.")


def refusal(rule: str) -> str:
    """Why a text makes no countdown."""
    return translate("timers", RULES.get(rule, _ANY)).replace("{rule}", rule)


class QuickAdd(Speaking, ReadLine):
    """The line and its reading."""

    def __init__(self, look: Look) -> None:
        self.entry = Entry()
        super().__init__(self.entry, look.scale.target + 6)
        self._desk: TimersDesk | None = None
        self._is_refused = False
        self.entry.setMaxLength(200)
        self.entry.textChanged.connect(self._read)
        self.retranslate()

    def serve(self, desk: TimersDesk) -> None:
        """Read and set by this desk from now on."""
        self._desk = desk

    def add(self) -> None:
        """Set what is typed, or say why not."""
        if self._desk is None:
            return
        text = self.entry.text()
        try:
            understood = self._understood(self._desk, text)
            changed: Changed = self._desk.add(text)
        except BadMoment as bad:
            self.say(refusal(bad.rule), "error", is_wrong=True)
            self._is_refused = True
        except NotStored as lack:
            self.failed.emit(sentences.of_trouble(lack.trouble))
        else:
            self.entry.setText("")  # unlike `clear` it leaves nothing to undo, so that Ctrl+Z is for the countdown
            self.added.emit(changed, understood)

    def again(self) -> None:
        """Read what is typed once more: time went on. What Enter was told stays until something else is typed."""
        if self.entry.text() and not self._is_refused:
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.entry.setPlaceholderText(self.tr("15m call back · tomorrow 9:00"))
        self.entry.setAccessibleName(self.tr("New countdown: a time and what it is for"))
        self._read()

    def _read(self) -> None:
        self._is_refused = False
        text = self.entry.text()
        if self._desk is None or not text.strip():
            self.say("")
            return
        try:
            self.say(self._understood(self._desk, text))
        except BadMoment as bad:
            is_half_typed = bad.rule in _HALF_TYPED
            look = "muted" if is_half_typed else "error"
            self.say(refusal("empty" if is_half_typed else bad.rule), look, is_wrong=not is_half_typed)

    @staticmethod
    def _understood(desk: TimersDesk, text: str) -> str:
        timer = desk.read(text)
        when = moments.said(timer.due_at, timer.set_at, desk.zone(), is_chinese())
        left = moments.length_in_words(timer.due_at - timer.set_at, is_chinese=is_chinese())
        whole = translate("timers", "{name} · {moment}, in {length}")
        whole = whole.replace("{moment}", when).replace("{length}", left)
        return whole.replace("{name}", timer.label or faces.nameless())
