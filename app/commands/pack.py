"""`qindesk pack new|check|diff|rules`: a lead's file of phrases before it is published; the other verbs stand beside.

The rule: a file is looked at and never changed; `new` writes over nothing that is there already.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands import pack_publishing
from app.commands.opening import NOT_FOUND, WRONG_CALL, opened, say
from app.commands.pack_checking import add_rules, findings_of, rules_of

if TYPE_CHECKING:
    from app.core.packs.findings import Finding, PackReading
    from app.core.packs.pack import Difference, Pack, PackHead
    from app.front.desk import Desk

_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "same": ("", "")}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar, that of publishing too."""
    pack = commands.add_parser("pack", help="a pack: what a lead publishes for everybody")
    verbs = pack.add_subparsers(title="verbs", dest="verb", required=True)

    new = verbs.add_parser("new", parents=[common], help="write a blank file to be filled in")
    new.add_argument("file", metavar="FILE", help="xlsx (with drop-downs and examples), csv, yaml or json")
    new.add_argument("--id", default="", metavar="ID", help="names the pack for good (made of the file's name)")
    new.add_argument("--name", default="", metavar="NAME", help="what people see")
    new.add_argument("--language", choices=("zh", "en"), help="of the headings (that of the program)")
    new.add_argument("--force", action="store_true", help="write over a file that is there")
    new.set_defaults(run=_new)

    check = verbs.add_parser("check", parents=[common], help="what is wrong with a file, by sheet, row and column")
    check.add_argument("files", nargs="+", metavar="FILE")
    add_rules(check)
    check.add_argument("--strict", action="store_true", help="warnings fail too")
    check.set_defaults(run=_check)

    diff = verbs.add_parser("diff", parents=[common], help="what is different between two files")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.set_defaults(run=_diff)

    rules = verbs.add_parser("rules", parents=[common], help="the lists that a check goes by, to be saved and edited")
    rules.add_argument("--default", action="store_true", help="the program's own, not those of the settings")
    rules.set_defaults(run=_rules)
    pack_publishing.add(verbs, common)


def _new(options: argparse.Namespace) -> int:
    from app.core.storage import NotWritten
    from app.formats.file import put
    from app.formats.packs.packs import Form, form_of, made_id

    form = form_of(options.file)
    if form is None:
        say("The name must end in .xlsx, .csv, .yaml or .json.")
        return WRONG_CALL
    if Path(options.file).exists() and not options.force:
        say(f"{options.file} is there already. Choose another name, or write over it with --force.")
        return NOT_FOUND
    with opened(options) as desk:
        is_chinese = _is_chinese(desk) if options.language is None else options.language == "zh"
        head = _head(options, made_id(Path(options.file).stem), is_chinese)
        content = _blank(head, form is Form.WORKBOOK, options.file, desk, is_chinese)
    try:
        put(options.file, content)
    except NotWritten as error:
        say(error.sentence)
        return NOT_FOUND
    if options.json:
        print(json.dumps({"file": options.file, "form": form.value, "id": head.id}, ensure_ascii=False))
    else:
        print(f"{options.file}: fill it in, then look at it with `qindesk pack check {options.file}`.")
    return 0


def _is_chinese(desk: "Desk") -> bool:
    from app.core.settings import Language

    return desk.preferences.current.language is not Language.ENGLISH


def _head(options: argparse.Namespace, made: str, is_chinese: bool) -> "PackHead":
    from app.core.packs.pack import PackHead, is_pack_id

    if options.id and not is_pack_id(options.id):
        say(f"“{options.id}” cannot name a pack: letters, digits, dots, dashes and underscores, 64 at the most.")
        raise SystemExit(WRONG_CALL)
    return PackHead(options.id or made, options.name, language="zh-CN" if is_chinese else "en")


def _blank(head: "PackHead", is_workbook: bool, file: str, desk: "Desk", is_chinese: bool) -> bytes:
    from app.formats.packs.examples import sample
    from app.formats.packs.packs import Form, form_of, write_pack
    from app.formats.packs.tables_writer import template

    zone = desk.shop_time.zone()
    if is_workbook:
        return template(head, desk.shop_time.now(), zone, is_chinese=is_chinese)
    return write_pack(sample(head, is_chinese=is_chinese), form_of(file) or Form.JSON, zone, is_chinese=is_chinese)


def _check(options: argparse.Namespace) -> int:
    from app.core.packs.findings import Severity

    told = []
    with opened(options) as desk:
        rules = rules_of(options, desk)
        for file in options.files:
            reading = _reading(file, desk)
            told.append((reading, findings_of(reading, rules, desk)))
    bad = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    has_failed = any(reading.draft is None or any(each.severity in bad for each in found) for reading, found in told)
    if options.json:
        print(json.dumps({"files": [_plain(*each) for each in told]}, ensure_ascii=False))
    for reading, found in told if not options.json else ():
        _tell(reading, found)
    return NOT_FOUND if has_failed else 0


