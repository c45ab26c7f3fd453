"""The counter: where hotkeys, the window and the paste meet while the agent serves.

The rule: a paste goes to the window that was in front when it was asked for; one runs at a time.
"""

import logging
from collections.abc import Mapping
from dataclasses import field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.desktop import Window
from app.core.hotkeys import AGAIN, PHRASE, PINNED
from app.core.phrases.pasting import NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import Phrase
from app.core.sheet.lifetimes import Validity
from app.core.sheet.sheet import NOTHING_MEANT, About
from app.core.values import dataclass
from app.core.waits import Flow
from app.front.desk import Desk
from app.front.doorway import Doorway
from app.front.settling import Settling, Wanted
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.system.steps import Steps
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.words import translate

_log = logging.getLogger(__name__)
TITLE = 40
"""Letters of a ready text that name it in the strip."""


@dataclass(frozen=True, slots=True)
class Served:
    """What was pasted last: a phrase, what it spoke of, its answers, and how many of its parts have gone out."""

    phrase_id: str
    answers: Mapping[str, str] = field(default_factory=dict)
    parts_done: int = 0
    about: About = NOTHING_MEANT


class Counter(QObject):
    """Serves hotkeys and window. `served` tells how a paste ended, `said_of_order` what arrived about an order: its id,
    the phrase and the text.
    """

    served = Signal(object)
    said_of_order = Signal(str, object, str)

    def __init__(self, window: MainWindow, doorway: Doorway, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._aim = doorway.aim
        self._desk = desk
        self._steps = Steps(self._broke, self)
        self._last: Served | None = None
        computer = doorway.computer
        guard = Guard(
            desk.facts, computer.desktop, desk.stores.images, instead=desk.instead(), over=partial(_over, desk)
        )
        self._paste = Paste(
            guard,
            computer.clipboard,
            computer.desktop,
            computer.keys,
            desk.clock,
            lambda: desk.preferences.current,
            desk.record_use,
        )
        self.chords = doorway.chords
        self._settling = Settling(window, desk, self._settled, self._aim_at)
        self._connect()
        self.chords.serve(desk, self._serve)
        doorway.serve(self._pressed)

    def open_search(self) -> None:
        """Get the keyboard into the search box."""
        self._aim.open_search()

    def come_back(self, *, was_typing: bool) -> None:
        """A dialog was closed: the keyboard goes to the place in sight if it was there before, else to the chat."""
        self._aim.come_back(was_typing=was_typing)

    def target_program(self) -> str:
        """The program that a paste would go to now, or nothing."""
        target = self._aim.in_front()
        return target.program if target else ""

    def close(self) -> None:
        """Begin nothing more."""
        self._steps.stop()

    def _connect(self) -> None:
        window = self._window
        window.paste_wanted.connect(self._paste_asked)
        window.copy_wanted.connect(self._copy_asked)
        window.copy_text_wanted.connect(self.copy_text)

    # Hotkeys.

    def _pressed(self, name: str, target: Window | None) -> None:
        if name == AGAIN:
            self._again(target)
        elif name in PINNED:
            self._pinned(PINNED.index(name), target)
        elif name.startswith(PHRASE):
            self._serve(name.removeprefix(PHRASE), target)

    def _again(self, target: Window | None) -> None:
        if self._last is None:
            sentence = translate("counter", "Nothing was pasted yet, so there is nothing to paste again.")
            self._window.show_notice(sentence)
            return
        phrase = self._desk.phrase(self._last.phrase_id)
        if phrase:
            self._run_paste(Wanted(phrase, target, self._last.about, self._last.answers))

    def _pinned(self, number: int, target: Window | None) -> None:
        pinned = self._desk.library.pinned()
        if number < len(pinned):
            self._serve(pinned[number].id, target)
        else:
            sentence = translate("counter", "There is no pinned phrase {number}. Pin one with Ctrl+P in the list.")
            self._window.show_notice(sentence.replace("{number}", str(number + 1)))

    # What the window asks for.

    def _paste_asked(self, phrase_id: str) -> None:
        self._serve(phrase_id, self._aim.target())

    def _serve(self, phrase_id: str, target: Window | None) -> None:
        phrase = self._desk.phrase(phrase_id)
        if phrase is None:
            return
        if self._parts_done(phrase):
            assert self._last is not None
            self._run_paste(Wanted(phrase, target, self._last.about, self._last.answers))
        else:
            self._settling.start(Wanted(phrase, target))

    def _aim_at(self, wanted: Wanted) -> None:
        """Something is asked of the agent first: remember where the phrase goes."""
        self._aim.put_off(wanted.target)

    def _settled(self, wanted: Wanted) -> None:
        if wanted.is_copied:
            self._run(self._paste.copy(wanted.phrase, wanted.answers, wanted.about), wanted)
        else:
            self._run_paste(wanted)

    def _copy_asked(self, phrase_id: str) -> None:
        phrase = self._desk.phrase(phrase_id)
        if phrase:
            self._settling.start(Wanted(phrase, self._aim.target(), is_copied=True))

    def paste_text(self, text: str) -> None:
        """Paste a ready text; it goes by the same guard as a phrase."""
        title = text.strip().split("\n", 1)[0][:TITLE]
        self._run_paste(Wanted(Phrase("", title, text), self._aim.target()))

    def serve_about(self, phrase_id: str, about: About) -> None:
        """Paste a phrase that speaks of something."""
        phrase = self._desk.phrase(phrase_id)
        if phrase:
            self._settling.start(Wanted(phrase, self._aim.target(), about))

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        self._run(self._paste.copy_text(text), None)

    # Running.

    def _parts_done(self, phrase: Phrase) -> int:
        return self._last.parts_done if self._last and self._last.phrase_id == phrase.id else 0

    def _run_paste(self, wanted: Wanted) -> None:
        parts_done = self._parts_done(wanted.phrase)
        flow = self._paste.paste(wanted.phrase, wanted.target, wanted.answers, parts_done, wanted.about)
        self._run(flow, wanted)

    def _run(self, flow: Flow[Outcome], wanted: Wanted | None) -> None:
        phrase = wanted.phrase if wanted else None
        self._window.inside.asking.drop()
        if not self._steps.start(flow, partial(self._ended, wanted)):
            self._window.show_outcome(NotPasted(Reason.PASTE_RUNNING, phrase.id if phrase else ""), phrase)

    def _ended(self, wanted: Wanted | None, outcome: Outcome) -> None:
        if isinstance(outcome, NotPasted):
            _log.info("Not pasted: %s", outcome.reason)
            if wanted and outcome.parts_done:
                self._last = Served(wanted.phrase.id, wanted.answers, outcome.parts_done, wanted.about)
        elif isinstance(outcome, Pasted) and wanted:
            parts_done = self._parts_done(wanted.phrase) + 1 if outcome.parts_left else 0
            self._last = Served(wanted.phrase.id, wanted.answers, parts_done, wanted.about)
        instead = self._desk.phrase(outcome.instead) if isinstance(outcome, NotPasted) and outcome.instead else None
        self._window.show_outcome(outcome, wanted.phrase if wanted else None, instead)
        if isinstance(outcome, Pasted) and wanted and wanted.about.order_id:
            self.said_of_order.emit(wanted.about.order_id, wanted.phrase, outcome.text)
        self.served.emit(outcome)
        if isinstance(outcome, Pasted) and not outcome.parts_left:
            self._aim.hide_again()

    def _broke(self, error: Exception) -> None:
        _log.error("A paste broke off: %s", error)
        sentence = translate("counter", "Our mistake stopped the paste. Look at the chat before you send.")
        self._window.show_notice(sentence, Tone.LATE)


def _over(desk: Desk, phrase: Phrase, about: About) -> Validity | None:
    return desk.office.urging.over(phrase, about) if about.order_id else None
