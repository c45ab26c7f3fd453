"""Typed codes: a phrase's code, typed in the chat itself and followed by a key, stands for the phrase.

The rule: only a run of letters and digits that is a code from its first letter to its last counts; whatever else is
pressed, or another window, begins a new run.
"""

from collections.abc import Collection, Iterable, Mapping

from app.core.hotkeys import DIGITS, LETTERS
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass

TRIGGERS = frozenset({"space"})
"""The keys that may end a code. Tab would do too, but moves on in many chat clients before the code is replaced."""

MIN_CODE = 2
_MAX_RUN = 32
_TYPEABLE = frozenset((*LETTERS, *DIGITS))


@dataclass(frozen=True, slots=True)
class Run:
    """What was typed last in one window, without a break; in small letters."""

    text: str = ""
    window: int = 0

    def after(self, key: str, modifiers: Collection[str], window: int) -> "Run":
        """The run after one more key, by its name in `app.core.hotkeys`."""
        text = self.text if window == self.window else ""
        if set(modifiers) - {"shift"}:
            return Run("", window)
        if key in ("shift", "capslock"):
            return Run(text, window)
        if key == "backspace":
            return Run(text[:-1], window)
        return Run((text + key)[-_MAX_RUN:] if key in _TYPEABLE else "", window)


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A code that was typed for a phrase, in a window."""

    code: str
    phrase_id: str
    window: int

    @property
    def to_erase(self) -> int:
        """How many letters stand there: the code and the key that ended it."""
        return len(self.code) + 1


def matched(run: Run, key: str, modifiers: Collection[str], codes: Mapping[str, str]) -> TypedCode | None:
    """The code that a key ends, if it ends one. `codes` maps codes to the ids of phrases."""
    phrase_id = codes.get(run.text)
    if phrase_id is None or key not in TRIGGERS or modifiers:
        return None
    return TypedCode(run.text, phrase_id, run.window)


def codes_of(phrases: Iterable[Phrase]) -> dict[str, str]:
    """The codes that can be typed → the phrase of each. A code of two phrases stands for neither."""
    owners: dict[str, set[str]] = {}
    for phrase in phrases:
        if phrase.deleted_at is None:
            for code in phrase.codes:
                owners.setdefault(code.lower(), set()).add(phrase.id)
    return {code: min(ids) for code, ids in owners.items() if len(ids) == 1 and is_typeable(code)}


def is_typeable(code: str) -> bool:
    """Whether a code can be typed without an input method, and is not a mere letter."""
    return MIN_CODE <= len(code) < _MAX_RUN and _TYPEABLE.issuperset(code)
