"""The main job: a phrase goes into the window that the agent was writing in, and nowhere else.

The rule: until every check has passed nothing outside this program is touched, and whatever was touched is given back.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from app.core.changes import NOTHING, Changed
from app.core.desktop import Clip, Window
from app.core.phrases.pasting import Copied, NotPasted, Outcome, Pasted, Reason, Refused
from app.core.phrases.phrase import Output, Phrase
from app.core.settings import Settings
from app.core.sheet.sheet import NOTHING_MEANT, About
from app.core.storage import NotStored, Trouble
from app.core.waits import Flow
from app.ports import Clipboard, Clock, Desktop, Keys
from app.services.phrases.delivery import Delivery, keep, lie_ready
from app.services.phrases.guard import Cleared, Guard
from app.services.sheet.facts import needs_clipboard

NO_ANSWERS: Mapping[str, str] = {}
_UNTRUE = frozenset({Reason.OVER, Reason.NOT_YET, Reason.UNBOUND})
"""Why a text may not be copied either."""


class Paste:
    """Pastes and copies phrases. One flow at a time: whoever runs the flows sees to that."""

    def __init__(
        self,
        guard: Guard,
        clipboard: Clipboard,
        desktop: Desktop,
        keys: Keys,
        clock: Clock,
        settings: Callable[[], Settings],
        record: Callable[[str, datetime], Changed],
    ) -> None:
        self._guard = guard
        self._clipboard = clipboard
        self._desktop = desktop
        self._keys = keys
        self._clock = clock
        self._settings = settings
        self._record = record

    def paste(
        self,
        phrase: Phrase,
        target: Window | None,
        answers: Mapping[str, str] = NO_ANSWERS,
        first_part: int = 0,
        about: About = NOTHING_MEANT,
    ) -> Flow[Outcome]:
        """Put a phrase into the target. A phrase for copying only is copied; `first_part` counts from 0.

        `about` is what it speaks of (`Subjects.meant`). Of a phrase in parts that is not sent by itself one part goes
        out; the next call takes the next.
        """
        if phrase.output is Output.COPY:
            return (yield from self.copy(phrase, answers, about))
        text, parts_done = phrase.body, first_part
        try:
            cleared = yield from self._clear(phrase, answers, about)
            text = cleared.text
            window = self._guard.aim(target)
            left = cleared.parts[first_part:]
            going = left if phrase.is_sent else left[:1]
            delivery = Delivery(
                self._clipboard, self._desktop, self._keys, window, self._settings().paste_key(window.program)
            )
            for part in going:
                yield from self._send_part(delivery, part, phrase, about)
                parts_done += 1
        except Refused as refused:
            return _refusal(refused, phrase, text, parts_done)
        return self._recorded(phrase, cleared, len(cleared.parts) - parts_done, is_clipboard_back=delivery.give_back())

    def copy(
        self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS, about: About = NOTHING_MEANT
    ) -> Flow[Outcome]:
        """Put the rendered phrase on the clipboard for good, under the same guard as a paste."""
        text = phrase.body
        try:
            cleared = yield from self._clear(phrase, answers, about)
            text = cleared.text
            yield from lie_ready(self._clipboard.copy(self._content(cleared)))
        except Refused as refused:
            return _refusal(refused, phrase, text)
        return Copied(phrase.id, text, cleared.doubtful_words)

    def copy_text(self, text: str) -> Flow[Outcome]:
        """Put a plain text on the clipboard: what a refused paste left one key away."""
        try:
            yield from lie_ready(self._clipboard.copy(Clip.of_text(text)))
        except Refused as refused:
            return NotPasted(refused.reason, "", text)
        return Copied("", text)

    def _clear(self, phrase: Phrase, answers: Mapping[str, str], about: About) -> Flow[Cleared]:
        self._guard.holds(phrase, about)  # before anything is read that the refusal would not need
        clipboard = ""
        if needs_clipboard(phrase.body):
            clipboard = (yield from keep(self._clipboard)).text.strip()
        return self._guard.clear(phrase, answers, clipboard, about)

    def _send_part(self, delivery: Delivery, part: tuple[Clip, ...], phrase: Phrase, about: About) -> Flow[None]:
        try:
            self._guard.holds(phrase, about)  # the parts before it took seconds, and a phase ends in one
            for clip in part:
                yield from delivery.send(clip)
            if phrase.is_sent:
                yield from delivery.press_enter()
        except BaseException:  # also where whoever runs the flow closes it: the program quits
            delivery.break_off()
            raise

    def _content(self, cleared: Cleared) -> Clip:
        """The text of all parts or, of a phrase that has none, its first picture."""
        if cleared.text.strip() or not cleared.parts:
            return Clip.of_text(cleared.text)
        return cleared.parts[0][0]

    def _recorded(self, phrase: Phrase, cleared: Cleared, parts_left: int, *, is_clipboard_back: bool) -> Pasted:
        trouble: Trouble | None = None
        changed = NOTHING
        try:
            changed = self._record(phrase.id, self._clock.now())
        except NotStored as not_stored:
            trouble = not_stored.trouble
        return Pasted(phrase.id, cleared.text, parts_left, is_clipboard_back, cleared.doubtful_words, trouble, changed)


def _refusal(refused: Refused, phrase: Phrase, text: str, parts_done: int = 0) -> NotPasted:
    """What is told; what is not true at this moment is not even offered to be copied."""
    return NotPasted(
        refused.reason,
        phrase.id,
        "" if refused.reason in _UNTRUE else text,
        refused.names,
        parts_done,
        refused.validity,
        refused.away,
        refused.instead,
    )
