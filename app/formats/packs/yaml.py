"""A pack as YAML, with the fields of the JSON form.

The rule: a text stays what was written (a code `001` keeps its zeros); only where a number, yes or no is asked for is
one read, and no reference in the file can make it larger than it is.
"""

import re
from typing import Any, TypeVar

import msgspec
import yaml

from app.core.imports.reading import UNWATCHED, Reason, Spot, Watch
from app.core.packs.findings import Finding
from app.core.packs.pack import RESERVED_IDS, Pack
from app.core.values import dataclass
from app.formats.packs.plain import plain
from app.formats.packs.shapes import FIELDS, LISTS, VERSION, Head
from app.formats.packs.tree import Plain, Tree
from app.formats.source import Source
from app.formats.yaml_tree import MAX_ALIASES, NOTHING, Block, documents

_T = TypeVar("_T")
_MARK = re.compile(rb"^['\"]?pack['\"]?[ \t]*:", re.MULTILINE)
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"[-+]?(?:\d{1,17}\.\d{0,17}|\.\d{1,17})(?:[eE][-+]?\d{1,2})?")
_MAX_PARTS = 3_000_000
"""Values of a file with everything repeated that it refers to."""
_ODD = re.compile("[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")
"""What only a text between quotation marks can hold."""
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Bare(str):
    """A scalar without quotation marks, which may mean a number."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a file."""

    value: Any
    spot: Spot

    def typed(self, kind: type[_T]) -> _T:
        """It as a value of ours."""
        return msgspec.convert(_texts(self.value), kind, strict=False)

    def plain(self) -> Any:
        """It as plain values."""
        return _meant(self.value)


def looks_like(head: bytes) -> bool:
    """Whether a line of the beginning names the field `pack`."""
    return _MARK.search(head) is not None


def tree(source: Source, watch: Watch = UNWATCHED) -> Tree:
    """A file as a tree. Raises `BadFile`."""
    whole = next(iter(documents(source, watch, _scalar)), None)
    if not isinstance(whole, Block):
        raise source.bad(Reason.BROKEN, "not a mapping")
    _check_size(whole, source)
    head = _head(whole, source)
    problems: list[Finding] = []
    rows: dict[str, list[Plain]] = {}
    for name in LISTS:
        value = whole.get(name)
        if not isinstance(value, list | None):
            problems.append(Finding(Spot(source.path, line=whole.line, column=name), "not_a_list", names=(name,)))
        else:
            rows[name] = [Thing(each, Spot(source.path, line=_line(each, whole))) for each in value or ()]
    images = whole.get("images")
    told = {name: text for name, text in images.items() if isinstance(text, str)} if isinstance(images, dict) else {}
    unknown = {name: _meant(value) for name, value in whole.items() if name not in FIELDS}
    return Tree(source.path, head, rows, told, unknown, tuple(problems))


def _head(whole: Block, source: Source) -> Head:
    told = {name: value for name, value in whole.items() if name not in LISTS and name != "images"}
    try:
        head = msgspec.convert(_texts(told), Head, strict=False)
    except msgspec.ValidationError as error:
        raise source.bad(Reason.BROKEN, str(error), line=whole.line) from None
    if head.pack != VERSION:
        raise source.bad(Reason.BROKEN, f"a pack of version {head.pack}, only {VERSION} can be read")
    if head.id in RESERVED_IDS:
        raise source.bad(Reason.BROKEN, f"a pack may not be called {head.id}")
    return head


def _line(value: Any, whole: Block) -> int:
    return value.line if isinstance(value, Block) else whole.line


def _scalar(text: str, is_bare: bool) -> Any:
    if not is_bare:
        return text
    return None if text in NOTHING else Bare(text)


def _check_size(whole: Block, source: Source) -> None:
    """Refuse a file whose references would repeat it beyond measure, or that holds itself."""
    sizes: dict[int, int] = {}

    def size(value: Any) -> int:
        if not isinstance(value, dict | list):
            return 1
        if id(value) not in sizes:
            sizes[id(value)] = _MAX_PARTS + 1  # what holds itself is met again before it is counted
            sizes[id(value)] = 1 + sum(map(size, value.values() if isinstance(value, dict) else value))
        return sizes[id(value)]

    if size(whole) > _MAX_PARTS:
        raise source.bad(Reason.TOO_MANY_ALIASES, limit=MAX_ALIASES)


def _texts(value: Any) -> Any:
    """The values as texts; what is nothing is not there."""
    if isinstance(value, dict):
        return {str(name): _texts(each) for name, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value) if isinstance(value, str) else value


def _meant(value: Any) -> Any:
    """The values as YAML means them: a bare number is one."""
    if isinstance(value, dict):
        return {str(name): _meant(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_meant(each) for each in value]
    if not isinstance(value, Bare):
        return value
    if value in ("true", "false"):
        return value == "true"
    if _WHOLE.fullmatch(value):
        return int(value)
    return float(value) if _NUMBER.fullmatch(value) else str(value)


def written(pack: Pack) -> bytes:
    """A pack as YAML; texts of several lines stand as they are."""
    dumper: Any = type("_PackDumper", (_Dumper,), {"ignore_aliases": lambda _self, _value: True})
    dumper.add_representer(str, _text)
    dumped: bytes = yaml.dump(
        plain(pack), Dumper=dumper, allow_unicode=True, sort_keys=False, width=100_000, encoding="utf-8"
    )
    return dumped


def _text(dumper: Any, text: str) -> Any:
    style = '"' if _ODD.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
