"""The manuals say what the program does: their tables are compared with the program's own."""

import re
from pathlib import Path

import pytest

from app import cli
from app.core.facts import names as fact_names
from app.core.facts.table import FACTS
from app.formats.sheets.columns import Shape, choices_of
from app.formats.sheets.tables import TABLES
from app.ui import keys

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ROOMS = ("app", "tests")


def rows(text: str) -> list[list[str]]:
    """The cells of the tables of a manual, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|") and not set(line) <= set("|- ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_list_of_variables_is_the_programs_own() -> None:
    told = [row for row in rows((DOCS / "variables.md").read_text("utf-8")) if row[0].startswith("`{{")]

    assert [row[0] for row in told] == [f"`{{{{{name}}}}}`" for name in fact_names.NAMES]
    aliases = {name: own for names in FACTS.values() for name, own in names.items()}
    for row, name in zip(told, fact_names.NAMES, strict=True):
        assert re.findall(r"\{\{(.+?)\}\}", row[1]) == list(aliases[name])
        assert all(row[2:]), name


def test_the_manual_of_the_workbook_names_every_sheet_and_column_in_its_order() -> None:
    text = (DOCS / "workbook.md").read_text("utf-8")
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[2:]

    assert [part.splitlines()[0] for part in parts] == [f"{table.chinese} · {table.english}" for table in TABLES]
    for part, table in zip(parts, TABLES, strict=True):
        told = [row[:2] for row in rows(part)[1:]]
        assert told == [
            [column.chinese + ("*" if column.is_needed else ""), column.english] for column in table.columns
        ], table.key


def test_the_manual_of_the_workbook_lists_what_may_be_chosen() -> None:
    text = (DOCS / "workbook.md").read_text("utf-8")

    for table in TABLES:
        for column in table.columns:
            if column.shape is Shape.CHOICE:
                offered = choices_of(table, column).values()
                assert " / ".join(known.chinese for known in offered) in text
                assert " / ".join(known.english for known in offered) in text


@pytest.mark.parametrize("name", ["agent.zh.md", "agent.en.md"])
def test_the_manual_of_an_agent_knows_every_key_of_the_window(name: str) -> None:
    text = (DOCS / name).read_text("utf-8").replace("`…`", "…")
    known = {"Return": "Enter", "Del": "Delete", "Ctrl+Return": "Ctrl+Enter", "Alt+Return": "Alt+Enter"}

    for key in keys.KEYS:
        chord = known.get(key.chord, key.chord).split("…")[0]
        assert f"`{chord}" in text, key.name


@pytest.mark.parametrize("name", ["agent.zh.md", "agent.en.md"])
def test_commands_that_a_manual_shows_can_be_called(name: str) -> None:
    text = (DOCS / name).read_text("utf-8") + (DOCS / "variables.md").read_text("utf-8")
    shown = re.findall(r"`qindesk ([^`]+)`", text)

    assert shown
    for line in shown:
        words = re.findall(r'"[^"]*"|\S+', line)
        cli.parser().parse_args([word.strip('"') for word in words])


PAGES = sorted(str(page.relative_to(ROOT)) for page in (*ROOT.glob("*.md"), *DOCS.rglob("*.md")))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_picture_that_a_page_leads_to_is_there(page: str) -> None:
    linked = re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", (ROOT / page).read_text("utf-8"))

    assert [path for path in linked if not (ROOT / page).parent.joinpath(path).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/developer.md", *(page for page in PAGES if "decisions" in page)])
def test_every_file_that_a_developer_is_sent_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = re.findall(
        r"`((?:\w[\w.*-]*/)*[\w.*-]+\.(?:py|json|md|tsv|toml|ts)|(?:app|db|tests|tools)(?:/\w+)+)`", text
    )

    found = {
        path for path in named if [*ROOT.glob(path), *(one for room in ROOMS for one in (ROOT / room).rglob(path))]
    }
    lost = [path for path in named if path not in found]

    assert [path for path in lost if not path.startswith("build/")] == []


def test_the_list_of_decisions_has_all_of_them_once() -> None:
    told = re.findall(r"^\| \[(\d+)\]\((\S+)\)", (DOCS / "decisions" / "README.md").read_text("utf-8"), re.MULTILINE)
    written = [page.name for page in (DOCS / "decisions").glob("0*.md")]

    assert sorted(name for _number, name in told) == sorted(written)
    assert all(int(number) == int(name[:4]) for number, name in told)
