"""YAML as plain values with their lines, built without ever making an object that a file asks for.

The rule: every scalar is text (`001`, `yes` and `2026-11-11` stay what was written), aliases and depth are counted, and
nothing here calls itself, so no file can hang it or fill the memory.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from app.core.imports.reading import Reason, Watch
from app.formats.encoding import decode
from app.formats.source import Source

MAX_BYTES = 10 * 1024 * 1024
MAX_ALIASES = 200
MAX_DEPTH = 40
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = {"", "~", "null", "Null", "NULL"}
_SURROGATE = re.compile("[\ud800-\udfff]")


class Block(dict[str, Any]):
    """A mapping that knows the line it begins in."""

    line = 0


def all_text(value: str, is_bare: bool) -> Any:
    """Every scalar as text; a bare `~` or `null` as the empty one."""
    return "" if is_bare and value in NOTHING else value


def documents(source: Source, watch: Watch, scalar: Callable[[str, bool], Any] = all_text) -> list[Any]:
    """The documents of a file, of `Block`, list and what `scalar` makes of a text, which may stand without quotation
    marks. Raises `BadFile`.
    """
    if len(source.content) > MAX_BYTES:
        raise source.bad(Reason.TOO_BIG, limit=MAX_BYTES // 1024 // 1024)
    text = decode(source)
    for letter, reason in (("\x00", Reason.HAS_NUL), (_SURROGATE, Reason.HAS_SURROGATE)):
        at = text.find(letter) if isinstance(letter, str) else next((hit.start() for hit in letter.finditer(text)), -1)
        if at >= 0:
            raise source.bad(reason, line=text.count("\n", 0, at) + 1)
    try:
        return _Builder(source, text.count("\n") + 1, watch, scalar).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise source.bad(Reason.BROKEN, error.problem or "YAML", line=mark.line + 1 if mark else 0) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise source.bad(Reason.BROKEN, error.reason, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise source.bad(Reason.BROKEN, type(error).__name__) from None


class _Builder:
    """Puts the events of the parser together."""

    def __init__(self, source: Source, total: int, watch: Watch, scalar: Callable[[str, bool], Any]) -> None:
        self._scalar = scalar
        self._source = source
        self._total = total
        self._watch = watch
        self._open: list[tuple[Any, list[str]]] = []
        self._anchors: dict[str, Any] = {}
        self._aliases = 0
        self._documents: list[Any] = []

    def build(self, events: Iterator[Any]) -> list[Any]:
        """The documents."""
        for number, event in enumerate(events):
            if not number % 4_096:
                self._watch.step(event.start_mark.line, self._total)
            if isinstance(event, yaml.ScalarEvent):
                self._add(event, self._scalar(event.value, not event.style))
            elif isinstance(event, yaml.AliasEvent):
                self._add(event, self._alias(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                self._anchors.clear()
        return self._documents

    def _start(self, event: Any) -> None:
        is_block = isinstance(event, yaml.MappingStartEvent)
        value: Any = Block() if is_block else []
        if is_block:
            value.line = event.start_mark.line + 1
        self._add(event, value)
        self._open.append((value, []))
        if len(self._open) > MAX_DEPTH:
            raise self._source.bad(Reason.TOO_DEEP, line=event.start_mark.line + 1, limit=MAX_DEPTH)

    def _alias(self, event: Any) -> Any:
        self._aliases += 1
        line = event.start_mark.line + 1
        if self._aliases > MAX_ALIASES:
            raise self._source.bad(Reason.TOO_MANY_ALIASES, line=line, limit=MAX_ALIASES)
        if event.anchor not in self._anchors:
            raise self._source.bad(Reason.BROKEN, f"*{event.anchor}", line=line)
        return self._anchors[event.anchor]

    def _add(self, event: Any, value: Any) -> None:
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors[event.anchor] = value
        if not self._open:
            self._documents.append(value)
            return
        holder, key = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif not key:
            key.append(value if isinstance(value, str) else "")
        else:
            _put(holder, key.pop(), value)


def _put(block: Block, key: str, value: Any) -> None:
    if key == "<<" and isinstance(value, Block) and value is not block:
        for name, inherited in value.items():
            block.setdefault(name, inherited)
    else:
        block[key] = value
