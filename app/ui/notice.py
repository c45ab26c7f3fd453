"""What the program has to say, in a line at the foot of the list, with at most one thing to do about it.

The rule: it never takes the keyboard and never moves the rows above it; what was only for information goes by itself.
What is still to be acted on waits under what came later, and is said as it is when it comes back.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.notice_card import NoticeCard
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.theme import Look
from app.ui.words import Speaking

SHOWN_MS = 8_000
RENEWED_MS = 30_000
"""So often what is awaited is said anew: lengths of time in it grow old."""
_REFUSALS = (Tone.SOON, Tone.LATE)


class Notice(Speaking, NoticeCard):
    """The line. It is hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._read: Saying | None = None
        self._below: list[Saying] = []
        self._is_aside = False
        self._action.clicked.connect(self.do)
        self._close.clicked.connect(self.go_on)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.go_on)
        self._renewal = QTimer(self, interval=RENEWED_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._renewal.timeout.connect(self.renew)
        self.retranslate()
        self.hide()

    @property
    def waiting(self) -> int:
        """How much more waits under what is said."""
        return len(self._below)

    def say(self, text: str, tone: Tone = Tone.INFO, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence of this moment. Refusals stay until the agent goes on, the rest for a while."""
        self.put(Saying(text, tone, action, act))

    def put(self, saying: Saying) -> None:
        """Say it in place of what was said of its topic. What is awaited of another waits below; what is in more haste
        stays on top.
        """
        if self._has_to_wait(saying):
            self._wait(saying)
            return
        if self._said and self._said.topic:
            self._below.append(self._said)
        elif self._said and self._said.is_patient:
            self._below.insert(0, self._said)
        if saying.topic:
            self._below = [one for one in self._below if one.topic != saying.topic]
        self._show(saying)

    def stand_aside(self, is_aside: bool) -> None:
        """Leave the room to something else for a while; what is said meanwhile is seen afterwards."""
        self._is_aside = is_aside
        self.setVisible(not is_aside and self._said is not None)

    def awaits(self, topic: str) -> bool:
        """Whether something of a topic is said or waits."""
        return any(one.topic == topic for one in (self._said, *self._below) if one)

    def clear(self) -> None:
        """Say nothing of this moment any more. What is awaited stays."""
        if self._said and not self._said.topic:
            self.go_on()

    def go_on(self) -> None:
        """This was heard: say what waits below, or nothing."""
        self._said = None
        following = None
        while self._below and following is None:
            following = self._below[-1].renewed()  # it is awaited while it is asked how it is by now
            self._below.pop()
        if following:
            self._show(following)
        else:
            self._timer.stop()
            self.hide()

    def renew(self) -> None:
        """Say what is awaited as it is now; what is no more goes."""
        self._below = [one for one in (each.renewed() for each in self._below) if one]
        renewed = self._said.renewed() if self._said else None
        if renewed is None and self._said:
            self.go_on()
        elif renewed and (renewed.topic or self._more_text() != self._more.text()):
            self._said = renewed
            self._tell()

    def hand_to(self, other: "Notice", text: str = "") -> None:
        """Let another line say what is awaited from now on, and this sentence."""
        said = [self._said] if self._said else []
        moved = [one for one in (*self._below, *said) if one.topic or one.is_patient or one.text == text]
        self._below = []
        if self._read in moved:
            other._read = self._read
        if self._said in moved:
            self.go_on()
        elif self._said:
            self._tell()
        for one in moved:
            other.put(one)

    def clear_refusal(self) -> None:
        """Say nothing any more of what went wrong: the agent is about something else. What is offered stays."""
        if self._said and self._said.tone in _REFUSALS:
            self.clear()

    def do(self) -> None:
        """Do what is offered."""
        act = self._said.act if self._said else None
        self.go_on()
        if act:
            act()

    def retranslate(self) -> None:
        """Say everything in the language that is on; what was said before stays as it was said."""
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._more.setText(self._more_text())

    def showEvent(self, event: QShowEvent) -> None:
        """What was said while the window was hidden stands there as long as anything else from now on."""
        super().showEvent(event)
        self._let_go()
        self._read_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads it: nothing wakes."""
        super().hideEvent(event)
        self._renewal.stop()

    def _has_to_wait(self, saying: Saying) -> bool:
        if self._said is None:
            return False
        if saying.is_patient:
            return bool(self._said.topic)
        return bool(saying.topic) and saying.haste < max(one.haste for one in (self._said, *self._below))

    def _wait(self, saying: Saying) -> None:
        """Have it wait in place of what waited of its topic: above what is in less haste, the patient at the bottom."""
        assert self._said is not None
        below = [one for one in self._below if not saying.topic or one.topic != saying.topic]
        more_hurried = (at for at, one in enumerate(below) if one.haste > saying.haste)
        at = 0 if saying.is_patient else next(more_hurried, len(below))
        self._below = [*below[:at], saying, *below[at:]]
        self._tell()
        self._let_go()

    def _show(self, saying: Saying) -> None:
        self._said = saying
        self._timer.stop()
        self._tell()
        is_seen = self.isVisible()
        self.setVisible(not self._is_aside)
        self._let_go()
        if is_seen:
            self._read_out()

    def _read_out(self) -> None:
        """Have a screen reader say what came up, once: a notice never takes the keyboard."""
        if self._said is None or self._said is self._read:
            return
        from app.ui.aloud import announce  # noqa: PLC0415 - a start says nothing

        self._read = self._said
        announce(self, f"{self.text} {self.action}".strip(), is_urgent=self.tone in _REFUSALS)

    def _tell(self) -> None:
        self._show_said(self._more_text())

    def _more_text(self) -> str:
        return self.tr("{count} more").replace("{count}", str(len(self._below))) if self._below else ""

    def _let_go(self) -> None:
        if self._said is None or not self.isVisible():
            return
        if any(one.again for one in (self._said, *self._below)):
            self._renewal.start()
        else:
            self._renewal.stop()
        is_lasting = self._said.topic or self._said.tone in _REFUSALS
        if not is_lasting and not self._timer.isActive():
            self._timer.start()
