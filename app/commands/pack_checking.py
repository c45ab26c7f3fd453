"""Looking at a pack before it is published, by the lists that the window of publishing keeps in the settings.

The rule: the settings are the one list that everything looks by; `--rules` takes another file for this once. What the
check calls an error is not published.
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
        "--rules",
        type=Path,
        metavar="FILE",
        help="other lists of words for this once (those of the settings), see `qindesk pack rules`",
    )


def rules_of(options: argparse.Namespace, desk: "Desk") -> "CheckRules":
    """The rules of the file that was named, else those of the settings; exits where they cannot be read."""
    from app.core.packs.check_rules import DEFAULT_RULES, read_rules

    text, place = _told(options, desk)
    if not text:
        return DEFAULT_RULES
    rules, bad = read_rules(text)
    for line in bad:
        say(f"{place}, line {line.line}: this is no rule: {line.text}")
    if bad:
        raise SystemExit(WRONG_CALL)
    return rules


def _told(options: argparse.Namespace, desk: "Desk") -> tuple[str, str]:
    """The text of the lists, and what it is called."""
    if options.rules is None:
        return desk.preferences.current.lead.rules, "The lists of the settings"
    try:
        return options.rules.read_text("utf-8"), str(options.rules)
    except (OSError, UnicodeDecodeError) as error:
        say(f"{options.rules} cannot be read: {error}.")
        raise SystemExit(WRONG_CALL) from error


def findings_of(reading: "PackReading", rules: "CheckRules", desk: "Desk") -> "tuple[Finding, ...]":
    """What the file itself is wrong in, and what its pack is; what both tell is told once."""
    from app.core.packs.checks import check

    if reading.draft is None:
        return reading.problems
    found = check(reading.draft, desk.shop_time.now(), desk.shop_time.zone(), rules, reading.locate)
    return tuple(dict.fromkeys((*reading.problems, *found)))
