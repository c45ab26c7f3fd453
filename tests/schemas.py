"""A validator of the words of JSON Schema that our schema uses; one that it does not know fails."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

_TOLD = frozenset({"description", "title", "$schema", "$defs", "contentEncoding"})
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def wrong(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], path: str = "$") -> Iterator[str]:
    """The places of a value that a schema does not allow."""
    for word, told in schema.items():
        if word not in _TOLD and not _holds(word, told, value, whole):
            yield f"{path}: {word}"
    if isinstance(value, dict):
        for name, each in value.items():
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            yield from wrong(each, inner, whole, f"{path}.{name}")
    if isinstance(value, list) and "items" in schema:
        for number, each in enumerate(value):
            yield from wrong(each, schema["items"], whole, f"{path}[{number}]")
    if "$ref" in schema:
        yield from wrong(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, path)


def _holds(word: str, told: Any, value: Any, whole: Mapping[str, Any]) -> bool:
    if word in ("properties", "items", "additionalProperties", "$ref"):
        return True
    if word in ("not", "anyOf"):
        fits = [not any(wrong(value, each, whole)) for each in (told if word == "anyOf" else [told])]
        return any(fits) if word == "anyOf" else not any(fits)
    for kind, words in _WORDS.items():
        if word in words:
            return not isinstance(value, kind) or words[word](told, value)
    return False


def _is_of(told: Any, value: Any) -> bool:
    names = [told] if isinstance(told, str) else told
    is_one = any(isinstance(value, _TYPES[name]) for name in names)
    return is_one and (not isinstance(value, bool) or "boolean" in names)


_WORDS: Mapping[type, Mapping[str, Callable[[Any, Any], bool]]] = {
    object: {
        "type": _is_of,
        "const": lambda told, value: bool(told == value),
        "enum": lambda told, value: value in told,
    },
    dict: {
        "required": lambda told, value: set(told) <= value.keys(),
        "propertyNames": lambda told, value: all(re.search(told["pattern"], name) for name in value),
    },
    str: {
        "pattern": lambda told, value: re.search(told, value) is not None,
        "format": lambda _told, value: datetime.fromisoformat(value).tzinfo is not None,
        "minLength": lambda told, value: len(value) >= told,
        "maxLength": lambda told, value: len(value) <= told,
    },
    int: {"minimum": lambda told, value: bool(value >= told)},
    list: {"maxItems": lambda told, value: len(value) <= told},
}
