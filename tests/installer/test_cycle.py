"""The installer's whole life: installed, started, upgraded while the program runs, repaired, removed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app import VERSION
from db.migrations import HEAD, REVISIONS
from tests.db.test_migrations import at_revision
from tests.installer.conftest import NEWER, OLDER, Packer
from tests.installer.windows import RUN, TRAY, UNINSTALL, Windows, windows_path

RUNNING, NOT_WRITTEN, NEWER_IS_THERE, TWICE = 3, 5, 6, 7
EDITOR = "New phrase|新建话术"
WORDS = "not a letter of it is lost"


def start(windows: Windows) -> Path:
    """Start what is installed by its link in the Start menu; the file that tells when it can be used."""
    windows.start("start", "/unix", str(windows.link))  # Wine finds no link by its path on a drive
    assert windows.until(windows.is_running)
    assert windows.until((windows.data / "qindesk.db").exists, 60)
    return windows.data


def files(folder: Path) -> dict[str, int]:
    """What lies in a folder, with sizes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in found}


def test_a_silent_installation_is_whole_and_starts_by_its_link(windows: Windows, setup: Path, dist: Path) -> None:
    code = windows.run(setup, "/S")

    assert code == 0
    assert files(windows.folder).items() >= files(dist / "windows" / "qindesk").items()
    assert windows.value(UNINSTALL, "DisplayVersion") == VERSION
    assert windows.value(RUN, "QinDesk") == ""
    start(windows)
    windows.window(TRAY)
    windows.picture("installed")
    assert windows.run(windows.program, "--quit") == 0
    assert windows.until(lambda: not windows.is_running())


def test_autostart_and_a_link_on_the_desktop_come_only_when_asked_for(windows: Windows, setup: Path) -> None:
    assert windows.run(setup, "/S", "/AUTOSTART", "/DESKTOP") == 0

    assert windows.value(RUN, "QinDesk").endswith('qindesk.exe" --hidden')
    assert (windows.home / "Desktop" / windows.link.name).exists()


def test_an_upgrade_replaces_the_running_program_and_starts_it_again(
    windows: Windows, setup: Path, pack: Packer
) -> None:
    assert windows.run(setup, "/S") == 0
    stale = windows.folder / "_internal" / "stale.pyd"
    stale.write_bytes(b"of an older version")
    start(windows)

    code = windows.run(pack(NEWER), "/S")

    assert code == 0
    assert not stale.exists()
    assert windows.value(UNINSTALL, "DisplayVersion") == NEWER
    assert windows.until(windows.is_running)
    assert not (windows.folder / ".old").exists()
    assert not (windows.folder / ".new").exists()


def test_what_is_being_written_outlives_an_upgrade(stocked: Windows, pack: Packer) -> None:
    start(stocked)
    stocked.call()
    stocked.keys("ctrl+n")
    stocked.focus(stocked.window(EDITOR))
    stocked.types(WORDS)
    stocked.picture("writing")

    assert stocked.run(pack(NEWER), "/S") == 0

    assert stocked.until(stocked.is_running)
    stocked.call()
    stocked.picture("writing-kept")
    stocked.keys("alt+Return")
    stocked.focus(stocked.window(EDITOR))
    stocked.picture("writing-again")
    stocked.keys("ctrl+a", "ctrl+c")
    assert stocked.until(lambda: stocked.copied() == WORDS, 10)


def test_who_does_not_want_it_started_again_says_so(windows: Windows, setup: Path, pack: Packer) -> None:
    assert windows.run(setup, "/S") == 0
    start(windows)

    code = windows.run(pack(NEWER), "/S", "/NOSTART")

    assert code == 0
    assert not windows.is_running()


def test_where_the_program_does_not_quit_the_old_version_stays_whole(
    windows: Windows, setup: Path, pack: Packer
) -> None:
    assert windows.run(setup, "/S") == 0
    other = windows.home / "other data"
    other.mkdir()
    windows.start(windows.program, "--data", other)  # `--quit` does not reach it: it has another data folder
    assert windows.until((other / "qindesk.db").exists, 60)
    before = files(windows.folder)

    code = windows.run(pack(NEWER), "/S")

    assert code == RUNNING
    assert files(windows.folder) == before
    assert windows.value(UNINSTALL, "DisplayVersion") == VERSION
    assert windows.is_running()


def test_the_data_of_the_first_version_is_taken_over_by_what_is_installed_today(
    windows: Windows, setup: Path, tmp_path: Path
) -> None:
    file = at_revision(windows.data / "qindesk.db", REVISIONS[0])
    assert windows.run(setup, "/S") == 0
    told_by = tmp_path / "told"

    windows.start(windows.program, "--tell", told_by)

    assert windows.until(lambda: told_by.exists() and "furnished" in told_by.read_text(), 60)
    windows.run(windows.program, "--quit")
    assert windows.until(lambda: not windows.is_running())
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert connection.execute("SELECT title FROM phrases").fetchall() == [("催付",)]
    assert any((windows.data / "backups").iterdir())


def test_an_older_version_is_refused(windows: Windows, setup: Path, pack: Packer) -> None:
    assert windows.run(setup, "/S") == 0

    code = windows.run(pack(OLDER), "/S")

    assert code == NEWER_IS_THERE
    assert windows.value(UNINSTALL, "DisplayVersion") == VERSION


