"""The main job by the installed program: a hotkey over notepad, letters, Enter; and a new version on a share."""

import json
from pathlib import Path

import pytest

from app.core.versions import read_version
from app.formats.packs.minisign import made
from app.services.announcing import Announcing
from app.system.clock import SystemClock
from app.system.shares.opening import open_share
from tests.installer.conftest import NEWER, Packer
from tests.installer.windows import Windows, windows_path

PHRASE = "亲，这句话是装好的亲台贴进来的哦~"
QUERY = "zjl"
FOREIGN = f"快捷短语编码,快捷短语,快捷短语分组\n{QUERY},{PHRASE},测试\n"


@pytest.fixture
def installed(windows: Windows, setup: Path, tmp_path: Path) -> Windows:
    """With one phrase in it, which came from another program's file."""
    (tmp_path / "phrases.csv").write_text(FOREIGN, "utf-8")
    assert windows.run(setup, "/S") == 0
    assert windows.run(windows.program, "import", tmp_path / "phrases.csv") == 0
    return windows


def notepad(windows: Windows) -> str:
    """An empty notepad in front; the id of its window."""
    windows.start("notepad.exe")
    window = windows.window("Notepad|记事本")
    windows.focus(window)
    return window


def written(windows: Windows, window: str) -> str:
    """What stands in it, by its own Ctrl+A and Ctrl+C."""
    windows.focus(window)
    windows.keys("ctrl+a", "ctrl+c")
    windows.until(lambda: False, 1)
    return windows.copied().replace("\r\n", "\n")


def test_a_hotkey_over_notepad_a_few_letters_and_enter_put_the_phrase_there(installed: Windows, tmp_path: Path) -> None:
    told_by = tmp_path / "told"
    installed.start(installed.program, "--tell", told_by)
    assert installed.until(lambda: told_by.exists() and "usable" in told_by.read_text(), 60)
    window = notepad(installed)
    installed.types("before ")

    installed.keys("ctrl+alt+space")
    installed.until(lambda: False, 1.5)
    installed.types(QUERY)
    installed.until(lambda: False, 1)
    installed.picture("searching")
    installed.keys("Return")
    installed.until(lambda: False, 2.5)

    installed.picture("pasted")
    assert written(installed, window) == "before " + PHRASE


def test_a_version_on_a_share_is_found_and_believed_by_the_installed_program(
    installed: Windows, pack: Packer, tmp_path: Path
) -> None:
    key, share = made(), tmp_path / "share"
    share.mkdir()
    Announcing(open_share(str(share)), key, SystemClock()).announce(
        read_version(NEWER), {pack(NEWER).name: pack(NEWER).read_bytes()}, {"zh_CN": "修复了粘贴"}
    )
    said = {"updates": {"from": windows_path(share), "key": key.public.text}}
    (installed.folder / "policy.json").write_text(json.dumps(said), "utf-8")

    told = json.loads(installed.ask(installed.program, "update", "check", "--json"))

    assert told["offer"]["version"] == NEWER
