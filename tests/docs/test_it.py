"""The page for whoever looks after the computers says what the installer, the policy and the commands do."""

import json
import re
import shlex
from pathlib import Path

import pytest

from app import cli
from app.core.updates.policy import NAMES, policy_of, read_file
from app.core.updates.update import LATEST, SIGNATURE
from app.system.paths import paths
from app.system.shares.secrets import NAME
from app.system.updating import _VALUES

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / name for name in ("it.md", "it.zh.md")]
SCRIPT = (ROOT / "installer" / "qindesk.nsi").read_text("utf-8")
WORDS = [ROOT / "installer" / name for name in ("english.nsh", "chinese.nsh")]


@pytest.fixture(params=PAGES, ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> str:
    return str(request.param.read_text("utf-8"))


def test_it_lists_every_exit_code_of_the_installer_and_no_other(page: str) -> None:
    told = {int(number) for number in re.findall(r"^\| (\d) \|", page, re.MULTILINE)}
    names = set(re.findall(r"\$\{Leave\} \$\{(\w+)\}", SCRIPT)) | set(re.findall(r"SetErrorLevel \$\{(\w+)\}", SCRIPT))

    own = {int(match[1]) for name in names - {"CODE"} if (match := re.search(rf"!define {name} (\d)", SCRIPT))}

    assert told == own | {0, 1}


def test_it_lists_every_argument_of_the_installer(page: str) -> None:
    known = {f"/{name}" for name in re.findall(r'GetOptions\} \$0 "/(\w+)', SCRIPT)}

    assert known == {"/AUTOSTART", "/DESKTOP", "/NOSTART", "/START", "/LANG", "/REMOVEDATA"}
    for argument in known | {"/S", "/D=C:"}:
        assert f"`{argument}" in page or f" {argument}`" in page, argument


def test_its_commands_can_be_called(page: str) -> None:
    shown = re.findall(r"`qindesk ((?:update|pack) [^`|]+)`", page)

    assert len(shown) >= 3
    for line in shown:
        cli.parser().parse_args(shlex.split(line))


def test_it_names_everything_that_lies_in_the_data_folder(page: str, tmp_path: Path) -> None:
    places = paths(tmp_path)
    own = (places.database, places.images, places.backups, places.log, places.drafts, places.updates)
    names = {str(place.relative_to(tmp_path)).replace("/", "\\") for place in own} | {NAME, "keys", "wishes"}

    assert [name for name in sorted(names) if f"`%LOCALAPPDATA%\\qindesk\\{name}`" not in page] == []


def test_its_policy_is_understood_and_its_names_are_all_there_are(page: str) -> None:
    (shown,) = re.findall(r"```json\n\s*(.+?)\n", page)

    said = read_file(shown.encode())

    assert set(said) == set(NAMES)
    policy = policy_of({**said, "key": ""})
    assert (policy.location, policy.fault) == ("\\\\server\\software\\qindesk", "")
    assert json.loads(shown)
    for value in _VALUES.values():
        assert f"`{value}`" in page


def test_it_names_the_files_of_an_announcement(page: str) -> None:
    assert f"`{LATEST}`" in page
    assert f"`{SIGNATURE}`" in page


def test_both_pages_have_the_same_shape() -> None:
    one, other = (page.read_text("utf-8").splitlines() for page in PAGES)

    for mark in ("## ", "| ", "1. ", "2. ", "```"):
        assert sum(line.startswith(mark) for line in one) == sum(line.startswith(mark) for line in other), mark


def test_the_installer_says_everything_in_both_languages() -> None:
    said = [
        dict(re.findall(r'^LangString (\w+) \S+ "(.+)"$', words.read_text("utf-8"), re.MULTILINE)) for words in WORDS
    ]
    used = set(re.findall(r"\$\(([A-Z_0-9]+)\)", SCRIPT))

    assert said[0].keys() == said[1].keys() == used
    for name, english in said[0].items():
        chinese = said[1][name]
        assert re.search(r"[\u4e00-\u9fff]", chinese), name
        assert re.findall(r"\$\{?\w+", english.replace("$\\", "")) == re.findall(
            r"\$\{?\w+", chinese.replace("$\\", "")
        )
