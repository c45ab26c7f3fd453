"""`qindesk update check|announce`: what the people who look after many computers need of new versions.

The rule: `check` changes nothing and fetches nothing; `announce` writes to the share alone.
"""

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, WRONG_CALL, say

if TYPE_CHECKING:
    from app.core.updates.update import Offer, Policy
    from app.core.versions import Version

_VERSION_IN_NAME = re.compile(r"-(\d+\.\d+\.\d+)-")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    from app.commands.pack_desk import add_key

    update = commands.add_parser("update", help="new versions of the program")
    verbs = update.add_subparsers(title="verbs", dest="verb", required=True)

    check = verbs.add_parser(
        "check", parents=[common], help="whether a newer version is announced, and may be believed"
    )
    check.add_argument("--from", dest="location", metavar="PLACE", help="look there (where the policy says)")
    check.add_argument("--key", metavar="KEY", help="believe this public key (that of the policy)")
    check.set_defaults(run=_check)

    announce = verbs.add_parser("announce", parents=[common], help="put a version on a share and announce it, signed")
    announce.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the installer, the archive for Linux")
    announce.add_argument("--to", dest="folder", required=True, metavar="PLACE", help="where the computers look")
    announce.add_argument("--zh", default="", metavar="TEXT", help="why it is there, in Chinese")
    announce.add_argument("--en", default="", metavar="TEXT", help="the same in English")
    announce.add_argument("--version", metavar="VERSION", help="which it is (as the files are called)")
    add_key(announce)
    announce.set_defaults(run=_announce)


def _check(options: argparse.Namespace) -> int:
    from app.core.shares.share import ShareTrouble
    from app.core.updates.update import NotOffered
    from app.system.updating import installed_version

    policy = _policy(options)
    lack = "" if policy.can_look else _lack(policy)
    offer: Offer | None = None
    if not lack:
        try:
            offer = _found(options, policy)
        except NotOffered as not_offered:
            lack = not_offered.sentence()
        except ShareTrouble as trouble:
            from app.commands.pack_desk import trouble_said

            lack = trouble_said(trouble)
    if options.json:
        print(json.dumps(_plain(installed_version(), policy, offer, lack), ensure_ascii=False))
    elif offer:
        print(f"{offer.version}\t{offer.build.name}\t{offer.reason('zh_CN')}")
    if lack:
        say(lack)
    elif not offer:
        say(f"QinDesk {installed_version()} is the newest.")
    return 0 if offer else NOT_FOUND


def _policy(options: argparse.Namespace) -> "Policy":
    """That of this computer, or what the call says; exits where that is no key."""
    from dataclasses import replace

    from app.core.packs.signatures import BadKey, read_public_key
    from app.system.updating import this_policy

    policy = this_policy()
    try:
        key = read_public_key(options.key) if options.key else policy.key
    except BadKey as bad:
        say(str(bad))
        raise SystemExit(WRONG_CALL) from bad
    return replace(policy, location=options.location or policy.location, key=key)


def _lack(policy: "Policy") -> str:
    if policy.fault:
        return f"The policy for updates is not understood: {policy.fault}. Nothing is looked for."
    if not policy.is_allowed:
        return "The policy of this computer turns looking for new versions off."
    missing = "where to look (--from)" if not policy.location else "which key to believe (--key)"
    return f"Nothing says {missing}, so nothing is looked for."


def _found(options: argparse.Namespace, policy: "Policy") -> "Offer | None":
    from app.services.updates import Updates
    from app.system.clock import SystemClock
    from app.system.paths import paths
    from app.system.shares.opening import open_share
    from app.system.updating import UpdateFiles, installed_version, this_system

    files = UpdateFiles(paths(getattr(options, "data", None)).updates)
    updates = Updates(installed_version(), this_system(), policy, files, open_share, SystemClock())
    return updates.find(open_share(policy.location))[0]


def _plain(installed: "Version", policy: "Policy", offer: "Offer | None", lack: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "installed": str(installed),
        "is_allowed": policy.is_allowed,
        "from": policy.location,
        "key": policy.key.text if policy.key else None,
        "fingerprint": policy.key.fingerprint if policy.key else None,
        "trouble": lack or None,
        "offer": None,
    }
    if offer:
        told["offer"] = {
            "version": str(offer.version),
            "published_at": offer.published_at.isoformat(),
            "file": offer.build.name,
            "size": offer.build.size,
            "sha256": offer.build.sha256,
            "reasons": dict(offer.reasons),
        }
    return told


def _announce(options: argparse.Namespace) -> int:
    from app.commands.pack_desk import in_words, secret_key, share_of
    from app.core.updates.update import NotOffered
    from app.services.announcing import Announcing, BadBuild
    from app.system.clock import SystemClock

    def announce(options: argparse.Namespace) -> int:
        version, files = _version(options), _files(options)
        reasons = {language: text for language, text in (("zh_CN", options.zh), ("en", options.en)) if text}
        if not reasons:
            say("Say why there is a new version: --zh TEXT, --en TEXT. Nothing was announced.")
            return WRONG_CALL
        try:
            done = Announcing(share_of(options), secret_key(options), SystemClock()).announce(version, files, reasons)
        except BadBuild as bad:
            say(str(bad))
            return NOT_FOUND
        except NotOffered as not_offered:
            say(not_offered.sentence())
            return NOT_FOUND
        if options.json:
            told = [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in done.builds]
            print(json.dumps({"version": str(done.version), "files": told}, ensure_ascii=False))
        say(f"Version {done.version} is announced: {', '.join(build.name for build in done.builds)}.")
        return 0

    return in_words(announce)(options)


def _version(options: argparse.Namespace) -> "Version":
    from app.core.versions import BadVersion, read_version

    found = {match[1] for file in options.files if (match := _VERSION_IN_NAME.search(file.name))}
    text = options.version or (found.pop() if len(found) == 1 else "")
    try:
        return read_version(text)
    except BadVersion as bad:
        say("Which version is it? Say it as --version 1.4.2. Nothing was announced.")
        raise SystemExit(WRONG_CALL) from bad


def _files(options: argparse.Namespace) -> dict[str, bytes]:
    try:
        return {file.name: file.read_bytes() for file in options.files}
    except OSError as error:
        say(f"{error.filename} cannot be read: {error.strerror}. Nothing was announced.")
        raise SystemExit(WRONG_CALL) from error
