"""Where a question for a file begins."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from app.ui.dialogs.start_folder import in_documents, in_downloads

Place = QStandardPaths.StandardLocation


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folders = {Place.DownloadLocation: tmp_path / "Downloads", Place.DocumentsLocation: tmp_path / "Documents"}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(folders.get(place, tmp_path)))
    return tmp_path


def test_it_begins_where_such_files_lie(home: Path) -> None:
    (home / "Downloads").mkdir()
    (home / "Documents").mkdir()

    assert in_downloads() == str(home / "Downloads")
    assert in_documents("a.csv") == str(home / "Documents" / "a.csv")


def test_where_there_is_no_such_folder_it_begins_at_home(home: Path) -> None:
    assert in_downloads() == str(home)
    assert in_documents("a.csv") == str(home / "a.csv")
