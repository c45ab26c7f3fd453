"""Whether a phrase holds now, as the list says it: from when, since when no more, or that what it hung on is gone.

The rule: what holds is not talked about; what does not is told in a few words and never by a colour alone.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.core.clockwork import moments
from app.core.phrases.phrase import Phrase
from app.core.sheet.lifetimes import State, Validity
from app.core.values import dataclass
from app.ui.words import is_chinese, translate

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Note:
    """A few words and a drawing; both empty where there is nothing to say."""

    text: str = ""
    drawing: str = ""


FINE = Note()


@dataclass(frozen=True, slots=True)
class Times:
    """What the list asks: `validity` of a phrase, `now` in UTC by the shop's clock, and the shop's `zone`."""

    validity: Callable[[Phrase], Validity]
    now: Callable[[], datetime]
    zone: Callable[[], "ZoneInfo"]

    def note(self, phrase: Phrase) -> Note:
        """What a row says of a phrase."""
        validity = self.validity(phrase)
        if validity.state is State.OVER:
            return Note(_over(validity.distance(self.now())), "refused")
        if validity.state is State.NOT_YET:
            return Note(self._from(validity), "clock")
        if validity.state is State.UNBOUND:
            return Note(translate("times", "activity is gone"), "refused")
        return FINE

    def told(self, phrase: Phrase) -> str:
        """The whole of it in a line, for a tooltip: what it hangs on, from when, until when."""
        validity = self.validity(phrase)
        if validity.state is State.UNBOUND:
            return translate("times", "Its activity or phase is not there any more.")
        words = [validity.name] if validity.name else []
        if validity.from_at and validity.state is not State.OVER:
            words.append(self._from(validity))
        if validity.until_at:
            said = moments.said(validity.until_at, self.now(), self.zone(), is_chinese(), is_end=True)
            words.append(translate("times", "until {moment}").replace("{moment}", said))
        if validity.state is State.OVER:
            words.append(_over(validity.distance(self.now())))
        return " · ".join(words)

    def _from(self, validity: Validity) -> str:
        if validity.from_at is None:
            return translate("times", "not yet")
        said = moments.said(validity.from_at, self.now(), self.zone(), is_chinese())
        return translate("times", "from {moment}").replace("{moment}", said)


def _over(length: timedelta) -> str:
    if length < _MINUTE:
        return translate("times", "just ended")
    return translate("times", "ended {length} ago").replace(
        "{length}", moments.length_in_words(length, is_chinese=is_chinese())
    )
