import re
from pathlib import Path

import pytest

from app import VERSION
from app.core.release_news import Novelty, Release, read_releases, unseen
from app.core.versions import BadVersion, Version, read_version

ROOT = Path(__file__).parent.parent.parent
TEXT = """# 1.1.0
- **Reports** By hour,
  and by day.

# 1.10.0
- **Docking** Beside the chat.
- **Modes**
"""


def versions(releases: tuple[Release, ...]) -> list[str]:
    return [str(release.version) for release in releases]


def test_versions_stand_the_newest_first_with_what_they_brought() -> None:
    releases = read_releases(TEXT)

    assert versions(releases) == ["1.10.0", "1.1.0"]
    assert releases[0].news == (Novelty("Docking", "Beside the chat."), Novelty("Modes", ""))
    assert releases[1].news == (Novelty("Reports", "By hour, and by day."),)


def test_a_head_that_is_no_version_is_an_error() -> None:
    with pytest.raises(BadVersion):
        read_releases("# soon\n- **A** b\n")


@pytest.mark.parametrize(
    ("seen", "installed", "told"),
    [
        ("1.1.0", "1.10.0", ["1.10.0"]),
        ("1.0.0", "1.10.0", ["1.10.0", "1.1.0"]),
        ("1.0.0", "1.1.0", ["1.1.0"]),
        ("", "1.10.0", ["1.10.0"]),
        ("1.10.0", "1.1.0", []),
        ("1.10.0", "1.10.0", []),
        ("odd", "1.1.0", ["1.1.0"]),
    ],
)
def test_only_what_came_since_and_is_installed_is_told(seen: str, installed: str, told: list[str]) -> None:
    assert versions(unseen(read_releases(TEXT), seen, installed)) == told


def test_both_languages_tell_the_same_versions_and_the_installed_one_is_among_them() -> None:
    english, chinese = (
        read_releases((ROOT / "resources" / f"whats_new.{language}.md").read_text("utf-8"))
        for language in ("en", "zh_CN")
    )

    assert [(each.version, len(each.news)) for each in english] == [(each.version, len(each.news)) for each in chinese]
    assert read_version(VERSION) in {each.version for each in english}
    assert all(novelty.text for each in (*english, *chinese) for novelty in each.news)


def test_the_history_of_changes_knows_every_version_that_is_told() -> None:
    history = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    told = read_releases((ROOT / "resources" / "whats_new.en.md").read_text("utf-8"))

    assert {each.version for each in told} <= {read_version(version) for version in history}
    assert Version((0, 1, 0)) in {each.version for each in told}
