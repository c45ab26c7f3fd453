"""The guard in front of every paste: what a phrase says at this moment, whether it holds, and whether it may go out.

The rule: it only looks. A phrase that does not pass has touched nothing.
"""

from collections.abc import Callable, Mapping

from app.core.desktop import Clip, Window
from app.core.facts import templates
from app.core.phrases import compliance
from app.core.phrases.compliance import Severity
from app.core.phrases.pasting import Reason, Refused
from app.core.phrases.phrase import Phrase, Place
from app.core.sheet.lifetimes import State, Validity
from app.core.sheet.sheet import NOTHING_MEANT, About
from app.core.storage import NotStored
from app.core.values import dataclass
from app.ports import Desktop, Images
from app.services.sheet.facts import Facts

_WHY = {State.OVER: Reason.OVER, State.NOT_YET: Reason.NOT_YET, State.UNBOUND: Reason.UNBOUND}
_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


@dataclass(frozen=True, slots=True)
class Cleared:
    """A phrase that may go out: for each part the clips to paste in turn, and the words to be told about."""

    text: str
    parts: tuple[tuple[Clip, ...], ...]
    doubtful_words: tuple[str, ...] = ()


class Guard:
    """Every check that needs no touch. All methods raise `Refused`.

    `instead` gives the id of a phrase that holds now in place of one that does not; `over` tells why a phrase is not
    said any more of what is meant, if it is an urge and its order was paid.
    """

    def __init__(
        self,
        facts: Facts,
        desktop: Desktop,
        images: Images,
        instead: Callable[[Phrase, About], str] = lambda _phrase, _about: "",
        over: Callable[[Phrase, About], Validity | None] = lambda _phrase, _about: None,
    ) -> None:
        self._facts = facts
        self._desktop = desktop
        self._images = images
        self._instead = instead
        self._over = over

    def clear(
        self, phrase: Phrase, answers: Mapping[str, str], clipboard: str = "", about: About = NOTHING_MEANT
    ) -> Cleared:
        """Render a phrase with the facts of now, of what is meant, and judge its words."""
        self.holds(phrase, about)
        facts = self._facts.for_text(phrase.body, clipboard, about)
        try:
            texts = tuple(templates.render(part, facts, answers) for part in phrase.parts)
        except templates.MissingFact as missing:
            untold = self._facts.untold(missing.names, about)
            if untold is not None:
                raise self._untrue(phrase, about, untold) from None
            raise Refused(Reason.MISSING_FACTS, missing.names) from None
        text = "\n".join(texts)
        found = compliance.find(text)
        refused = tuple(entry.word for entry in found if entry.severity is Severity.REFUSE)
        if refused:
            raise Refused(Reason.FORBIDDEN_WORDS, refused)
        parts = self._parts(phrase, texts)
        if not parts:
            raise Refused(Reason.NOTHING_LEFT)
        return Cleared(text, parts, tuple(entry.word for entry in found))

    def holds(self, phrase: Phrase, about: About = NOTHING_MEANT) -> None:
        """Let a phrase pass whose lifetime holds now, and which is not said too late."""
        validity = self._over(phrase, about) or self._facts.validity(phrase)
        if not validity.is_valid:
            raise self._untrue(phrase, about, validity)

    def _untrue(self, phrase: Phrase, about: About, validity: Validity) -> Refused:
        return Refused(
            _WHY[validity.state],
            validity=validity,
            away=validity.distance(self._facts.now()),
            instead=self._instead(phrase, about),
        )

    def aim(self, target: Window | None) -> Window:
        """Give the target back if it can take a paste."""
        if not self._desktop.can_paste():
            raise Refused(Reason.CANNOT_PASTE)
        if target is None:
            raise Refused(Reason.NO_TARGET)
        if not self._desktop.is_there(target):
            raise Refused(Reason.TARGET_GONE)
        if target.is_elevated:
            raise Refused(Reason.TARGET_ELEVATED)
        return target

    def _parts(self, phrase: Phrase, texts: tuple[str, ...]) -> tuple[tuple[Clip, ...], ...]:
        parts = [[Clip.of_text(text)] if text.strip() else [] for text in texts] or [[]]
        parts[0] = self._pictures(phrase, Place.BEFORE) + parts[0]
        parts[-1] = parts[-1] + self._pictures(phrase, Place.AFTER)
        return tuple(tuple(clips) for clips in parts if clips)

    def _pictures(self, phrase: Phrase, place: Place) -> list[Clip]:
        return [self._picture(image.file) for image in phrase.images if image.place is place]

    def _picture(self, file: str) -> Clip:
        try:
            content = self._images.read(file)
        except NotStored:
            raise Refused(Reason.IMAGE_GONE, (file,)) from None
        return Clip({next((kind for start, kind in _KINDS.items() if content.startswith(start)), Clip.PNG): content})
