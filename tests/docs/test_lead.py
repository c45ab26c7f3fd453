"""The manual of a lead says what the window and the commands are called."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

import app.ui.pack_dialogs
from app.commands import pack

DOCS = Path(__file__).parents[2] / "docs"
MANUALS = ["lead.zh.md", "lead.en.md"]
ROOM = Path(app.ui.pack_dialogs.__file__).parent


def _parsed(words: list[str]) -> argparse.Namespace:
    whole = argparse.ArgumentParser()
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true")
    pack.add(whole.add_subparsers(), common)
    return whole.parse_args(["pack", *words])


@pytest.mark.parametrize("name", MANUALS)
def test_every_command_of_the_manual_can_be_called(name: str) -> None:
    shown = re.findall(r"^qindesk pack (.+)$", (DOCS / name).read_text("utf-8"), re.MULTILINE)

    assert len(shown) == 8
    for line in shown:
        assert callable(_parsed(shlex.split(line)).run), line


def test_what_the_manual_quotes_stands_in_the_window() -> None:
    text = (DOCS / "lead.en.md").read_text("utf-8")
    window = "\n".join(path.read_text("utf-8") for path in (*ROOM.glob("*.py"), ROOM.parent / "window" / "menu.py"))
    quoted = [re.sub(r"(?<=number )(\d+|…)", "{number}", said) for said in re.findall(r"“([^”]+)”", text)]

    assert len(quoted) >= 12
    assert [said for said in quoted if f'"{said}"' not in window] == []


@pytest.mark.parametrize("name", MANUALS)
def test_the_other_manuals_that_it_names_are_there(name: str) -> None:
    named = re.findall(r"\]\(([^)]+)\)", (DOCS / name).read_text("utf-8"))

    assert named
    assert all((DOCS / each).exists() for each in named)
