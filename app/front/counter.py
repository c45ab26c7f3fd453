"""The counter: where hotkeys, the window and the paste meet while the agent serves.

The rule: a paste goes to the window that was in front when it was asked for; one runs at a time.
"""

import logging
from collections.abc import Mapping
from dataclasses import field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.desktop import Window
from app.core.phrases.pasting import NotPasted, Outcome, Pasted, Reason
from app.core.phrases.phrase import Phrase
from app.core.settings import AGAIN, PINNED, SEARCH
from app.core.sheet.lifetimes import Validity
from app.core.sheet.sheet import NOTHING_MEANT, About
from app.core.values import dataclass
from app.core.waits import Flow
from app.front.chords import Chords
from app.front.desk import Desk
from app.front.settling import Settling, Wanted
from app.services.phrases.guard import Guard
from app.services.phrases.paste import Paste
from app.services.shortcuts import PHRASE
from app.system.computer import Computer
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

    def __init__(self, window: MainWindow, computer: Computer, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._computer = computer
        self._desk = desk
        self._steps = Steps(self._broke, self)
        self._target: Window | None = None
        self._last: Served | None = None
        self._was_hidden = False
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
        self.chords = Chords(window, computer, desk, self._pressed, self._serve)
        self._settling = Settling(window, desk, self._settled, self._put_off)
        self._connect()

    def open_search(self) -> None:
        """Get the keyboard into the search box."""
        self._remember_hidden()
        self._window.open_search()

    def come_back(self, *, was_typing: bool) -> None:
        """A dialog was closed: the keyboard goes to the place in sight if it was there before, else to the chat."""
        if was_typing:
            self._remember_hidden()
            self._window.come_back()
            return
        target = self._computer.desktop.target()
        if target is not None:
            self._computer.desktop.focus(target)

    def target_program(self) -> str:
        """The program that a paste would go to now, or nothing."""
        target = self._computer.desktop.target()
        return target.program if target else ""

    def close(self) -> None:
        """Take the keyboard hook off, before the computer is let go of."""
        self._steps.stop()
        self.chords.close()

    def _keyboard_taken(self, is_taken: bool) -> None:
        """By a click, too: what is pasted from here goes to the window that had it."""
        if is_taken:
            self._target = self._computer.desktop.target()

    def _remember_hidden(self) -> None:
        if not self._window.focus.is_taken:
            self._was_hidden = self._was_hidden or not self._window.isVisible()

    def _connect(self) -> None:
        window = self._window
        window.paste_wanted.connect(self._paste_asked)
        window.copy_wanted.connect(self._copy_asked)
        window.copy_text_wanted.connect(self.copy_text)
        window.left_search.connect(self._go_back)
        window.focus.wanted.connect(self._keyboard_taken)

    # Hotkeys.

    def _pressed(self, name: str) -> None:
        if name == SEARCH:
            self.open_search()
            return
        target = self._computer.desktop.target()
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
        self._serve(phrase_id, self._aimed())

    def _aimed(self) -> Window | None:
        """The window that was in front before ours took the keyboard."""
        return self._target if self._window.focus.is_taken else self._computer.desktop.target()

    def _serve(self, phrase_id: str, target: Window | None) -> None:
        phrase = self._desk.phrase(phrase_id)
        if phrase is None:
            return
        if self._parts_done(phrase):
            assert self._last is not None
            self._run_paste(Wanted(phrase, target, self._last.about, self._last.answers))
        else:
            self._settling.start(Wanted(phrase, target))

    def _put_off(self, wanted: Wanted) -> None:
        """Something is asked of the agent first: remember where the phrase goes."""
        if not self._window.focus.is_taken:
            self._was_hidden = not self._window.isVisible()
        self._target = wanted.target

    def _settled(self, wanted: Wanted) -> None:
        if wanted.is_copied:
            self._run(self._paste.copy(wanted.phrase, wanted.answers, wanted.about), wanted)
        else:
            self._run_paste(wanted)

    def _copy_asked(self, phrase_id: str) -> None:
        phrase = self._desk.phrase(phrase_id)
        if phrase:
            self._settling.start(Wanted(phrase, self._aimed(), is_copied=True))

    def paste_text(self, text: str) -> None:
        """Paste a ready text; it goes by the same guard as a phrase."""
        title = text.strip().split("\n", 1)[0][:TITLE]
        self._run_paste(Wanted(Phrase("", title, text), self._aimed()))

    def serve_about(self, phrase_id: str, about: About) -> None:
        """Paste a phrase that speaks of something."""
        phrase = self._desk.phrase(phrase_id)
        if phrase:
            self._settling.start(Wanted(phrase, self._aimed(), about))

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        self._run(self._paste.copy_text(text), None)

    def _go_back(self) -> None:
        """Give the keyboard back to the window that had it before the search."""
        if self._target is not None:
            self._computer.desktop.focus(self._target)
        self._hide_again()

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
            self._hide_again()

    def _hide_again(self) -> None:
        """Be hidden again, unless the next search has begun before the last phrase had arrived."""
        if self._was_hidden and not self._window.focus.is_taken:
            self._was_hidden = False
            self._window.hide()

    def _broke(self, error: Exception) -> None:
        _log.error("A paste broke off: %s", error)
        sentence = translate("counter", "Our mistake stopped the paste. Look at the chat before you send.")
        self._window.show_notice(sentence, Tone.LATE)


def _over(desk: Desk, phrase: Phrase, about: About) -> Validity | None:
    return desk.office.urging.over(phrase, about) if about.order_id else None
