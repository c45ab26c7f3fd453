"""Looking at a pack before it is published, by the lists of the program or of the shop's own file.

The rule: publishing looks by the same lists as `qindesk pack check`, and what that calls an error is not published.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.opening import WRONG_CALL, say

if TYPE_CHECKING:
    from app.core.packs.check_rules import CheckRules
    from app.core.packs.findings import Finding, PackReading
    from app.front.desk import Desk


def add_rules(command: argparse.ArgumentParser) -> None:
    """Let a command be told a shop's own lists."""
    command.add_argument(
        "--rules", type=Path, metavar="FILE", help="lists of words of your own, see `qindesk pack rules`"
    )


def rules_of(options: argparse.Namespace) -> "CheckRules":
    """The rules of the file that was named; exits where it cannot be read or a line of it is not understood."""
    from app.core.packs.check_rules import DEFAULT_RULES, read_rules

    if options.rules is None:
        return DEFAULT_RULES
    try:
        rules, bad = read_rules(options.rules.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        say(f"{options.rules} cannot be read: {error}.")
        raise SystemExit(WRONG_CALL) from error
    for line in bad:
        say(f"{options.rules}, line {line.line}: this is no rule: {line.text}")
    if bad:
        raise SystemExit(WRONG_CALL)
    return rules


def findings_of(reading: "PackReading", rules: "CheckRules", desk: "Desk") -> "tuple[Finding, ...]":
    """What the file itself is wrong in, and what its pack is; what both tell is told once."""
    from app.core.packs.checks import check

    if reading.draft is None:
        return reading.problems
    found = check(reading.draft, desk.shop_time.now(), desk.shop_time.zone(), rules, reading.locate)
    return tuple(dict.fromkeys((*reading.problems, *found)))
