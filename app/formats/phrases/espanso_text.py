"""The texts of espanso with its variables, as texts with ours.

The rule: a variable becomes one of ours only where the agent gets what it meant; any other stays as text and is told.
Nothing is run.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import MAX_QUESTION, Note, Rendered, question
from app.formats.yaml_tree import Block

_VARIABLE = re.compile(r"\{\{\s*([\w-]+)(?:\.([\w-]+))?\s*\}\}")
_FIELD = re.compile(r"\[\[\s*([\w-]+)\s*\]\]")
_DIRECTIVE = re.compile(r"%[-_0^#]?(.)")
_GROUP = re.compile(r"\(\?P?<(\w+)>")


def render(text: str, variables: Iterable[Any], pattern: str = "") -> Rendered:
    """Put our variables in the place of the others. `pattern` is a regular expression whose groups are named."""
    known = {str(variable.get("name", "")): variable for variable in variables if isinstance(variable, Block)}
    groups = set(_GROUP.findall(pattern[:2_000]))
    notes: dict[Note, None] = {}

    def ours(match: re.Match[str]) -> str:
        name, field = match[1], match[2] or ""
        if name in groups:
            return question(name)
        if name not in known:
            notes[(Reason.VARIABLE, name)] = None
            return match[0]
        found = _variable(name, field, known[name])
        notes.update(dict.fromkeys(found.notes))
        return found.text or match[0]

    out = _VARIABLE.sub(ours, text)
    if "$|$" in out:
        notes[(Reason.FORMATTING, "$|$")] = None
        out = out.replace("$|$", "")
    return Rendered(out, tuple(notes))


def variants(text: str, variables: Iterable[Any]) -> tuple[str, list[str]]:
    """The random choice in a text and the texts it may become; none where it holds no single one."""
    randoms = {
        str(variable.get("name", "")): variable.get("params")
        for variable in variables
        if isinstance(variable, Block) and variable.get("type") == "random"
    }
    chosen = [name for name, _ in _VARIABLE.findall(text) if name in randoms]
    if len(chosen) != 1:
        return "", []
    params = randoms[chosen[0]]
    choices = _list(params.get("choices")) if isinstance(params, Mapping) else []
    texts = [choice for choice in choices if isinstance(choice, str) and choice.strip()]
    before, after = _around(text, chosen[0])
    return chosen[0], [before + choice + after for choice in texts]


def _around(text: str, name: str) -> tuple[str, str]:
    place = next(match for match in _VARIABLE.finditer(text) if match[1] == name)
    return text[: place.start()], text[place.end() :]


def form(layout: str, fields: Any) -> str:
    """A form's layout as a text that asks the same questions."""
    told = fields if isinstance(fields, Mapping) else {}
    return _FIELD.sub(lambda match: _field(match[1], told), layout)


def _variable(name: str, field: str, variable: Block) -> Rendered:
    """Our text for a variable; an empty one where it has no counterpart."""
    kind = str(variable.get("type", ""))
    told = variable.get("params")
    params: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    if kind == "clipboard":
        return Rendered("{{clipboard}}")
    if kind == "echo" and isinstance(params.get("echo"), str):
        return Rendered(params["echo"])
    if kind == "date":
        return _date(name, params)
    if kind == "form" and field:
        fields = params.get("fields")
        return Rendered(_field(field, fields if isinstance(fields, Mapping) else {}))
    if kind == "choice":
        return _choice(name, params.get("values"))
    if kind in {"shell", "script"}:
        return Rendered("", ((Reason.SCRIPT, name),))
    return Rendered("", ((Reason.VARIABLE, f"{name} ({kind})" if kind else name),))


def _date(name: str, params: Mapping[str, Any]) -> Rendered:
    wanted = str(params.get("format", ""))
    letters = set(_DIRECTIVE.findall(wanted))
    has_day, has_hour = bool(letters & set("dejFDxvcs+")), bool(letters & set("HIklRTrXcs+"))
    if params.get("offset") not in (None, "", "0") or not (has_day or has_hour):
        return Rendered("", ((Reason.VARIABLE, f"{name} ({wanted})"),))
    text = " ".join(part for part, is_meant in (("{{date}}", has_day), ("{{time}}", has_hour)) if is_meant)
    return Rendered(text, () if wanted in {"%H:%M", "%R"} else ((Reason.DATE_FORMAT, wanted),))


def _choice(name: str, values: Any) -> Rendered:
    labels = [str(value.get("label", "")) if isinstance(value, Mapping) else value for value in _list(values)]
    told = "/".join(label for label in labels if isinstance(label, str))
    asked = f"{name}（{told}）"
    if not told or len(asked) > MAX_QUESTION or re.search(r"[{}|\n]", asked):
        return Rendered("", ((Reason.VARIABLE, f"{name} (choice)"),))
    return Rendered(question(asked))


def _field(name: str, fields: Mapping[str, Any]) -> str:
    told = fields.get(name)
    settings: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    default = settings.get("default")
    values = _list(settings.get("values"))
    labels = "/".join(value for value in values if isinstance(value, str))
    asked = f"{name}（{labels}）" if labels and len(name) + len(labels) + 2 <= MAX_QUESTION else name
    return question(asked, default if isinstance(default, str) else "")


def _list(values: Any) -> list[Any]:
    """espanso takes a list, or a text with a value a line."""
    if isinstance(values, str):
        return [line.strip() for line in values.split("\n") if line.strip()]
    return values[:100] if isinstance(values, list) else []
