"""`qindesk pack publish|rollback|keygen|history|confirmed|tidy`: the lead's side of a published folder.

The rule: what would change is told before anything is written, and `--dry-run` ends there.
"""

import argparse
import json
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, opened, say
from app.commands.pack_checking import add_rules, findings_of, rules_of
from app.commands.pack_desk import (
    PASSWORD,
    add_folder,
    add_key,
    difference_plain,
    entry_plain,
    in_words,
    key_path,
    pack_of,
    password_of,
    publishing_of,
    secret_key,
    tell_differences,
    trouble_said,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.packs.findings import Finding, PackReading
    from app.core.packs.pack import Pack
    from app.core.packs.publishing import Outrun, Preview, Published
    from app.front.desk import Desk
    from app.services.packs.publishing import Publishing


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar; `verbs` are those of `qindesk pack`."""
    from app.commands import pack_history, pack_tidying

    _add_publish(verbs, common)
    _add_rollback(verbs, common)
    _add_keygen(verbs, common)
    pack_history.add(verbs, common)
    pack_tidying.add(verbs, common)


def _add_publish(verbs: Any, common: argparse.ArgumentParser) -> None:
    publish = verbs.add_parser("publish", parents=[common], help="give a pack to everybody who reads a folder")
    publish.add_argument("file", metavar="FILE", help="the pack: xlsx, csv, yaml or json")
    add_folder(publish)
    publish.add_argument("--note", metavar="TEXT", help="what is new, in a sentence (the pack's own)")
    publish.add_argument(
        "--must-read", metavar="ID", action="append", default=[], help="everybody must confirm this, besides the marked"
    )
    add_rules(publish)
    publish.add_argument("--strict", action="store_true", help="a warning of the check stops it too")
    _add_how(publish)
    publish.set_defaults(run=in_words(_publish))


def _add_rollback(verbs: Any, common: argparse.ArgumentParser) -> None:
    back = verbs.add_parser("rollback", parents=[common], help="publish again what an older publication held")
    add_folder(back)
    back.add_argument("number", metavar="NUMBER", type=int, help="of the publication to go back to")
    back.add_argument("--pack", metavar="ID", default="", help="which pack, where there are several")
    back.add_argument("--note", metavar="TEXT", help="why")
    _add_how(back)
    back.set_defaults(run=in_words(_rollback))


def _add_keygen(verbs: Any, common: argparse.ArgumentParser) -> None:
    keygen = verbs.add_parser("keygen", parents=[common], help="make the key that packs are signed with")
    add_key(keygen)
    keygen.add_argument(
        "--no-password", action="store_true", help="for a machine that publishes by itself: whoever has the file signs"
    )
    keygen.set_defaults(run=in_words(_keygen))


def _add_how(command: argparse.ArgumentParser) -> None:
    add_key(command)
    command.add_argument(
        "--expect", metavar="NUMBER", type=int, help="stop if anybody published after this number (the newest now)"
    )
    command.add_argument("--new-key", action="store_true", help="go on though another key signed so far")
    command.add_argument("--dry-run", action="store_true", help="only tell what would change")


def _publish(options: argparse.Namespace) -> int:
    with opened(options) as desk:
        rules = rules_of(options, desk)
        reading = _reading(options, desk)
        findings = findings_of(reading, rules, desk)
        _tell_findings(findings, options)
        pack = None if _stops(findings, is_strict=options.strict) else reading.pack
        if pack is None:
            return _not_read(findings, options)
        marked = pack.must_read | {_whole(item_id, pack) for item_id in options.must_read}
        preview = publishing_of(options, desk).preview(pack, options.note, marked)
        if not options.json:
            tell_differences(preview.differences)
        if options.dry_run:
            return _told_only(preview, options, findings)
        publishing = publishing_of(options, desk, secret_key(options))
        return _out(publishing, pack, marked, preview, options)


def _stops(findings: "Sequence[Finding]", *, is_strict: bool) -> bool:
    from app.core.packs.findings import Severity

    bad = {Severity.ERROR, Severity.WARNING} if is_strict else {Severity.ERROR}
    return any(finding.severity in bad for finding in findings)


def _tell_findings(findings: "Sequence[Finding]", options: argparse.Namespace) -> None:
    """Errors and warnings; hints are what `qindesk pack check` is for."""
    from app.core.packs.findings import Severity

    for finding in findings if not options.json else ():
        if finding.severity is not Severity.HINT:
            say(f"{finding.severity.value}: {_placed(finding)}")


def _rollback(options: argparse.Namespace) -> int:
    with opened(options) as desk:
        publishing = publishing_of(options, desk, secret_key(options))
        pack = publishing.pack_numbered(pack_of(options, publishing), options.number)
        preview = publishing.preview(pack, options.note)
        if not options.json:
            tell_differences(preview.differences)
        if options.dry_run:
            return _told_only(preview, options)
        return _out(publishing, pack, None, preview, options)


def _reading(options: argparse.Namespace, desk: "Desk") -> "PackReading":
    from app.formats.packs.packs import read_pack

    return read_pack(options.file, desk.shop_time.zone(), desk.shop_time.now())


def _whole(item_id: str, pack: "Pack") -> str:
    """An id as people know it from their file, or as the program does."""
    from app.core.packs.ids import whole

    return item_id if item_id in pack.items() else whole(item_id, pack.head.id)


_STRICT = "With --strict a warning stops it: mend what it is about, or leave --strict out."


def _not_read(findings: "Sequence[Finding]", options: argparse.Namespace) -> int:
    is_broken = _stops(findings, is_strict=False) or not options.strict
    say("Nothing was published." if is_broken else f"Nothing was published. {_STRICT}")
    if options.json:
        told = [finding.to_plain() for finding in findings]
        print(json.dumps({"is_published": False, "findings": told}, ensure_ascii=False))
    return NOT_FOUND


def _placed(finding: "Finding") -> str:
    spot = finding.spot
    parts = (spot.sheet, f"row {spot.line}" if spot.line else "", spot.column)
    return f"{', '.join(part for part in parts if part) or spot.file}: {finding.sentence}"


def _told_only(preview: "Preview", options: argparse.Namespace, findings: "Sequence[Finding]" = ()) -> int:
    if options.json:
        told = {
            "is_published": False,
            "pack": preview.pack.head.id,
            "number": preview.pack.head.number,
            "expected": preview.base.expected_number,
            "size": preview.size,
            "findings": [finding.to_plain() for finding in findings],
            "differences": [difference_plain(each) for each in preview.differences],
        }
        print(json.dumps(told, ensure_ascii=False))
    head = preview.pack.head
    named = f" ({head.name})" if head.name else ""
    say(f"This would be publication {head.number} of the pack “{head.id}”{named}. Nothing was written.")
    return 0


def _out(
    publishing: "Publishing",
    pack: "Pack",
    marked: "frozenset[str] | None",
    preview: "Preview",
    options: argparse.Namespace,
) -> int:
    from app.core.packs.publishing import Outrun

    expected = preview.base.expected_number if options.expect is None else options.expect
    done = publishing.publish(pack, options.note, marked, expected, is_new_key=options.new_key)
    return _tell_outrun(done, options) if isinstance(done, Outrun) else _tell_published(done, options)


def _tell_published(done: "Published", options: argparse.Namespace) -> int:
    if options.json:
        differences = [difference_plain(each) for each in done.differences]
        told = {"is_published": True, **entry_plain(done.entry), "differences": differences}
        print(json.dumps(told | {"is_index_behind": done.index_trouble is not None}, ensure_ascii=False))
    say(f"Publication {done.entry.number} of the pack “{done.entry.pack_id}” is out: {done.entry.file}")
    if done.index_trouble is not None:
        say(f"Others do not see it yet: {trouble_said(done.index_trouble)} Run “qindesk pack history --mend”.")
        return NOT_FOUND
    return 0


def _tell_outrun(outrun: "Outrun", options: argparse.Namespace) -> int:
    number, theirs = outrun.base.expected_number, outrun.base.entry
    if options.json:
        told = {
            "is_published": False,
            "is_outrun": True,
            "expected": number,
            "theirs": entry_plain(theirs) if theirs else None,
            "kept": outrun.kept,
            "differences": [difference_plain(each) for each in outrun.differences],
        }
        print(json.dumps(told, ensure_ascii=False))
        return NOT_FOUND
    who = f" by {theirs.publisher}" if theirs and theirs.publisher else ""
    say(f"Somebody was faster: publication {number}{who} is out, and yours was not published.")
    say(f"What yours would change in it stands below; to publish it on top, add --expect {number}.")
    tell_differences(outrun.differences)
    return NOT_FOUND


def _keygen(options: argparse.Namespace) -> int:
    from app.formats.packs.minisign import made, public_file, save

    password = None if options.no_password else password_of(options, is_new=True)
    if not options.no_password and not password:
        say(f"A key takes a password: type one, set {PASSWORD}, or add --no-password. No key was made.")
        return WRONG_CALL
    key, path = made(), key_path(options)
    save(key, path, password)
    told = {
        "key_file": str(path),
        "public_file": str(public_file(path)),
        "key_id": key.public.name,
        "public_key": key.public.text,
        "fingerprint": key.public.fingerprint,
        "is_protected": password is not None,
    }
    if options.json:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print(f"{key.public.fingerprint}\n{key.public.text}")
    say(f"The key is in {path}. Keep a copy of it in a safe place: no backup of QinDesk holds it.")
    say("Tell everybody the fingerprint above by another way than the folder, so that they can compare it once.")
    return 0
