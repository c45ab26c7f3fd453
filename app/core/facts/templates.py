"""Variables in a phrase: substitution and nothing else, because a pack is text from somebody else.

`{{name}}` is a fact, `{{name|default}}` a fact that may be missing, `{{?question}}` is asked of the agent.
Whatever does not look exactly like that stays text, so emoticon codes and braces survive.
"""

import re
from collections.abc import Mapping

from app.core.facts import table as fact_table
from app.core.values import dataclass

_VARIABLE = re.compile(r"\{\{[ \t]*(\??)[ \t]*([^{}|\n]{1,60}?)[ \t]*(?:\|([^{}\n]{0,200}))?\}\}")
_NAME = re.compile(r"[\w.]+")

ALIASES: Mapping[str, str] = fact_table.ALIASES
"""Chinese names of the facts, as agents write them."""


class MissingFact(LookupError):
    """A variable has neither a fact nor a default. `names` are the variables, in the order of the text."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a text. `start` and `end` are its place; `default` is None where there is none."""

    name: str
    default: str | None
    is_question: bool
    start: int
    end: int


def variables(text: str) -> tuple[Variable, ...]:
    """All variables of a text, in order, repeated ones too."""
    found = []
    for match in _VARIABLE.finditer(text):
        is_question = bool(match[1])
        name = match[2].strip()
        if not is_question and not _NAME.fullmatch(name):
            continue
        known = name if is_question else ALIASES.get(name, name)  # the agent reads the question as it was written
        found.append(Variable(known, match[3], is_question, match.start(), match.end()))
    return tuple(found)


def questions(text: str) -> tuple[Variable, ...]:
    """The variables that are asked of the agent, each once, in order."""
    asked: dict[str, Variable] = {}
    for variable in variables(text):
        if variable.is_question:
            asked.setdefault(variable.name, variable)
    return tuple(asked.values())


def render(text: str, facts: Mapping[str, str], answers: Mapping[str, str] | None = None) -> str:
    """The text with every variable put in. Raises `MissingFact` with all that are missing, never a partial text."""
    given = answers or {}
    out: list[str] = []
    missing: dict[str, None] = {}
    at = 0
    for variable in variables(text):
        value = (given if variable.is_question else facts).get(variable.name, "")
        if not value:
            value = variable.default or ""
            if variable.default is None:
                missing[variable.name] = None
        out += (text[at : variable.start], value)
        at = variable.end
    if missing:
        raise MissingFact(tuple(missing))
    return "".join(out) + text[at:]


def hello(hour: int, *, is_chinese: bool = True) -> str:
    """The greeting of an hour of the day (0–23), as it is said in shops."""
    if hour < 5 or hour >= 18:
        return "晚上好" if is_chinese else "Good evening"
    if hour < (11 if is_chinese else 12):
        return "早上好" if is_chinese else "Good morning"
    if hour < 13 and is_chinese:
        return "中午好"
    return "下午好" if is_chinese else "Good afternoon"
