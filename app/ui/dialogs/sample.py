"""What a text would become if it were pasted now: the words of the preview, free of Qt.

The rule: a variable that has no fact stands in the sample as itself and is named; nothing is made up for it.
"""

from collections.abc import Callable

from app.core.facts.templates import MissingFact, Variable, questions, variables
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass

Render = Callable[[str], str]
"""Puts the facts of now into a text, or raises `MissingFact` with all that are missing."""

OPEN, CLOSE = "\u27e6", "\u27e7"
"""What stands around a variable without a fact in a sample; the view tints what is between them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Each part as it would be pasted. `asked` are questions to the agent, `missing` facts nobody knows now."""

    parts: tuple[str, ...]
    asked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def sample(phrase: Phrase, render: Render) -> Sample:
    """The parts of a phrase at the facts of now."""
    asked = tuple(question.name for question in questions(phrase.body) if question.default is None)
    parts, missing = [], dict[str, None]()
    for part in phrase.parts:
        text, names = _rendered(part, render)
        parts.append(text)
        missing.update(dict.fromkeys(name for name in names if name not in asked))
    return Sample(tuple(parts), asked, tuple(missing))


def _rendered(text: str, render: Render) -> tuple[str, tuple[str, ...]]:
    try:
        return render(text), ()
    except MissingFact as lack:
        shown = _marked(text, frozenset(lack.names))
        try:
            return render(shown), lack.names
        except MissingFact:
            return shown, lack.names


def _marked(text: str, names: frozenset[str]) -> str:
    out: list[str] = []
    at = 0
    for variable in variables(text):
        if not _is_lacking(variable, names):
            continue
        out += (text[at : variable.start], OPEN, variable.name, CLOSE)
        at = variable.end
    return "".join(out) + text[at:]


def _is_lacking(variable: Variable, names: frozenset[str]) -> bool:
    return variable.name in names and variable.default is None


def started_variable(before_cursor: str) -> str | None:
    """What was typed of a variable up to the cursor, after `{{` (or `｛｛`, as a Chinese keyboard gives it)."""
    line = before_cursor.rsplit("\n", 1)[-1].replace("｛｛", "{{")
    _head, opened, name = line.rpartition("{{")
    if not opened or any(letter in name for letter in "{}|"):
        return None
    return name
