"""The main job by the installed program: a hotkey over notepad, letters, Enter."""

from pathlib import Path

from tests.installer.conftest import PHRASE, QUERY
from tests.installer.windows import Windows


def written(windows: Windows, window: str) -> str:
    """What stands in it, by its own Ctrl+A and Ctrl+C."""
    windows.focus(window)
    windows.keys("ctrl+a", "ctrl+c")
    windows.until(lambda: False, 1)
    return windows.copied().replace("\r\n", "\n")


def test_a_hotkey_over_notepad_a_few_letters_and_enter_put_the_phrase_there(stocked: Windows, tmp_path: Path) -> None:
    told_by = tmp_path / "told"
    stocked.start(stocked.program, "--tell", told_by)
    assert stocked.until(lambda: told_by.exists() and "furnished" in told_by.read_text(), 60)  # the tray comes last
    window = stocked.notepad()
    stocked.types("before ")

    stocked.keys("ctrl+alt+space")
    stocked.until(lambda: False, 1.5)
    stocked.types(QUERY)
    stocked.until(lambda: False, 1)
    stocked.picture("searching")
    stocked.keys("Return")
    stocked.until(lambda: False, 2.5)

    stocked.picture("pasted")
    assert written(stocked, window) == "before " + PHRASE
