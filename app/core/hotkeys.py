"""Chords: what is pressed to call the program from anywhere, for what, and which of them may not be used."""

from collections.abc import Collection, Mapping

from app.core.values import dataclass

SEARCH = "search"
AGAIN = "again"
PINNED = tuple(f"pinned.{number}" for number in range(1, 10))

HOTKEYS: Mapping[str, str] = {
    SEARCH: "Ctrl+Alt+Space",
    AGAIN: "Ctrl+Alt+R",
    **{name: f"Ctrl+Alt+{number}" for number, name in enumerate(PINNED, start=1)},
}
"""The chord of each action; an empty one means none."""
PHRASE = "phrase."
"""Before the id of a phrase in the name of the action that pastes it."""

MODIFIERS = ("ctrl", "alt", "shift", "meta")
_NAMES = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift", "meta": "Win"}
_ALIASES = {"control": "ctrl", "win": "meta", "super": "meta", "option": "alt", "cmd": "meta", "return": "enter"}
_KEY_NAMES = {"pageup": "PageUp", "pagedown": "PageDown"}

LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
DIGITS = tuple("0123456789")
FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 25))
NAMED_KEYS = (
    *("space", "enter", "tab", "escape", "backspace", "insert", "delete", "home", "end", "pageup", "pagedown"),
    *("left", "right", "up", "down"),
)
MARKS = tuple("`-=[];',./\\")
KEYS = frozenset((*LETTERS, *DIGITS, *FUNCTION_KEYS, *NAMED_KEYS, *MARKS))


class BadChord(ValueError):
    """A chord that cannot be read or may not be used; `reason` is a word the interface turns into a sentence.

    Reasons: `unreadable`, `no_modifier`, `input_method` (belongs to the Chinese input method), `system` (Windows keeps
    it), `editing` (copy, paste and the like).
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text}: {reason}")
        self.text = text
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with modifiers, e.g. Ctrl+Alt+1. `key` is one of `KEYS`; `str()` gives the written form."""

    key: str
    modifiers: frozenset[str] = frozenset()

    def __str__(self) -> str:
        key = _KEY_NAMES.get(self.key, self.key.capitalize())
        return "+".join([*(_NAMES[name] for name in MODIFIERS if name in self.modifiers), key])

    @classmethod
    def parse(cls, text: str) -> "Chord":
        """Read `Ctrl+Alt+Space` and the like, in any case and order. Raises `BadChord`."""
        *before, last = [_ALIASES.get(part, part) for part in text.replace(" ", "").lower().split("+")]
        if last not in KEYS or any(part not in MODIFIERS for part in before):
            raise BadChord(text, "unreadable")
        return cls(last, frozenset(before))


def check(chord: Chord) -> Chord:
    """Give the chord back. Raises `BadChord` for one that must not be taken from the agent.

    The list of the input method's own keys and of those Windows keeps: RegisterHotKey documentation and the default
    keys of the Microsoft and Sogou Chinese input methods.
    """
    text = str(chord)
    if "meta" in chord.modifiers or chord == Chord("f12") or text in {"Ctrl+Alt+Delete", "Alt+Tab", "Alt+F4"}:
        raise BadChord(text, "system")
    if text in {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Ctrl+,", "Shift+Ctrl+Space"}:
        raise BadChord(text, "input_method")
    if chord.key in FUNCTION_KEYS:
        return chord
    if not chord.modifiers & {"ctrl", "alt"}:
        raise BadChord(text, "no_modifier")
    if chord.modifiers == {"ctrl"} and chord.key in {*"acvxzyfsp", "insert", "enter", "tab", "home", "end"}:
        raise BadChord(text, "editing")
    return chord


def suggest(wanted: Chord, taken: Collection[Chord]) -> Chord | None:
    """A chord near the wanted one that is not in `taken`: the same key with other modifiers, then other keys."""
    pairs = ({"ctrl", "alt"}, {"ctrl", "shift"}, {"alt", "shift"}, {"ctrl", "alt", "shift"})
    keys = (wanted.key, *(key for key in ("`", "q", "space", "j", "k", "/", *FUNCTION_KEYS[:11]) if key != wanted.key))
    for key in keys:
        for modifiers in pairs:
            chord = Chord(key, frozenset(modifiers))
            if chord == wanted or chord in taken:
                continue
            try:
                return check(chord)
            except BadChord:
                continue
    return None
