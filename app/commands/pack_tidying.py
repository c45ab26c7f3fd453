"""`qindesk pack tidy`: old publications are taken out of a folder.

The rule: nothing is deleted before somebody has seen what would go, so that without `--delete` nothing is.
"""

import argparse
import json
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, opened, say
from app.commands.pack_desk import add_folder, in_words, share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.packs.tidying import Tidying
    from app.services.packs.tidying import FolderTidying


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar; `verbs` are those of `qindesk pack`."""
    from app.core.packs.tidying import KEPT

    tidy = verbs.add_parser("tidy", parents=[common], help="take old publications out of a folder")
    add_folder(tidy)
    tidy.add_argument("--pack", metavar="ID", default="", help="which pack (all of them)")
    tidy.add_argument(
        "--keep", metavar="COUNT", type=int, default=KEPT, help=f"so many publications stay of each pack ({KEPT})"
    )
    tidy.add_argument("--delete", action="store_true", help="do it; otherwise it is only told what would go")
    tidy.set_defaults(run=in_words(_tidy))


def _tidy(options: argparse.Namespace) -> int:
    from app.core.packs.tidying import LEAST
    from app.services.packs.tidying import FolderTidying

    if options.keep < LEAST:
        say(f"At least {LEAST} publications stay: the newest, and the one before it to go back to.")
        return WRONG_CALL
    with opened(options):
        tidying = FolderTidying(share_of(options))
        plans = _plans(tidying, options)
        if options.delete:
            for each in plans:
                tidying.carry_out(each)
    if options.json:
        print(json.dumps({"is_deleted": options.delete, "packs": [_plain(each) for each in plans]}, ensure_ascii=False))
    else:
        _tell(plans, is_deleted=options.delete)
    return 0


def _plans(tidying: "FolderTidying", options: argparse.Namespace) -> "Sequence[Tidying]":
    """What goes of each pack; exits with a sentence where the one that was named is not there."""
    known = tidying.pack_ids()
    if options.pack and options.pack not in known:
        said = ", ".join(known) or "no packs at all"
        say(f"The folder does not hold the pack “{options.pack}”; it holds {said}.")
        raise SystemExit(NOT_FOUND)
    return [tidying.plan(pack_id, options.keep) for pack_id in ([options.pack] if options.pack else known)]


def _plain(each: "Tidying") -> dict[str, Any]:
    return {
        "pack": each.pack_id,
        "kept": each.count,
        "first_kept": each.first,
        "newest": each.newest,
        "numbers": list(each.numbers),
        "files": list(each.files),
    }


def _tell(plans: "Sequence[Tidying]", *, is_deleted: bool) -> None:
    count = sum(len(each.files) for each in plans)
    for each in plans:
        kept = f"{each.count} kept ({each.first} to {each.newest})" if each.count else "nothing whole, nothing touched"
        gone = f"{len(each.files)} files of {len(each.numbers)} older ones" if each.files else "nothing older"
        print("\t".join((each.pack_id, kept, gone)))
    if not count:
        say("There is nothing to tidy.")
    elif is_deleted:
        say(f"{count} files were deleted.")
    else:
        say(f"{count} files would go. Nothing was deleted; add --delete to do it.")
