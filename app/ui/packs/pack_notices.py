"""What is said in the window when a pack came, was refused or could not be stored.

The rule: what everybody has to read is said until it is confirmed; the rest is said once.
"""

from collections.abc import Callable

from app.core.packs.refusals import Refused
from app.core.packs.sources import PackSource
from app.core.storage import NotStored
from app.services.packs.news import PackNews
from app.services.packs.things import Applied
from app.ui import sentences
from app.ui.packs import pack_words, refusal_words
from app.ui.palette import Tone
from app.ui.saying import Hearer, Saying
from app.ui.words import translate

TOPIC = "packs"


class PackNotices:
    """Says it. `show` opens what changed, `sources` the page of sources."""

    def __init__(
        self, window: Hearer, news: PackNews, show: Callable[[], object], sources: Callable[[], object]
    ) -> None:
        self._window = window
        self._news = news
        self._show = show
        self._sources = sources

    def taken(self, applied: Applied) -> None:
        """A pack was taken over; what everybody has to read waits under that."""
        if not applied.news and not applied.hints:
            return
        said = refusal_words.joined(pack_words.applied(applied), pack_words.hints(applied.hints))
        self.remind()
        self._window.hear(Saying(said, Tone.OK, translate("packs_agent", "Show"), self._show))

    def remind(self) -> None:
        """Say what everybody has to read, if that is not said already; nothing where all is confirmed."""
        saying = self._waiting()
        if saying and not self._window.awaits(TOPIC):
            self._window.hear(saying)

    def refused(self, refused: Refused, source: PackSource | None) -> None:
        """Something was not taken over."""
        name = pack_words.name_of(source) if source else ""
        said = f"{name}: {refusal_words.of_refused(refused)}" if name else refusal_words.of_refused(refused)
        self._window.hear(Saying(said, Tone.LATE, translate("packs_agent", "Sources…"), self._sources))

    def not_stored(self, not_stored: NotStored) -> None:
        """The disk is full, or the like: what was there stays."""
        said = translate("packs_agent", "A pack waits. {trouble}")
        trouble = sentences.of_trouble(not_stored.trouble)
        self._window.hear(Saying(said.replace("{trouble}", trouble), Tone.LATE))

    def broke(self, error: str) -> None:
        """A mistake of ours."""
        self._window.hear(Saying(sentences.of_error(error), Tone.LATE))

    def _waiting(self) -> Saying | None:
        waiting = self._news.must_reads()
        if not waiting:
            return None
        said = pack_words.waiting(len(waiting), waiting[0].difference.name)
        act = translate("packs_agent", "Read")
        return Saying(said, Tone.SOON, act, self._show, TOPIC, self._waiting)
