"""Global hotkeys: which action has which chord, which chords others hold, and letting all of them go for a while.

The rule: a chord that cannot be had is told with a free one beside it; nothing fails because of it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from app.core import hotkeys
from app.core.hotkeys import PHRASE, BadChord, Chord
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass

if TYPE_CHECKING:
    from app.ports import Hotkeys


class Wanting(Protocol):
    """What says which chord each action shall have: the settings."""

    @property
    def hotkeys(self) -> Mapping[str, str]:
        """The chords by the names of the actions; an empty one means none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A chord that an action could not have.

    `holder` is the name of our own action that has it, or empty where another program does; `free` is a chord that
    could be had instead, `reason` the word of a `BadChord`, or empty.
    """

    name: str
    chord: str
    holder: str = ""
    free: str = ""
    reason: str = ""


class Shortcuts:
    """The chords of the settings and of the phrases, bound at the system."""

    def __init__(
        self, port: "Hotkeys", settings: Callable[[], Wanting], phrases: Callable[[], Iterable[Phrase]]
    ) -> None:
        self._port = port
        self._settings = settings
        self._phrases = phrases
        self._bound: dict[str, Chord] = {}
        self._taken: tuple[Taken, ...] = ()
        self._is_paused = False

    @property
    def is_paused(self) -> bool:
        """Whether every chord is let go until `resume`."""
        return self._is_paused

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The chords that could not be had when they were bound last."""
        return self._taken

    def bind(self) -> tuple[Taken, ...]:
        """Bind what the settings and phrases ask for now, letting go of everything else; the chords not to be had."""
        wanted = {} if self._is_paused else dict(self._wanted())
        for name in [name for name in self._bound if name not in wanted]:
            self._let_go(name)
        self._taken = tuple(taken for name, text in wanted.items() if (taken := self._bind_one(name, text)))
        return self._taken

    def pause(self) -> None:
        """Let every chord go, e.g. while a new one is pressed or the agent plays a game at noon."""
        self._is_paused = True
        self.bind()

    def resume(self) -> tuple[Taken, ...]:
        """Bind everything again."""
        self._is_paused = False
        return self.bind()

    def again(self) -> tuple[Taken, ...]:
        """Bind from nothing: after unlock, resume or a new keyboard the system may have dropped them."""
        for name in list(self._bound):
            self._let_go(name)
        return self.bind()

    def examine(self, name: str, text: str) -> Taken | None:
        """Whether an action could have a chord: None if so. What is bound stays bound."""
        try:
            chord = hotkeys.check(Chord.parse(text))
        except BadChord as bad:
            return Taken(name, text, reason=bad.reason)
        holder = next((other for other, held in self._bound.items() if held == chord), "")
        if holder == name:
            return None
        if holder:
            return Taken(name, text, holder, self._free(chord))
        probe = "probe"
        if not self._port.bind(probe, chord):
            return Taken(name, text, free=self._free(chord))
        self._port.unbind(probe)
        return None

    def _wanted(self) -> Mapping[str, str]:
        wanted = {name: text for name, text in self._settings().hotkeys.items() if text}
        for phrase in self._phrases():
            if phrase.hotkey and phrase.deleted_at is None:
                wanted[PHRASE + phrase.id] = phrase.hotkey
        return wanted

    def _bind_one(self, name: str, text: str) -> Taken | None:
        try:
            chord = hotkeys.check(Chord.parse(text))
        except BadChord as bad:
            self._let_go(name)
            return Taken(name, text, reason=bad.reason)
        if self._bound.get(name) == chord:
            return None
        self._let_go(name)
        holder = next((other for other, held in self._bound.items() if held == chord), "")
        if holder or not self._port.bind(name, chord):
            return Taken(name, text, holder, self._free(chord))
        self._bound[name] = chord
        return None

    def _let_go(self, name: str) -> None:
        if self._bound.pop(name, None):
            self._port.unbind(name)

    def _free(self, wanted: Chord) -> str:
        """A chord that really can be had: offered only after the system gave it and it was let go again."""
        tried = {wanted, *self._bound.values()}
        for _ in range(6):
            chord = hotkeys.suggest(wanted, tried)
            if chord is None:
                return ""
            if self._port.bind("probe", chord):
                self._port.unbind("probe")
                return str(chord)
            tried.add(chord)
        return ""
