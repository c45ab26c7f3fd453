"""What the commands that publish packs have in common: the folder, the key, and reasons in words.

The rule: a password is asked for where a person sits, else read from a file or from QINDESK_KEY_PASSWORD, and never
taken from the command line itself, which every user of a computer can see.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, say

if TYPE_CHECKING:
    from app.core.packs.index import Entry
    from app.core.packs.pack import Difference
    from app.formats.packs.minisign import SecretKey
    from app.front.desk import Desk
    from app.ports.shares import Share
    from app.services.packs.publishing import Publishing

PASSWORD = "QINDESK_KEY_PASSWORD"  # noqa: S105 - the name of a variable
USER, USERS_PASSWORD = "QINDESK_SHARE_USER", "QINDESK_SHARE_PASSWORD"
_SIGNS = {"added": "+", "changed": "~", "withdrawn": "-"}
_MEGABYTE = 1024 * 1024


def add_folder(command: argparse.ArgumentParser) -> None:
    """Let a command be told the published folder."""
    command.add_argument(
        "folder", metavar="FOLDER", help=f"a folder, \\\\server\\share, https://… or s3://…; {USER}, {USERS_PASSWORD}"
    )


def add_key(command: argparse.ArgumentParser) -> None:
    """Let a command be told the key to sign with."""
    command.add_argument("--key", type=Path, metavar="FILE", help="the key to sign with (keys/publisher.key)")
    command.add_argument(
        "--password-file", type=Path, metavar="FILE", help=f"the key's password; else {PASSWORD}, else it is asked for"
    )


def key_path(options: argparse.Namespace) -> Path:
    """Where the key lies: beside the database, where no backup takes it from."""
    from app.system.paths import paths

    given: Path | None = options.key
    return given if given is not None else paths(getattr(options, "data", None)).data / "keys" / "publisher.key"


def password_of(options: argparse.Namespace, *, is_new: bool = False) -> str | None:
    """The password of a key; None where nobody told it. Exits where a new one was told in two ways, or is empty."""
    if options.password_file is not None:
        return _password_in(options.password_file)
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    if not sys.stdin.isatty():
        return None
    password = getpass.getpass("Password of the key: ")
    if is_new and password != getpass.getpass("The same again: "):
        say("The two passwords are different. No key was made.")
        raise SystemExit(NOT_FOUND)
    return password


def _password_in(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        say(f"The password cannot be read from {file}.")
        raise SystemExit(WRONG_CALL) from None


def secret_key(options: argparse.Namespace) -> "SecretKey":
    """The key to sign with. Raises `NoKey`."""
    from app.formats.packs.minisign import is_protected, read_secret

    path = key_path(options)
    return read_secret(path, password_of(options) if is_protected(path) else None)


def share_of(options: argparse.Namespace) -> "Share":
    """The published folder. Raises `ShareTrouble`."""
    from app.core.shares.share import Secret
    from app.system.shares.opening import open_share

    text = options.folder
    if "://" not in text and not text.startswith("\\\\"):
        text = str(Path(text).expanduser().absolute())
    secret = Secret(os.environ[USER], os.environ.get(USERS_PASSWORD, "")) if os.environ.get(USER) else None
    return open_share(text, secret)


def publishing_of(options: argparse.Namespace, desk: "Desk", signer: "SecretKey | None" = None) -> "Publishing":
    """The lead's side of the folder, by the shop's time. Raises `ShareTrouble`."""
    from app.formats.packs.form import PublishedForm
    from app.services.packs.publishing import Publishing

    zone = desk.shop_time.zone()
    return Publishing(share_of(options), PublishedForm(), desk.shop_time, zone, signer)


def pack_of(options: argparse.Namespace, publishing: "Publishing") -> str:
    """The pack that is meant: the one that was named, or the only one. Exits with a sentence otherwise."""
    if options.pack:
        return str(options.pack)
    known = sorted(publishing.publications.listed())
    if len(known) == 1:
        return known[0]
    say(f"There are several packs; add --pack: {', '.join(known)}." if known else "Nothing was published here yet.")
    raise SystemExit(WRONG_CALL if known else NOT_FOUND)


def in_words(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A command whose obstacles are told in a sentence; exit code 1."""

    @wraps(run)
    def told(options: argparse.Namespace) -> int:
        from app.core.packs.publishing import NotPublished
        from app.core.shares.share import ShareTrouble
        from app.formats.packs.minisign import NoKey

        try:
            return run(options)
        except (NotPublished, NoKey) as lack:
            say(lack.sentence())
        except ShareTrouble as trouble:
            say(trouble_said(trouble))
        return NOT_FOUND

    return told


def trouble_said(trouble: Any) -> str:
    """Why a share did not do what was asked, in English words."""
    from app.core.shares.share import READ_LIMIT, SENTENCES

    sentence = SENTENCES[trouble.reason].replace("{place}", trouble.place).replace("{detail}", trouble.detail)
    return sentence.replace("{limit}", str(READ_LIMIT // _MEGABYTE))


def entry_plain(entry: "Entry") -> dict[str, Any]:
    """A publication as a JSON object."""
    return {
        "pack": entry.pack_id,
        "number": entry.number,
        "file": entry.file,
        "sha256": entry.sha256,
        "size": entry.size,
        "published_at": entry.published_at.isoformat(),
        "publisher": entry.publisher,
        "note": entry.note,
        "key_id": entry.key_name,
        "must_read": list(entry.marks),
    }


def difference_plain(difference: "Difference") -> dict[str, Any]:
    """What became of one thing, as a JSON object."""
    return {
        "id": difference.item_id,
        "kind": difference.noun.value,
        "name": difference.name,
        "fate": difference.fate.value,
        "is_must_read": difference.is_must_read,
        "changes": [{"field": each.field, "old": each.old, "new": each.new} for each in difference.changes],
    }


def tell_differences(differences: "Sequence[Difference]") -> None:
    """What became of each thing, a line each, and a line for each field that changed."""
    for each in differences:
        mark = " (must-read)" if each.is_must_read else ""
        print(f"{_SIGNS[each.fate.value]} {each.noun.value} {each.name}{mark}")
        for change in each.changes:
            print(f"    {change.field}: {_one_line(change.old)} → {_one_line(change.new)}")


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "–"
