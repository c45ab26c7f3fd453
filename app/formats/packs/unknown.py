"""What a file of a pack holds that is not known here: taken aside when it is read, put back when it is written.

The rule: what a later version has added is never lost on the way; where it stood is told by JSON pointers without their
first slash, in which `@id` is the part of a list that has this id.
"""

from collections.abc import Iterator, Mapping
from typing import Any

MAX_DEPTH = 40


def not_known(plain: Any, known: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """What a value of a file has more than what was understood of it, by its JSON pointer without the first slash."""
    if isinstance(plain, dict) and isinstance(known, dict):
        for name, value in plain.items():
            if name in known and not isinstance(value, dict | list):
                continue
            at = f"{path}/{_escaped(name)}" if path else _escaped(name)
            if name in known:
                yield from not_known(value, known[name], at)
            else:
                yield at, value
    elif isinstance(plain, list) and isinstance(known, list | tuple):
        for number, (value, other) in enumerate(zip(plain, known, strict=False)):
            own_id = value.get("id") if isinstance(value, dict) else None  # what has an id may change its place
            part = _escaped(f"@{own_id}") if isinstance(own_id, str) else str(number)
            yield from not_known(value, other, f"{path}/{part}")


def is_too_deep(value: object) -> bool:
    """Whether a value is nested so deep that writing it again could fail."""
    layer = [value]
    for _ in range(MAX_DEPTH):
        layer = [
            inner
            for each in layer
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not layer:
            return False
    return True


def put_back(plain: dict[str, Any], unknown: Mapping[str, object]) -> None:
    """Write what was not known where it stood; what has lost its place is left out."""
    for path, value in unknown.items():
        *way, name = (part.replace("~1", "/").replace("~0", "~") for part in path.split("/"))
        holder: Any = plain
        for part in way:
            holder = _inside(holder, part)
        if isinstance(holder, dict):
            holder.setdefault(name, value)


def _inside(holder: Any, part: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(part)
    if not isinstance(holder, list):
        return None
    if part.startswith("@"):
        return next((each for each in holder if isinstance(each, dict) and each.get("id") == part[1:]), None)
    return holder[int(part)] if part.isdecimal() and part.isascii() and int(part) < len(holder) else None


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
