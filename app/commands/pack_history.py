"""`qindesk pack history|confirmed`: what was published into a folder, and who has read what must be read."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, opened, say
from app.commands.pack_desk import (
    add_folder,
    entry_plain,
    in_words,
    key_path,
    pack_of,
    publishing_of,
    share_of,
    trouble_said,
)

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.core.packs.confirmations import Reader
    from app.core.packs.signatures import PublicKey
    from app.services.packs.confirming import Confirmed
    from app.services.packs.publications import Publication
    from app.services.packs.publishing import Publishing


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar; `verbs` are those of `qindesk pack`."""
    history = verbs.add_parser("history", parents=[common], help="everything that was ever published into a folder")
    add_folder(history)
    history.add_argument("--pack", metavar="ID", default="", help="which pack, where there are several")
    history.add_argument("--verify", action="store_true", help="read every publication and check its signature")
    history.add_argument("--mend", action="store_true", help="write the index again, where it is missing or behind")
    history.set_defaults(run=in_words(_history), key=None)

    confirmed = verbs.add_parser("confirmed", parents=[common], help="who has read the must-reads, and who has not")
    add_folder(confirmed)
    confirmed.add_argument("--pack", metavar="ID", default="", help="which pack, where there are several")
    confirmed.add_argument(
        "--agent", metavar="NAME", action="append", default=[], help="somebody who should be there; may be repeated"
    )
    confirmed.set_defaults(run=in_words(_confirmed))


def _history(options: argparse.Namespace) -> int:
    with opened(options) as desk:
        publishing = publishing_of(options, desk)
        trouble = publishing.mend() if options.mend else None
        pack_id = pack_of(options, publishing)
        told = publishing.history(pack_id)
        pinned = _own_key(options)
        verdicts = {each.file: _judged(each, publishing, pinned) for each in told} if options.verify else {}
        is_behind = publishing.publications.is_index_behind()
        zone = desk.shop_time.zone()
    if options.json:
        rows = [_plain(each, verdicts) for each in told]
        print(json.dumps({"pack": pack_id, "is_index_behind": is_behind, "publications": rows}, ensure_ascii=False))
    for each in told if not options.json else ():
        print(_line(each, zone, verdicts))
    if trouble is not None:
        say(trouble_said(trouble))
    elif is_behind:
        say("The index does not tell of all this yet. Add --mend to write it again.")
    return 0 if told and trouble is None and not any(verdicts.values()) else NOT_FOUND


def _own_key(options: argparse.Namespace) -> "PublicKey | None":
    """The public half of the lead's own key, where there is one."""
    from app.formats.packs.minisign import KeyTrouble, NoKey, public_file, read_public_file

    try:
        return read_public_file(public_file(key_path(options)))
    except NoKey as lack:
        if lack.trouble is not KeyTrouble.NOT_THERE:
            say(lack.sentence())
        return None


def _judged(publication: "Publication", publishing: "Publishing", pinned: "PublicKey | None") -> str:
    """What is wrong with a publication, in words; empty where nothing is, or nothing of it is left to judge."""
    from app.core.packs.trust import said
    from app.core.shares.share import ShareTrouble

    if publication.entry is None:
        return ""
    try:
        return said(publishing.judged(publication.entry, pinned))
    except ShareTrouble as trouble:
        return trouble_said(trouble)


def _plain(publication: "Publication", verdicts: dict[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": publication.number,
        "state": publication.state.value,
        "file": publication.file,
        **(entry_plain(publication.entry) if publication.entry else {}),
    }
    if publication.file in verdicts:
        told |= {"is_good": not verdicts[publication.file], "why_not": verdicts[publication.file]}
    return told


def _line(publication: "Publication", zone: "ZoneInfo", verdicts: dict[str, str]) -> str:
    entry = publication.entry
    parts = [str(publication.number), publication.state.value]
    if entry is None:
        parts += [publication.file or "–"]
    else:
        parts += [
            f"{entry.published_at.astimezone(zone):%Y-%m-%d %H:%M}",
            entry.publisher,
            " ".join(entry.note.split()),
        ]
    if entry is not None and publication.file in verdicts:
        parts += [verdicts[publication.file] or "the signature is good"]
    return "\t".join(parts)


def _confirmed(options: argparse.Namespace) -> int:
    from app.services.packs.confirming import Confirming

    with opened(options) as desk:
        pack_id = pack_of(options, publishing_of(options, desk))
        confirmed = Confirming(share_of(options)).confirmed(pack_id, options.agent)
        zone = desk.shop_time.zone()
    if confirmed is None:
        say("Nothing was published here yet.")
        return NOT_FOUND
    _tell_confirmed(confirmed, zone, options)
    return NOT_FOUND if confirmed.have_not else 0


def _tell_confirmed(confirmed: "Confirmed", zone: "ZoneInfo", options: argparse.Namespace) -> None:
    if options.json:
        rows = [_reader_plain(each) for each in confirmed.readers]
        told = {"pack": confirmed.entry.pack_id, "number": confirmed.entry.number}
        print(json.dumps({**told, "must_read": list(confirmed.entry.marks), "agents": rows}, ensure_ascii=False))
        return
    done = "has read everything" if confirmed.entry.marks else "nothing has to be read"
    for each in confirmed.readers:
        at = f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}" if each.at else "never seen"
        print("\t".join((each.agent, at, str(each.number or "–"), ", ".join(each.missing) or done)))
    if not confirmed.readers:
        say("No agent has written anything back yet.")


def _reader_plain(reader: "Reader") -> dict[str, Any]:
    return {
        "agent": reader.agent,
        "number": reader.number,
        "at": reader.at.isoformat() if reader.at else None,
        "missing": list(reader.missing),
    }