def _plain(reading: "PackReading", found: "tuple[Finding, ...]") -> dict[str, Any]:
    head = reading.draft.head if reading.draft else None
    return {
        "file": reading.file,
        "id": head.id if head else None,
        "name": head.name if head else None,
        "counts": _counts(reading.draft) if reading.draft else {},
        "example_rows": reading.example_count,
        "can_be_published": not reading.has_failed,
        "findings": [each.to_plain() for each in found],
    }


def _counts(pack: "Pack") -> dict[str, int]:
    from app.core.packs.pack import Noun, noun_of

    nouns = [noun_of(item) for item in pack.items().values()]
    return {noun.value: nouns.count(noun) for noun in Noun}


def _tell(reading: "PackReading", found: "tuple[Finding, ...]") -> None:
    for each in found:
        spot = each.spot
        place = (spot.file, spot.sheet, f"row {spot.line}" if spot.line else "", spot.column)
        print(f"{each.severity.value}\t{', '.join(part for part in place if part)}: {each.sentence}")
    counts = _counts(reading.draft) if reading.draft else {}
    told = ", ".join(f"{noun} {count}" for noun, count in counts.items()) or "nothing"
    weights = Counter(each.severity.value for each in found)
    weighed = ", ".join(f"{weights[weight]} {weight}s" for weight in ("error", "warning", "hint"))
    skipped = f"; {reading.example_count} example rows were not read" if reading.example_count else ""
    print(f"{reading.file}: {told}; {weighed}{skipped}")


def _diff(options: argparse.Namespace) -> int:
    from app.core.packs.differences import differences

    with opened(options) as desk:
        old, new = _two(options.old, options.new, desk)
        zone = desk.shop_time.zone()
    for reading in (old, new):
        for finding in reading.problems if reading.pack is None else ():
            say(f"{finding.spot.file}, {finding.spot.sheet} {finding.spot.line}: {finding.sentence}")
    if old.pack is None or new.pack is None:
        return NOT_FOUND
    if old.pack.head.id != new.pack.head.id:
        say(f"These are two packs, not two states of one: {old.pack.head.id} and {new.pack.head.id}.")
    found = differences(old.pack, new.pack, zone)
    if options.json:
        print(json.dumps({"differences": [_difference(each) for each in found]}, ensure_ascii=False))
    for each in found if not options.json else ():
        _tell_difference(each)
    if not found and not options.json:
        print("There is no difference.")
    return 0


def _two(old_file: str, new_file: str, desk: "Desk") -> "tuple[PackReading, PackReading]":
    """Two files as states of one pack: one that does not say its id has that of the other."""
    old, new = _reading(old_file, desk), _reading(new_file, desk)
    if old.draft and new.draft and old.draft.head.id != new.draft.head.id:
        old = _reading(old_file, desk, new.draft.head.id)
        if old.draft:
            new = _reading(new_file, desk, old.draft.head.id)
    return old, new


def _difference(difference: "Difference") -> dict[str, Any]:
    from app.commands.pack_desk import difference_plain
    from app.core.packs.differences import marked

    told = difference_plain(difference)
    for change, plain in zip(difference.changes, told["changes"], strict=True):
        plain["runs"] = [{"text": run.text, "mark": run.mark.value} for run in marked(change.old, change.new)]
    return told


def _tell_difference(difference: "Difference") -> None:
    from app.core.packs.differences import marked

    mark = " (must-read)" if difference.is_must_read else ""
    print(f"{difference.fate.value}\t{difference.noun.value}\t{difference.name}{mark}")
    for change in difference.changes:
        runs = (
            _SIGNS[run.mark.value][0] + run.text + _SIGNS[run.mark.value][1] for run in marked(change.old, change.new)
        )
        print(f"\t{change.field}: {' '.join(''.join(runs).split())}")


def _rules(options: argparse.Namespace) -> int:
    from app.core.packs.check_rules import rules_text

    text = rules_text()
    if not options.default:
        with opened(options) as desk:
            text = desk.preferences.current.lead.rules or text
    print(json.dumps({"rules": text}, ensure_ascii=False) if options.json else text.rstrip("\n"))
    return 0


def _reading(file: str, desk: "Desk", pack_id: str = "") -> "PackReading":
    from app.formats.packs.packs import read_pack

    return read_pack(file, desk.shop_time.zone(), desk.shop_time.now(), pack_id=pack_id)
