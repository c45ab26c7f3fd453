"""Phrases as matches of espanso: the codes are triggers, and without a code a match is found by its label.

The rule: the library writes the YAML; what it holds of ours beyond texts are three variables that both programs have.
"""

from collections.abc import Sequence
from typing import Any

import yaml

from app.core.imports.exports import Manner
from app.core.imports.reading import UNWATCHED, Found, Spot, Watch
from app.core.phrases.phrase import Phrase
from app.formats.phrases.espanso_text import render
from app.formats.yaml_tree import Block

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_CURSOR = "$|$"
_STEP = 256


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase; the group is the file's name, which nobody knows yet."""
    variables = [_block(each) for each in _variables(manner)]
    return [_found(phrase, variables) for phrase in phrases]


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file. Raises `Cancelled`."""
    kept = [phrase for phrase in phrases if phrase.body.strip()]
    parts = [_yaml({"global_vars": _variables(manner)}), "matches:\n" if kept else "matches: []\n"]
    for at in range(0, len(kept), _STEP):
        watch.step(at, len(kept))
        parts.append(_yaml([_match(phrase) for phrase in kept[at : at + _STEP]]))
    return "".join(parts).encode()


def _match(phrase: Phrase) -> dict[str, Any]:
    """`word` keeps a code of two letters from going off inside every word that has them."""
    match: dict[str, Any] = {}
    if phrase.codes:
        match |= {"triggers": list(phrase.codes), "word": True}
    match |= {"label": phrase.title, "replace": _text(phrase)}
    if phrase.keywords:
        match["search_terms"] = list(phrase.keywords)
    return match


def _text(phrase: Phrase) -> str:
    return phrase.body.replace(_CURSOR, "")


def _variables(manner: Manner) -> list[dict[str, Any]]:
    day = "%-m月%-d日" if manner.is_chinese else "%B %-d"
    return [
        {"name": "clipboard", "type": "clipboard"},
        {"name": "date", "type": "date", "params": {"format": day}},
        {"name": "time", "type": "date", "params": {"format": "%H:%M"}},
    ]


def _found(phrase: Phrase, variables: Sequence[Block]) -> tuple[Found, ...]:
    if not _text(phrase).strip():
        return ()
    text = render(_text(phrase), variables).text
    return (Found(text, Spot(), phrase.title, codes=phrase.codes, keywords=phrase.keywords),)


def _block(plain: dict[str, Any]) -> Block:
    return Block({name: _block(value) if isinstance(value, dict) else value for name, value in plain.items()})


def _yaml(value: Any) -> str:
    made: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000_000)
    return made
