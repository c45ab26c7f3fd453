"""The manual of the exports names every kind of file as the program does."""

import re
from pathlib import Path

from app import cli
from app.core.imports.exports import ENDINGS, Target

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "exports.md").read_text("utf-8")


def test_the_table_has_every_kind_with_its_word_and_ending() -> None:
    told = re.findall(r"\| `(\w+)` \| `(\.\w+)` \|", TEXT)

    assert told == [(target.value, ENDINGS[target]) for target in Target]


def test_the_command_that_it_shows_can_be_called_with_every_kind() -> None:
    shown = next(line for line in re.findall(r"`qindesk ([^`]+)`", TEXT) if "--out" in line)

    for target in Target:
        options = cli.parser().parse_args([*shown.split(), "--format", target.value, "--group", "售前/催付"])
        assert options.format == target.value
