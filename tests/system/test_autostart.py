"""Starting with the system."""

import sys
from pathlib import Path

import pytest

from app.core.storage import NotStored
from app.system.autostart import Autostart, desktop_entry

COMMAND = ["/opt/亲 台/qindesk", "--hidden"]


@pytest.fixture
def autostart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Autostart:
    monkeypatch.setattr("app.system.autostart.NAME", "QinDesk test")
    return Autostart(COMMAND, tmp_path / "autostart")


def test_it_is_off_until_it_is_turned_on_and_off_again_afterwards(autostart: Autostart) -> None:
    was_on = autostart.is_on()

    autostart.turn(is_on=True)
    is_on = autostart.is_on()
    autostart.turn(is_on=False)

    assert not was_on
    assert is_on
    assert not autostart.is_on()


def test_turning_off_what_is_off_is_no_error(autostart: Autostart) -> None:
    autostart.turn(is_on=False)

    assert not autostart.is_on()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a folder for autostart entries")
class TestEntry:
    def test_a_hidden_entry_counts_as_off(self, autostart: Autostart, tmp_path: Path) -> None:
        autostart.turn(is_on=True)
        entry = tmp_path / "autostart" / "qindesk.desktop"

        entry.write_text(entry.read_text("utf-8") + "Hidden=true\n", "utf-8")

        assert not autostart.is_on()

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")

        with pytest.raises(NotStored) as caught:
            Autostart(COMMAND, tmp_path / "file" / "autostart").turn(is_on=True)

        assert str(tmp_path) not in str(caught.value)

    def test_the_folder_is_the_users_own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

        Autostart(COMMAND).turn(is_on=True)

        assert (tmp_path / "autostart" / "qindesk.desktop").is_file()

    @pytest.mark.parametrize(
        ("word", "quoted"),
        [
            ("/opt/a b", '"/opt/a b"'),
            ('a"b', r'"a\\"b"'),
            ("a\\b", r'"a\\\\b"'),
            ("100%", '"100%%"'),
            ("$HOME", r'"\\$HOME"'),
        ],
    )
    def test_a_command_is_quoted_as_the_specification_wants(self, word: str, quoted: str) -> None:
        assert f"Exec={quoted}\n" in desktop_entry([word])


@pytest.mark.skipif(sys.platform != "win32", reason="needs the registry of Windows")
class TestRegistry:
    def test_the_command_stands_quoted_under_the_users_run_key(self, autostart: Autostart) -> None:
        import winreg

        autostart.turn(is_on=True)
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\CurrentVersion\Run") as key:
            command = winreg.QueryValueEx(key, "QinDesk test")[0]
        autostart.turn(is_on=False)

        assert command == '"/opt/亲 台/qindesk" --hidden'

    def test_what_was_turned_off_in_the_task_manager_is_off_until_it_is_turned_on_here(
        self, autostart: Autostart
    ) -> None:
        import winreg

        path = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
        autostart.turn(is_on=True)
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
            winreg.SetValueEx(key, "QinDesk test", 0, winreg.REG_BINARY, bytes([3]) + bytes(11))
        was_on = autostart.is_on()

        autostart.turn(is_on=True)
        is_on = autostart.is_on()
        autostart.turn(is_on=False)

        assert not was_on
        assert is_on
