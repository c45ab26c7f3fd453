"""What was found goes out into a file by the keyboard alone, and comes back as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.core.imports.exports import Target
from app.formats.phrases.reading import read_file
from app.front.desk import STARTER_PACKS
from app.ui.import_dialogs.export_dialog import ExportDialog, Which
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop


@pytest.fixture
def shop(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    made = Shop(qapp, look, qtbot, tmp_path / "data", FakeClock(NOON))
    desk = made.desk
    made.doors.changed.emit(desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS["zh_CN"])])).changed)
    yield made
    made.close()


def test_what_was_found_goes_out_by_the_keyboard_and_comes_back_as_it_was(
    shop: Shop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "催付.csv"), ""))
    shop.search("cf")

    QTest.keyClick(shop.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = shop.openings.get("export")
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(dialog.kinds.kinds[Target.XLSX].button.hasFocus)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not dialog.worker.is_working)
    with qtbot.waitSignal(dialog.written):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    back = read_file(str(tmp_path / "催付.csv"))
    meant = [phrase for phrase in shop.desk.library.phrases() if phrase.body in {found.body for found in back.found}]
    assert dialog.which.value is Which.CHOSEN
    assert back.format == "qianniu"
    assert 1 < len(back.found) < len(shop.desk.library.phrases())
    assert [found.body for found in back.found] == [phrase.body for phrase in meant]
    assert dialog.folder_button.hasFocus()
