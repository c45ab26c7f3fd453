"""What is to be settled before a phrase goes out: what it speaks of, and what it asks of the agent.

The rule: nothing is guessed; each question is put once, and whoever forgets it leaves nothing behind.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import field, replace

from app.core.desktop import Window
from app.core.facts import templates
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import NOTHING_MEANT, About
from app.core.storage import NotStored
from app.core.values import dataclass
from app.front.desk import Desk
from app.services.sheet.subjects import Which
from app.ui.main_window import MainWindow

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A phrase on its way: where to, what it speaks of as far as that is known, and what the agent has answered."""

    phrase: Phrase
    target: Window | None = None
    about: About = NOTHING_MEANT
    answers: Mapping[str, str] = field(default_factory=dict)
    is_copied: bool = False


class Settling:
    """Asks in the window. `ready` gets what is settled, `put_off` what has to wait for the agent."""

    def __init__(
        self, window: MainWindow, desk: Desk, ready: Callable[[Wanted], None], put_off: Callable[[Wanted], None]
    ) -> None:
        self._window = window
        self._desk = desk
        self._ready = ready
        self._put_off = put_off
        self._asking: Wanted | None = None
        self._which: Which | None = None
        window.answered.connect(self._answered)
        window.which_answered.connect(self._which_answered)
        window.answers_cancelled.connect(self.forget)

    def start(self, wanted: Wanted) -> None:
        """Settle a phrase. One that does not hold now is not worth a question: its refusal says why."""
        if not self._desk.facts.validity(wanted.phrase).is_valid:
            self._ready(wanted)
            return
        meant = self._desk.subjects.meant(wanted.phrase, wanted.about)
        if isinstance(meant, Which):
            self._wait(wanted, meant)
            self._window.ask_which(wanted.phrase, meant)
            return
        wanted = replace(wanted, about=meant)
        asked = templates.questions(wanted.phrase.body)
        remembered = self._desk.preferences.current.answers
        if wanted.is_copied:
            self._ready(replace(wanted, answers=remembered))
        elif asked:
            self._wait(wanted)
            self._window.ask(wanted.phrase, asked, remembered)
        else:
            self._ready(wanted)

    def forget(self) -> None:
        """The agent does not want to answer."""
        self._asking = self._which = None

    def _wait(self, wanted: Wanted, which: Which | None = None) -> None:
        self._put_off(wanted)
        self._asking, self._which = wanted, which

    def _which_answered(self, entry_id: str) -> None:
        wanted, which = self._asking, self._which
        if wanted is not None and which is not None:
            self.forget()
            self.start(replace(wanted, about=which.answered(entry_id, wanted.about)))

    def _answered(self, answers: dict[str, str]) -> None:
        wanted = self._asking
        if wanted is None:
            return
        self.forget()
        try:
            self._desk.preferences.change(answers={**self._desk.preferences.current.answers, **answers})
        except NotStored as not_stored:
            _log.warning("Answers were not remembered: %s", not_stored)
        self._ready(replace(wanted, answers=answers))
