"""The command line: find, import, ask the cheat-sheet and examine without a window.

The rule: JSON goes to standard output and nothing else does; sentences for people go to standard error. Exit codes:
0 done, 1 nothing found or something wrong, 2 the call itself is wrong.
"""

import argparse
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app import VERSION
from app.commands import activity, export, facts, orders, pack, price, report, update
from app.commands.opening import open_desk_of, say
from app.core.storage import NotStored, Trouble
from app.front.given import add_window_options

TROUBLES = {
    Trouble.FULL: "The disk is full. Nothing was changed; free some space and try again.",
    Trouble.LOCKED: "Another program holds the data. Nothing was changed; close it and try again.",
    Trouble.READ_ONLY: "The data folder cannot be written to. Nothing was changed; check its permissions.",
    Trouble.DAMAGED: "The database is damaged. It was left as it is; restore a backup from the folder `backups`.",
    Trouble.NEWER: "The data was written by a newer QinDesk. Nothing was changed; install the newer version.",
    Trouble.FOREIGN: "The file is not a database of QinDesk. Nothing was changed; choose another data folder.",
    Trouble.GONE: "The data is no longer where it was. Nothing was changed.",
}


def run(arguments: list[str]) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    if getattr(options, "json", False) and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as JSON is everywhere; a Chinese Windows would write GBK into a pipe
    try:
        code: int = options.run(options)
    except NotStored as not_stored:
        say(TROUBLES[not_stored.trouble])
        return 1
    except BrokenPipeError:
        return 0
    return code


def parser() -> argparse.ArgumentParser:
    """The grammar: options of the window, and the commands."""
    whole = argparse.ArgumentParser(prog="qindesk", description="QinDesk (亲台): phrases into the chat.")
    whole.add_argument("--version", action="version", version=f"QinDesk {VERSION}")
    add_window_options(whole)
    commands = whole.add_subparsers(title="commands", dest="command")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help="one JSON document on standard output")

    find = commands.add_parser("find", parents=[common], help="search phrases and the cheat-sheet as the window does")
    find.add_argument("text", nargs="*", help="Chinese, pinyin, initials, a code, or a mix of them")
    find.add_argument("--stdin", action="store_true", help="read a query from each line of standard input")
    find.add_argument("--limit", type=int, default=10, metavar="N", help="how many at the most (10)")
    find.add_argument("--copy", action="store_true", help="put the first one on the clipboard")
    find.set_defaults(run=_find)

    bring = commands.add_parser("import", parents=[common], help="bring phrase files of other programs in")
    bring.add_argument("files", nargs="+", metavar="FILE", help="千牛, 客服宝, espanso, Sogou, a pack, or any table")
    bring.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    bring.set_defaults(run=_import)

    for command in (export, activity, facts, price, orders, report, pack, update):
        command.add(commands, common)

    doctor = commands.add_parser("doctor", parents=[common], help="say what works on this PC and what does not")
    doctor.set_defaults(run=_doctor)
    return whole


def _find(options: argparse.Namespace) -> int:
    desk = open_desk_of(options)
    try:
        queries = (line.rstrip("\r\n") for line in sys.stdin) if options.stdin else [" ".join(options.text)]
        return _answer(desk, queries, options)
    finally:
        desk.close()


def _answer(desk: Any, queries: Iterable[str], options: argparse.Namespace) -> int:
    has_found = False
    for query in queries:
        hits = desk.find.results(query, limit=max(options.limit, 1))
        has_found = has_found or bool(hits)
        if options.json:
            print(
                json.dumps({"query": query, "hits": [_plain(hit, desk) for hit in hits]}, ensure_ascii=False),
                flush=True,
            )
        else:
            for hit in hits:
                codes = " ".join(hit.phrase.codes)
                said = _text(desk, hit.phrase) or hit.phrase.body
                print(f"{hit.phrase.title}\t{codes}\t{' / '.join(hit.phrase.group)}\t{_one_line(said)}")
        if not hits and not options.json:
            say(f"Nothing was found for “{query}”.")
        if options.copy and hits:
            import pyperclip

            pyperclip.copy(_text(desk, hits[0].phrase) or hits[0].phrase.body)
    return 0 if has_found else 1


def _text(desk: Any, phrase: Any) -> str | None:
    """What would go out now; None where a fact is missing, something must be asked, or it holds at another time."""
    from app.core.facts.templates import MissingFact
    from app.core.sheet.sheet import About

    about = desk.subjects.meant(phrase)
    if not isinstance(about, About) or not desk.facts.validity(phrase).is_valid:
        return None
    try:
        text: str = desk.facts.preview(phrase.body, about=about)
    except MissingFact:
        return None
    return text


def _plain(hit: Any, desk: Any) -> dict[str, Any]:
    phrase, marks = hit.phrase, hit.marks
    return {
        "id": phrase.id,
        "title": phrase.title,
        "body": phrase.body,
        "text": _text(desk, phrase),
        "codes": list(phrase.codes),
        "group": list(phrase.group),
        "stage": phrase.stage.value if phrase.stage else None,
        "role": phrase.role.value if phrase.role else None,
        "is_pinned": phrase.is_pinned,
        "source": phrase.source,
        "matched": hit.tier.name.lower(),
        "marks": {"title": marks.title, "body": marks.body},
    }


def _import(options: argparse.Namespace) -> int:
    desk = open_desk_of(options, is_writing=not options.dry_run)
    try:
        plan = desk.importing.dry_run(options.files)
        report = None if options.dry_run else desk.importing.apply(plan)
    finally:
        desk.close()
    if options.json:
        print(json.dumps(report.to_plain() if report else plan.to_plain(), ensure_ascii=False))
    else:
        _tell(plan, report.backup if report else "")
    return 1 if plan.bad else 0


def _tell(plan: Any, backup: str) -> None:
    from app.core.imports.reading import sentence

    for bad in plan.bad:
        say(str(bad))
    for row in plan.rows:
        for problem in row.problems:
            place = ", ".join(part for part in (row.spot.file, row.spot.sheet, f"line {row.spot.line}") if part)
            say(f"{place}: {sentence(problem.reason, problem.names, problem.limit)}")
    counts = plan.counts
    print(
        f"new {counts.new}, changed {counts.changed}, same {counts.same}, "
        f"conflicting {counts.conflicting}, unsupported {counts.unsupported}"
    )
    print(f"Backup before the import: {backup}" if backup else "Nothing was changed.")


def _doctor(options: argparse.Namespace) -> int:
    from app.front.examination import run as examine

    return examine(options.data, as_json=options.json)


def _one_line(body: str) -> str:
    return " ".join(body.split())