def test_where_nothing_can_be_written_the_old_version_stays_whole(windows: Windows, setup: Path, pack: Packer) -> None:
    assert windows.run(setup, "/S") == 0
    before = files(windows.folder)

    code = windows.run(pack(NEWER), "/S", r"/D=Z:\proc\qindesk")  # nobody can make a folder there

    assert code == NOT_WRITTEN
    assert files(windows.folder) == before
    assert windows.value(UNINSTALL, "DisplayVersion") == VERSION


def test_a_second_installer_leaves_the_first_alone(windows: Windows, setup: Path) -> None:
    windows.start(setup)
    windows.window("QinDesk", 60)

    code = windows.run(setup, "/S")

    assert code == TWICE
    assert not windows.folder.exists()


def test_installing_again_repairs_what_was_lost(windows: Windows, setup: Path) -> None:
    assert windows.run(setup, "/S") == 0
    whole = files(windows.folder)
    shutil.rmtree(windows.folder / "_internal" / "PySide6")
    windows.link.unlink()

    code = windows.run(setup, "/S")

    assert code == 0
    assert files(windows.folder) == whole
    assert windows.link.exists()


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "removed"])
def test_the_data_is_kept_or_removed_as_it_is_wished(windows: Windows, setup: Path, keeps: bool) -> None:
    assert windows.run(setup, "/S", "/AUTOSTART", "/DESKTOP") == 0
    start(windows)

    code = windows.run(
        windows.folder / "uninstall.exe",
        "/S",
        *(() if keeps else ("/REMOVEDATA",)),
        "_?=" + windows_path(windows.folder),
    )

    assert code == 0
    assert not windows.is_running()
    assert set(files(windows.folder)) <= {"uninstall.exe"}  # itself, when it is told to stay to the end
    assert not windows.link.exists()
    assert not (windows.home / "Desktop" / windows.link.name).exists()
    assert windows.value(RUN, "QinDesk") == ""
    assert windows.value(UNINSTALL, "DisplayVersion") == ""
    assert (windows.data / "qindesk.db").exists() == keeps
    assert windows.data.exists() == keeps


def test_a_folder_with_a_chinese_name_is_as_good_and_moving_leaves_nothing_behind(
    windows: Windows, setup: Path, pack: Packer
) -> None:
    assert windows.run(setup, "/S") == 0
    (windows.folder / "policy.json").write_text('{"updates": {"on": false}}')

    code = windows.run(
        pack(NEWER), "/S", r"/D=C:\软件\亲台客服"
    )  # Wine would quote one with a space, which NSIS does not take

    moved = windows.prefix / "drive_c" / "软件" / "亲台客服"
    assert code == 0
    assert (moved / "qindesk.exe").exists()
    assert (moved / "policy.json").exists()
    assert not windows.folder.exists()
    start(windows)


def test_a_policy_beside_the_installer_is_taken_along_and_outlives_an_upgrade(
    windows: Windows, setup: Path, pack: Packer, tmp_path: Path
) -> None:
    shared = tmp_path / "share"
    shared.mkdir()
    shutil.copy(setup, shared)
    (shared / "policy.json").write_text('{"updates": {"on": false}}')

    windows.run(shared / setup.name, "/S")
    windows.run(pack(NEWER), "/S")

    assert (windows.folder / "policy.json").read_text() == '{"updates": {"on": false}}'
    told = windows.ask(windows.program, "update", "check", "--json")
    assert '"is_allowed": false' in told


@pytest.mark.parametrize(("number", "name"), [("1033", "english"), ("2052", "chinese")])
def test_its_pages_speak_both_languages(windows: Windows, setup: Path, number: str, name: str) -> None:
    windows.start(setup, f"/LANG={number}")
    windows.window("QinDesk", 60)
    windows.focus(windows.window("QinDesk"))
    windows.picture(f"{name}-1-welcome")

    for step in ("2-parts", "3-folder"):
        windows.keys("Return")
        windows.until(lambda: False, 1)
        windows.picture(f"{name}-{step}")
    windows.keys("Return")

    assert windows.until(windows.link.exists, 60)
    windows.until(lambda: False, 2)
    windows.picture(f"{name}-4-end")


@pytest.mark.parametrize("keeps", [True, False], ids=["kept", "removed"])
def test_a_person_who_removes_it_is_asked_about_the_data(windows: Windows, setup: Path, keeps: bool) -> None:
    assert windows.run(setup, "/S") == 0
    windows.data.mkdir()
    (windows.data / "qindesk.db").write_bytes(b"kept")
    windows.start(windows.folder / "uninstall.exe", "_?=" + windows_path(windows.folder))
    windows.focus(windows.window("QinDesk", 60))
    windows.picture("removal-1-parts")

    if not keeps:
        windows.keys("Down", "space")
        windows.picture("removal-2-chosen")
    windows.keys("Return")
    assert windows.until(lambda: not windows.link.exists(), 60)
    windows.until(lambda: False, 3)
    windows.picture("removal-3-asked")
    if not keeps:
        windows.keys("Left", "Return")  # to yes; no is what an Enter alone means

    assert not windows.program.exists()
    assert keeps or windows.until(lambda: not windows.data.exists(), 10)
    windows.picture("removal-4-end")
    assert (windows.data / "qindesk.db").exists() == keeps
