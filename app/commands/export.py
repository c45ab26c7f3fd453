"""`qindesk export`: phrases into a file of another program.

The rule: what the file does not carry is told on standard error, and `--dry-run` tells it before anything is written.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, opened, say
from app.core.imports.reading import Group

if TYPE_CHECKING:
    from app.core.imports.exports import Preview, Target, Written
    from app.core.phrases.phrase import Phrase
    from app.services.phrases.exporting import Exporting

_BY_ENDING = {
    ".xlsx": "xlsx",
    ".csv": "qianniu",
    ".ini": "sogou",
    ".txt": "sogou",
    ".yml": "espanso",
    ".yaml": "espanso",
    ".json": "json",
}
_FORMATS = ("xlsx", "qianniu", "kefubao", "sogou", "espanso", "json")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    export = commands.add_parser("export", parents=[common], help="write phrases into a file of another program")
    export.add_argument(
        "--format", choices=_FORMATS, default="", help="what kind of file (by the ending of its name; .csv: qianniu)"
    )
    export.add_argument(
        "--group", metavar="PATH", action="append", default=[], help="only this group and those inside it: 售前/催付"
    )
    export.add_argument("--out", metavar="FILE", required=True, help="where to; a file of this name is replaced")
    export.add_argument("--dry-run", action="store_true", help="only tell what the file would not carry")
    export.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from app.core.imports.exports import Target
    from app.front import books

    name = options.format or _BY_ENDING.get(PurePath(options.out).suffix.lower(), "")
    if not name:
        say(f"The name {options.out} does not tell what kind of file it is; add --format. There are: {_listed()}")
        return WRONG_CALL
    with opened(options) as desk:
        service = books.exporting(desk)
        phrases = _meant(service, options.group)
        return _export(service, Target(name), phrases, options)


def _export(service: "Exporting", target: "Target", phrases: "Sequence[Phrase]", options: argparse.Namespace) -> int:
    from app.core.storage import NotWritten

    told = service.preview(target, phrases)
    if not told.kept or options.dry_run:
        _tell(told, None, as_json=options.json)
        return 0 if told.kept else NOT_FOUND
    try:
        written = service.write(options.out, target, phrases, told=told)
    except NotWritten as lost:
        say(lost.sentence)
        return NOT_FOUND
    _tell(told, written, as_json=options.json)
    return 0


def _meant(service: "Exporting", texts: Sequence[str]) -> "Sequence[Phrase]":
    """The phrases of the groups that were asked for, or all; exits with a sentence where there is no such group."""
    every = service.all()
    known = {phrase.group[:depth]: None for phrase in every for depth in range(1, len(phrase.group) + 1)}
    groups = [_group(text, list(known)) for text in texts]
    if not groups:
        return every
    return [phrase for phrase in every if any(phrase.group[: len(group)] == group for group in groups)]


def _group(text: str, known: Sequence[Group]) -> Group:
    wanted = _path(text)
    found = next((group for group in known if _path("/".join(group)) == wanted), None)
    if found is None:
        say(f"No group is called “{text}”. There are: {'; '.join('/'.join(group) for group in known) or 'none'}")
        raise SystemExit(NOT_FOUND)
    return found


def _path(text: str) -> Group:
    return tuple(part.strip() for part in text.replace("／", "/").split("/") if part.strip())


def _tell(told: "Preview", written: "Written | None", *, as_json: bool) -> None:
    from app.core.imports.exports import SENTENCES

    if as_json:
        plain = written.to_plain() if written else told.to_plain()
        print(json.dumps({**plain, "is_written": written is not None}, ensure_ascii=False))
        return
    for each in told.losses:
        more = " …" if each.count > len(each.titles) else ""
        say(f"{each.count}: {SENTENCES[each.loss]} ({', '.join(each.titles)}{more})")
    if written and not written.is_readable:
        say("The file is too large to be read back in one piece; export group by group for that.")
    print(f"{written.path}: {told.kept} phrases" if written else "Nothing was written.")


def _listed() -> str:
    return ", ".join(_FORMATS)
